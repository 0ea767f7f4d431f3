import FederalTax
import Portfolio
import Quantities

/// Tells why each lot is sold or kept in a plan.
///
/// Every number comes from the exact return, computed with and without a sale, all other sales
/// staying as they are. The reasons of several sales therefore do not add up to the whole saving:
/// each is the worth of that sale given the others.
public struct PlanExplainer: Sendable {
  let pricer: PlanPricer
  /// The plan at its exact price.
  public let priced: PricedPlan
  let totals: PlanTotals
  /// The plan's sales, their parts added up.
  let orders: [PricedOrder]
  let purchases: NearbyPurchases
  /// The places of each position's sales among the orders.
  private let ordersOfPosition: [[Int]]

  var problem: Problem { pricer.problem }
  var scenario: Scenario { pricer.problem.scenario }

  /// An explainer of one plan.
  public init(_ pricer: PlanPricer, priced: PricedPlan) {
    self.pricer = pricer
    self.priced = priced
    let scenario = pricer.problem.scenario
    var totals = PlanTotals(yearCount: scenario.years.count)
    var ordersOfPosition = Array(repeating: [Int](), count: pricer.problem.positions.count)
    for sale in priced.sales { totals.add(sale, year: scenario.dates[sale.sale.date].yearIndex) }
    orders = priced.orders
    for (index, order) in orders.enumerated() {
      ordersOfPosition[order.sale.position].append(index)
    }
    self.totals = totals
    self.ordersOfPosition = ordersOfPosition
    purchases = NearbyPurchases(pricer.problem)
  }

  /// Why each sale is part of the plan, in the order of ``Plan/sales``.
  public func explanationsOfSales() -> [SaleExplanation] {
    orders.indices.map { explanation(ofSale: $0) }
  }

  /// Why one sale is part of the plan.
  ///
  /// - Parameter index: of the sale in ``Plan/sales``.
  /// - Returns: the reason with the numbers of the year of the sale.
  public func explanation(ofSale index: Int) -> SaleExplanation {
    let sale = orders[index]
    let year = scenario.dates[sale.sale.date].yearIndex
    let others = sales(of: sale.sale.position).filter { $0.date != sale.sale.date }
    let without = pricer.price(totals(replacing: sale.sale.position, by: others))
    let difference = SaleDifference(
      sale: sale, year: scenario.years[year].year, with: priced.years[year].result,
      without: without.years[year].result,
      worth: without.objective.value - priced.objective.value)
    if difference.worth <= .zero, let words = demand(on: sale.sale) {
      return difference.explanation(.mustSell, "demanded by \(words)")
    }
    if difference.worth <= .zero,
      let explanation = constraint(on: sale, difference, without: without.years)
    {
      return explanation
    }
    return difference.explanation
  }

  /// The household's words when less than the sale would miss a required sale.
  private func demand(on sale: Sale) -> String? {
    let position = problem.positions[sale.position]
    let sold = sales(of: sale.position).map(\.shares).reduce(.zero, +)
    guard position.required > sold - sale.shares else { return nil }
    return scenario.constraints.mustSell.first { $0.lot == position.lot }?.words
  }

  /// The wish that a sale serves which costs more than it saves.
  private func constraint(
    on sale: PricedOrder, _ difference: SaleDifference, without years: [PricedYear]
  ) -> SaleExplanation? {
    let constraints = scenario.constraints
    if constraints.raiseCash > .zero, priced.proceeds - sale.proceeds < constraints.raiseCash {
      let cost = (-difference.worth).separated
      return difference.explanation(
        .raisesCash, "brings \(sale.proceeds.separated) of cash; \(cost) in taxes and costs")
    }
    let ceiling = constraints.adjustedGrossIncomeAtMost.first {
      years[$0.yearIndex].result.adjustedGrossIncome > $0.amount
    }
    return ceiling.map { ceiling in
      let year = scenario.years[ceiling.yearIndex].year
      return difference.explanation(
        .constrained, "keeps income of \(year) within \(ceiling.amount.separated)")
    }
  }

  /// The plan's sales of a position, by date.
  func sales(of position: Int) -> [Sale] {
    ordersOfPosition[position].map { orders[$0].sale }
  }

