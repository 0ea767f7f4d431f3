import FederalTax
import HouseholdFiles
import InputFiles
import Planning
import Quantities
import Testing

@Suite("Shares of entities, funds and worthless assets in scenario files")
struct InterestFileTests {
  private func inputs(_ event: String) throws -> ReturnInputs<Money> {
    try MemoryFiles.events(event).firstYear().inputs
  }

  private func error(_ event: String) throws -> String {
    let errors = MemoryFiles.events(event).errors
    #expect(errors.count == 1, "\(errors)")
    return try #require(errors.first)
  }

  @Test func `a schedule brings its boxes to the return`() throws {
    let inputs = try inputs(
      "{kind: k1, year: 2026, entity: s_corporation, activity: active, ordinary_business: 80_000, "
        + "interest: 200, long_term_gain: 3_000, section_1231_gain: -1_000, "
        + "qualified_business_income: 80_000}")
    #expect(inputs.businessIncome == Money(dollars: 80_000))
    #expect(inputs.taxableInterest == Money(dollars: 200))
    #expect(inputs.longTermGain == Money(dollars: 3_000))
    #expect(inputs.qualifiedBusinessIncome == Money(dollars: 80_000))
    // A net section 1231 loss is ordinary, and of an active trade outside investment income.
    #expect(inputs.otherGains == Money(dollars: -1_000))
    #expect(inputs.gainOutsideInvestment == Money(dollars: -1_000))
  }

  @Test func `every box of the schedule has a place`() throws {
    let refused: [PartnerShareKey] = [
      .kind, .title, .year, .entity, .activity, .passiveLossAllowed, .selfEmploymentEarnings,
      .guaranteedPayments,
    ]
    // Wholes for those boxes that are parts of others.
    let wholes = "ordinary_dividends: 50, long_term_gain: 50, ordinary_business: 50"
    let base =
      "kind: k1, year: 2026, entity: partnership, activity: active, self_employment_earnings: 0"
    let plain = try inputs("{\(base), \(wholes)}")
    for key in PartnerShareKey.allCases where !refused.contains(key) {
      let others = wholes.split(separator: ", ").filter { !$0.hasPrefix("\(key.rawValue):") }
      let event = "{\(base), \(others.joined(separator: ", ")), \(key.rawValue): 7}"
      #expect(try inputs(event) != plain, "\(key.rawValue)")
    }
  }

  @Test(arguments: ["self_employment_earnings", "guaranteed_payments"])
  func `earnings from self-employment are refused by name`(key: String) throws {
    let message = try error("{kind: k1, year: 2026, entity: partnership, \(key): 1_000}")
    #expect(message.contains("the tax on self-employment earnings, IRC §1402(a)"))
    _ = try inputs("{kind: k1, year: 2026, entity: partnership, \(key): 0, interest: 1}")
  }

