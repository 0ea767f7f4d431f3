import Quantities

/// Goes through records in order of time, and finds which shares each sale takes.
struct LedgerReplay {
  private enum Event {
    case transfer(String, from: String?, to: String)
    case sale
    case opening(lot: Int)

    /// The order at one moment: a sale takes nothing that is acquired at the same time.
    var rank: Int {
      switch self {
      case .transfer: 0
      case .sale: 1
      case .opening: 2
      }
    }
  }

  private typealias Entry = (moment: LedgerMoment, event: Event, transaction: Int)

  private let transactions: [LedgerTransaction]
  private let lots: [LedgerLot]
  private let lotTransactions: [Int]
  private let lotIndexes: [String: Int]
  private var reader: LedgerRecordReader
  private var box: ShortAgainstTheBox
  /// Of each order with several fills, when the first of them was sold.
  private var orderMoments: [String: LedgerMoment] = [:]
  private(set) var holdings: LedgerHoldings
  private(set) var disposals: [LedgerDisposal] = []
  private(set) var sales: [LedgerBook.Sale] = []

  init(_ reader: LedgerRecordReader, _ opened: [LedgerRecordReader.OpenedLot]) {
    self.reader = reader
    transactions = reader.transactions
    lots = opened.map(\.lot)
    lotTransactions = opened.map(\.transaction)
    let names = opened.map { reader.transactions[$0.transaction].id }
    lotIndexes = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    holdings = LedgerHoldings(lots, names: names)
    box = ShortAgainstTheBox(lots, reader.names.securities)
  }

  /// Everything that is wrong with the records, in their order.
  var problems: [LedgerProblem] { reader.allProblems }

  mutating func run() {
    let entries = entries()
    for (moment, event, transaction) in entries {
      guard case .sale = event, let order = transactions[transaction].order else { continue }
      if orderMoments[order] == nil { orderMoments[order] = moment }
    }
    var date: CivilDate?
    for (moment, event, transaction) in entries {
      if moment.date != date { refuseBoxes(box.endOfDay()) }
      date = moment.date
      switch event {
      case .opening(let lot):
        holdings.open(lot)
        if box.open(lot, isTimed: transactions[transaction].time != nil) { refuseBoxes([lot]) }
      case .transfer(let lot, let from, let to): transfer(lot, from, to, transaction)
      case .sale: sell(transaction, moment)
      }
    }
    refuseBoxes(box.endOfDay())
    reader.refuseTooManyDollars()
  }