  /// The plan's totals with other sales of one position.
  ///
  /// - Parameters:
  ///   - position: whose sales are replaced.
  ///   - sales: what is sold of it instead, by date.
  ///   - price: what a share brings on each of these dates, where it is not the scenario's.
  /// - Returns: the totals, to the cent.
  func totals(
    replacing position: Int, by sales: [Sale], at price: UnitPrice? = nil
  ) -> PlanTotals {
    // Where a purchase is near, the sales of all identical securities hang together.
    let scope = problem.ledger.scope
    let group = scope.groupOfPosition[position]
    let members =
      scope.groups[group].isReachable ? scope.groups[group].positions : [position]
    var changed = totals
    var alone: [PricedSale] = []
    for member in members {
      for part in ordersOfPosition[member].flatMap({ orders[$0].parts }) {
        changed.remove(part, year: scenario.dates[part.sale.date].yearIndex)
      }
      alone +=
        member == position
        ? pricer.priceAlone(sales, at: price) : pricer.priceAlone(self.sales(of: member))
    }
    for part in pricer.settledParts(of: group, alone) {
      changed.add(part, year: scenario.dates[part.sale.date].yearIndex)
    }
    return changed
  }
}

/// One sale, and the year of the sale with and without it.
struct SaleDifference {
  let sale: PricedOrder
  let year: Int
  let with: FederalReturn<Money>
  let without: FederalReturn<Money>
  /// By how much the objective would rise without the sale.
  let worth: Money

  /// Tax of the year that the sale adds; negative when it saves.
  var tax: Money { with.fullCost - without.fullCost }

  func explanation(_ reason: LotReason, _ words: String) -> SaleExplanation {
    SaleExplanation(reason: reason, words: words, worth: worth)
  }

  /// The reason that lies in the tax itself.
  var explanation: SaleExplanation {
    if sale.gain < .zero { return loss }
    if sale.gain > .zero { return gain }
    return explanation(.changesNothing, "neither gain nor loss")
  }

  private var loss: SaleExplanation {
    let gainsBefore = max(.zero, without.capitalGainOrLoss)
    let gains = gainsBefore - max(.zero, with.capitalGainOrLoss)
    let used = without.capitalGainOrLoss - with.capitalGainOrLoss
    if used > .zero, tax < .zero {
      let offsets = gains > .zero ? "\(gains.separated) of gains" : ""
      let income = used > gains ? "\((used - gains).separated) of other income" : ""
      let both = [offsets, income].filter { !$0.isEmpty }.joined(separator: " and ")
      return explanation(
        gains + gains >= used ? .lossOffsetsGains : .lossForOrdinaryLimit,
        "offsets \(both): \((-tax).separated) less tax in \(year) (\((-tax).part(of: used)))")
    }
    if worth > .zero {
      return explanation(
        .lossForLaterYears,
        "its loss of \((-sale.gain).separated) is used after \(year): worth \(worth.separated)"
      )
    }
    return worth == .zero
      ? explanation(.changesNothing, "changes neither taxes nor costs")
      : explanation(.leftByPlanner, "costs \((-worth).separated) more than it saves")
  }

  private var gain: SaleExplanation {
    let raised = with.capitalGainOrLoss - without.capitalGainOrLoss
    if tax <= .zero {
      let absorbed = sale.gain - raised
      if absorbed > .zero {
        return explanation(
          .gainAbsorbedByLosses,
          "\(absorbed.separated) of its gain is taken up by losses: no tax in \(year)")
      }
      return explanation(
        .gainInZeroBand, "its gain of \(sale.gain.separated) is taxed at 0% in \(year)")
    }
    let taxed = "\(tax.separated) of tax in \(year) (\(tax.part(of: sale.gain)) of its gain)"
    if worth > .zero {
      return explanation(
        .gainCheaperNow, "\(taxed), and \(worth.separated) less in all than without it")
    }
    return worth == .zero
      ? explanation(.changesNothing, "changes neither taxes nor costs")
      : explanation(.leftByPlanner, "\(taxed): \((-worth).separated) more than without it")
  }
}

extension Money {
  /// The part that this is of a positive amount, rounded half up to a hundredth of a percent.
  func part(of whole: Money) -> Rate {
    let hundredths = roundedQuotient(Int128(cents) * 10_000, over: Int128(whole.cents), .halfUp)
    return Rate(millionths: Int64(hundredths) * 100)
  }
}
