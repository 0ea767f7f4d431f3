import Portfolio
import Quantities
import Testing

/// Short forms of records for ledgers of tests.
enum Record {
  static func buy(
    _ id: String, _ date: String, _ quantity: Fraction, at price: Fraction,
    in account: String = "T",
    of symbol: String = "M", kind: AcquisitionKind = .purchase, order: String? = nil,
    time: String? = nil
  ) throws -> LedgerTransaction {
    try record(
      id, date, .buy(trade(account, symbol, quantity, price), kind), order: order, time: time)
  }

  static func sell(
    _ id: String, _ date: String, _ quantity: Fraction, at price: Fraction,
    in account: String = "T",
    of symbol: String = "M", lots: [(String, Fraction)] = [], order: String? = nil,
    time: String? = nil
  ) throws -> LedgerTransaction {
    try record(
      id, date, .sell(trade(account, symbol, quantity, price), identified(lots)), order: order,
      time: time)
  }

  static func short(
    _ id: String, _ date: String, _ quantity: Fraction, at price: Fraction,
    in account: String = "T",
    time: String? = nil
  ) throws -> LedgerTransaction {
    try record(id, date, .short(trade(account, "M", quantity, price)), time: time)
  }

  static func cover(
    _ id: String, _ date: String, _ quantity: Fraction, at price: Fraction,
    in account: String = "T",
    time: String? = nil
  ) throws -> LedgerTransaction {
    try record(id, date, .cover(trade(account, "M", quantity, price), []), time: time)
  }

  static func record(
    _ id: String, _ date: String, _ action: LedgerTransaction.Action, order: String? = nil,
    time: String? = nil
  ) throws -> LedgerTransaction {
    LedgerTransaction(
      id: id, date: try #require(CivilDate(date)),
      time: try time.map { try #require(TimeOfDay($0)) },
      order: order, action: action)
  }

  private static func trade(
    _ account: String, _ symbol: String, _ quantity: Fraction, _ price: Fraction
  ) -> LedgerTransaction.Trade {
    LedgerTransaction.Trade(account: account, symbol: symbol, quantity: quantity, price: price)
  }

  private static func identified(
    _ lots: [(String, Fraction)]
  ) -> [LedgerTransaction.Identified] {
    lots.map { LedgerTransaction.Identified(lot: $0.0, quantity: $0.1) }
  }
}

/// A taxable account, an IRA and a spouse's account.
let household = [
  LedgerAccount(id: "T", kind: .taxable), LedgerAccount(id: "IRA", kind: .traditionalIRA),
  LedgerAccount(id: "S", kind: .taxable, owner: .spouse),
  LedgerAccount(id: "401k", kind: .plan401k),
]

/// The ledger of records, with its invariants checked.
func ledger(
  _ transactions: [LedgerTransaction], policy: WashPolicy = WashPolicy(),
  groups: [[LedgerRecords.Member]] = [], securities: [LedgerRecords.Security] = []
) throws -> WashLedger {
  let ledger = try WashLedger(
    LedgerRecords(
      policy: policy, accounts: household, securities: securities, groups: groups,
      transactions: transactions))
  #expect(ledger.checkInvariants() == [])
  return ledger
}

/// What is wrong with records.
func problems(_ transactions: [LedgerTransaction]) throws -> [LedgerProblem] {
  do {
    _ = try WashLedger(LedgerRecords(accounts: household, transactions: transactions))
    return []
  } catch { return error.problems }
}
