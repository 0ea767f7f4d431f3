public import Portfolio
public import Quantities

/// What may be sold, when, and why the rest may not: a scenario seen by a planner.
public struct Problem: Sendable {
  /// The scenario, with the wash sales of its past settled: their disallowed losses are out of the
  /// years' gains and in the basis of the lots that replace.
  public let scenario: Scenario
  /// The scenario as it was stated, but that each gift of two bases has the one that its plans use.
  public let stated: Scenario
  /// The lots that may be sold on at least one planning date, in lot order.
  public let positions: [Position]
  /// The lots that may not, in lot order.
  public let withheld: [WithheldLot]

  /// What may be done with gifts of two bases, by their lots' indices.
  let gifts: [Int: GiftTerms]
  /// What the ledger says of the past.
  package let history: WashHistory
  /// The wash-sale ledger of the plans.
  package let ledger: PlanLedger

  /// Looks at every lot of a scenario.
  public init(_ stated: Scenario) {
    let settlement = GiftSettlement(stated)
    self.stated = settlement.scenario
    gifts = settlement.terms
    let (scenario, history) = settlement.scenario.settlingHistory()
    self.scenario = scenario
    self.history = history
    var positions: [Position] = []
    var withheld: [WithheldLot] = []
    let lookup = Lookup(scenario, gifts: gifts)
    for index in scenario.lots.indices {
      switch lookup.examine(lot: index) {
      case .offered(let position): positions.append(position)
      case .withheld(let lot): withheld.append(lot)
      }
    }
    self.positions = positions
    self.withheld = withheld
    ledger = PlanLedger(scenario, scope: WashScope(scenario, positions: positions))
  }

  private init(_ problem: Problem, policy: WashPolicy) {
    var scenario = problem.scenario
    scenario.wash.policy = policy
    self.scenario = scenario
    stated = problem.stated
    gifts = problem.gifts
    positions = problem.positions
    withheld = problem.withheld
    history = problem.history
    ledger = PlanLedger(scenario, scope: WashScope(scenario, positions: positions))
  }

  /// The same lots and past under another reading of IRC §1091: only the plan's own sales are read
  /// anew.
  package func reading(_ policy: WashPolicy) -> Problem { Problem(self, policy: policy) }
}

/// A lot that may be sold.
public struct Position: Sendable, Hashable {
  /// The index of the lot in the scenario.
  public var lot: Int
  /// The shares that may be sold: all of the lot, or its whole shares where the account sells no
  /// others; positive.
  public var shares: Shares
  /// The shares that must be sold over all dates; no more than ``shares`` where the household asks
  /// for no more than the lot holds.
  public var required: Shares
  /// Whether only whole shares can be sold.
  public var wholeShares: Bool
  /// Whether gain on the lot held long is taxed at the rate of collectibles.
  public var isCollectible = false
  /// The planning dates on which it may be sold, in order and without a gap: at least one.
  public var opportunities: [SaleOpportunity]
  /// Why it is not offered on the dates after them, or on those before; `nil` where nothing but its
  /// acquisition and the household's own rules stand against other dates.
  public var limit: String?

  /// The terms of a sale on a planning date; `nil` where the lot is not offered on it.
  public func opportunity(on date: Int) -> SaleOpportunity? {
    let index = date - opportunities[0].date
    return opportunities.indices.contains(index) ? opportunities[index] : nil
  }
}

/// A planning date on which a lot may be sold, and on what terms.
public struct SaleOpportunity: Sendable, Hashable {
  /// The index of the planning date.
  public var date: Int
  /// The index of its tax year.
  public var year: Int
  /// The price of a share before the spread.
  public var price: UnitPrice
  /// The part of the price lost in selling.
  public var spread: Rate
  /// The term of a sale on the date.
  public var term: Term
}

/// A lot that may not be sold, and why.
public struct WithheldLot: Sendable, Hashable {
  /// The index of the lot in the scenario.
  public var lot: Int
  /// A stable name of the reason, such as `account_not_harvestable`.
  public var code: String
  /// The reason in words.
  public var reason: String
}

