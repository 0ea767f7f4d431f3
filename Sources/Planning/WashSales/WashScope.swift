package import Portfolio
import Quantities

/// A scenario's securities by substantially identical groups, and what of each can replace what is
/// sold at a loss.
///
/// Built once for a problem. Most groups of most households have no purchase near a planning date:
/// they need no ledger, and a plan's sales of them are worth what they are worth alone.
package struct WashScope: Sendable {
  /// The securities of one group and all that is known of them.
  package struct Group: Sendable {
    /// The symbols in order.
    package var symbols: [String]
    /// The lots, as indices into the scenario's, in any account.
    package var lots: [Int] = []
    /// The purchases that happen, as indices into the facts'.
    package var purchases: [Int] = []
    /// The scheduled purchases that can be stopped, as indices into the facts'.
    package var stoppable: [Int] = []
    /// The positions of the problem.
    package var positions: [Int] = []
    /// Whether a purchase near a planning date can make a loss of the group nondeductible.
    package var isReachable = false
  }

  /// The groups, ordered by their first symbols.
  package private(set) var groups: [Group] = []
  /// The group of each position.
  package private(set) var groupOfPosition: [Int] = []
  /// The ledger's accounts, in the scenario's order.
  let accounts: [LedgerAccount]
  /// The ledger's securities, ordered by symbol.
  let securities: [LedgerSecurity]

  private let accountIndex: [String: Int]
  private let securityIndex: [String: Int]

  /// Looks at all of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - positions: the lots that may be sold; empty where only history matters.
  init(_ scenario: Scenario, positions: [Position]) {
    accounts = scenario.accounts.map { account in
      LedgerAccount(id: account.id, kind: account.kind, owner: account.ledgerOwner)
    }
    accountIndex = Dictionary(
      accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let membership = Membership(scenario)
    securities = membership.securities
    securityIndex = Dictionary(
      securities.enumerated().map { ($1.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    groups = membership.groups.map { Group(symbols: $0) }
    for (index, lot) in scenario.lots.enumerated() {
      groups[group(of: lot.symbol)].lots.append(index)
    }
    for (index, purchase) in scenario.wash.purchases.enumerated() {
      let group = group(of: purchase.symbol)
      if purchase.soldOn != nil { continue }
      if purchase.isScheduled && purchase.canBeStopped {
        groups[group].stoppable.append(index)
      } else {
        groups[group].purchases.append(index)
      }
    }
    groupOfPosition = positions.map { group(of: scenario.lots[$0.lot].symbol) }
    for (position, group) in groupOfPosition.enumerated() {
      groups[group].positions.append(position)
    }
    for index in groups.indices {
      groups[index].isReachable = isReachable(groups[index], scenario)
    }
  }

  /// Whether a purchase is near a planning date of a position's security.
  package func isReachable(position: Int) -> Bool { groups[groupOfPosition[position]].isReachable }

  /// The group of a symbol.
  package func group(of symbol: String) -> Int {
    guard let index = securityIndex[symbol] else {
      preconditionFailure("the scenario does not know \(symbol)")
    }
    return securities[index].group
  }

  /// A lot as the ledger sees it.
  func ledgerLot(_ lot: Lot, order: Int, policy: WashPolicy) -> LedgerLot {
    LedgerLot(
      account: account(lot.account), security: security(lot.symbol), acquired: lot.acquired,
      order: order, isPurchase: lot.acquisition.counts(under: policy),
      quantity: Fraction(lot.quantity),
      basisPerUnit: Fraction(lot.adjustedBasis) / Fraction(lot.quantity),
      holdingStart: lot.holdingStart, replaced: Fraction(lot.replacedShares))
  }

  /// A purchase as the ledger sees it: what its shares cost does not matter.
  func ledgerLot(_ purchase: Purchase, order: Int, policy: WashPolicy) -> LedgerLot {
    LedgerLot(
      account: account(purchase.account), security: security(purchase.symbol),
      acquired: purchase.date, order: order, isPurchase: purchase.kind.counts(under: policy),
      quantity: Fraction(purchase.shares), basisPerUnit: .zero,
      replaced: Fraction(purchase.replacedShares))
  }

  /// The shares sold in the past as a lot of their own.
  func ledgerLot(_ sale: PastSale, quantity: Fraction, order: Int) -> LedgerLot {
    LedgerLot(
      account: account(sale.account), security: security(sale.symbol), acquired: sale.acquired,
      order: order, isPurchase: false, quantity: quantity,
      basisPerUnit: Fraction(sale.basis) / Fraction(sale.shares),
      holdingStart: sale.holdingStart)
  }

  /// The account of a name.
  func ledgerAccount(_ id: String) -> LedgerAccount { accounts[account(id)] }

  /// How many shares of its group's measure a share of a symbol stands for.
  func unitsPerShare(_ symbol: String) -> Fraction { securities[security(symbol)].unitsPerShare }

  private func account(_ id: String) -> Int {
    guard let index = accountIndex[id] else {
      preconditionFailure("the scenario has no account \(id)")
    }
    return index
  }

  private func security(_ symbol: String) -> Int {
    guard let index = securityIndex[symbol] else {
      preconditionFailure("the scenario does not know \(symbol)")
    }
    return index
  }

  /// Whether any purchase of the group lies within the window of a planning date.
  private func isReachable(_ group: Group, _ scenario: Scenario) -> Bool {
    guard !group.positions.isEmpty else { return false }
    func isNear(_ day: CivilDate) -> Bool {
      scenario.dates.contains { abs($0.date.days(since: day)) <= WashRules.law.windowDays }
    }
    return group.purchases.contains { isNear(scenario.wash.purchases[$0].date) }
      || group.lots.contains { index in
        let lot = scenario.lots[index]
        return lot.acquisition.isPurchase && lot.replacedShares < lot.quantity
          && isNear(lot.acquired)
      }
  }
}

/// Which symbols belong together.
private struct Membership {
  /// Every symbol the scenario mentions, in order.
  var securities: [LedgerSecurity] = []
  /// The symbols of each group.
  var groups: [[String]] = []

  init(_ scenario: Scenario) {
    var declared: [String: (group: Int, ratio: Rate)] = [:]
    for (index, group) in scenario.wash.groups.enumerated() {
      for member in group.members { declared[member.symbol] = (index, member.ratio) }
    }
    var symbols = Set(scenario.securities.map(\.symbol)).union(declared.keys)
    for lot in scenario.lots { symbols.insert(lot.symbol) }
    for purchase in scenario.wash.purchases { symbols.insert(purchase.symbol) }
    for sale in scenario.wash.pastSales { symbols.insert(sale.symbol) }
    var numbers: [Int: Int] = [:]
    for symbol in symbols.sorted() {
      let entry = declared[symbol]
      let number = entry.flatMap { numbers[$0.group] } ?? groups.count
      if number == groups.count { groups.append([]) }
      if let entry { numbers[entry.group] = number }
      groups[number].append(symbol)
      securities.append(
        LedgerSecurity(
          symbol: symbol, assetClass: scenario.wash.assetClasses[symbol] ?? .stock, group: number,
          unitsPerShare: entry.map { Fraction($0.ratio) } ?? .one))
    }
  }
}

extension Account {
  /// Whose purchases the account's are, by the household's words.
  package var ledgerOwner: LedgerOwner {
    switch owner.lowercased() {
    case "spouse": .spouse
    case "corporation": .corporation
    default: .taxpayer
    }
  }
}

extension AcquisitionKind {
  /// Whether shares so acquired can replace others under a policy.
  package func counts(under policy: WashPolicy) -> Bool {
    isPurchase && !(self == .vest && policy.vest == .ignore)
  }
}
