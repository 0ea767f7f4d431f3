package import FederalTax
import Portfolio
public import Quantities

/// Prices plans by the exact return: the one place from which every printed dollar comes.
public struct PlanPricer: Sendable {
  /// The problem whose plans are priced.
  public let problem: Problem
  private let discountFactors: [Rate]
  private let premiumFactor: Rate
  private let laterTaxFactor: Rate
  private let finalFactor: Rate

  /// A pricer for the plans of one problem.
  public init(_ problem: Problem) {
    self.problem = problem
    let outlook = problem.scenario.outlook
    let count = problem.scenario.years.count
    premiumFactor = outlook.premiumFactor
    discountFactors = (0..<count).map(outlook.discountFactor)
    laterTaxFactor = outlook.discountFactor(after: outlook.laterTaxYears)
    finalFactor = outlook.discountFactor(after: count)
  }

  /// The price of a plan.
  ///
  /// - Parameter plan: sells no more of a position than its shares, on dates it offers.
  /// - Returns: every sale, every year's return, and the objective.
  public func price(_ plan: Plan) -> PricedPlan {
    let (sales, wash) = settled(priceAlone(plan.sales))
    var totals = PlanTotals(yearCount: problem.scenario.years.count)
    for sale in sales { totals.add(sale, year: problem.scenario.dates[sale.sale.date].yearIndex) }
    let (years, objective) = price(totals)
    return PricedPlan(plan: plan, sales: sales, years: years, objective: objective, wash: wash)
  }

  /// The prices of sales as if no other sale or purchase were near.
  ///
  /// - Parameters:
  ///   - sales: ordered by position and date.
  ///   - price: what a share brings, where it is not the scenario's.
  /// - Returns: one price for each sale.
  func priceAlone(_ sales: [Sale], at price: UnitPrice? = nil) -> [PricedSale] {
    var sold: (position: Int, shares: Shares) = (-1, .zero)
    return sales.map { sale in
      if sold.position != sale.position { sold = (sale.position, .zero) }
      defer { sold.shares += sale.shares }
      return self.price(sale, after: sold.shares, at: price ?? opportunity(of: sale).price)
    }
  }

  /// The price of one sale.
  ///
  /// - Parameters:
  ///   - sale: on a date that its position offers.
  ///   - sold: shares of the position sold earlier in the plan.
  /// - Returns: proceeds, basis and costs in cents.
  public func price(_ sale: Sale, after sold: Shares = .zero) -> PricedSale {
    price(sale, after: sold, at: opportunity(of: sale).price)
  }

  /// The price of one sale if a share brought another price.
  package func price(_ sale: Sale, after sold: Shares, at price: UnitPrice) -> PricedSale {
    let opportunity = opportunity(of: sale)
    let gross = price.times(sale.shares)
    let costs =
      opportunity.spread.of(gross, rounded: .halfUp) + problem.scenario.constraints.tradeCost
    let lot = problem.positions[sale.position].lot
    var priced = PricedSale(
      sale: sale, price: price, proceeds: gross - costs, basis: .zero, costs: costs,
      term: opportunity.term,
      isCollectible: problem.positions[sale.position].isCollectible)
    if let gift = problem.gifts[lot]?.lot {
      let used = gift.basisUsed(by: sale.shares, after: sold, proceeds: priced.proceeds)
      priced.basis = used.basis
      priced.term = HoldingPeriod.term(
        from: used.holdingStart, sold: problem.scenario.dates[sale.date].date)
    } else {
      priced.basis = problem.scenario.lots[lot].basis(of: sale.shares, after: sold)
    }
    return priced
  }

  private func opportunity(of sale: Sale) -> SaleOpportunity {
    guard let opportunity = problem.positions[sale.position].opportunity(on: sale.date) else {
      preconditionFailure("the position is not offered on the date")
    }
    return opportunity
  }

  /// The returns and the objective that follow from a plan's totals alone.
  public func price(_ totals: PlanTotals) -> (years: [PricedYear], objective: Objective) {
    var years: [PricedYear] = []
    years.reserveCapacity(problem.scenario.years.count)
    let objective = run(totals) { years.append($0) }
    return (years, objective)
  }

  /// The objective that follows from a plan's totals alone, without keeping the returns.
  public func objective(of totals: PlanTotals) -> Money {
    run(totals) { _ in }.value
  }

  private func run(_ totals: PlanTotals, keep: (PricedYear) -> Void) -> Objective {
    var progress = YearlyProgress(carryover: problem.scenario.carryover)
    for index in problem.scenario.years.indices {
      let (inputs, result) = advance(
        &progress, year: index, shortTerm: totals.shortTerm[index],
        longTerm: totals.longTerm[index], collectibles: totals.collectibles[index],
        costs: totals.costs[index])
      keep(
        PricedYear(
          year: problem.scenario.years[index].year, plannedShortTerm: totals.shortTerm[index],
          plannedLongTerm: totals.longTerm[index],
          plannedCollectibles: totals.collectibles[index], inputs: inputs, result: result))
    }
    return objective(of: progress, plannedGains: totals.gains)
  }

