import FederalTax
import HouseholdFiles
import InputFiles
import Planning
import Portfolio
import Quantities
import Testing

@Suite("Stock purchase plans in scenario files")
struct StockPlanFileTests {
  private let terms =
    "grant_date: 2024-01-15, grant_value: 100, purchase_value: 110, grant_price: 85"

  private func purchase(_ date: String, paid: Int) -> String {
    "{kind: espp_purchase, date: \(date), account: a, symbol: ACME, shares: 100, "
      + "price_paid: \(paid), \(terms)}"
  }

  private func sale(_ date: String, at price: Int, paid: Int = 85) -> String {
    "{kind: espp_sale, date: \(date), account: a, symbol: ACME, shares: 100, price: \(price), "
      + "purchase_date: 2024-07-15, price_paid: \(paid), \(terms)}"
  }

  @Test func `shares bought are a lot at what was paid, and no income`() throws {
    let scenario = try MemoryFiles.events(purchase("2024-07-15", paid: 95)).scenario()
    let lot = try #require(scenario.lots.first)
    #expect(lot.adjustedBasis == Money(dollars: 9_500))
    #expect(lot.acquisition == .espp)
    #expect(scenario.years[0].inputs == ReturnInputs())
    // Qualifying since 16 January 2026, and the price of 90 is below what was paid.
    #expect(Problem(scenario).positions.map(\.lot) == [0])
  }

  @Test func `shares whose sale would make ordinary income are kept out of plans`() throws {
    func reason(_ event: String, price: String = "90") throws -> String {
      var files = MemoryFiles.events(event)
      files.files["s.yaml"] = files.files["s.yaml"]?.replacing(
        "price: 90}", with: "price: \(price)}")
      let problem = Problem(try files.scenario())
      #expect(problem.positions.isEmpty)
      return try #require(problem.withheld.first).reason
    }
    #expect(
      try reason(purchase("2025-10-15", paid: 95)).hasPrefix(
        "a sale before 2026-10-16 is a disqualifying disposition"))
    #expect(
      try reason(purchase("2024-07-15", paid: 85)).hasPrefix(
        "a part of the gain of plan shares is ordinary income (IRC 423(c))"))
    // At what was paid there is no gain: the lot is offered.
    let files = MemoryFiles.events(purchase("2024-07-15", paid: 90))
    #expect(Problem(try files.scenario()).positions.count == 1)
  }

  @Test func `shares are offered from their qualifying day on`() throws {
    let scenario = try MemoryFiles.events(
      purchase("2025-10-15", paid: 95), dates: "[2026-09-30, 2026-10-15, 2026-10-16]"
    ).scenario()
    let position = try #require(Problem(scenario).positions.first)
    #expect(position.opportunities.map(\.date) == [2])
  }

  @Test func `a purchase to come is one for the law of wash sales`() throws {
    let scenario = try MemoryFiles.events(purchase("2026-10-15", paid: 85)).scenario()
    #expect(scenario.lots.isEmpty)
    #expect(scenario.wash.purchases.map(\.kind) == [.espp])
    #expect(scenario.wash.purchases.map(\.canBeStopped) == [false])
  }

  @Test func `a sale is ordinary income and a gain`() throws {
    // Qualifying: value 100 over a price of 85 as of the grant.
    let inputs = try MemoryFiles.events(sale("2026-03-02", at: 120)).firstYear().inputs
    #expect(inputs.pensions == Money(dollars: 1_500))
    #expect(inputs.longTermGain == Money(dollars: 2_000))
  }

  @Test func `costs of a sale are no part of what it makes ordinary`() throws {
    let event = sale("2026-03-02", at: 90).replacing("price: 90,", with: "price: 90, costs: 100,")
    let inputs = try MemoryFiles.events(event).firstYear().inputs
    #expect(inputs.pensions == Money(dollars: 500))
    #expect(inputs.longTermGain == Money(dollars: -100))
  }

  @Test func `a sale at a loss meets purchases around it`() throws {
    let event = sale("2026-09-10", at: 80)
    let alone = try MemoryFiles.events(event).scenario()
    #expect(alone.years[0].inputs.longTermGain == Money(dollars: -500))
    #expect(alone.wash.pastSales.map(\.acquired) == [CivilDate("2024-07-15")])
    let washed = Problem(
      try MemoryFiles.events(event, vest("2026-09-20", ", shares_withheld: 40")).scenario())
    #expect(washed.scenario.years[0].inputs.longTermGain == Money(dollars: -200))
  }

  @Test func `the loss of a sale to come is told to be out of reach`() throws {
    let household = try MemoryFiles.events(sale("2026-11-10", at: 80)).load()
    #expect(household.warnings.count == 1)
    #expect(
      household.warnings.first?.summary.contains("is not compared with purchases around it")
        == true)
    #expect(household.scenarios[0].scenario.wash.pastSales.isEmpty)
  }

  @Test func `days in a wrong order are refused`() {
    let errors = MemoryFiles.events(
      sale("2026-03-02", at: 120).replacing("2024-07-15", with: "2026-07-15"),
      purchase("2023-12-15", paid: 85)
    ).errors
    #expect(errors.count == 2)
    #expect(errors.first?.contains("2026-07-15 is after the sale on 2026-03-02") == true)
    #expect(errors.last?.contains("2024-01-15 is after the purchase on 2023-12-15") == true)
  }
}
