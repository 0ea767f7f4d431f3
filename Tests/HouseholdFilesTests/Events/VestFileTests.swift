import FederalTax
import HouseholdFiles
import InputFiles
import Planning
import Portfolio
import Quantities
import Testing

@Suite("Vests in scenario files")
struct VestFileTests {
  @Test func `a vest before the plan is wages and a lot that may be sold`() throws {
    let files = MemoryFiles.events(vest("2026-05-15", ", shares_withheld: 40, broker_basis: 0"))
    let scenario = try files.scenario()
    let lot = try #require(scenario.lots.first)
    #expect(lot.id == "ACME-2026-05-15")
    #expect(lot.quantity == Shares(whole: 60))
    #expect(lot.adjustedBasis == Money(dollars: 9_000))
    #expect(lot.acquired == CivilDate("2026-05-15"))
    #expect(lot.acquisition == .vest)
    #expect(lot.note == "vested; the broker reports a basis of 0.00: Form 8949 code B")
    #expect(scenario.years[0].inputs.wages == Money(dollars: 15_000))
    #expect(scenario.years[0].events.first?.effect.withheld == Money(dollars: 6_000))
    #expect(scenario.wash.purchases.isEmpty)
    #expect(Problem(scenario).positions.map(\.lot) == [0])
  }

  @Test func `a vest after the plan is a purchase to come that nobody stops`() throws {
    let scenario = try MemoryFiles.events(vest("2026-10-15", ", shares_withheld: 22")).scenario()
    #expect(scenario.lots.isEmpty)
    let purchase = try #require(scenario.wash.purchases.first)
    #expect(purchase.id == "a ACME vest 2026-10-15")
    #expect(purchase.shares == Shares(whole: 78))
    #expect(purchase.kind == .vest)
    #expect(purchase.isScheduled)
    #expect(!purchase.canBeStopped)
    #expect(scenario.years[0].inputs.wages == Money(dollars: 15_000))
  }

  @Test func `a vest between planning dates is a lot from its day on`() throws {
    let scenario = try MemoryFiles.events(
      vest("2026-10-15"), dates: "[2026-09-30, 2026-12-15]"
    ).scenario()
    let position = try #require(Problem(scenario).positions.first)
    #expect(position.opportunities.map(\.date) == [1])
  }

  @Test func `a vest after the plan makes the loss of a sale near it nondeductible`() throws {
    let lots = "a,ACME,2020-01-02,100,20000,A1,"
    func disallowed(_ day: String) throws -> Money {
      let scenario = try MemoryFiles.events(
        vest(day, ", shares_withheld: 40"), lots: lots
      ).scenario()
      let pricer = PlanPricer(Problem(scenario))
      let priced = pricer.price(
        Plan([Sale(position: 0, date: 0, shares: Shares(whole: 100))]))
      return priced.sales.map(\.disallowed).total()
    }
    // 60 of 100 shares come back within 30 days: 60% of the loss of 11,000.
    #expect(try disallowed("2026-10-30") == Money(dollars: 6_600))
    #expect(try disallowed("2026-10-31") == .zero)
  }

