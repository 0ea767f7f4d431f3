import Quantities
import Testing

@testable import Portfolio

@Suite("The order of losses and replacements, Treas. Reg. §1.1091-1")
struct LedgerOrderTests {
  /// The days on which shares are sold.
  private func saleDays(_ sample: LedgerSample) -> [CivilDate] {
    Set(sample.ledger.sales.map(\.date)).sorted()
  }

  @Test func `nothing later than thirty days after a sale changes it`() throws {
    for sample in try LedgerSample.all() {
      for day in saleDays(sample) {
        let known = sample.records.replacing { record in
          record.dayOfEffect <= day.adding(days: 30) ? [record] : []
        }
        #expect(
          try WashLedger(known).sales.filter { $0.date <= day }
            == sample.ledger.sales.filter { $0.date <= day }, "\(sample.name) \(day)")
      }
    }
  }

  @Test func `a purchase on the thirtieth day can change a sale`() throws {
    let changed = try LedgerSample.all().contains { sample in
      try saleDays(sample).contains { day in
        let known = sample.records.replacing { record in
          record.dayOfEffect < day.adding(days: 30) ? [record] : []
        }
        return try WashLedger(known).sales.filter { $0.date <= day }
          != sample.ledger.sales.filter { $0.date <= day }
      }
    }
    #expect(changed)
  }

  @Test func `no later sale changes an earlier one`() throws {
    for sample in try LedgerSample.all() {
      for day in saleDays(sample) {
        let known = sample.records.replacing { record in
          record.isDisposal && record.dayOfEffect > day ? [] : [record]
        }
        #expect(
          try ledgerOfSales(known).filter { $0.date <= day }
            == sample.ledger.sales.filter { $0.date <= day }, "\(sample.name) \(day)")
      }
    }
  }

  /// The sales of records, which may own and owe shares at once when sales are left out.
  private func ledgerOfSales(_ records: LedgerRecords) throws -> [SaleLine] {
    guard records.isLong else {
      // Positions that stay open could stand against the box; leave out what opens later, too.
      let last = records.transactions.filter(\.isDisposal).map(\.dayOfEffect).max()
      return try WashLedger(
        records.replacing { record in
          last.map { record.dayOfEffect <= $0.adding(days: 30) } ?? true ? [record] : []
        }
      ).sales
    }
    return try WashLedger(records).sales
  }

  /// Whether shares of a purchase may replace those of a sale, by the records alone.
  private func mayReplace(
    _ purchase: LedgerTransaction, _ line: SaleLine, in records: LedgerRecords
  ) -> Bool {
    guard case .buy(let trade, let kind) = purchase.action,
      let sold = records.transactions.first(where: { $0.id == line.lot }),
      let account = records.account(trade.account), let seller = records.account(sold.opener)
    else { return false }
    let policy = records.policy
    if kind == .vest, policy.vest == .ignore { return false }
    if account.isRetirement, !policy.retirementCounts.contains(account.kind) { return false }
    if policy.spouse == .ignore, account.owner != seller.owner { return false }
    if policy.sameLot == .exclude, purchase.order ?? purchase.id == sold.order ?? sold.id {
      return false
    }
    let isIdentical =
      trade.symbol == line.symbol
      || records.groups.contains { members in
        [trade.symbol, line.symbol].allSatisfy { symbol in
          members.contains { $0.symbol == symbol }
        }
      }
    return isIdentical && abs(purchase.date.days(since: line.date)) <= 30
  }

  @Test func `a loss passes over no share that may replace it for a later one, and none is left`()
    throws
  {
    var checked = 0
    for sample in try LedgerSample.all()
    where sample.records.isLong && sample.records.securities.isEmpty
      && sample.records.policy.olderLots == .eligible
      && !sample.records.accounts.contains(where: { $0.isDealer || $0.isMarkToMarket })
    {
      let purchases = Dictionary(
        uniqueKeysWithValues: sample.records.transactions.map { ($0.id, $0) })
      let timed = Set(
        sample.records.transactions.filter { $0.isDisposal && $0.time != nil }.map(\.date))
      for day in saleDays(sample) where !timed.contains(day) {
        let held = try WashLedger(
          sample.records.replacing { record in
            record.isDisposal && record.dayOfEffect > day ? [] : [record]
          }
        ).held
        for line in sample.ledger.sales where line.date == day && line.gain.isNegative {
          let isFull = line.matches.map(\.quantity).total() == line.quantity
          let last = isFull ? line.matches.last.flatMap { purchases[$0.replacement]?.date } : nil
          for rest in held where !rest.isReplacement {
            guard let purchase = purchases[rest.lot], last.map({ purchase.date < $0 }) ?? true
            else { continue }
            checked += 1
            #expect(
              !mayReplace(purchase, line, in: sample.records),
              "\(sample.name): \(line.sale) of \(line.lot) passes over \(rest.lot)")
          }
        }
      }
    }
    #expect(checked > 500)
  }

  @Test func `the regulation's order for one day disallows no less on the first such day`() throws {
    var (more, without) = (0, 0)
    for sample in try LedgerSample.all() where sample.records.securities.isEmpty {
      var records = sample.records
      records.policy.sameDaySales = .simultaneous
      let together = try WashLedger(records)
      records.policy.sameDaySales = .regulationOrder
      let inOrder = try WashLedger(records)
      var lots: [LedgerMoment: Set<Int>] = [:]
      for disposal in together.book.disposals where disposal.moment.isUntimedDisposition {
        lots[disposal.moment, default: []].insert(disposal.lot)
      }
      guard let day = lots.filter({ $0.value.count > 1 }).keys.min()?.date else {
        without += 1
        #expect(inOrder.sales == together.sales, "\(sample.name)")
        #expect(inOrder.held == together.held, "\(sample.name)")
        continue
      }
      func disallowed(_ ledger: WashLedger) -> Fraction {
        ledger.sales.filter { $0.date == day }.map(\.disallowed).total()
      }
      #expect(disallowed(inOrder) >= disallowed(together), "\(sample.name)")
      if disallowed(inOrder) > disallowed(together) { more += 1 }
      #expect(
        inOrder.sales.filter { $0.date < day } == together.sales.filter { $0.date < day },
        "\(sample.name)")
    }
    #expect(more > 5)
    #expect(without > 100)
  }
}

extension LedgerTransaction {
  /// The account in which the record opens a lot.
  fileprivate var opener: String {
    switch action {
    case .buy(let trade, _), .short(let trade): trade.account
    case .receive(let account, _, _, _, _): account
    case .sell, .worthless, .split, .transfer, .cover: ""
    }
  }
}
