import Portfolio
import Quantities

/// One lot on one planning date: the smallest thing the greedy planner moves.
struct SaleCandidate {
  let position: Int
  let date: Int
  let year: Int
  let term: Term
  /// Whether a long-term gain is taxed at the rate of collectibles.
  let isCollectible: Bool
  let price: UnitPrice
  let spread: Rate
  let tradeCost: Money
  let basis: Money
  let quantity: Shares
  /// The group of securities whose purchases may wash a loss of this lot; `nil` where none is near.
  let washGroup: Int?
  /// Whether the lot was bought so near to the date that it can replace what is sold on it.
  let isRecent: Bool
  /// The shares sold are multiples of this.
  let unit: Shares
  /// The least shares of a sale that brings the least proceeds of one sale; more than `most`
  /// where no sale does.
  private(set) var least: Shares
  /// The shares that may be sold of the position.
  let most: Shares
  /// What selling `most` brings.
  private(set) var whole: SaleEffect

  init(position: Int, of problem: Problem, opportunity: SaleOpportunity) {
    let holding = problem.positions[position]
    let lot = problem.scenario.lots[holding.lot]
    self.position = position
    date = opportunity.date
    year = opportunity.year
    term = opportunity.term
    isCollectible = holding.isCollectible
    price = opportunity.price
    spread = opportunity.spread
    tradeCost = problem.scenario.constraints.tradeCost
    basis = lot.adjustedBasis
    quantity = lot.quantity
    let group = problem.ledger.scope.groupOfPosition[position]
    isRecent =
      lot.acquisition.isPurchase
      && problem.scenario.dates[date].date.days(since: lot.acquired)
        <= WashRules.law.windowDays
    washGroup = problem.ledger.scope.groups[group].isReachable ? group : nil
    unit = holding.wholeShares ? Shares(whole: 1) : Shares(millionths: 1)
    most = holding.shares
    least = unit
    whole = .none
    whole = effect(of: most, after: .zero)
    least = leastShares(bringing: problem.scenario.constraints.minimumTrade)
  }

  /// What selling `shares` brings when `sold` shares of the lot were sold on earlier dates.
  func effect(of shares: Shares, after sold: Shares) -> SaleEffect {
    if shares == .zero { return .none }
    if shares == most, sold == .zero, whole.sales > 0 { return whole }
    let gross = price.times(shares)
    let costs = spread.of(gross, rounded: .halfUp) + tradeCost
    let cost =
      (sold + shares).portion(of: basis, outOf: quantity)
      - sold.portion(of: basis, outOf: quantity)
    return SaleEffect(gain: gross - costs - cost, costs: costs, proceeds: gross - costs, sales: 1)
  }

  /// The least whole number of units that brings at least `proceeds`, by bisection.
  private func leastShares(bringing proceeds: Money) -> Shares {
    guard proceeds > .zero else { return unit }
    guard whole.proceeds >= proceeds else { return most + unit }
    var low: Int64 = 0
    var high = most.millionths / unit.millionths
    while high - low > 1 {
      let middle = (low + high) / 2
      let shares = Shares(millionths: middle * unit.millionths)
      if effect(of: shares, after: .zero).proceeds >= proceeds {
        high = middle
      } else {
        low = middle
      }
    }
    return Shares(millionths: high * unit.millionths)
  }

  /// The number nearest below `shares` that a sale may have; `most` stays as it is.
  func quantized(_ shares: Shares) -> Shares {
    Shares(millionths: shares.millionths - shares.millionths % unit.millionths)
  }
}

/// What a sale, or a change of one, adds.
struct SaleEffect {
  var gain: Money
  var costs: Money
  var proceeds: Money
  var sales: Int

  static let none = SaleEffect(gain: .zero, costs: .zero, proceeds: .zero, sales: 0)

  static func + (left: SaleEffect, right: SaleEffect) -> SaleEffect {
    SaleEffect(
      gain: left.gain + right.gain, costs: left.costs + right.costs,
      proceeds: left.proceeds + right.proceeds, sales: left.sales + right.sales)
  }

  static func - (left: SaleEffect, right: SaleEffect) -> SaleEffect {
    SaleEffect(
      gain: left.gain - right.gain, costs: left.costs - right.costs,
      proceeds: left.proceeds - right.proceeds, sales: left.sales - right.sales)
  }
}
