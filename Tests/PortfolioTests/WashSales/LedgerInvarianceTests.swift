import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("What changes no ledger under §1091")
struct LedgerInvarianceTests {
  @Test func `the order of the records changes nothing`() throws {
    var random = SplitMix64(seed: 11)
    for sample in try LedgerSample.all() {
      var records = sample.records
      records.transactions.shuffle(using: &random)
      let ledger = try WashLedger(records)
      #expect(ledger.sales == sample.ledger.sales, "\(sample.name)")
      #expect(ledger.held == sample.ledger.held, "\(sample.name)")
      #expect(ledger.years == sample.ledger.years, "\(sample.name)")
    }
  }

  @Test func `other names in the same order change names only`() throws {
    for sample in try LedgerSample.all() {
      let name = { (id: String) in "record " + id }
      let ledger = try WashLedger(sample.records.renaming(name))
      #expect(
        ledger.sales == sample.ledger.sales.map { $0.rewritten(name: name) }, "\(sample.name)")
      #expect(
        ledger.held == sample.ledger.held.map { $0.rewritten(name: name) }, "\(sample.name)")
    }
  }

  @Test func `names decide nothing where no two records are of one day`() throws {
    var count = 0
    for sample in try LedgerSample.all() {
      let days = Set(sample.records.transactions.map(\.dayOfEffect))
      guard days.count == sample.records.transactions.count else { continue }
      count += 1
      // Every name sorts the other way round.
      let order = sample.records.transactions.map(\.id).sorted(by: >)
      let name = { (id: String) in String(1_000 + (order.firstIndex(of: id) ?? -1_000)) }
      let ledger = try WashLedger(sample.records.renaming(name))
      #expect(
        ledger.sales == sample.ledger.sales.map { $0.rewritten(name: name) }, "\(sample.name)")
      #expect(
        ledger.held == sample.ledger.held.map { $0.rewritten(name: name) }, "\(sample.name)")
    }
    #expect(count > 50)
  }

  @Test(arguments: [Fraction(3), Fraction(1, over: 7)])
  func `prices times a factor give amounts times it and the same matches`(factor: Fraction) throws {
    for sample in try LedgerSample.all() {
      let ledger = try WashLedger(sample.records.scalingPrices(by: factor))
      #expect(
        ledger.sales == sample.ledger.sales.map { $0.rewritten(dollars: factor) },
        "\(sample.name)")
      #expect(
        ledger.held == sample.ledger.held.map { $0.rewritten(dollars: factor) }, "\(sample.name)")
    }
  }

  @Test(arguments: [Fraction(4), Fraction(1, over: 3)])
  func `shares times a factor at as much less a share change no dollar`(factor: Fraction) throws {
    for sample in try LedgerSample.all() {
      let first = sample.records.transactions.map(\.dayOfEffect).min() ?? CivilDate(dayNumber: 0)
      let ledger = try WashLedger(sample.records.scalingShares(by: factor, from: first))
      #expect(
        ledger.sales == sample.ledger.sales.map { $0.rewritten(shares: factor) },
        "\(sample.name)")
      #expect(
        ledger.held == sample.ledger.held.map { $0.rewritten(shares: factor) }, "\(sample.name)")
    }
  }

  @Test func `a split in the middle changes no dollar and no match`() throws {
    let factor = Fraction(3, over: 2)
    for sample in try LedgerSample.all() {
      let days = sample.records.transactions.map(\.dayOfEffect).sorted()
      let day = days[days.count / 2]
      var records = sample.records.scalingShares(by: factor, from: day)
      for (index, symbol) in records.symbols.enumerated() {
        records.transactions.append(
          LedgerTransaction(
            id: "split \(index)", date: day, action: .split(symbol: symbol, ratio: factor)))
      }
      let ledger = try WashLedger(records)
      #expect(
        ledger.sales
          == sample.ledger.sales.map { $0.rewritten(shares: $0.date < day ? .one : factor) },
        "\(sample.name)")
      #expect(
        ledger.held.map(\.basis) == sample.ledger.held.map(\.basis), "\(sample.name)")
      #expect(
        ledger.held.map(\.isReplacement) == sample.ledger.held.map(\.isReplacement),
        "\(sample.name)")
    }
  }

  @Test func `records of another security change no sale`() throws {
    for sample in try LedgerSample.all() {
      var records = sample.records
      guard let account = records.accounts.first?.id else { continue }
      for (index, day) in Set(records.transactions.map(\.date)).sorted().enumerated() {
        let trade = LedgerTransaction.Trade(
          account: account, symbol: "another security", quantity: 2, price: Fraction(9))
        records.transactions.append(
          LedgerTransaction(id: "other buy \(index)", date: day, action: .buy(trade, .purchase)))
        var half = trade
        (half.quantity, half.price) = (1, 5)
        records.transactions.append(
          LedgerTransaction(id: "other sale \(index)", date: day, action: .sell(half, [])))
      }
      let ledger = try WashLedger(records)
      #expect(
        ledger.sales.filter { $0.symbol != "another security" } == sample.ledger.sales,
        "\(sample.name)")
      #expect(
        ledger.held.filter { $0.symbol != "another security" }.map(\.basis)
          == sample.ledger.held.map(\.basis), "\(sample.name)")
    }
  }

  @Test func `a purchase that replaces nothing and is not sold changes no sale`() throws {
    var removed = 0
    for sample in try LedgerSample.all() {
      var needed = Set(sample.ledger.sales.flatMap { $0.matches.map(\.replacement) })
      needed.formUnion(sample.ledger.sales.map(\.lot))
      var idle: Set<String> = []
      for record in sample.records.transactions where !needed.contains(record.id) {
        guard case .buy(let trade, _) = record.action else { continue }
        if sample.records.isTaxed(trade.account) { idle.insert(record.id) }
      }
      let records = sample.records.replacing { record in
        if case .transfer(let lot, _, _) = record.action, idle.contains(lot) { return [] }
        return idle.contains(record.id) ? [] : [record]
      }
      removed += idle.count
      #expect(try WashLedger(records).sales == sample.ledger.sales, "\(sample.name)")
    }
    #expect(removed > 100)
  }
}
