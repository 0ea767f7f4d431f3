import FederalTax
import HouseholdFiles
import InputFiles
import Planning
import Quantities
import Testing

@Suite("Corporations, and entities of a household")
struct CorporationTests {
  /// A corporation without lots.
  static func corporation(_ lines: String, taxpayer: String = "{kind: c_corporation}")
    -> MemoryFiles
  {
    MemoryFiles(
      scenario:
        "schema: harvest.scenario/1\ntitle: Holding\nyear: 2026\ntaxpayer: \(taxpayer)\n" + lines)
  }

  @Test func `losses carried in expire after five years`() throws {
    let scenario = try Self.corporation(
      """
      last_year: 2028
      corporation: {carried_losses: {2021: 1_000, 2022: 200, 2025: 30}, earlier_gains: {2023: 4, 2025: 5}}
      """
    ).scenario()
    #expect(scenario.carryover == CarryoverIn(longTerm: Money(dollars: 1_230)))
    let facts = try scenario.years.map { try #require($0.facts.corporation) }
    // What is left after 2026 may still be used in 2027 unless it is the loss of 2021, and so on.
    #expect(facts.map(\.unexpiredCarryover) == [230, 30, 30].map { Money(dollars: $0) })
    #expect(facts[0].earlierGains == [4, 0, 5].map { Money(dollars: $0) })
    #expect(facts[1].earlierGains.isEmpty && facts[2].earlierGains.isEmpty)
    #expect(try Self.corporation("last_year: 2031").scenario().years.count == 6)
  }

  @Test func `a fiscal year has the number of the year in which it begins`() throws {
    let taxpayer = "{kind: c_corporation, fiscal_year_end: 06-30}"
    let silent = try Self.corporation("", taxpayer: taxpayer).scenario()
    #expect(silent.years.map(\.year) == [2026])
    #expect(silent.dates.map(\.date.description) == ["2027-06-30"])
    let dated = try Self.corporation(
      "planning_dates: [2026-07-01, 2027-06-30, 2027-07-01]", taxpayer: taxpayer
    ).scenario()
    #expect(dated.years.map(\.year) == [2026, 2027])
    #expect(dated.dates.map(\.yearIndex) == [0, 0, 1])
    let fiscal = try #require(dated.years[0].facts.corporation?.fiscalYear)
    #expect(fiscal.firstDay(of: 2026)?.description == "2026-07-01")
    #expect(fiscal.lastDay(of: 2026)?.description == "2027-06-30")
    #expect(
      Self.corporation("planning_dates: [2026-06-30]", taxpayer: taxpayer).errors == [
        "s.yaml:5:18: planning_dates[0]: 2025 comes before the first year, 2026"
      ])
  }

  @Test(arguments: [
    ("02-28", "2027-02-28"), ("02-29", "2027-02-28"), ("01-31", "2027-01-31"),
    ("11-30", "2027-11-30"), ("12-31", "2026-12-31"),
  ])
  func `a fiscal year ends with a month`(end: String, last: String) throws {
    let scenario = try Self.corporation(
      "", taxpayer: "{kind: c_corporation, fiscal_year_end: \(end)}"
    ).scenario()
    #expect(scenario.dates.map(\.date.description) == [last])
  }

