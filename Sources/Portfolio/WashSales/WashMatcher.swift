public import Quantities

/// Matches losses with the shares that make them nondeductible, IRC §1091.
///
/// Everything is a function of values and knows lots by their indexes, so that a planner can ask
/// thousands of times. The time is close to linear in lots, disposals and matches.
public struct WashMatcher: Sendable {
  /// The accounts that lots name by index.
  public let accounts: [LedgerAccount]
  /// The securities that lots name by index.
  public let securities: [LedgerSecurity]
  /// The readings where the law leaves a point open.
  public let policy: WashPolicy
  let rules: WashRules
  let groupCount: Int
  /// Of each account, its place among those that acquire at one moment.
  let ranks: [Int]

  /// A matcher for a household.
  ///
  /// - Parameters:
  ///   - accounts: that lots will name by index.
  ///   - securities: that lots will name by index; groups are numbered from 0.
  ///   - policy: the readings where the law leaves a point open.
  public init(
    accounts: [LedgerAccount], securities: [LedgerSecurity], policy: WashPolicy = WashPolicy()
  ) {
    self.init(accounts: accounts, securities: securities, policy: policy, rules: .law)
  }

  /// A matcher by rules that tests break.
  package init(
    accounts: [LedgerAccount], securities: [LedgerSecurity], policy: WashPolicy, rules: WashRules
  ) {
    self.accounts = accounts
    self.securities = securities
    self.policy = policy
    self.rules = rules
    var largest = -1
    for security in securities {
      largest = max(largest, security.group, security.acquires?.group ?? -1)
    }
    groupCount = largest + 1
    // No authority orders acquisitions of one day; taxable ones first lose least.
    ranks = accounts.map { ($0.isRetirement ? 2 : 0) + ($0.owner == .taxpayer ? 0 : 1) }
  }

  /// Matches the losses of disposals.
  ///
  /// - Parameters:
  ///   - lots: everything that was acquired; of lots acquired at one moment in accounts of one rank,
  ///     the first is the earlier.
  ///   - disposals: in the order in which shares leave their lots. None takes more than its lot has.
  /// - Returns: rows and what is left.
  public func settle(lots: [LedgerLot], disposals: [LedgerDisposal]) -> WashSettlement {
    var settling = WashSettling(self, lots, disposals)
    return settling.settlement()
  }

  /// Whether a loss on a lot is inside the rule.
  ///
  /// - Parameters:
  ///   - lot: what is sold.
  ///   - date: the trade date of the sale.
  /// - Returns: `false` for dealers and traders who mark to market, for what is no stock or security,
  ///   and inside retirement accounts.
  public func isSubject(_ lot: LedgerLot, soldOn date: CivilDate) -> Bool {
    let account = accounts[lot.account]
    if account.isDealer || account.isMarkToMarket || account.isRetirement { return false }
    return policy.isSubject(securities[lot.security].assetClass, soldOn: date)
  }

  /// Whether the account of a lot can hold a replacement at all.
  func canReplace(_ lot: LedgerLot) -> Bool {
    let account = accounts[lot.account]
    return (lot.isPurchase || !rules.onlyPurchasesReplace)
      && (!account.isRetirement || policy.retirementCounts.contains(account.kind))
  }

  /// The lots in order of acquisition, whatever the order they are given in.
  package func acquisitionOrder(_ lots: [LedgerLot]) -> [Int] {
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (lots[left].acquisition, lots[right].acquisition)
      if first != second { return first < second }
      let (firstRank, secondRank) = (ranks[lots[left].account], ranks[lots[right].account])
      return firstRank == secondRank ? left < right : firstRank < secondRank
    }
    return lots.indices.sorted(by: isBefore)
  }
}
