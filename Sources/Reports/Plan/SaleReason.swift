import Planning
public import Quantities

/// Why a sale is part of a plan, found by leaving it out.
public enum SaleReason: Sendable, Hashable {
  /// The household demands it, in these words.
  case demanded(String)
  /// Without it taxes and costs are higher by this positive amount.
  case saves(Money)
  /// It raises cash that is asked for; the cost is a part of its proceeds.
  case raisesCash(Rate)
  /// Without it taxes and costs are the same.
  case free
  /// Without it taxes and costs are lower by this positive amount.
  case costs(Money)

  /// The reason for each sale of a plan, in the plan's order.
  ///
  /// - Parameters:
  ///   - priced: the plan.
  ///   - pricer: of the same problem.
  /// - Returns: as many reasons as sales.
  static func reasons(for priced: PricedPlan, pricer: PlanPricer) -> [SaleReason] {
    let scenario = pricer.problem.scenario
    var totals = PlanTotals(yearCount: scenario.years.count)
    func year(of sale: PricedSale) -> Int { scenario.dates[sale.sale.date].yearIndex }
    for sale in priced.sales { totals.add(sale, year: year(of: sale)) }
    return priced.sales.map { sale in
      let position = pricer.problem.positions[sale.sale.position]
      if position.required >= sale.sale.shares,
        let rule = scenario.constraints.mustSell.first(where: { $0.lot == position.lot })
      {
        return .demanded(rule.words)
      }
      var others = totals
      others.remove(sale, year: year(of: sale))
      let saving = pricer.objective(of: others) - priced.objective.value
      if saving > .zero { return .saves(saving) }
      if scenario.constraints.raiseCash > .zero, sale.proceeds > .zero {
        return .raisesCash((-saving).part(of: sale.proceeds))
      }
      return saving == .zero ? .free : .costs(-saving)
    }
  }

  /// A few words for a column of a table.
  var words: String {
    switch self {
    case .demanded: "must sell"
    case .saves(let amount): "saves \(amount.grouped)"
    case .raisesCash(let rate): "cash at \(rate)"
    case .free: "no tax"
    case .costs(let amount): "costs \(amount.grouped)"
    }
  }

  /// One sentence without its full stop.
  var sentence: String {
    switch self {
    case .demanded(let words): "demanded by \(words)"
    case .saves(let amount): "without this sale taxes and costs are \(amount) higher"
    case .raisesCash(let rate): "raises cash that costs \(rate) of its proceeds"
    case .free: "without this sale taxes and costs are the same"
    case .costs(let amount): "without this sale taxes and costs are \(amount) lower"
    }
  }
}

extension Money {
  /// The part that this is of a positive amount, rounded half up to a hundredth of a percent.
  fileprivate func part(of whole: Money) -> Rate {
    let wide = Int128(cents) * 10_000
    return Rate(millionths: Int64(roundedQuotient(wide, over: Int128(whole.cents), .halfUp)) * 100)
  }
}