  /// What happens, in order of time; what happens at one moment in an order of content.
  private func entries() -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(transactions.count)
    for (index, transaction) in transactions.enumerated() {
      let date = transaction.date
      switch transaction.action {
      case .sell, .cover:
        entries.append((.disposition(date, transaction.time), .sale, index))
      case .worthless:
        // A loss of all worth is one on the last day of the year: IRC §165(g)(1).
        let lastDay = CivilDate(year: date.year, month: 12, day: 31) ?? date
        entries.append((.disposition(lastDay, transaction.time), .sale, index))
      case .transfer(let lot, let from, let to):
        entries.append((.transfer(date), .transfer(lot, from: from, to: to), index))
      case .buy, .receive, .short, .split: break
      }
    }
    for (lot, transaction) in lotTransactions.enumerated() {
      entries.append((lots[lot].acquisition, .opening(lot: lot), transaction))
    }
    return entries.sorted { left, right in
      if left.moment != right.moment { return left.moment < right.moment }
      if left.event.rank != right.event.rank { return left.event.rank < right.event.rank }
      if case .opening(let first) = left.event, case .opening(let second) = right.event {
        return first < second
      }
      return transactions[left.transaction].id < transactions[right.transaction].id
    }
  }

  private mutating func refuseBoxes(_ boxed: [Int]) {
    for lot in boxed {
      reader.report(
        lotTransactions[lot], .notSupported, "",
        "short against the box: the household would own and owe identical shares, which needs a "
          + "rule that is not modelled: short sales and constructive sales, IRC 1233 and 1259")
    }
  }

  // MARK: Transfers

  private mutating func transfer(
    _ name: String, _ from: String?, _ to: String, _ index: Int
  ) {
    guard let lot = lotIndexes[name] else {
      return reader.report(index, .unknownName, "lot", "there is no lot \"\(name)\"")
    }
    let account = holdings.account[lot]
    if let from, let source = reader.account(from, index, key: "from"), source != account {
      let holder = reader.names.accounts[account].id
      reader.report(
        index, .notHeld, "from", "lot \"\(name)\" is in account \"\(holder)\", not \"\(from)\"")
    }
    guard let destination = reader.account(to, index, key: "to") else { return }
    // A lot bought at a known time of the day moves as soon as it is bought.
    if !holdings.isOpen[lot], lots[lot].acquisition.date > transactions[index].date {
      return reader.report(
        index, .notHeld, "date", "lot \"\(name)\" is transferred before it is bought")
    }
    let accounts = reader.names.accounts
    if accounts[account].isRetirement != accounts[destination].isRetirement {
      return reader.report(
        index, .notSupported, "to",
        "shares that enter or leave a retirement account need a rule that is not modelled: "
          + "contributions and distributions in kind, IRC 408(a) and (d)")
    }
    holdings.move(lot, to: destination)
  }

  // MARK: Sales

  private mutating func sell(_ index: Int, _ ownMoment: LedgerMoment) {
    let transaction = transactions[index]
    let moment = transaction.order.flatMap { orderMoments[$0] } ?? ownMoment
    switch transaction.action {
    case .sell(let trade, let identified):
      sell(
        index, moment, .long, trade, identified,
        amount: reader.amount(trade, index, feeAdds: false))
    case .cover(let trade, let identified):
      sell(
        index, moment, .short, trade, identified,
        amount: reader.amount(trade, index, feeAdds: true))
    case .worthless(let account, let symbol, let quantity):
      guard let quantity else { return sellEverything(index, moment, account, symbol) }
      let trade = LedgerTransaction.Trade(
        account: account, symbol: symbol, quantity: quantity, price: .zero)
      sell(index, moment, .long, trade, [], amount: .zero)
    case .buy, .receive, .split, .transfer, .short: break
    }
  }

  private mutating func sellEverything(
    _ index: Int, _ moment: LedgerMoment, _ accountName: String, _ symbol: String
  ) {
    guard let account = reader.account(accountName, index) else { return }
    let security = reader.security(symbol)
    let taken = holdings.firstIn(
      account: account, security: security, side: .long, before: moment, quantity: nil)
    if taken.isEmpty {
      return reader.report(
        index, .notHeld, "symbol", "account \"\(accountName)\" holds no \(symbol)")
    }
    dispose(index, moment, account, security, taken, amountPerUnit: .zero)
  }

  private mutating func sell(
    _ index: Int, _ moment: LedgerMoment, _ side: PositionSide, _ trade: LedgerTransaction.Trade,
    _ identified: [LedgerTransaction.Identified], amount: Fraction
  ) {
    guard trade.quantity.isPositive else {
      return reader.report(index, .invalidValue, "qty", "the quantity is not positive")
    }
    guard let account = reader.account(trade.account, index) else { return }
    let security = reader.security(trade.symbol)
    let factor = reader.factors.factor(security, on: moment.date)
    let units = trade.quantity / factor
    let taken: [(lot: Int, quantity: Fraction)]
    if identified.isEmpty {
      taken = holdings.firstIn(
        account: account, security: security, side: side, before: moment, quantity: units)
      let found = taken.reduce(.zero) { $0 + $1.quantity }
      if found != units {
        return reader.report(
          index, .notHeld, "qty",
          "\(trade.quantity) \(trade.symbol) are more than the \(found * factor) that account "
            + "\"\(trade.account)\" \(side == .long ? "holds" : "owes") on \(moment.date)")
      }
    } else {
      let sale = IdentifiedSale(
        index: index, moment: moment, side: side, account: account, security: security,
        factor: factor)
      guard let found = find(identified, sale) else { return }
      let total = identified.reduce(.zero) { $0 + $1.quantity }
      if total != trade.quantity {
        return reader.report(
          index, .invalidValue, "lots",
          "the lots add up to \(total), the sale is of \(trade.quantity)")
      }
      taken = found
    }
    dispose(index, moment, account, security, taken, amountPerUnit: amount / units)
  }

  private struct IdentifiedSale {
    var index: Int
    var moment: LedgerMoment
    var side: PositionSide
    var account: Int
    var security: Int
    var factor: Fraction
  }

  /// The units of lots that a sale names; `nil` when one of them cannot be, which is reported.
  private mutating func find(
    _ identified: [LedgerTransaction.Identified], _ sale: IdentifiedSale
  ) -> [(lot: Int, quantity: Fraction)]? {
    var taken: [(lot: Int, quantity: Fraction)] = []
    var places: [Int: Int] = [:]
    var isComplete = true
    for (place, entry) in identified.enumerated() {
      let path = "lots[\(place)]"
      guard entry.quantity.isPositive else {
        reader.report(
          sale.index, .invalidValue, path + ".qty", "the quantity is not positive")
        isComplete = false
        continue
      }
      guard let lot = lotIndexes[entry.lot] else {
        reader.report(
          sale.index, .unknownName, path + ".lot", "there is no lot \"\(entry.lot)\"")
        isComplete = false
        continue
      }
      let quantity = entry.quantity / sale.factor
      let place = places[lot] ?? taken.count
      if place == taken.count { taken.append((lot, .zero)) }
      places[lot] = place
      taken[place].quantity += quantity
      if let obstacle = obstacle(lot, entry.lot, taken[place].quantity, sale) {
        reader.report(sale.index, .notHeld, path, obstacle)
        isComplete = false
      }
    }
    return isComplete ? taken : nil
  }

  /// Why a sale cannot take shares of a lot.
  private func obstacle(
    _ lot: Int, _ name: String, _ quantity: Fraction, _ sale: IdentifiedSale
  ) -> String? {
    if lots[lot].security != sale.security {
      return "lot \"\(name)\" is \(reader.names.securities[lots[lot].security].symbol)"
    }
    if lots[lot].side != sale.side { return "lot \"\(name)\" is a \(lots[lot].side) position" }
    if lots[lot].acquisition >= sale.moment || !holdings.isOpen[lot] {
      return "lot \"\(name)\" is sold before it is bought"
    }
    if holdings.account[lot] != sale.account {
      let holder = reader.names.accounts[holdings.account[lot]].id
      return "lot \"\(name)\" is in account \"\(holder)\""
    }
    if quantity > holdings.left[lot] {
      let left = holdings.left[lot] * sale.factor
      return "\(quantity * sale.factor) are more than the \(left) left of lot \"\(name)\""
    }
    return nil
  }

  private mutating func dispose(
    _ index: Int, _ moment: LedgerMoment, _ account: Int, _ security: Int,
    _ taken: [(lot: Int, quantity: Fraction)], amountPerUnit: Fraction
  ) {
    for (lot, quantity) in taken {
      holdings.take(quantity, from: lot)
      if holdings.left[lot].isZero { box.close(lot) }
      disposals.append(
        LedgerDisposal(
          lot: lot, quantity: quantity, amountPerUnit: amountPerUnit, moment: moment,
          sale: sales.count))
    }
    sales.append(
      LedgerBook.Sale(
        transaction: index, account: account,
        factor: reader.factors.factor(security, on: moment.date)))
  }
}
