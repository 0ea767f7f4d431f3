import Portfolio
import Quantities

/// Records rewritten so that it is known what becomes of their ledger.
extension LedgerRecords {
  /// The records with each transaction replaced by others.
  func replacing(
    _ transform: (LedgerTransaction) -> [LedgerTransaction]
  ) -> LedgerRecords {
    var records = self
    records.transactions = transactions.flatMap(transform)
    return records
  }

  /// The records with prices, costs and bases times a factor.
  func scalingPrices(by factor: Fraction) -> LedgerRecords {
    replacing { [$0.scaled(quantity: .one, price: factor, dollars: factor)] }
  }

  /// The records in shares of which `factor` are one old share, from a day on.
  func scalingShares(by factor: Fraction, from day: CivilDate) -> LedgerRecords {
    replacing { record in
      record.dayOfEffect < day
        ? [record] : [record.scaled(quantity: factor, price: factor.reciprocal, dollars: .one)]
    }
  }

  /// The records with new identifiers.
  func renaming(_ name: (String) -> String) -> LedgerRecords {
    func renamed(_ identified: [LedgerTransaction.Identified]) -> [LedgerTransaction.Identified] {
      identified.map { .init(lot: name($0.lot), quantity: $0.quantity) }
    }
    return replacing { record in
      var record = record
      record.id = name(record.id)
      switch record.action {
      case .sell(let trade, let lots): record.action = .sell(trade, renamed(lots))
      case .cover(let trade, let lots): record.action = .cover(trade, renamed(lots))
      case .transfer(let lot, let from, let to):
        record.action = .transfer(lot: name(lot), from: from, to: to)
      case .buy, .receive, .worthless, .split, .short: break
      }
      return [record]
    }
  }

  /// Every symbol of the records, in order.
  var symbols: [String] { Set(transactions.compactMap(\.symbolOfTrade)).sorted() }

  /// Whether the records are of shares that are owned, bought and sold for money.
  var isLong: Bool {
    transactions.allSatisfy {
      switch $0.action {
      case .short, .cover: false
      default: true
      }
    }
  }

  /// The account of a name.
  func account(_ id: String) -> LedgerAccount? { accounts.first { $0.id == id } }

  /// Whether an account is taxed.
  func isTaxed(_ id: String) -> Bool { account(id)?.isRetirement == false }
}

extension LedgerTransaction {
  /// The trade date; of a loss of all worth, the last day of the year.
  var dayOfEffect: CivilDate {
    guard case .worthless = action else { return date }
    return CivilDate(year: date.year, month: 12, day: 31) ?? date
  }

  /// Whether the record disposes of shares.
  var isDisposal: Bool {
    switch action {
    case .sell, .cover, .worthless: true
    case .buy, .receive, .split, .transfer, .short: false
    }
  }

  /// The security, unless the record is a split or names a lot instead.
  var symbolOfTrade: String? {
    switch action {
    case .buy(let trade, _), .sell(let trade, _), .short(let trade), .cover(let trade, _):
      trade.symbol
    case .receive(_, let symbol, _, _, _), .worthless(_, let symbol, _): symbol
    case .split, .transfer: nil
    }
  }

  /// The record with its numbers of shares, prices a share, and other dollars times factors.
  func scaled(quantity: Fraction, price: Fraction, dollars: Fraction) -> LedgerTransaction {
    func scaled(_ trade: Trade) -> Trade {
      Trade(
        account: trade.account, symbol: trade.symbol, quantity: trade.quantity * quantity,
        price: trade.price * price, fee: trade.fee * dollars)
    }
    func scaled(_ lots: [Identified]) -> [Identified] {
      lots.map { Identified(lot: $0.lot, quantity: $0.quantity * quantity) }
    }
    var record = self
    switch action {
    case .buy(let trade, let kind): record.action = .buy(scaled(trade), kind)
    case .sell(let trade, let lots): record.action = .sell(scaled(trade), scaled(lots))
    case .short(let trade): record.action = .short(scaled(trade))
    case .cover(let trade, let lots): record.action = .cover(scaled(trade), scaled(lots))
    case .receive(let account, let symbol, let shares, let basis, let acquired):
      record.action = .receive(
        account: account, symbol: symbol, quantity: shares * quantity, basis: basis * dollars,
        acquired: acquired)
    case .worthless(let account, let symbol, let shares):
      record.action = .worthless(
        account: account, symbol: symbol, quantity: shares.map { $0 * quantity })
    case .split, .transfer: break
    }
    return record
  }
}

extension SaleLine {
  /// The line with shares, dollars and names changed as those of the records were.
  func rewritten(
    shares: Fraction = .one, dollars: Fraction = .one, name: (String) -> String = { $0 }
  ) -> SaleLine {
    var line = self
    line.sale = name(sale)
    line.lot = name(lot)
    line.quantity *= shares
    line.proceeds *= dollars
    line.basis *= dollars
    line.disallowed *= dollars
    line.permanent *= dollars
    for index in line.matches.indices {
      line.matches[index].replacement = name(line.matches[index].replacement)
      line.matches[index].quantity *= shares
      line.matches[index].loss *= dollars
    }
    return line
  }
}

extension HeldLine {
  /// The line with shares, dollars and names changed as those of the records were.
  func rewritten(
    shares: Fraction = .one, dollars: Fraction = .one, name: (String) -> String = { $0 }
  ) -> HeldLine {
    var line = self
    line.lot = name(lot)
    line.quantity *= shares
    line.basis *= dollars
    line.deferred = deferred.map { $0 * dollars }
    return line
  }
}
