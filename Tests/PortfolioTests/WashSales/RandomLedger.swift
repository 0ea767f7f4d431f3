import Portfolio
import Quantities
import TestSupport

/// Random households with wash sales, valid by construction and decided by a seed alone.
///
/// Lots are tracked first in, first out as the records are drawn, so that no sale takes more than
/// there is. Identifiers grow with time.
struct RandomLedger {
  /// A lot as far as it is left, in shares of the day.
  private struct Holding {
    var id: String
    var account: Int
    var symbol: Int
    var acquired: CivilDate
    var left: Int
  }

  private static let accounts = [
    LedgerAccount(id: "T1", kind: .taxable),
    LedgerAccount(id: "T2", kind: .taxable),
    LedgerAccount(id: "S1", kind: .taxable, owner: .spouse),
    LedgerAccount(id: "IRA", kind: .traditionalIRA),
    LedgerAccount(id: "401", kind: .plan401k),
  ]
  private static let symbols = ["AAA", "AAB", "ZZZ"]

  private var random: SplitMix64
  private var records: LedgerRecords
  private var holdings: [Holding] = []
  private var date = CivilDate(dayNumber: 19_600)  // 30 August 2023
  private var prices = [40, 40, 90]

  /// The records of a seed: two to five accounts, two identical symbols and one other, gifts,
  /// splits, identified lots, times and, now and then, another reading of the law.
  static func records(seed: UInt64) -> LedgerRecords {
    var ledger = RandomLedger(seed: seed)
    ledger.draw()
    return ledger.records
  }

  private init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    let count = Int.random(in: 2...5, using: &random)
    records = LedgerRecords(
      accounts: Array(Self.accounts.prefix(count)),
      groups: [[.init(symbol: "AAA"), .init(symbol: "AAB")]], transactions: [])
    drawPolicy()
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  private mutating func drawPolicy() {
    if chance(20) { records.policy.sameDaySales = .regulationOrder }
    if chance(10) { records.policy.olderLots = .exclude }
    if chance(10) { records.policy.spouse = chance(50) ? .permanent : .ignore }
    if chance(20) { records.policy.tacking = chance(50) ? .noOverlap : .inheritDate }
    if chance(10) { records.policy.vest = .ignore }
  }

  private mutating func draw() {
    if chance(40) {
      date = date.adding(days: -number(300...420))
      buy(time: nil)
      date = CivilDate(dayNumber: 19_600)
    }
    for _ in 0..<number(6...14) {
      date = date.adding(days: number(0...3) == 0 ? number(20...45) : number(1...9))
      for symbol in prices.indices { prices[symbol] = max(2, prices[symbol] + number(-5...4)) }
      drawDay()
    }
  }

  /// What happens on one day, in the order in which a ledger reads it.
  private mutating func drawDay() {
    if chance(4) { split() }
    for _ in 0..<number(0...2) { chance(12) ? receive() : buy(time: nil) }
    if chance(6) { transfer() }
    if chance(25) {
      for hour in 10...number(10...13) {
        let time = TimeOfDay("\(hour):00:00")
        if chance(50) { buy(time: time) } else { sell(time: time) }
      }
    }
    for _ in 0..<number(0...2) { sell(time: nil) }
  }

  private mutating func add(_ action: LedgerTransaction.Action, time: TimeOfDay? = nil) -> String {
    let count = records.transactions.count
    let id = "t" + String(1_000 + count)
    records.transactions.append(
      LedgerTransaction(id: id, date: date, time: time, action: action))
    return id
  }

  private mutating func trade(_ account: Int, _ symbol: Int, _ shares: Int)
    -> LedgerTransaction.Trade
  {
    LedgerTransaction.Trade(
      account: records.accounts[account].id, symbol: Self.symbols[symbol],
      quantity: Fraction(shares), price: Fraction(prices[symbol] * 4 + number(-3...3), over: 4),
      fee: chance(15) ? Fraction(99, over: 20) : .zero)
  }

  private mutating func drawSymbol() -> Int { chance(60) ? 0 : number(1...2) }

  private mutating func buy(time: TimeOfDay?) {
    let (account, symbol) = (number(0...records.accounts.count - 1), drawSymbol())
    let shares = number(1...12)
    let kind: AcquisitionKind = chance(80) ? .purchase : chance(50) ? .vest : .drip
    let id = add(.buy(trade(account, symbol, shares), kind), time: time)
    holdings.append(
      Holding(id: id, account: account, symbol: symbol, acquired: date, left: shares))
  }

  private mutating func receive() {
    let (account, symbol) = (number(0...records.accounts.count - 1), drawSymbol())
    let shares = number(1...12)
    let acquired = date.adding(days: -number(0...500))
    let id = add(
      .receive(
        account: records.accounts[account].id, symbol: Self.symbols[symbol],
        quantity: Fraction(shares), basis: Fraction(shares * prices[symbol]), acquired: acquired))
    holdings.append(
      Holding(id: id, account: account, symbol: symbol, acquired: acquired, left: shares))
  }

  private mutating func split() {
    let symbol = drawSymbol()
    // A second split of a symbol on one day would be another record of the same thing.
    _ = add(.split(symbol: Self.symbols[symbol], ratio: 2))
    prices[symbol] = max(2, prices[symbol] / 2)
    for index in holdings.indices where holdings[index].symbol == symbol {
      holdings[index].left *= 2
    }
  }

  private mutating func transfer() {
    let isTaxable = records.accounts.map { !$0.isRetirement }
    guard
      let index = holdings.indices.filter({ isTaxable[holdings[$0].account] }).randomElement(
        using: &random), holdings[index].left > 0
    else { return }
    let destination = number(0...records.accounts.count - 1)
    guard isTaxable[destination] else { return }
    _ = add(
      .transfer(lot: holdings[index].id, from: nil, to: records.accounts[destination].id))
    holdings[index].account = destination
  }

  private mutating func sell(time: TimeOfDay?) {
    let sellable = holdings.indices.filter { holdings[$0].left > 0 }
    guard let chosen = sellable.randomElement(using: &random) else { return }
    let (account, symbol) = (holdings[chosen].account, holdings[chosen].symbol)
    if chance(30) {
      let shares = number(1...holdings[chosen].left)
      let lots = [
        LedgerTransaction.Identified(lot: holdings[chosen].id, quantity: Fraction(shares))
      ]
      holdings[chosen].left -= shares
      _ = add(.sell(trade(account, symbol, shares), lots), time: time)
      return
    }
    let queue = sellable.filter {
      holdings[$0].account == account && holdings[$0].symbol == symbol
    }.sorted { left, right in
      let (first, second) = (holdings[left], holdings[right])
      return first.acquired == second.acquired ? left < right : first.acquired < second.acquired
    }
    let total = queue.reduce(0) { $0 + holdings[$1].left }
    let shares = chance(35) ? total : number(1...total)
    var missing = shares
    for index in queue {
      let taken = min(missing, holdings[index].left)
      holdings[index].left -= taken
      missing -= taken
    }
    _ = add(.sell(trade(account, symbol, shares), []), time: time)
  }
}