  /// Adds one year to what the years before it came to.
  ///
  /// - Parameters:
  ///   - progress: what the earlier years came to; afterwards with this year.
  ///   - index: of the year in the scenario.
  ///   - shortTerm: the plan's short-term gains less losses of the year.
  ///   - longTerm: the plan's long-term gains less losses of the year.
  ///   - collectibles: the part of `longTerm` that is of collectibles.
  ///   - costs: the plan's spread and trade costs of the year.
  /// - Returns: the inputs and the lines of the year's return.
  @discardableResult
  package func advance(
    _ progress: inout YearlyProgress, year index: Int, shortTerm: Money, longTerm: Money,
    collectibles: Money, costs: Money
  ) -> (inputs: ReturnInputs<Money>, result: FederalReturn<Money>) {
    var inputs = problem.scenario.years[index].inputs
    inputs.shortTermGain += shortTerm
    inputs.longTermGain += longTerm
    inputs.collectiblesGain += collectibles
    inputs.shortTermCarryover = progress.carryover.shortTerm
    inputs.longTermCarryover = progress.carryover.longTerm
    let result = exactReturn(
      inputs, facts: problem.scenario.years[index].facts, law: problem.scenario.years[index].law)
    let factor = discountFactors[index]
    progress.carryover = CarryoverIn(
      shortTerm: result.shortTermCarryoverOut, longTerm: result.longTermCarryoverOut)
    progress.taxes += factor.of(
      result.presentCost(premiums: premiumFactor), rounded: .halfUp)
    progress.costs += factor.of(costs, rounded: .halfUp)
    return (inputs, result)
  }

  /// The objective once every year has been added.
  package func objective(of progress: YearlyProgress, plannedGains: Money) -> Objective {
    let outlook = problem.scenario.outlook
    return Objective(
      taxes: progress.taxes, costs: progress.costs,
      laterTax: outlook.laterTaxRate.map { laterTax(at: $0, onGains: plannedGains) } ?? .zero,
      carryoverWorth: finalFactor.of(
        outlook.shortTermCarryoverValue.of(progress.carryover.shortTerm, rounded: .halfUp)
          + outlook.longTermCarryoverValue.of(progress.carryover.longTerm, rounded: .halfUp),
        rounded: .halfUp))
  }

  /// The present worth by which the later tax changes when a plan is carried out.
  ///
  /// - Parameters:
  ///   - rate: of the later tax.
  ///   - totals: of the plan.
  /// - Returns: positive when the plan's losses exceed its gains.
  public func laterTax(at rate: Rate, on totals: PlanTotals) -> Money {
    laterTax(at: rate, onGains: totals.gains)
  }

  private func laterTax(at rate: Rate, onGains gains: Money) -> Money {
    laterTaxFactor.of(rate.of(-gains, rounded: .halfUp), rounded: .halfUp)
  }
}

/// What the years priced so far came to: all that the years after them depend on.
package struct YearlyProgress: Sendable, Hashable {
  /// Losses not yet used.
  package var carryover: CarryoverIn
  /// Federal tax, discounted.
  package var taxes = Money.zero
  /// Spread and trade costs, discounted.
  package var costs = Money.zero

  /// The state before the first year.
  package init(carryover: CarryoverIn) { self.carryover = carryover }
}

/// What a plan adds to each year: all that its tax depends on.
public struct PlanTotals: Sendable, Hashable {
  /// Short-term gains less losses, a value for each year.
  public var shortTerm: [Money]
  /// Long-term gains less losses, a value for each year.
  public var longTerm: [Money]
  /// The part of ``longTerm`` that is of collectibles, a value for each year.
  public var collectibles: [Money]
  /// Spread and trade costs, a value for each year.
  public var costs: [Money]
  /// Losses that are lost for good, positive, of all years.
  public var permanent = Money.zero

  /// Gains less losses of all years as far as a later gain will be less or more for them: a loss
  /// that is lost for good raises the later gain although it is not deducted.
  public var gains: Money { shortTerm.total() + longTerm.total() - permanent }

  /// The totals of a plan that sells nothing.
  public init(yearCount: Int) {
    shortTerm = Array(repeating: .zero, count: yearCount)
    longTerm = shortTerm
    collectibles = shortTerm
    costs = shortTerm
  }

  /// Adds a sale to its year.
  public mutating func add(_ sale: PricedSale, year: Int) {
    add(sale.recognized, sale, year: year)
    costs[year] += sale.costs
    permanent += sale.permanent
  }

  /// Takes a sale from its year.
  public mutating func remove(_ sale: PricedSale, year: Int) {
    add(-sale.recognized, sale, year: year)
    costs[year] -= sale.costs
    permanent -= sale.permanent
  }

  private mutating func add(_ gain: Money, _ sale: PricedSale, year: Int) {
    switch sale.term {
    case .short: shortTerm[year] += gain
    case .long:
      longTerm[year] += gain
      if sale.isCollectible { collectibles[year] += gain }
    }
  }
}
