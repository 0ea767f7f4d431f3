import Quantities

/// Reads records one by one: the names, the splits and the lots.
struct LedgerRecordReader {
  struct OpenedLot {
    var lot: LedgerLot
    var transaction: Int
    var isVested: Bool
  }

  /// The most dollars of all records together, forty quadrillion: what is left of ``Money`` to add
  /// columns up.
  static let mostDollars = Fraction(40_000_000_000_000_000)

  let transactions: [LedgerTransaction]
  private(set) var names: LedgerNames
  private(set) var factors = SplitFactors([], securityCount: 0)
  private(set) var problems: [(transaction: Int, problem: LedgerProblem)] = []
  /// The numbers of orders: a record is its own, unless it names another.
  private var orders: [String: Int] = [:]
  private var dollars = FractionSum()

  init(_ records: LedgerRecords) {
    transactions = records.transactions
    names = LedgerNames(records)
    refuseEqualIDs()
    readSplits()
  }

  /// Everything that is wrong, in the order of the records.
  var allProblems: [LedgerProblem] {
    let ordered = problems.enumerated().sorted { left, right in
      left.element.transaction == right.element.transaction
        ? left.offset < right.offset : left.element.transaction < right.element.transaction
    }
    return names.problems + ordered.map(\.element.problem)
  }

  /// The security of a symbol.
  mutating func security(_ symbol: String) -> Int { names.index(ofSecurity: symbol) }

  /// Refuses records whose sums could not be written in cents.
  mutating func refuseTooManyDollars() {
    guard dollars.total > Self.mostDollars, let last = transactions.indices.last else { return }
    report(last, .invalidValue, "", "the records add up to more than forty quadrillion dollars")
  }

  mutating func report(
    _ transaction: Int, _ code: LedgerProblem.Code, _ key: String, _ message: String
  ) {
    let id = transactions[transaction].id
    let path = "transactions[\(transaction)]" + (key.isEmpty ? "" : "." + key)
    problems.append(
      (
        transaction,
        LedgerProblem(code: code, transaction: id, path: path, message: "\(id): \(message)")
      ))
  }

  private mutating func refuseEqualIDs() {
    orders.reserveCapacity(transactions.count)
    for (index, transaction) in transactions.enumerated() {
      if orders.updateValue(index, forKey: transaction.id) != nil {
        report(index, .duplicateID, "id", "another record has this id")
      }
    }
  }

  private mutating func readSplits() {
    var splits: [(security: Int, date: CivilDate, ratio: Fraction)] = []
    for (index, transaction) in transactions.enumerated() {
      guard case .split(let symbol, let ratio) = transaction.action else { continue }
      if ratio.isPositive {
        splits.append((names.index(ofSecurity: symbol), transaction.date, ratio))
      } else {
        report(index, .invalidValue, "ratio", "the ratio is not positive")
      }
    }
    for transaction in transactions {
      if let symbol = transaction.symbol { _ = names.index(ofSecurity: symbol) }
    }
    factors = SplitFactors(splits, securityCount: names.securities.count)
  }

  /// The lots that records open, in order of acquisition: by moment, then by the rank of their
  /// account, then by name.
  mutating func openLots() -> [OpenedLot] {
    var opened: [OpenedLot] = []
    for index in transactions.indices {
      if let lot = lot(index) { opened.append(lot) }
    }
    let ranks = WashMatcher(accounts: names.accounts, securities: names.securities).ranks
    func isBefore(_ left: OpenedLot, _ right: OpenedLot) -> Bool {
      if left.lot.acquisition != right.lot.acquisition {
        return left.lot.acquisition < right.lot.acquisition
      }
      let (first, second) = (ranks[left.lot.account], ranks[right.lot.account])
      if first != second { return first < second }
      return transactions[left.transaction].id < transactions[right.transaction].id
    }
    return opened.sorted(by: isBefore)
  }

