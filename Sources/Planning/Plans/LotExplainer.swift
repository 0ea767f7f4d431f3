import FederalTax
import Portfolio
import Quantities

extension PlanExplainer {
  /// Why one lot is sold or kept.
  ///
  /// - Parameter lot: the index of the lot in the scenario.
  /// - Returns: the reason, what else could be done with the lot, and the prices and the day at
  ///   which that would change.
  public func explanation(ofLot lot: Int) -> LotExplanation {
    if let withheld = problem.withheld.first(where: { $0.lot == lot }) {
      return LotExplanation(
        lot: lot, sold: .zero, reason: .withheld,
        sentence: "It cannot be sold: \(withheld.reason).",
        alternatives: [], searchedPrices: DecisionSearch.range)
    }
    guard let index = problem.positions.firstIndex(where: { $0.lot == lot }) else {
      preconditionFailure("the scenario has no such lot")
    }
    return LotCase(explainer: self, index: index).explanation
  }
}

/// One lot that may be sold, in one plan.
private struct LotCase {
  let explainer: PlanExplainer
  let index: Int
  let position: Position
  /// The plan's sales of the lot, by date.
  let sales: [Sale]

  init(explainer: PlanExplainer, index: Int) {
    self.explainer = explainer
    self.index = index
    position = explainer.problem.positions[index]
    sales = explainer.sales(of: index)
  }

  private var sold: Shares { sales.map(\.shares).reduce(.zero, +) }

  var explanation: LotExplanation {
    let alternatives = alternatives
    let (reason, sentence) = sales.isEmpty ? kept(alternatives) : sale()
    let focus = focus(alternatives)
    var explanation = LotExplanation(
      lot: position.lot, sold: sold, reason: reason, sentence: sentence,
      alternatives: alternatives, searchedPrices: DecisionSearch.range)
    explanation.wash = LotWash(explainer, position: index)
    explanation.gift = explainer.charitableGift(of: index, on: focus.date)
    let search = DecisionSearch(explainer: explainer, sale: focus, isSold: !sales.isEmpty)
    explanation.decisionBelow = search.nearest(step: -1)
    explanation.decisionAbove = search.nearest(step: 1)
    if let opportunity = position.opportunity(on: focus.date), opportunity.term == .short {
      let lot = explainer.scenario.lots[position.lot]
      explanation.turnsLongTerm = HoldingPeriod.firstLongTermDay(from: lot.holdingStart)
      if !explainer.problem.ledger.scope.isReachable(position: index) {
        explanation.worthOfLongTerm = worthOfLongTerm(focus, opportunity.year)
      }
    }
    return explanation
  }

  /// The sale that the prices and the term are examined for: the plan's largest, or all of the lot
  /// on the date on which that would cost least.
  private func focus(_ alternatives: [LotAlternative]) -> Sale {
    if let largest = sales.max(by: { $0.shares < $1.shares }) { return largest }
    let date = bestSale(alternatives)?.date ?? position.opportunities[0].date
    return Sale(position: index, date: date, shares: position.shares)
  }

  private func bestSale(_ alternatives: [LotAlternative]) -> LotAlternative? {
    alternatives.filter { $0.kind == .sellAll }.min { $0.objective < $1.objective }
  }

  private var alternatives: [LotAlternative] {
    var choices: [(LotAlternative.Kind, Int?, [Sale])] = []
    if !sales.isEmpty { choices.append((.keepAll, nil, [])) }
    for opportunity in position.opportunities {
      let all = [Sale(position: index, date: opportunity.date, shares: position.shares)]
      if all != sales { choices.append((.sellAll, opportunity.date, all)) }
    }
    let share = Shares(whole: 1)
    if let last = sales.last {
      func changed(by shares: Shares) -> [Sale] {
        let left = Sale(position: index, date: last.date, shares: last.shares + shares)
        return sales.dropLast() + (left.shares > .zero ? [left] : [])
      }
      let room = min(share, position.shares - sold)
      if room > .zero { choices.append((.oneShareMore, last.date, changed(by: room))) }
      choices.append(
        (.oneShareLess, last.date, changed(by: .zero - min(share, last.shares))))
    } else {
      let date = position.opportunities[0].date
      let one = Sale(position: index, date: date, shares: min(share, position.shares))
      choices.append((.oneShareMore, date, [one]))
    }
    return choices.map { alternative($0.0, date: $0.1, selling: $0.2) }
  }

  private func alternative(
    _ kind: LotAlternative.Kind, date: Int?, selling other: [Sale]
  ) -> LotAlternative {
    let others = explainer.priced.plan.sales.filter { $0.position != index }
    let changed = explainer.pricer.price(Plan(others + other))
    let before = explainer.priced
    return LotAlternative(
      kind: kind, date: date, objective: changed.objective.value - before.objective.value,
      taxThisYear: changed.years[0].result.fullCost - before.years[0].result.fullCost,
      tax: changed.tax - before.tax,
      violations: PlanFeasibility(explainer.problem).violations(of: changed))
  }

