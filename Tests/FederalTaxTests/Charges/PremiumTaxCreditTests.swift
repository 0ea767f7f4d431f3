import Quantities
import Testing

@testable import FederalTax

@Suite("Premium tax credit")
struct PremiumTaxCreditTests {
  /// The settled credit of a person alone, or of a larger household.
  private func settled(
    _ income: Money, benchmark: Int64 = 12_000, premium: Int64 = 20_000, advance: Int64 = 0,
    size: Int = 1, year: Int = 2026, status: FilingStatus = .single, untaxed: Money = .zero
  ) throws -> PremiumTaxCredit<Money> {
    var facts = ReturnFacts(status: status)
    facts.marketplace = MarketplaceCoverage(
      benchmarkPremium: dollars(benchmark), premium: dollars(premium),
      advanceCredit: dollars(advance), householdSize: size)
    var reading = ExactArithmetic(computation: .schedule)
    return PremiumTaxCredit(
      modifiedIncome: income, untaxed: untaxed, facts: facts,
      law: try FederalLaw.load(year: year, status: status), reading: &reading)
  }

  /// The contribution that a credit leaves.
  private func contribution(_ income: Money) throws -> Money {
    dollars(12_000) - (try settled(income).net)
  }

  @Test func `four times the poverty line still has a credit and a cent more has none`() throws {
    let limit = dollars(62_600)
    #expect(try contribution(limit) == amount("6234.96"))
    #expect(try settled(limit + Money(cents: 1)).net == .zero)
    // 400.4% of the line: the form's 401% is not a percent that could be rounded down.
    #expect(try settled(dollars(62_663)).net == .zero)
    let family = dollars(4 * (15_650 + 3 * 5_500))
    #expect(
      try settled(family, benchmark: 20_000, size: 4, status: .marriedJoint).net
        == amount("7191.44"))
    #expect(
      try settled(
        family + Money(cents: 1), benchmark: 20_000, size: 4, status: .marriedJoint
      ).net == .zero)
  }

  @Test func `below the poverty line there is a credit only where advance was paid`() throws {
    let line = dollars(15_650)
    #expect(try contribution(line) == amount("328.65"))
    #expect(try settled(line - Money(cents: 1)).net == .zero)
    let paid = try settled(line - Money(cents: 1), advance: 11_000)
    #expect(try paid.net == amount("671.35"))
    #expect(paid.excess == .zero)
  }

  @Test(arguments: [
    (132, "2.1%"), (133, "3.14%"), (140, "3.57%"), (149, "4.13%"), (150, "4.19%"), (175, "5.4%"),
    (199, "6.55%"), (200, "6.6%"), (225, "7.52%"), (250, "8.44%"), (275, "9.2%"), (299, "9.93%"),
    (300, "9.96%"), (400, "9.96%"),
  ])
  func `the part of income follows the figure of its whole percents`(
    percent: Int64, part: String
  ) throws {
    let rate = try #require(Rate(part))
    let income = Money(cents: 15_650 * percent)
    #expect(try contribution(income) == rate.of(income, rounded: .halfUp))
    if percent < 400 {
      let more = income + dollars(156)
      #expect(try contribution(more) == rate.of(more, rounded: .halfUp))
    }
  }

  @Test func `the credit is no more than the premium, and none where the benchmark is small`()
    throws
  {
    let income = dollars(31_300)
    #expect(try contribution(income) == amount("2065.80"))
    #expect(try settled(income, premium: 5_000).net == dollars(5_000))
    #expect(try settled(income, benchmark: 2_000).net == .zero)
    #expect(try settled(income, benchmark: 2_066).net == amount("0.20"))
  }

  @Test func `what was paid in advance beyond the credit is paid back in full`() throws {
    let income = dollars(31_300)
    let credit = try settled(income).net
    let less = try settled(income, advance: 9_000)
    #expect(less.net == credit - dollars(9_000))
    #expect(less.excess == .zero)
    let more = try settled(income, advance: 10_000)
    #expect(more.net == .zero)
    #expect(more.excess == dollars(10_000) - credit)
    #expect(
      try settled(dollars(62_600) + Money(cents: 1), advance: 10_000).excess == dollars(10_000))
  }

  @Test func `a separate return pays all of it back`() throws {
    let result = try settled(dollars(31_300), advance: 4_000, status: .marriedSeparate)
    #expect(result.net == .zero)
    #expect(result.excess == dollars(4_000))
  }

  @Test func `untaxed income counts toward the limit`() throws {
    #expect(try settled(dollars(60_000), untaxed: dollars(2_600)).net > .zero)
    #expect(try settled(dollars(60_000), untaxed: dollars(2_600) + Money(cents: 1)).net == .zero)
  }

  @Test func `years before the first are not modelled, and later ones keep its figures`() throws {
    #expect(PremiumCredit.firstYear == 2026)
    #expect(try FederalLaw.load(year: 2025, status: .single).premiumCredit == nil)
    let first = try FederalLaw.load(year: 2026, status: .single).premiumCredit
    #expect(first != nil)
    #expect(try FederalLaw.load(year: 2029, status: .single).premiumCredit == first)
  }
}
