import Quantities

/// The ledger of a household under IRC §1091: each sale with the loss that is not deductible, each lot
/// that is left with its adjusted basis and holding period, and the totals of each year.
///
/// Sources: IRC §1091 and §1223(3); Treas. Reg. §1.1091-1 and §1.1091-2; Rev. Rul. 2008-5 and 56-602;
/// IRS Publication 550. Where they leave a point open, ``WashPolicy`` says which reading is taken.
public struct WashLedger: Sendable {
  /// The records.
  public let records: LedgerRecords
  /// Runs of equal shares sold outside retirement accounts, in order of disposition, then of
  /// acquisition, then of position in the lot.
  public let sales: [SaleLine]
  /// Runs of equal shares that are left, in order of acquisition, then of position in the lot.
  public let held: [HeldLine]
  /// The years with sales, in order.
  public let years: [LedgerYear]

  let book: LedgerBook
  let matcher: WashMatcher
  let settlement: WashSettlement

  /// The ledger of records.
  ///
  /// - Throws: everything that is wrong with the records, each with its place.
  public init(_ records: LedgerRecords) throws(LedgerFailure) {
    try self.init(records, rules: .law)
  }

  /// The ledger by rules that tests break.
  package init(_ records: LedgerRecords, rules: WashRules) throws(LedgerFailure) {
    self.records = records
    book = try LedgerBook(records)
    matcher = WashMatcher(
      accounts: book.accounts, securities: book.securities, policy: records.policy, rules: rules)
    settlement = matcher.settle(lots: book.lots(under: records.policy), disposals: book.disposals)
    let statement = LedgerStatement(records, book, settlement)
    sales = statement.sales()
    held = statement.held()
    years = statement.years()
  }

  /// The rows of Form 8949, one for each line of ``sales``.
  public var form8949: [Form8949Row] { sales.map(Form8949Row.init) }

  /// The losses that purchases after the last record can still make nondeductible.
  public var provisional: [ProvisionalLoss] {
    guard let lastDate = book.lastDate else { return [] }
    return zip(sales, settlement.rows).compactMap { line, row in
      let lastDay = line.date.adding(days: matcher.rules.windowDays)
      guard line.recognized.isNegative, lastDay > lastDate,
        matcher.isSubject(book.lots[row.lot], soldOn: line.date)
      else { return nil }
      let year = line.date.year
      return ProvisionalLoss(
        sale: line.sale, lot: line.lot, year: year,
        provisionalUntil: lastDay.year > year ? WashRules.finalDay(of: year) : lastDay)
    }
  }
}

/// Says a settlement in the words of the records.
struct LedgerStatement {
  private let transactions: [LedgerTransaction]
  private let book: LedgerBook
  private let settlement: WashSettlement

  init(_ records: LedgerRecords, _ book: LedgerBook, _ settlement: WashSettlement) {
    transactions = records.transactions
    self.book = book
    self.settlement = settlement
  }

  private func name(ofLot lot: Int) -> String { transactions[book.lotTransactions[lot]].id }

  func sales() -> [SaleLine] {
    settlement.rows.map { row in
      let disposal = book.disposals[row.disposal]
      let sale = book.sales[disposal.sale]
      let lot = book.lots[row.lot]
      return SaleLine(
        sale: transactions[sale.transaction].id, lot: name(ofLot: row.lot),
        account: book.accounts[sale.account].id, symbol: book.securities[lot.security].symbol,
        date: disposal.moment.date, quantity: row.quantity * sale.factor, proceeds: row.proceeds,
        basis: row.basis, disallowed: row.disallowed, permanent: row.permanent, term: row.term,
        acquired: lot.acquired, holdingStart: row.holdingStart,
        matches: row.matches.map { match in
          SaleMatch(
            replacement: name(ofLot: match.lot), quantity: match.quantity * sale.factor,
            loss: match.loss, isPermanent: match.isPermanent)
        })
    }
  }

  func held() -> [HeldLine] {
    guard let lastDate = book.lastDate else { return [] }
    return settlement.remaining.map { remainder in
      let lot = book.lots[remainder.lot]
      let carried = remainder.quantity * remainder.basisPerUnit
      let isLong = lot.side == .long
      return HeldLine(
        lot: name(ofLot: remainder.lot), side: lot.side,
        account: book.accounts[book.lastAccounts[remainder.lot]].id,
        symbol: book.securities[lot.security].symbol,
        quantity: remainder.quantity * book.factors.factor(lot.security, on: lastDate),
        basis: isLong ? carried : remainder.quantity * lot.openedForPerUnit,
        deferred: isLong ? nil : carried, acquired: lot.acquired,
        holdingStart: remainder.holdingStart, isReplacement: remainder.isReplacement)
    }
  }

  func years() -> [LedgerYear] { ledgerYears(settlement, book.disposals) }
}

/// The totals of each year with sales.
func ledgerYears(
  _ settlement: WashSettlement, _ disposals: [LedgerDisposal]
) -> [LedgerYear] {
  struct Sums {
    var shortTerm = FractionSum()
    var longTerm = FractionSum()
    var disallowed = FractionSum()
    var permanent = FractionSum()
  }
  var sums: [Int: Sums] = [:]
  for row in settlement.rows {
    let year = disposals[row.disposal].moment.date.year
    switch row.term {
    case .short: sums[year, default: Sums()].shortTerm.add(row.recognized)
    case .long: sums[year, default: Sums()].longTerm.add(row.recognized)
    }
    sums[year]?.disallowed.add(row.disallowed)
    sums[year]?.permanent.add(row.permanent)
  }
  return sums.sorted { $0.key < $1.key }.map { year, sums in
    LedgerYear(
      year: year, shortTerm: sums.shortTerm.total, longTerm: sums.longTerm.total,
      disallowed: sums.disallowed.total, permanent: sums.permanent.total)
  }
}
