import Portfolio
import Quantities

/// What a plan may do with a gift that has two bases.
struct GiftTerms: Sendable, Hashable {
  /// The lot with both bases, for the exact price of a sale.
  var lot: Lot
  /// The planning dates from the first on which the lot may be sold that have one basis in common;
  /// empty where it is not offered at all.
  var dates: Range<Int>
  /// Why it is not offered on the dates after them, or not at all; `nil` where nothing is missing.
  var reason: String?
}

/// Finds, before any plan, which basis of a gift measures its sales, IRC §1015(a).
///
/// A model has one basis for a lot, while that of a gift worth less than the donor's basis depends
/// on what a sale brings. Within a year prices do not move with the plan, so the basis of each
/// planning date is known beforehand. The lot is offered on its first date and those after it that
/// ask for the same basis; the first rather than the last, because a loss that can be taken now
/// may be gone by then. Between the two bases proceeds are their own basis, and the dates must
/// have the same price.
///
/// The cost of a sale does not grow with it: it could take a small sale of a lot at a gain below
/// the donor's basis, where the law knows no loss and the model would. A lot at a gain, or between,
/// is therefore not offered where trades cost something, unless whole shares are sold and each
/// brings more than its basis and the cost. At a loss the cost only adds to it.
struct GiftSettlement {
  /// The scenario, each gift with the one basis and holding period that its plans use.
  private(set) var scenario: Scenario
  /// What may be done with each gift of two bases, by its index.
  private(set) var terms: [Int: GiftTerms] = [:]

  init(_ stated: Scenario) {
    scenario = stated
    for index in stated.lots.indices where stated.lots[index].giftValue != nil {
      settle(index, stated)
    }
  }

  private mutating func settle(_ index: Int, _ stated: Scenario) {
    let lot = stated.lots[index]
    let sale = GiftSale(lot: lot, in: stated)
    let hold = stated.constraints.holdUntil.filter { $0.lot == index }.map(\.until).max()
    let opens = max(lot.acquired, hold ?? lot.acquired)
    guard let first = stated.dates.firstIndex(where: { $0.date >= opens }) else {
      // Other rules withhold the lot; by which basis it would be sold does not matter.
      scenario.lots[index].giftValue = nil
      return
    }
    let used = sale.basis(on: first)
    var end = first + 1
    while end < stated.dates.count, sale.isAlike(end, first) { end += 1 }
    scenario.lots[index].adjustedBasis = used.basis
    scenario.lots[index].holdingStart = used.holdingStart
    scenario.lots[index].giftValue = nil
    var terms = GiftTerms(lot: lot, dates: first..<end)
    if let reason = sale.costReason(on: first..<end) {
      terms.dates = first..<first
      terms.reason = reason
    } else if end < stated.dates.count {
      let day = stated.dates[end].date
      terms.reason =
        "from \(day) on its price asks for the gift's other basis, or a price between the two"
        + " (IRC 1015(a)): plan those dates in a scenario of their own"
    }
    self.terms[index] = terms
  }
}

/// Sales of a gift on the planning dates.
private struct GiftSale {
  let lot: Lot
  let security: Security
  let account: Account
  let tradeCost: Money

  init(lot: Lot, in scenario: Scenario) {
    guard let security = scenario.securities.first(where: { $0.symbol == lot.symbol }),
      let account = scenario.accounts.first(where: { $0.id == lot.account })
    else { preconditionFailure("lot \(lot.id) names an account or security the scenario lacks") }
    self.lot = lot
    self.security = security
    self.account = account
    tradeCost = scenario.constraints.tradeCost
  }

  /// What shares bring before the cost of the trade.
  private func proceeds(of shares: Shares, on date: Int) -> Money {
    let gross = security.prices[date].times(shares)
    return gross - security.spread.of(gross, rounded: .halfUp)
  }

  /// The basis by which all of the lot would be measured.
  func basis(on date: Int) -> BasisUsed {
    lot.basisUsed(by: lot.quantity, proceeds: proceeds(of: lot.quantity, on: date))
  }

  /// Whether a date asks for the same basis as another.
  func isAlike(_ date: Int, _ other: Int) -> Bool {
    let (used, others) = (basis(on: date), basis(on: other))
    return used.measure == others.measure && used.basis == others.basis
  }

  /// Why the cost of a trade stands against the lot on the dates.
  func costReason(on dates: Range<Int>) -> String? {
    guard tradeCost > .zero, let first = dates.first, basis(on: first).measure != .loss else {
      return nil
    }
    let share = Shares(whole: 1)
    // A share's basis is rounded: the dearest of them is at most a cent above.
    let dearest = share.portion(of: lot.adjustedBasis, outOf: lot.quantity) + Money(cents: 1)
    let isClear =
      account.wholeShares
      && dates.allSatisfy { proceeds(of: share, on: $0) - tradeCost > dearest }
    return isClear
      ? nil
      : "trade_cost could turn a small sale of this gift from a gain into neither gain nor loss"
        + " (IRC 1015(a)), which plans do not weigh"
  }
}