  @Test(arguments: [
    (
      "{kind: c_corporation, fiscal_year_end: 06-29}", "",
      "taxpayer.fiscal_year_end: a fiscal year does not end on 06-29 (the last day of a month, such as 06-30)"
    ),
    (
      "{kind: c_corporation, fiscal_year_end: 13-01}", "",
      "taxpayer.fiscal_year_end: \"13-01\" is not a day of the year (the last day of a month, such as 06-30)"
    ),
    (
      "{kind: c_corporation, birth_year: 1980}", "",
      "taxpayer.birth_year: a corporation has no birth_year"
    ),
    ("{kind: c_corporation}", "income: {wages: 5}", "income.wages: a corporation has no wages"),
    (
      "{kind: c_corporation}", "deductions: {total: 5}",
      "deductions: a corporation's income is stated after its deductions"
    ),
    (
      "{kind: c_corporation}", "capital: {long_term_carryover: 5}",
      "capital.long_term_carryover: a corporation's losses expire by year (write corporation: {carried_losses: {2024: 9_000}})"
    ),
    ("{kind: c_corporation}", "medicare: {enrollees: 1}", "medicare: only people are insured"),
    (
      "{kind: c_corporation}", "corporation: {carried_losses: {2020: 5}}",
      "corporation.carried_losses.2020: 2020 has no part in the first year: a loss expires after 5 years (2021 to 2025)"
    ),
    (
      "{kind: c_corporation}", "corporation: {earlier_gains: {2022: 5}}",
      "corporation.earlier_gains.2022: 2022 has no part in the first year: a loss is carried back 3 years (2023 to 2025)"
    ),
    (
      "{kind: c_corporation}", "corporation: {carried_losses: 5}",
      "corporation.carried_losses: the amount has no year ({2025: 9_000})"
    ),
    (
      "{kind: c_corporation}", "last_year: 2032",
      "last_year: the years of a corporation's scenario reach to 2032, and a loss of 2026 expires after 2031: 26 U.S.C. §1212(a)(1)(B) (at most 6 tax years)"
    ),
  ])
  func `what a corporation cannot have is refused`(
    taxpayer: String, lines: String, error: String
  ) {
    let errors = Self.corporation(lines, taxpayer: taxpayer).errors
    #expect(errors.map { String($0.drop { $0 != " " }.dropFirst()) } == [error])
  }

  /// A household with one entity, whose file is `h.yaml`.
  static func household(
    _ entity: String = "{name: Holding Inc., kind: c_corporation, scenario: h.yaml}",
    file: String? = nil
  ) -> MemoryFiles {
    var files = MemoryFiles.small("entities: [\(entity)]")
    files.files["h.yaml"] = file ?? corporation("").files["s.yaml"]
    return files
  }

  @Test func `an entity is read from its own file`() throws {
    let household = try Self.household().load()
    #expect(household.scenarios.map(\.scenario.title) == ["Small"])
    let entity = try #require(household.entities.first)
    #expect(household.entities.count == 1)
    #expect(entity.name == "Holding Inc." && entity.kind == .corporation)
    #expect(entity.household.scenarios.map(\.scenario.title) == ["Holding"])
    #expect(entity.household.files == ["h.yaml"])
    #expect(household.files == ["s.yaml", "lots.csv"])
    #expect(try MemoryFiles.small().load().entities.isEmpty)
  }

  @Test(arguments: [
    (
      "{name: P, kind: partnership, scenario: h.yaml}",
      "s.yaml:6:28: entities[0].kind: the gains of a partnership are taxed to its owners (state its Schedule K-1 as an event of kind k1)"
    ),
    (
      "{name: H, kind: c_corporation, scenario: no.yaml}",
      "s.yaml:6:53: entities[0].scenario: no.yaml: no such file"
    ),
    (
      "{name: H, kind: estate_or_trust, scenario: h.yaml}",
      "s.yaml:6:55: entities[0].scenario: h.yaml has another taxpayer than kind: estate_or_trust (filing_status: estate_or_trust)"
    ),
    (
      "{name: H, kind: c_corporation, scenario: h.yaml}, {name: H, kind: c_corporation, scenario: h.yaml}",
      "s.yaml:6:62: entities[1]: entity \"H\" is described twice"
    ),
    (
      "{name: H, kind: c_corporation, scenario: s.yaml}",
      "s.yaml:6:11: entities: an entity of a household has no entities of its own"
    ),
  ])
  func `entities that cannot be are refused at their place`(entity: String, error: String) {
    #expect(Self.household(entity).errors.contains(error))
  }

  @Test func `errors of an entity's file are reported with the household's`() {
    let broken = Self.corporation("income: {wages: 5}").files["s.yaml"]
    #expect(
      Self.household(file: broken).errors == [
        "h.yaml:5:17: income.wages: a corporation has no wages"
      ])
  }

  @Test func `a variant keeps the entities of its file`() {
    #expect(
      MemoryFiles.small("scenarios: [{name: A, set: {entities: []}}]").errors == [
        "s.yaml:6:29: scenarios[0].set: a variant cannot change the entities"
      ])
  }
}
