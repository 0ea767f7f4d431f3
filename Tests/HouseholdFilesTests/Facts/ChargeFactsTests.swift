import FederalTax
import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("What is priced beside the income tax")
struct ChargeFactsTests {
  func facts(_ lines: String, taxpayer: String) throws -> [ReturnFacts] {
    try MemoryFiles.small(lines, taxpayer: taxpayer).scenario().years.map(\.facts)
  }

  @Test func `those who will be 65 two years later pay Medicare premiums`() throws {
    func enrollees(_ taxpayer: String, _ lines: String = "last_year: 2027") throws -> [Int] {
      try facts(lines, taxpayer: taxpayer).map(\.medicareEnrollees)
    }
    let joint = "{filing_status: married_joint, birth_year: 1963, spouse_birth_year: 1964}"
    #expect(try enrollees(joint) == [1, 2])
    #expect(try enrollees("{filing_status: single, birth_year: 1964}") == [0, 1])
    #expect(try enrollees("{filing_status: single}") == [0, 0])
    // The other spouse's return sets the other spouse's premiums.
    let separate = "{filing_status: married_separate, birth_year: 1950, spouse_birth_year: 1950}"
    #expect(try enrollees(separate) == [1, 1])
    #expect(try enrollees(joint, "last_year: 2027\nmedicare: {premiums: false}") == [0, 0])
    #expect(try enrollees(joint, "medicare: {enrollees: {2026: 2}, premiums: true}") == [2])
    #expect(try enrollees("{filing_status: single}", "medicare: {enrollees: 1}") == [1])
  }

  @Test func `insurance of a marketplace is read by year`() throws {
    let coverage = try facts(
      """
      last_year: 2027
      marketplace: {benchmark_premium: 21_000, premium: {2026: 18_000}, advance_credit: 4_000}
      """,
      taxpayer: "{filing_status: married_joint, children_under_17: 1, other_dependents: {2026: 1}}"
    ).map(\.marketplace)
    #expect(
      coverage == [
        MarketplaceCoverage(
          benchmarkPremium: Money(dollars: 21_000), premium: Money(dollars: 18_000),
          advanceCredit: Money(dollars: 4_000), householdSize: 4), nil,
      ])
    let size = try facts(
      "marketplace: {benchmark_premium: 1, premium: 1, household_size: 3}",
      taxpayer: "{filing_status: single}")
    #expect(size[0].marketplace?.householdSize == 3)
  }

  @Test func `a state's tax has one rate, or brackets`() throws {
    let flat = try facts(
      "state_tax: {name: Colorado, rate: 4.4%, deduction: 15_000, gains: exempt}",
      taxpayer: "{filing_status: single}")
    let rate = try #require(RateSchedule(starts: [.zero], rates: [Rate(millionths: 44_000)]))
    #expect(
      flat[0].stateTax
        == StateTax(
          name: "Colorado", schedule: rate, deduction: Money(dollars: 15_000), taxesGains: false))
    let stepped = try facts(
      "state_tax: {name: Elsewhere, brackets: [{from: 0, rate: 2%}, {from: 20_000, rate: 5%}]}",
      taxpayer: "{filing_status: single}")
    let brackets = try #require(
      RateSchedule(
        starts: [.zero, Money(dollars: 20_000)], rates: [Rate(percent: 2), Rate(percent: 5)]))
    #expect(stepped[0].stateTax?.schedule == brackets)
    #expect(stepped[0].stateTax?.taxesGains == true)
    #expect(stepped[0].stateTax?.deduction == .zero)
  }

  @Test func `payments are those of the first year unless a year is named`() throws {
    let years = try MemoryFiles.small(
      """
      last_year: 2028
      payments:
        withheld: 30_000
        estimated: {2026: 9_000, 2027: 4_000}
        last_year_tax: 41_000
        last_year_agi: 210_000
      """
    ).scenario().years
    #expect(years[0].payments?.withheld == Money(dollars: 30_000))
    #expect(years[0].payments?.estimatedPaid == Money(dollars: 9_000))
    #expect(years[0].payments?.lastYearTax == Money(dollars: 41_000))
    #expect(years[0].payments?.lastYearIncome == Money(dollars: 210_000))
    #expect(years[1].payments == TaxPayments(estimatedPaid: Money(dollars: 4_000)))
    #expect(years[2].payments == nil)
    #expect(try MemoryFiles.small().scenario().years[0].payments == nil)
  }

  @Test(arguments: [
    (
      "year: 2025\nmarketplace: {benchmark_premium: 1, premium: 1}",
      "marketplace: the premium tax credit of 2025 is not modelled: 26 U.S.C. §36B before 2026"
    ),
    (
      "year: 2026\nmarketplace: {premium: 1}",
      "marketplace: required key \"benchmark_premium\" is missing (an amount for the year; Form 1095-A)"
    ),
    ("year: 2026\nmedicare: {enrollees: 3}", "medicare.enrollees: 3 is out of range (0 to 2)"),
    (
      "year: 2026\nstate_tax: {name: X}",
      "state_tax: a state's tax needs a rate or brackets (rate: 5%, or brackets: [{from: 0, rate: 2%}, {from: 20_000, rate: 5%}])"
    ),
    (
      "year: 2026\nstate_tax: {name: X, rate: 5%, brackets: [{from: 0, rate: 1%}]}",
      "state_tax.brackets: a rate is stated already (leave out one or the other)"
    ),
    (
      "year: 2026\nstate_tax: {name: X, brackets: [{from: 1, rate: 1%}]}",
      "state_tax.brackets: the brackets do not ascend from zero (from: 0 first)"
    ),
    (
      "year: 2026\nstate_tax: {rate: 5%}",
      "state_tax: required key \"name\" is missing (the state, for reports)"
    ),
  ])
  func `what cannot be is refused at its place`(lines: String, error: String) {
    let files = MemoryFiles(
      scenario: "schema: harvest.scenario/1\ntitle: No\ntaxpayer: {filing_status: single}\n" + lines
    )
    #expect(files.errors.map { String($0.drop { $0 != " " }.dropFirst()) } == [error])
  }
}