/// Finds what the scenario says about one lot, without searching for each.
private struct Lookup {
  let scenario: Scenario
  let accounts: [String: Account]
  let securities: [String: Security]
  let gifts: [Int: GiftTerms]
  let averages: AverageOrder
  var neverSell: [Int: String] = [:]
  var required: [Int: Shares] = [:]
  var heldUntil: [Int: HoldRule] = [:]

  init(_ scenario: Scenario, gifts: [Int: GiftTerms]) {
    self.scenario = scenario
    self.gifts = gifts
    averages = AverageOrder(scenario)
    accounts = Dictionary(
      scenario.accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    securities = Dictionary(
      scenario.securities.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    for rule in scenario.constraints.neverSell { neverSell[rule.lot] = rule.words }
    for sale in scenario.constraints.mustSell {
      required[sale.lot] = max(required[sale.lot] ?? .zero, sale.shares)
    }
    for rule in scenario.constraints.holdUntil {
      if let other = heldUntil[rule.lot], other.until >= rule.until { continue }
      heldUntil[rule.lot] = rule
    }
  }

  enum Finding {
    case offered(Position)
    case withheld(WithheldLot)
  }

  func examine(lot index: Int) -> Finding {
    func withheld(_ code: String, _ reason: String) -> Finding {
      .withheld(WithheldLot(lot: index, code: code, reason: reason))
    }
    let lot = scenario.lots[index]
    guard let account = accounts[lot.account], let security = securities[lot.symbol] else {
      preconditionFailure("lot \(lot.id) names an account or security the scenario lacks")
    }
    if let reason = account.kind.reasonNotHarvestable {
      return withheld("account_not_harvestable", reason)
    }
    if account.ledgerOwner == .corporation {
      return withheld(
        "account_not_harvestable", "a corporation's gains and losses enter its own return")
    }
    if let words = neverSell[index] { return withheld("never_sell", words) }
    let gift = gifts[index]
    if let gift, gift.dates.isEmpty { return withheld("gift_basis", gift.reason ?? "") }
    var opportunities = scenario.dates.indices.compactMap { date -> SaleOpportunity? in
      let day = scenario.dates[date].date
      guard day >= lot.acquired else { return nil }
      if let rule = heldUntil[index], day < rule.until { return nil }
      if let gift, !gift.dates.contains(date) { return nil }
      return SaleOpportunity(
        date: date, year: scenario.dates[date].yearIndex, price: security.prices[date],
        spread: security.spread,
        term: HoldingPeriod.term(from: lot.holdingStart, sold: day))
    }
    var limit = gift?.reason
    if averages.keepsLongTermFirst(lot) {
      let long = opportunities.filter { $0.term == .long }
      if long.isEmpty, !opportunities.isEmpty {
        return withheld("average_basis", AverageOrder.reason)
      }
      if long.count < opportunities.count { limit = AverageOrder.reason }
      opportunities = long
    }
    if opportunities.isEmpty {
      if lot.acquired > (scenario.dates.last?.date ?? lot.acquired) {
        return withheld("not_yet_acquired", "acquired \(lot.acquired), after every planning date")
      }
      return withheld("hold_until", heldUntil[index]?.words ?? "")
    }
    let shares = account.wholeShares ? lot.quantity.wholePart : lot.quantity
    guard shares > .zero else {
      return withheld("less_than_a_share", "the account sells whole shares only")
    }
    // A wish for all of a lot means all that can be sold of it; a wish for more than the lot holds
    // stays as it is, so that it is found to be a contradiction.
    var required = required[index] ?? .zero
    if account.wholeShares, required <= lot.quantity {
      required = min(required.roundedUpToWhole, shares)
    }
    return .offered(
      Position(
        lot: index, shares: shares, required: required,
        wholeShares: account.wholeShares, isCollectible: security.isCollectible,
        opportunities: opportunities, limit: limit))
  }
}