  private mutating func lot(_ index: Int) -> OpenedLot? {
    let transaction = transactions[index]
    switch transaction.action {
    case .buy(let trade, let kind):
      guard kind.isPurchase else {
        report(
          index, .invalidValue, "kind", "shares that come by \(kind.rawValue) are not bought")
        return nil
      }
      return lot(
        index, trade.account, trade.symbol, trade.quantity, side: .long,
        dollars: amount(trade, index, feeAdds: true), acquired: transaction.date,
        isPurchase: true, isVested: kind == .vest)
    case .receive(let account, let symbol, let quantity, let basis, let acquired):
      if basis.isNegative { report(index, .invalidValue, "basis", "the basis is negative") }
      let acquired = acquired ?? transaction.date
      if acquired > transaction.date {
        report(index, .invalidValue, "acquired", "acquired after the day it was received")
      }
      dollars.add(basis.magnitude)
      return lot(
        index, account, symbol, quantity, side: .long, dollars: basis, acquired: acquired,
        isPurchase: false, isVested: false)
    case .short(let trade):
      return lot(
        index, trade.account, trade.symbol, trade.quantity, side: .short,
        dollars: amount(trade, index, feeAdds: false), acquired: transaction.date,
        isPurchase: true, isVested: false)
    case .sell, .worthless, .split, .transfer, .cover: return nil
    }
  }

  private mutating func lot(
    _ index: Int, _ account: String, _ symbol: String, _ quantity: Fraction, side: PositionSide,
    dollars: Fraction, acquired: CivilDate, isPurchase: Bool, isVested: Bool
  ) -> OpenedLot? {
    guard quantity.isPositive else {
      report(index, .invalidValue, "qty", "the quantity is not positive")
      return nil
    }
    guard let account = self.account(account, index) else { return nil }
    let transaction = transactions[index]
    let security = names.index(ofSecurity: symbol)
    let units = quantity / factors.factor(security, on: transaction.date)
    let perUnit = dollars / units
    let order = transaction.order.map { number(ofOrder: $0) } ?? index
    return OpenedLot(
      lot: LedgerLot(
        account: account, security: security, side: side, acquired: acquired,
        acquisition: .acquisition(transaction.date, transaction.time), order: order,
        isPurchase: isPurchase, quantity: units,
        basisPerUnit: side == .long ? perUnit : .zero,
        openedForPerUnit: side == .short ? perUnit : .zero),
      transaction: index, isVested: isVested)
  }

  private mutating func number(ofOrder name: String) -> Int {
    if let number = orders[name] { return number }
    // Beyond the numbers of the records.
    let number = transactions.count + orders.count
    orders[name] = number
    return number
  }

  /// The account of a name; an unknown one is a problem.
  mutating func account(_ id: String, _ index: Int, key: String = "account") -> Int? {
    if let account = names.index(ofAccount: id) { return account }
    report(index, .unknownName, key, "there is no account \"\(id)\"")
    return nil
  }

  /// Dollars of a trade with its fee: what is paid, or what is received.
  mutating func amount(
    _ trade: LedgerTransaction.Trade, _ index: Int, feeAdds: Bool
  ) -> Fraction {
    if trade.price.isNegative { report(index, .invalidValue, "price", "the price is negative") }
    let gross = trade.quantity * trade.price
    dollars.add(gross.magnitude)
    dollars.add(trade.fee.magnitude)
    return feeAdds ? gross + trade.fee : gross - trade.fee
  }
}

extension LedgerTransaction {
  /// The security that the record is about; a transfer names a lot instead.
  var symbol: String? {
    switch action {
    case .buy(let trade, _), .sell(let trade, _), .short(let trade), .cover(let trade, _):
      trade.symbol
    case .receive(_, let symbol, _, _, _), .worthless(_, let symbol, _), .split(let symbol, _):
      symbol
    case .transfer: nil
    }
  }
}
