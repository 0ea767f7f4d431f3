import Quantities

/// The accounts and securities of a ledger, by index.
struct LedgerNames {
  private(set) var accounts: [LedgerAccount] = []
  private(set) var securities: [LedgerSecurity] = []
  private(set) var problems: [LedgerProblem] = []
  private var accountIndexes: [String: Int] = [:]
  private var securityIndexes: [String: Int] = [:]
  private var groupCount = 0

  init(_ records: LedgerRecords) {
    for (index, account) in records.accounts.enumerated() {
      if accountIndexes[account.id] != nil {
        report(
          .duplicateID, "accounts[\(index)].id", "account \"\(account.id)\" is stated twice")
        continue
      }
      accountIndexes[account.id] = accounts.count
      accounts.append(account)
    }
    for (index, members) in records.groups.enumerated() { add(members, group: index) }
    for security in records.securities {
      let index = self.index(ofSecurity: security.symbol)
      securities[index].assetClass = security.assetClass
    }
    for security in records.securities { addRight(of: security) }
  }

  /// The account of a name.
  func index(ofAccount id: String) -> Int? { accountIndexes[id] }

  /// The security of a symbol, which is a group of its own when nothing was said of it.
  mutating func index(ofSecurity symbol: String) -> Int {
    if let index = securityIndexes[symbol] { return index }
    return add(symbol, group: newGroup(), unitsPerShare: .one)
  }

  private mutating func newGroup() -> Int {
    groupCount += 1
    return groupCount - 1
  }

  private mutating func add(_ symbol: String, group: Int, unitsPerShare: Fraction) -> Int {
    securityIndexes[symbol] = securities.count
    securities.append(
      LedgerSecurity(symbol: symbol, group: group, unitsPerShare: unitsPerShare))
    return securities.count - 1
  }

  private mutating func add(_ members: [LedgerRecords.Member], group index: Int) {
    let group = newGroup()
    for (place, member) in members.enumerated() {
      let path = "groups[\(index)].members[\(place)]"
      if !member.ratio.isPositive {
        report(.invalidValue, path + ".ratio", "the ratio is not positive")
      } else if securityIndexes[member.symbol] != nil {
        report(
          .duplicateID, path, "\"\(member.symbol)\" is a member of groups twice")
      } else {
        _ = add(member.symbol, group: group, unitsPerShare: member.ratio)
      }
    }
  }

  private mutating func addRight(of security: LedgerRecords.Security) {
    guard let symbol = security.acquires else { return }
    guard security.acquiresPerUnit.isPositive else {
      return report(
        .invalidValue, "securities.\(security.symbol).acquires.per_unit",
        "the number of shares is not positive")
    }
    let acquired = securities[index(ofSecurity: symbol)]
    securities[index(ofSecurity: security.symbol)].acquires = LedgerSecurity.Right(
      group: acquired.group, units: security.acquiresPerUnit * acquired.unitsPerShare)
  }

  private mutating func report(_ code: LedgerProblem.Code, _ path: String, _ message: String) {
    problems.append(LedgerProblem(code: code, transaction: nil, path: path, message: message))
  }
}
