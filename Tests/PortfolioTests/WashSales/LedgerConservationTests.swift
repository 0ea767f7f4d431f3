import Portfolio
import Quantities
import Testing

@Suite("What no wash sale loses")
struct LedgerConservationTests {
  /// Dollars received less dollars paid outside retirement accounts, from the records alone.
  private func cash(_ records: LedgerRecords) -> Fraction {
    records.transactions.reduce(.zero) { sum, record in
      switch record.action {
      case .buy(let trade, _) where records.isTaxed(trade.account):
        sum - trade.quantity * trade.price - trade.fee
      case .sell(let trade, _) where records.isTaxed(trade.account):
        sum + trade.quantity * trade.price - trade.fee
      case .receive(let account, _, _, let basis, _) where records.isTaxed(account): sum - basis
      default: sum
      }
    }
  }

  private func recognizedButLost(_ ledger: WashLedger) -> Fraction {
    ledger.sales.map { $0.recognized - $0.permanent }.total()
  }

  @Test func `what is recognized, deferred and lost is what was gained`() throws {
    for sample in try LedgerSample.all() where sample.records.isLong {
      let held = sample.ledger.held.filter { sample.records.isTaxed($0.account) }
      #expect(
        recognizedButLost(sample.ledger) == cash(sample.records) + held.map(\.basis).total(),
        "\(sample.name)")
    }
  }

  @Test func `the totals of a year are those of its sales`() throws {
    for sample in try LedgerSample.all() {
      let sales = sample.ledger.sales
      #expect(sample.ledger.years.map(\.year) == Set(sales.map(\.date.year)).sorted())
      for year in sample.ledger.years {
        let own = sales.filter { $0.date.year == year.year }
        func total(_ term: Term) -> Fraction {
          own.filter { $0.term == term }.map(\.recognized).total()
        }
        #expect(year.shortTerm == total(.short), "\(sample.name)")
        #expect(year.longTerm == total(.long), "\(sample.name)")
        #expect(year.disallowed == own.map(\.disallowed).total(), "\(sample.name)")
        #expect(year.permanent == own.map(\.permanent).total(), "\(sample.name)")
      }
    }
  }

  @Test func `whoever sells all and stays away recovers every loss that is deferred`() throws {
    var deferred = 0
    for sample in try LedgerSample.all() where sample.records.isLong {
      var records = sample.records
      var positions: [[String]: Fraction] = [:]
      for line in sample.ledger.held where records.isTaxed(line.account) {
        positions[[line.account, line.symbol], default: .zero] += line.quantity
        if line.isReplacement { deferred += 1 }
      }
      guard let last = records.transactions.map(\.dayOfEffect).max() else { continue }
      for (key, quantity) in positions.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        let trade = LedgerTransaction.Trade(
          account: key[0], symbol: key[1], quantity: quantity, price: 1)
        records.transactions.append(
          LedgerTransaction(
            id: "last sale of \(key)", date: last.adding(days: 31), action: .sell(trade, [])))
      }
      let ledger = try WashLedger(records)
      #expect(!ledger.held.contains { records.isTaxed($0.account) }, "\(sample.name)")
      #expect(recognizedButLost(ledger) == cash(records), "\(sample.name)")
      #expect(
        Array(ledger.sales.prefix(sample.ledger.sales.count)) == sample.ledger.sales,
        "\(sample.name)")
    }
    #expect(deferred > 100)
  }

  @Test func `no share makes more than one loss nondeductible`() throws {
    for sample in try LedgerSample.all() {
      #expect(sample.ledger.checkInvariants() == [], "\(sample.name)")
      let isPlain =
        sample.records.securities.isEmpty
        && sample.records.groups.joined().allSatisfy { $0.ratio == .one }
        && sample.records.transactions.allSatisfy {
          if case .split = $0.action { false } else { true }
        }
      guard isPlain, sample.records.isLong else { continue }
      var used: [String: Fraction] = [:]
      for match in sample.ledger.sales.flatMap(\.matches) {
        used[match.replacement, default: .zero] += match.quantity
      }
      for record in sample.records.transactions {
        guard case .buy(let trade, _) = record.action else { continue }
        #expect(
          used.removeValue(forKey: record.id) ?? .zero <= trade.quantity,
          "\(sample.name) \(record.id)")
      }
      // Whatever else is said to replace was not bought.
      #expect(used.isEmpty, "\(sample.name)")
    }
  }

  @Test func `an IRA that buys in place of a taxable account loses what that would defer`() throws {
    var moved = 0
    for sample in try LedgerSample.all()
    where sample.records.isLong && sample.records.policy.retirementCounts.contains(.traditionalIRA)
    {
      var records = sample.records
      let busy = Set(records.transactions.map(\.date))
      guard let symbol = records.symbols.first else { continue }
      for line in sample.ledger.sales where line.gain.isNegative {
        let day = line.date.adding(days: 7)
        let trade = LedgerTransaction.Trade(
          account: "swapped", symbol: symbol, quantity: 3, price: 2)
        let id = "swapped \(day)"
        if busy.contains(day) || records.transactions.contains(where: { $0.id == id }) { continue }
        records.transactions.append(
          LedgerTransaction(id: id, date: day, action: .buy(trade, .purchase)))
      }
      var other = records
      records.accounts.append(LedgerAccount(id: "swapped", kind: .taxable))
      other.accounts.append(LedgerAccount(id: "swapped", kind: .traditionalIRA))
      let expected = try WashLedger(records).sales.map { line in
        var line = line
        for index in line.matches.indices
        where line.matches[index].replacement.hasPrefix("swapped")
          && !line.matches[index].isPermanent
        {
          moved += 1
          line.matches[index].isPermanent = true
          line.permanent += line.matches[index].loss
        }
        return line
      }
      #expect(try WashLedger(other).sales == expected, "\(sample.name)")
    }
    #expect(moved > 100)
  }
}
