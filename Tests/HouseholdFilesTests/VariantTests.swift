import FederalTax
import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("Variants of a scenario")
struct VariantTests {
  func variant(_ set: String, of lines: String = "") throws -> Scenario {
    let household = try MemoryFiles.small(
      lines + "\nscenarios: [{name: Other, set: \(set)}]"
    ).load()
    #expect(household.scenarios.map(\.name) == ["Base", "Other"])
    return try #require(household.scenarios.last).scenario
  }

  @Test func `a variant changes values and adds those that were not there`() throws {
    let scenario = try variant(
      "{market.shift: -50%, income.wages: 500_000, year: 2025, last_year: 2025}",
      of: "income: {wages: 1, pensions: 2}")
    #expect(scenario.title == "Small: Other")
    #expect(scenario.securities.map { $0.prices[0].description } == ["90.50", "150.00"])
    #expect(scenario.years.map(\.year) == [2025])
    #expect(scenario.years[0].inputs.wages == Money(dollars: 500_000))
    #expect(scenario.years[0].inputs.pensions == Money(dollars: 2))
  }

  @Test func `keys with points are found`() throws {
    let files = MemoryFiles.small(
      """
      securities: {BRK.B: {price: 400}}
      scenarios: [{name: Other, set: {securities.BRK.B.price: 300}}]
      """,
      lots: """
        account,symbol,acquired,quantity,cost_basis
        a,BRK.B,2020-01-02,1,1
        """)
    let scenarios = try files.load().scenarios
    #expect(
      scenarios.map { $0.scenario.securities[0].prices[0].description } == ["400.00", "300.00"])
  }

  @Test func `the base is not changed by its variants`() throws {
    let base = try MemoryFiles.small("scenarios: [{name: A, set: {year: 2025}}]").scenario()
    #expect(base.title == "Small")
    #expect(base.years.map(\.year) == [2026])
  }

  @Test func `a variant neither takes the name of the base nor changes the variants`() {
    #expect(
      MemoryFiles.small(
        """
        scenarios:
          - {name: Base, set: {year: 2025}}
          - {name: A, set: {scenarios: []}}
          - {name: B, set: {scenarios.name: C}}
        """
      ).errors == [
        "s.yaml:7:12: scenarios[0].name: \"Base\" is the file as it stands; a variant needs another name",
        "s.yaml:8:21: scenarios[1].set: a variant cannot change the variants",
        "s.yaml:9:21: scenarios[2].set: a variant cannot change the variants",
      ])
  }

  @Test func `what is wrong in a variant is reported at its own place, once`() {
    #expect(
      MemoryFiles.small(
        """
        income: {wages: 1}
        scenarios:
          - {name: A, set: {income.wagse: 5}}
          - {name: A, set: {year: 2026}}
          - {name: B, set: {title.x: 1}}
          - {set: {income.wages: much}}
          - {name: C, set: {income.wages: much}}
          - {name: D}
        """
      ).errors == [
        "s.yaml:8:21: income: unknown key \"wagse\" (did you mean \"wages\"?)",
        "s.yaml:9:12: scenarios[1].name: variant \"A\" is described twice",
        "s.yaml:10:21: scenarios[2].set: \"title.x\" leads through a value that has no keys",
        "s.yaml:11:5: scenarios[3]: required key \"name\" is missing (what the variant is called)",
        "s.yaml:12:35: income.wages: \"much\" is not an amount (dollars with at most two decimals, such as 12_345.67)",
        "s.yaml:13:5: scenarios[5]: required key \"set\" is missing (a mapping such as {market.shift: -20%})",
      ])
  }
}