  @Test func `a vested lot that a file lists is told its origin and not added again`() throws {
    let files = MemoryFiles.events(
      vest(), lots: "a,ACME,2026-05-15,50,7500,A1,",
      activity: "2026-05-15,vest,ACME,100,150,,\n2026-06-01,sell,ACME,50,160,A1,\n")
    let scenario = try files.scenario()
    #expect(scenario.lots.map(\.id) == ["A1"])
    #expect(scenario.lots[0].acquisition == .vest)
    #expect(scenario.wash.purchases.isEmpty)
    #expect(
      MemoryFiles.events(vest(), lots: "a,ACME,2026-05-15,101,7500,A1,").errors == [
        "s.yaml:12:5: events[0]: lot A1 has more shares than come from the event (at most 100)"
      ])
  }

  @Test func `a lot that a file says was bought on the day is another`() throws {
    let files = MemoryFiles.events(vest(), lots: "a,ACME,2026-05-15,50,7500,A1,purchase")
    #expect(try files.scenario().lots.map(\.id) == ["A1", "ACME-2026-05-15"])
  }

  @Test func `a record of the same vest is the same purchase`() throws {
    let scenario = try MemoryFiles.events(
      vest(), activity: "2026-05-15,vest,ACME,100,150,,\n"
    ).scenario()
    #expect(scenario.lots.count == 1)
    #expect(scenario.wash.purchases.isEmpty)
  }

  @Test(arguments: ["2026-05-15", "2026-11-16"])
  func `a vest that purchases list too is counted twice`(date: String) {
    let files = MemoryFiles.events(
      vest(date),
      lines: "purchases: [{account: a, symbol: ACME, date: \(date), shares: 100, kind: vest}]")
    #expect(
      files.errors.first?.contains("the shares that come on \(date) are among the purchases too")
        == true)
  }

  @Test func `withholding is counted in order of the days, by employee and year`() throws {
    func big(_ date: String, _ more: String = "") -> String {
      "{kind: vest, date: \(date), account: a, symbol: ACME, shares: 1000, price: 600\(more)}"
    }
    let year = try MemoryFiles.events(
      big("2026-08-01"), big("2026-02-01"), big("2026-03-01", ", spouse: true"),
      status: "married_joint"
    ).firstYear()
    // 600,000 at 22% each; of the later one of the taxpayer 200,000 at 37%.
    #expect(
      year.events.map(\.effect.withheld) == [162_000, 132_000, 132_000].map(Money.init(dollars:)))
    #expect(year.inputs.wages == Money(dollars: 1_200_000))
    #expect(year.inputs.spouseWages == Money(dollars: 600_000))
  }

  @Test func `a vest of a year before brings its lot and no wages`() throws {
    let scenario = try MemoryFiles.events(vest("2025-11-15")).scenario()
    #expect(scenario.lots.count == 1)
    #expect(scenario.years[0].inputs.wages == .zero)
  }

  @Test(arguments: [
    (", shares_withheld: 100", "events[0].shares_withheld: 100 is not a part of the shares"),
    (", withheld: 20_000", "20000.00 is more than the value of the shares, 15000.00"),
    (", withholding_rate: 10%", "10% is below the flat rate"),
    (", withheld: 1, withholding_rate: 25%", "both withheld and withholding_rate are stated"),
    (", spouse: true", "there are no spouse's wages where filing_status is single"),
    (", strike: 5", "unknown key \"strike\""),
  ])
  func `what cannot be is refused where it stands`(more: String, message: String) {
    let errors = MemoryFiles.events(vest("2026-05-15", more)).errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains(message) == true, "\(errors)")
  }

  @Test func `account and price have to be known`() {
    let errors = MemoryFiles.events(
      vest().replacing("account: a", with: "account: ira"),
      vest().replacing("ACME", with: "ACMA"), vest().replacing("account: a", with: "account: b"),
      vest().replacing("price: 150", with: "price: 1_000_000_000")
        .replacing("shares: 100", with: "shares: 100_000")
    ).errors
    #expect(errors.count == 4)
    #expect(errors[0].contains("shares cannot come into ira"))
    #expect(errors[1].contains("no price for \"ACMA\""))
    #expect(errors[2].contains("no account is named \"b\""))
    #expect(errors[3].contains("the shares are worth more than"))
  }

  @Test func `two vests of one day are two lots`() throws {
    let scenario = try MemoryFiles.events(vest(), vest()).scenario()
    #expect(scenario.lots.map(\.id) == ["ACME-2026-05-15", "ACME-2026-05-15-2"])
    let named = ", lot_id: X"
    #expect(
      MemoryFiles.events(vest("2026-05-15", named), vest("2026-05-16", named)).errors.first?
        .contains("lot \"X\" is described twice") == true)
  }
}
