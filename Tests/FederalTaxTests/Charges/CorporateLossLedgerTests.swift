import Quantities
import TestSupport
import Testing

@testable import FederalTax

@Suite("The losses of a corporation by year")
struct CorporateLossLedgerTests {
  private typealias Entry = CorporateLossLedger.YearAmount

  private func entry(_ year: Int, _ amount: Int64) -> Entry {
    Entry(year: year, amount: dollars(amount))
  }

  @Test func `a loss goes back to the earliest of three years first, then forward`() {
    var ledger = CorporateLossLedger(
      gains: [entry(2022, 900), entry(2023, 500), entry(2025, 300)])
    let closing = ledger.close(year: 2026, net: dollars(-1_000))
    // 2022 is four years back.
    #expect(closing.carriedBack == [entry(2023, 500), entry(2025, 300)])
    #expect(ledger.losses == [entry(2026, 200)])
    #expect(ledger.gains.isEmpty)
  }

  @Test func `an earlier year takes no more than its own gain`() {
    var ledger = CorporateLossLedger(gains: [entry(2024, 500), entry(2025, 300)])
    #expect(
      ledger.close(year: 2026, net: dollars(-600)).carriedBack == [
        entry(2024, 500), entry(2025, 100),
      ])
    #expect(ledger.gains == [entry(2025, 200)])
    #expect(ledger.close(year: 2027, net: dollars(-600)).carriedBack == [entry(2025, 200)])
    #expect(ledger.losses == [entry(2027, 400)])
  }

  @Test func `gain takes the oldest loss first and only what is left is taxed`() {
    var ledger = CorporateLossLedger(losses: [entry(2025, 300), entry(2023, 500)])
    let closing = ledger.close(year: 2026, net: dollars(600))
    #expect(closing.used == [entry(2023, 500), entry(2025, 100)])
    #expect(closing.taxedGain == .zero)
    #expect(ledger.gains.isEmpty)
    #expect(ledger.close(year: 2027, net: dollars(600)).taxedGain == dollars(400))
    #expect(ledger.gains == [entry(2027, 400)])
  }

  @Test func `a loss serves five years and ends with the fifth`() {
    var ledger = CorporateLossLedger(losses: [entry(2021, 500)])
    #expect(ledger.carriedIn(to: 2026) == dollars(500))
    #expect(ledger.unexpired(after: 2025) == dollars(500))
    #expect(ledger.unexpired(after: 2026) == .zero)
    let last = ledger.close(year: 2026, net: dollars(200))
    #expect(last.used == [entry(2021, 200)])
    #expect(last.expired == [entry(2021, 300)])
    #expect(ledger.losses.isEmpty)

    var late = CorporateLossLedger(losses: [entry(2020, 500)])
    let closing = late.close(year: 2026, net: dollars(200))
    #expect(closing.used.isEmpty)
    #expect(closing.taxedGain == dollars(200))
    #expect(closing.expired == [entry(2020, 500)])
  }

  @Test(arguments: [
    (6, "2026-06-30", 2025), (6, "2026-07-01", 2026), (12, "2026-12-31", 2026),
    (12, "2027-01-01", 2027), (1, "2026-01-31", 2025), (1, "2026-02-01", 2026),
  ])
  func `a day falls into the fiscal year that began before it`(
    month: Int, day: String, year: Int
  ) throws {
    #expect(FiscalYear(endMonth: month).year(of: try #require(CivilDate(day))) == year)
  }

  @Test(arguments: [
    (6, 2026, "2027-06-30"), (12, 2026, "2026-12-31"), (2, 2027, "2028-02-29"),
  ])
  func `a fiscal year ends with the last day of its month`(month: Int, year: Int, day: String) {
    #expect(FiscalYear(endMonth: month).lastDay(of: year)?.description == day)
  }

  /// The return that five years of a random corporation give by two pools, and by the ledger.
  @Test(arguments: 0..<60)
  func `two pools agree with the ledger for five years`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func amount(_ range: ClosedRange<Int64>) -> Money {
      Money(cents: Int64.random(in: range, using: &random))
    }
    var ledger = CorporateLossLedger(
      losses: (2021..<2026).map { Entry(year: $0, amount: amount(0...300_000)) },
      gains: (2023..<2026).map { Entry(year: $0, amount: amount(0...300_000)) })
    var older = ledger.carriedIn(to: 2026)
    var newer = Money.zero
    let law = try FederalLaw.load(year: 2026, status: .single)
    for year in 2026..<2031 {
      let (short, long) = (amount(-500_000...500_000), amount(-500_000...500_000))
      var facts = ReturnFacts(status: .single)
      let olderLeft = ledger.losses.filter { $0.year < 2026 && year - $0.year < 5 }
      facts.corporation = CorporationFacts(
        earlierGains: ledger.earlierGains(of: year),
        unexpiredCarryover: olderLeft.map(\.amount).total())
      var inputs = ReturnInputs<Money>()
      inputs.shortTermGain = short
      inputs.longTermGain = long
      inputs.longTermCarryover = older
      inputs.shortTermCarryover = newer
      var reading = ExactArithmetic(computation: .schedule)
      let result = corporateReturn(inputs, facts: facts, law: law, reading: &reading)

      let closing = ledger.close(year: year, net: short + long)
      let refund = law.corporateRate.of(
        closing.carriedBack.map(\.amount).total(), rounded: .halfUp)
      #expect(result.capitalGainOrLoss == closing.taxedGain)
      #expect(
        result.totalTax == law.corporateRate.of(closing.taxedGain, rounded: .halfUp) - refund)
      (older, newer) = (result.longTermCarryoverOut, result.shortTermCarryoverOut)
      #expect(older == ledger.losses.filter { $0.year < 2026 }.map(\.amount).total())
      #expect(newer == ledger.losses.filter { $0.year >= 2026 }.map(\.amount).total())
    }
  }
}