  private func sale() -> (LotReason, String) {
    let main =
      explainer.orders.indices.filter {
        explainer.orders[$0].sale.position == index
      }.max {
        explainer.orders[$0].sale.shares < explainer.orders[$1].sale.shares
      } ?? 0
    let explanation = explainer.explanation(ofSale: main)
    let worth = explanation.worth
    let compared =
      worth == .zero
      ? "the same" : "\(worth.magnitude.separated) \(worth > .zero ? "higher" : "lower")"
    return (
      explanation.reason,
      "Sold: \(explanation.words). Without this sale taxes and costs would be \(compared)."
    )
  }

  private func kept(_ alternatives: [LotAlternative]) -> (LotReason, String) {
    guard let best = bestSale(alternatives), let date = best.date else {
      preconditionFailure("a lot that is kept could be sold")
    }
    let day = explainer.scenario.dates[date].date
    let sale = explainer.pricer.price(Sale(position: index, date: date, shares: position.shares))
    let amount = sale.gain.magnitude.separated
    let what = sale.gain < .zero ? "its loss of \(amount)" : "its gain of \(amount)"
    let selling = "Kept: selling all of it on \(day) with \(what) would"
    let change = best.objective.magnitude.separated
    if best.objective < .zero {
      guard let violation = best.violations.first else {
        return (
          .leftByPlanner, "\(selling) lower taxes and costs by \(change); the plan misses that."
        )
      }
      return (
        .constrained, "\(selling) save \(change) but break \(violation.constraint)."
      )
    }
    if sale.gain < .zero {
      if best.tax >= .zero {
        let cost = best.objective == .zero ? "" : " and cost \(change) in all"
        return (.lossHasNoUseThisYear, "\(selling) lower no tax\(cost).")
      }
      return (
        .savingBelowCost,
        "\(selling) lower tax by \((-best.tax).separated) and cost \(change) more than that, now or later."
      )
    }
    if best.tax > .zero {
      let rate = best.tax.part(of: max(Money(cents: 1), sale.gain))
      return (
        .gainWouldBeTaxed, "\(selling) add \(best.tax.separated) of tax (\(rate) of the gain)."
      )
    }
    return best.objective == .zero
      ? (.changesNothing, "\(selling) change neither taxes nor costs.")
      : (.savingBelowCost, "\(selling) add \(change) of costs, or of tax in later years.")
  }

  private func worthOfLongTerm(_ sale: Sale, _ year: Int) -> Money {
    let short = explainer.totals(replacing: index, by: [sale])
    let gain = explainer.pricer.price(sale).gain
    var long = short
    long.shortTerm[year] -= gain
    long.longTerm[year] += gain
    return explainer.pricer.objective(of: long) - explainer.pricer.objective(of: short)
  }
}

/// Searches the prices at which one lot alone would be sold instead of kept, or the reverse.
private struct DecisionSearch {
  /// The prices looked at, as parts of the scenario's price.
  static let range = Rate(percent: 50)...Rate(percent: 150)
  private static let steps = 100

  let explainer: PlanExplainer
  let sale: Sale
  let isSold: Bool
  private let price: UnitPrice
  private let kept: Money

  init(explainer: PlanExplainer, sale: Sale, isSold: Bool) {
    self.explainer = explainer
    self.sale = sale
    self.isSold = isSold
    price = explainer.pricer.price(sale).price
    kept = explainer.pricer.objective(of: explainer.totals(replacing: sale.position, by: []))
  }

  /// The nearest price, to the cent, at which the decision changes.
  ///
  /// Prices are tried in half percents of the present one, the first change being narrowed by
  /// bisection; a change and back within half a percent is not seen.
  ///
  /// - Parameter step: 1 to look above the present price, -1 below.
  /// - Returns: `nil` when the decision at the present price is not the plan's (another constraint
  ///   made it), or when it does not change within the range.
  func nearest(step: Int) -> DecisionPrice? {
    let cents = roundedQuotient(price.millionths, over: 10_000, .halfUp)
    guard sells(at: price) == isSold else { return nil }
    var near = cents
    for count in 1...Self.steps {
      let far = cents + Int64(step) * cents * Int64(count) / 200
      if far == near || far <= 0 { continue }
      if sells(at: UnitPrice(cents: far)) != isSold { return narrowed(near, far) }
      near = far
    }
    return nil
  }

  private func narrowed(_ same: Int64, _ other: Int64) -> DecisionPrice {
    var (same, other) = (same, other)
    while (other - same).magnitude > 1 {
      let middle = (same + other) / 2
      if sells(at: UnitPrice(cents: middle)) == isSold { same = middle } else { other = middle }
    }
    return DecisionPrice(price: UnitPrice(cents: other), date: sale.date, sells: !isSold)
  }

  /// Whether selling costs less than keeping; where both cost the same the plan's choice stays.
  private func sells(at price: UnitPrice) -> Bool {
    let totals = explainer.totals(replacing: sale.position, by: [sale], at: price)
    let sold = explainer.pricer.objective(of: totals)
    return isSold ? sold <= kept : sold < kept
  }
}

extension UnitPrice {
  fileprivate init(cents: Int64) { self.init(millionths: cents * 10_000) }
}
