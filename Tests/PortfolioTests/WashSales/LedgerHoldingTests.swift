import Portfolio
import Quantities
import Testing

@Suite("Holding periods and fills of a ledger")
struct LedgerHoldingTests {
  /// Days by which a lot's holding period begins before its acquisition.
  private struct Tack: Hashable {
    var lot: String
    var days: Int
  }

  @Test func `a replacement's period is longer by the days the shares it replaces were held`()
    throws
  {
    var count = 0
    for sample in try LedgerSample.all()
    where sample.records.isLong && sample.records.policy.tacking == .addDays {
      var expected: Set<Tack> = []
      for line in sample.ledger.sales {
        let days = line.date.days(since: line.holdingStart)
        for match in line.matches where !match.isPermanent && days > 0 {
          expected.insert(Tack(lot: match.replacement, days: days))
        }
      }
      let lines =
        sample.ledger.sales.map { ($0.lot, $0.acquired, $0.holdingStart) }
        + sample.ledger.held.map { ($0.lot, $0.acquired, $0.holdingStart) }
      let found = lines.filter { $0.1 != $0.2 }.map {
        Tack(lot: $0.0, days: $0.1.days(since: $0.2))
      }
      #expect(Set(found) == expected, "\(sample.name)")
      count += expected.count
    }
    #expect(count > 200)
  }

  @Test func `a sale is long-term from the day after one year on`() throws {
    var terms: Set<Term> = []
    for sample in try LedgerSample.all() where sample.records.isLong {
      for line in sample.ledger.sales {
        let first = line.holdingStart.adding(days: 1).components
        let sold = line.date.components
        let isLong = (sold.year, sold.month, sold.day) >= (first.year + 1, first.month, first.day)
        #expect((line.term == .long) == isLong, "\(sample.name): \(line.sale)")
        if !line.matches.isEmpty { terms.insert(line.term) }
      }
    }
    #expect(terms == [.short, .long])
  }

  @Test func `two fills of one order are one purchase`() throws {
    var count = 0
    for sample in try LedgerSample.all() where sample.records.policy.sameLot == .exclude {
      var named: Set<String> = []
      for record in sample.records.transactions {
        switch record.action {
        case .sell(_, let lots), .cover(_, let lots): named.formUnion(lots.map(\.lot))
        case .transfer(let lot, _, _): named.insert(lot)
        default: break
        }
      }
      let records = sample.records.replacing { record in
        guard case .buy(let trade, let kind) = record.action, !named.contains(record.id) else {
          return [record]
        }
        count += 1
        return fills(of: record, trade, kind)
      }
      let ledger = try WashLedger(records)
      #expect(totals(ledger) == totals(sample.ledger), "\(sample.name)")
    }
    #expect(count > 500)
  }

  private static let secondFill = " second fill"

  private func fills(
    of record: LedgerTransaction, _ trade: LedgerTransaction.Trade, _ kind: AcquisitionKind
  ) -> [LedgerTransaction] {
    let share = Fraction(2, over: 7)
    return [(share, ""), (.one - share, Self.secondFill)].map { part, suffix in
      var fill = record
      fill.id += suffix
      fill.order = record.order ?? record.id
      var slice = trade
      slice.quantity *= part
      slice.fee *= part
      fill.action = .buy(slice, kind)
      return fill
    }
  }

  /// The sums of each sale out of each purchase, and of what is left of each.
  private func totals(_ ledger: WashLedger) -> [[String]: [Fraction]] {
    var totals: [[String]: [Fraction]] = [:]
    func add(_ key: [String], _ amounts: [Fraction]) {
      totals[key] = totals[key].map { zip($0, amounts).map { $0 + $1 } } ?? amounts
    }
    func purchase(_ lot: String) -> String {
      lot.hasSuffix(Self.secondFill) ? String(lot.dropLast(Self.secondFill.count)) : lot
    }
    for line in ledger.sales {
      add(
        [line.sale, purchase(line.lot), line.holdingStart.description],
        [line.quantity, line.proceeds, line.basis, line.disallowed, line.permanent])
      for match in line.matches {
        add(
          [line.sale, purchase(line.lot), "by", purchase(match.replacement)],
          [match.quantity, match.loss])
      }
    }
    for line in ledger.held {
      add(
        [purchase(line.lot), line.holdingStart.description, "\(line.isReplacement)"],
        [line.quantity, line.basis])
    }
    return totals
  }
}