  @Test func `an active partner says what is earned by self-employment`() throws {
    let share = "kind: k1, year: 2026, activity: active, ordinary_business: 5"
    let partner = "\(share), entity: partnership"
    #expect(
      try error("{\(partner)}").contains(
        "required key \"self_employment_earnings\" is missing (box 14; 0 of a limited partner"))
    #expect(
      try error("{\(partner), self_employment_earnings: 5}").contains("is not modelled"))
    #expect(
      try inputs("{\(partner), self_employment_earnings: 0}").businessIncome == Money(dollars: 5))
    // A corporation's shareholder, a passive partner and a trust have no such earnings.
    _ = try inputs("{\(share), entity: s_corporation}")
    _ = try inputs("{\(partner)}".replacing("activity: active", with: "activity: passive"))
    let trust = MemoryFiles.events("{\(partner)}", status: "estate_or_trust")
    #expect(trust.errors == [])
  }

  @Test func `a passive loss needs the household's word that it is allowed`() throws {
    let event = "{kind: k1, year: 2026, entity: partnership, rental: -9_000"
    #expect(try error(event + "}").contains("deducted from passive income only (IRC 469)"))
    #expect(
      try inputs(event + ", passive_loss_allowed: true}").passiveIncome == Money(dollars: -9_000))
    // Other passive income of the same schedule takes it up; a loss of an active trade is another.
    #expect(
      try inputs(event + ", ordinary_business: 10_000}").passiveIncome == Money(dollars: 1_000))
    #expect(
      try inputs(
        "{kind: k1, year: 2026, entity: partnership, activity: active, ordinary_business: -5}"
      ).businessIncome == Money(dollars: -5))
  }

  @Test(arguments: [
    ("ordinary_dividends: 5, qualified_dividends: 6", "6.00 is more than ordinary_dividends, 5.00"),
    ("long_term_gain: 5, unrecaptured_1250_gain: 6", "6.00 is more than the gains it is a part of"),
    ("ordinary_business: 5, section_179: 6", "6.00 is more than active business income"),
    ("interest: -1", "-1.00 is negative"),
  ])
  func `a part is no larger than the whole`(boxes: String, message: String) throws {
    let event =
      "{kind: k1, year: 2026, entity: partnership, activity: active, "
      + "self_employment_earnings: 0, \(boxes)}"
    #expect(try error(event).contains(message))
  }

  private let exit =
    "kind: partnership_sale, date: 2026-06-30, acquired: 2015-01-02, price: 900_000, costs: 10_000, "
    + "basis: 150_000"

  @Test func `an exit is sold in pieces`() throws {
    let inputs = try inputs(
      "{\(exit), activity: active, liabilities: 60_000, hot_assets: 200_000, "
        + "unrecaptured_1250_gain: 40_000, collectibles_gain: 5_000, investment_gain: 30_000}")
    #expect(inputs.otherGains == Money(dollars: 200_000))
    #expect(inputs.longTermGain == Money(dollars: 600_000))
    #expect(inputs.section1250Gain == Money(dollars: 40_000))
    #expect(inputs.collectiblesGain == Money(dollars: 5_000))
    #expect(inputs.gainOutsideInvestment == Money(dollars: 770_000))
  }

  @Test(arguments: [
    ("entity: s_corporation, activity: active, hot_assets: 1", "is capital as a whole"),
    ("activity: passive, investment_gain: 1", "is net investment income"),
    ("entity: trust, activity: passive", "an interest in a trust is not modelled"),
  ])
  func `a piece that the entity cannot have is refused`(keys: String, message: String) throws {
    #expect(try error("{\(exit), \(keys)}").contains(message))
  }

  @Test func `an interest held a year or less has no pieces at other rates`() throws {
    let event = "{\(exit), activity: passive, collectibles_gain: 1}"
      .replacing("2015-01-02", with: "2025-06-30")
    #expect(try error(event).contains("only an interest held more than a year"))
  }

  private let redemption =
    "kind: redemption, date: 2026-06-30, acquired: 2015-01-02, price: 100_000, basis: 30_000"

  @Test func `a redemption is an exchange by a test, and a dividend without one`() throws {
    let exchange = try inputs("{\(redemption), treatment: complete_termination}")
    #expect(exchange.longTermGain == Money(dollars: 70_000))
    let dividend = try inputs("{\(redemption), treatment: dividend, earnings_and_profits: 80_000}")
    #expect(dividend.qualifiedDividends == Money(dollars: 80_000))
    #expect(dividend.longTermGain == .zero)
    let votes = "treatment: substantially_disproportionate, votes_before: 60%, votes_after: "
    #expect(try inputs("{\(redemption), \(votes)40%}").longTermGain == Money(dollars: 70_000))
    #expect(
      try error("{\(redemption), \(votes)48%}").contains(
        "48% after 60% is not substantially disproportionate (IRC 302(b)(2))"))
    #expect(
      try error("{\(redemption), treatment: complete_termination, votes_after: 0%}").contains(
        "votes_after has no part in complete_termination"))
  }

  @Test func `a distribution is stated in all or by the share`() throws {
    let all = "{kind: fund_distribution, date: 2026-12-18, symbol: VTI, "
    #expect(try inputs(all + "capital_gain: 640.50}").longTermGain == Money(cents: 64_050))
    let each = try inputs(
      all
        + "shares: 210, capital_gain: 3.05, collectibles_gain: 0.05, ordinary_dividends: 0.333333}")
    #expect(each.longTermGain == Money(cents: 64_050))
    #expect(each.collectiblesGain == Money(cents: 1_050))
    #expect(each.ordinaryDividends == Money(cents: 7_000))
    #expect(
      try error(all + "capital_gain: 5, collectibles_gain: 6}").contains(
        "6.00 is more than capital_gain, 5.00"))
  }

  @Test func `a worthless security is sold on the last day of its year`() throws {
    let event = "{kind: worthless, year: 2026, symbol: DEAD, basis: 8_000, acquired: "
    #expect(try inputs(event + "2025-12-31}").shortTermGain == Money(dollars: -8_000))
    #expect(try inputs(event + "2025-12-30}").longTermGain == Money(dollars: -8_000))
    #expect(
      try error(event + "2025-12-31, abandoned: true}").contains(
        "abandoned: a security that is given up is worthless as any other"))
    _ = try inputs(event + "2025-12-31, abandoned: false}")
    let files = MemoryFiles.events(
      event.replacing("DEAD", with: "VTI") + "2025-12-30}", lots: "a,VTI,2025-12-30,1,8000,V1,")
    #expect(files.errors.first?.contains("lot V1 of VTI is still among the lots") == true)
  }

  @Test func `a token that fell is no loss, and one given up no deduction`() throws {
    let event =
      "{kind: worthless, asset: token, year: 2026, symbol: RUG, basis: 8_000, acquired: 2022-01-02"
    #expect(try error(event + "}").contains("can still be traded is no loss (CCA 202302011)"))
    let household = try MemoryFiles.events(event + ", abandoned: true}").load()
    #expect(household.warnings.first?.summary.contains("not allowed (IRC 67(g))") == true)
    #expect(household.scenarios[0].scenario.years[0].inputs == ReturnInputs())
  }

  @Test func `an event of another year than the scenario's is told`() throws {
    let message = try error("{kind: k1, year: 2027, entity: trust, interest: 5}")
    #expect(message.contains("nothing of it falls in 2026"))
  }
}
