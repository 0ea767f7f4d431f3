import FederalTax
import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("Events of corporations, estates and trusts in scenario files")
struct CorporateEventTests {
  /// A corporation whose years end with June, in its year from July 2026 to June 2027.
  private func files(_ event: String, lines: String = "") -> MemoryFiles {
    MemoryFiles.small(
      "\(lines)\nevents:\n  - {\(event)}",
      taxpayer: "{kind: c_corporation, fiscal_year_end: 06-30}")
  }

  private static let sale =
    "kind: property_sale, title: Shop, acquired: 2012-08-01, use: rental, price: 480_000, basis: 300_000"
  private static let assets =
    "kind: business_asset_sale, title: Bakery, assets: [{name: Shop, class: real_property, acquired: 2012-08-01, price: 480_000, basis: 300_000, depreciation: 100_000}]"
  private static let exit =
    "kind: partnership_sale, activity: active, acquired: 2015-01-02, price: 900_000, basis: 150_000"
  private static let redemption =
    "kind: redemption, acquired: 2015-01-02, price: 100_000, basis: 30_000, treatment: complete_termination"
  private static let fund = "kind: fund_distribution, symbol: VTI, capital_gain: 500"

  @Test(arguments: [sale, assets, exit, redemption, fund])
  func `an event falls into the fiscal year that holds its day`(event: String) throws {
    for day in ["2026-07-01", "2027-06-30"] {
      let year = try #require(files("\(event), date: \(day)").scenario().years.first)
      #expect(year.inputs.longTermGain > .zero, "\(day)")
    }
    let later = files("\(event), date: 2027-07-01").errors
    #expect(later.count == 1)
    #expect(
      later.first?.contains("nothing of it falls in 2026 (write last_year: 2027)") == true,
      "\(later)")
    let earlier = files("\(event), date: 2026-06-30").errors
    #expect(earlier.first?.contains("nothing of it falls in 2026") == true, "\(earlier)")
  }

  @Test func `what is worthless is sold on the last day of the fiscal year`() throws {
    let event = "kind: worthless, year: 2026, symbol: DEAD, basis: 8_000, acquired: "
    let long = try #require(files(event + "2026-06-29").scenario().years.first)
    #expect(long.inputs.longTermGain == Money(dollars: -8_000))
    let short = try #require(files(event + "2026-06-30").scenario().years.first)
    #expect(short.inputs.shortTermGain == Money(dollars: -8_000))
  }

  @Test func `installments are paid in fiscal years`() throws {
    let event =
      "\(Self.sale), date: 2027-03-01, installments: {received: {2026: 240_000, 2027: 240_000}}"
    let years = try files(event, lines: "last_year: 2027").scenario().years
    #expect(years.map(\.inputs.longTermGain) == [90_000, 90_000].map(Money.init(dollars:)))
  }

  @Test func `a fifth of the depreciation of a building is ordinary`() throws {
    let assets = try #require(files("\(Self.assets), date: 2026-09-30").scenario().years.first)
    #expect(assets.inputs.otherGains == Money(dollars: 20_000))
    #expect(assets.inputs.longTermGain == Money(dollars: 260_000))
    #expect(assets.inputs.section1250Gain == .zero)
    #expect(
      !assets.events.flatMap(\.effect.lines).contains { $0.form == .unrecaptured1250Gain })
    let rental = try #require(
      files("\(Self.sale), depreciation: 100_000, date: 2026-09-30").scenario().years.first)
    #expect(rental.inputs.otherGains == Money(dollars: 20_000))
    #expect(rental.inputs.section1250Gain == .zero)
  }

  @Test(arguments: [
    ("\(sale), residence: {used_months: 24}", "excludes no gain on a home: 26 U.S.C. §121"),
    (
      sale.replacing("use: rental", with: "use: home"),
      "a corporation has no home; write use: rental or investment"
    ),
    ("\(sale), suspended_losses: 5", "bind closely held corporations only"),
    (
      sale.replacing("use: rental", with: "use: investment") + ", residence: {used_months: 24}",
      "excludes no gain on a home: 26 U.S.C. §121"
    ),
    ("\(exit), suspended_losses: 5", "bind closely held corporations only"),
    ("\(exit), unrecaptured_1250_gain: 5", "is nothing to a corporation"),
    ("\(fund), unrecaptured_1250_gain: 5", "is nothing to a corporation"),
  ])
  func `what a corporation cannot have is refused once`(event: String, message: String) {
    let errors = files("\(event), date: 2026-09-30").errors
    #expect(errors.count == 1, "\(errors)")
    #expect(errors.first?.contains(message) == true, "\(errors)")
  }

  @Test func `no box of a corporation's schedule is gain at up to 25%`() {
    let errors = files(
      "kind: k1, year: 2026, entity: partnership, long_term_gain: 9, unrecaptured_1250_gain: 5"
    ).errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains("is nothing to a corporation") == true)
  }

  @Test(arguments: ["vest", "espp_purchase", "espp_sale"])
  func `only people are employees`(kind: String) {
    let corporation = files("kind: \(kind), date: 2026-09-30").errors
    #expect(corporation.count == 1)
    #expect(
      corporation.first?.contains("a corporation is no employee: it has no \(kind)") == true)
    let trust = MemoryFiles.small(
      "events: [{kind: \(kind), date: 2026-09-30}]", taxpayer: "{filing_status: estate_or_trust}"
    ).errors
    #expect(trust.count == 1)
    #expect(
      trust.first?.contains("an estate or trust is no employee: it has no \(kind)") == true)
  }
}
