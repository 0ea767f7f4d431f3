import FederalTax
import HouseholdFiles
import InputFiles
import Planning
import Portfolio
import Quantities
import Testing

@Suite("Scenario files")
struct ScenarioReaderTests {
  func money(_ text: String) -> Money? { Money(text) }

  @Test func `a small file has the documented defaults`() throws {
    let scenario = try MemoryFiles.small().scenario()
    #expect(scenario.title == "Small")
    #expect(scenario.years.map(\.year) == [2026])
    #expect(scenario.dates.map(\.date.description) == ["2026-12-31"])
    #expect(scenario.years[0].facts == ReturnFacts(status: .single))
    #expect(scenario.years[0].inputs == ReturnInputs())
    #expect(scenario.constraints == PlanConstraints())
    #expect(scenario.outlook == Outlook())
    #expect(scenario.accounts == [Account(id: "a", kind: .taxable)])
    #expect(scenario.securities.map(\.symbol) == ["GOOG", "VTI"])
    #expect(scenario.lots.map(\.id) == ["V1", "V2", "G1"])
    #expect(scenario.lots[1].quantity == Shares("5.5"))
    #expect(scenario.lots[2].adjustedBasis == Money("5000.55"))
  }

  @Test func `years run to the last that anything names`() throws {
    func years(_ lines: String) throws -> [Int] {
      try MemoryFiles.small(lines).scenario().years.map(\.year)
    }
    #expect(try years("last_year: 2028") == [2026, 2027, 2028])
    #expect(try years("planning_dates: [2026-09-30, 2027-12-31]") == [2026, 2027])
    #expect(try years("income: {wages: {2026: 1, 2028: 2}}") == [2026, 2027, 2028])
    #expect(try years("capital: {realized_long_term: {2027: 47_000}}") == [2026, 2027])
  }

  @Test func `an amount holds every year, or in the years it names`() throws {
    let scenario = try MemoryFiles.small(
      """
      last_year: 2028
      income: {wages: 100_000, pensions: {2027: 5_000.50}}
      capital: {realized_short_term: -4_000, realized_long_term: {2028: 47_000}}
      """
    ).scenario()
    let inputs = scenario.years.map(\.inputs)
    #expect(inputs.map(\.wages) == [100_000, 100_000, 100_000].map { Money(dollars: $0) })
    #expect(inputs.map(\.pensions.cents) == [0, 500_050, 0])
    #expect(inputs.map(\.shortTermGain.cents) == [-400_000, 0, 0])
    #expect(inputs.map(\.longTermGain.cents) == [0, 0, 4_700_000])
  }

  @Test func `every kind of income reaches its line`() throws {
    let files = MemoryFiles.small(
      """
      income:
        wages: 1
        spouse_wages: 2
        taxable_interest: 3
        ordinary_dividends: 5
        qualified_dividends: 4
        pensions: 6
        amt_preferences: -7
        social_security_benefits: 0
      capital: {short_term_carryover: 8, long_term_carryover: 9, realized_short_term: 10, realized_long_term: 11}
      """,
      taxpayer: "{filing_status: married_joint}")
    let scenario = try files.scenario()
    let inputs = scenario.years[0].inputs
    #expect(
      [
        inputs.wages, inputs.spouseWages, inputs.taxableInterest, inputs.qualifiedDividends,
        inputs.ordinaryDividends, inputs.pensions, inputs.amtPreferences, inputs.shortTermGain,
        inputs.longTermGain, scenario.carryover.shortTerm, scenario.carryover.longTerm,
        inputs.shortTermCarryover, inputs.longTermCarryover,
      ].map(\.cents) == [100, 200, 300, 400, 500, 600, -700, 1_000, 1_100, 800, 900, 0, 0])
  }

  @Test func `ages follow from the years of birth`() throws {
    let files = MemoryFiles.small(
      "last_year: 2027",
      taxpayer: """
        {filing_status: married_joint, birth_year: 1961, spouse_birth_year: 1962, blind: true,
          children_under_17: {2026: 2}, other_dependents: 1}
        """)
    let facts = try files.scenario().years.map(\.facts)
    #expect(facts.map(\.age) == [65, 66])
    #expect(facts.map(\.spouseAge) == [64, 65])
    #expect(facts.map(\.childrenUnder17) == [2, 0])
    #expect(facts.map(\.otherDependents) == [1, 1])
    #expect(facts.map(\.blind) == [true, true])
    #expect(facts.map(\.status) == [.marriedJoint, .marriedJoint])
  }

  @Test func `itemized deductions are given with the taxes in them`() throws {
    let scenario = try MemoryFiles.small(
      "deductions: {kind: itemized, total: {2026: 31_000, 2027: 20_000}, state_and_local_taxes: 10_000}"
    ).scenario()
    let taxes = Money(dollars: 10_000)
    #expect(
      scenario.years.map(\.facts.deduction) == [
        .given(Money(dollars: 31_000), taxes: taxes), .given(Money(dollars: 20_000), taxes: taxes),
      ])
  }

  @Test func `the outlook is read, apart by character or not`() throws {
    let both = try MemoryFiles.small(
      "outlook: {discount_rate: 4%, later_tax_rate: 18.8%, later_tax_years: 7, carryforward_value: 15%}"
    ).scenario().outlook
    #expect(
      both
        == Outlook(
          discountRate: Rate(percent: 4), laterTaxRate: Rate(millionths: 188_000),
          laterTaxYears: 7, shortTermCarryoverValue: Rate(percent: 15),
          longTermCarryoverValue: Rate(percent: 15)))
    let apart = try MemoryFiles.small(
      "outlook: {carryforward_value: {short_term: 0.2, long_term: 10%}}"
    ).scenario().outlook
    #expect(apart.shortTermCarryoverValue == Rate(percent: 20))
    #expect(apart.longTermCarryoverValue == Rate(percent: 10))
  }

  @Test func `the law of each year is that of the status`() throws {
    let years = try MemoryFiles.small("last_year: 2027").scenario().years
    #expect(years.map(\.law.year) == [2026, 2027])
    #expect(years.map(\.law.status) == [.single, .single])
  }

  @Test func `the fingerprint is the hash of the files in order`() throws {
    let files = MemoryFiles.small()
    var hash = SHA256()
    hash.update(try #require(files.files["s.yaml"]).utf8)
    hash.update(try #require(files.files["lots.csv"]).utf8)
    #expect(try files.scenario().inputFingerprint == hash.hexadecimal())
    var changed = files
    changed.files["lots.csv"]? += "\n"
    #expect(try changed.scenario().inputFingerprint != hash.hexadecimal())
  }

  @Test func `files are named relative to the scenario`() throws {
    let small = MemoryFiles.small()
    var paths: [String] = []
    let household = try loadHousehold(at: "some/folder/s.yaml") { path throws(InputError) in
      paths.append(path)
      return SourceText(
        small.files[String(path.split(separator: "/").last ?? "")] ?? "", name: path)
    }
    #expect(paths == ["some/folder/s.yaml", "some/folder/lots.csv"])
    #expect(household.files == paths)
  }
}
