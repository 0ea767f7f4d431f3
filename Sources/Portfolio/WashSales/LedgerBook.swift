import Quantities

/// The records of a household as lots and disposals, which the rule never changes: which shares a
/// sale takes is fixed when it is made.
struct LedgerBook: Sendable {
  /// A sale, a cover, or a loss of all worth.
  struct Sale: Sendable {
    /// The index of the record.
    var transaction: Int
    /// The index of the account.
    var account: Int
    /// The shares of its day that one unit is.
    var factor: Fraction
  }

  let accounts: [LedgerAccount]
  let securities: [LedgerSecurity]
  /// The lots in order of acquisition.
  let lots: [LedgerLot]
  /// Of each lot, the record that opened it.
  let lotTransactions: [Int]
  /// Of each lot, the account that holds it at the end.
  let lastAccounts: [Int]
  /// The lots that came by vesting.
  let vestedLots: [Int]
  let disposals: [LedgerDisposal]
  let sales: [Sale]
  let factors: SplitFactors
  /// The last day of the records; `nil` when there are none.
  let lastDate: CivilDate?

  /// Reads records.
  ///
  /// - Throws: everything that is wrong with them.
  init(_ records: LedgerRecords) throws(LedgerFailure) {
    var reader = LedgerRecordReader(records)
    let opened = reader.openLots()
    var replay = LedgerReplay(reader, opened)
    replay.run()
    let problems = replay.problems
    if !problems.isEmpty { throw LedgerFailure(problems: problems) }
    accounts = reader.names.accounts
    securities = reader.names.securities
    factors = reader.factors
    lots = opened.map(\.lot)
    lotTransactions = opened.map(\.transaction)
    lastAccounts = replay.holdings.account
    vestedLots = opened.indices.filter { opened[$0].isVested }
    disposals = replay.disposals
    sales = replay.sales
    lastDate = records.transactions.map(\.date).max()
  }

  /// The lots as a policy reads them.
  func lots(under policy: WashPolicy) -> [LedgerLot] {
    if policy.vest == .counts { return lots }
    var lots = lots
    for lot in vestedLots { lots[lot].isPurchase = false }
    return lots
  }
}
