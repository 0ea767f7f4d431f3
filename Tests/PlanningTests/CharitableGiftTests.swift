import FederalTax
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Giving a lot to charity")
struct CharitableGiftTests {
  private func gift(
    _ lot: SampleScenario.SampleLot, spread: Rate = .zero, isCollectible: Bool = false,
    selling shares: Int64 = 0, change: (inout Scenario) throws -> Void = { _ in }
  ) throws -> CharitableGift? {
    var sample = SampleScenario([lot])
    sample.wages = 150_000
    sample.spread = spread
    var scenario = try sample.scenario()
    scenario.securities[0].isCollectible = isCollectible
    try change(&scenario)
    let pricer = PlanPricer(Problem(scenario))
    let plan = Plan([Sale(position: 0, date: 0, shares: Shares(whole: shares))])
    return PlanExplainer(pricer, priced: pricer.price(plan)).explanation(ofLot: 0).gift
  }

  private let lot = SampleScenario.SampleLot("A", value: 10_000, gain: 6_000, daysHeld: 900)

  @Test func `what is given is neither taxed nor loses a spread`() throws {
    let gift = try #require(try gift(lot, spread: Rate(percent: 1)))
    #expect(gift.value == Money(dollars: 10_000))
    #expect(gift.gain == Money(dollars: 5_900))
    // 15% of the gain that a sale would bring, and the spread of it.
    #expect(gift.saved == Money(dollars: 885 + 100))
    #expect(gift.choice == .standard)
    #expect(gift.counted == .zero)
  }

  @Test func `cash deducts without itemizing from 2026 on, shares do not`() throws {
    let gift = try #require(
      try gift(lot) { $0.years[0].law = try FederalLaw.load(year: 2026, status: .single) })
    #expect(gift.cashWithoutItemizing == Money(dollars: 1_000))
    // 15% of the gain, less 24% of the 1,000 that cash deducts.
    #expect(gift.saved == Money(dollars: 900 - 240))
  }

  @Test func `no gift of an estate, a trust or a corporation is deducted`() throws {
    let ofTrust = try gift(lot) { scenario in
      scenario.years[0].facts = ReturnFacts(status: .estateOrTrust)
      scenario.years[0].law = try FederalLaw.load(year: 2026, status: .estateOrTrust)
    }
    // 20% and 3.8% of the gain.
    #expect(ofTrust?.saved == Money(dollars: 1_428))
    let ofCorporation = try gift(lot) { scenario in
      scenario.years[0].facts.corporation = CorporationFacts()
      scenario.years[0].facts.deduction = .elected
    }
    #expect(ofCorporation?.saved == Money(dollars: 1_260))
    #expect(ofCorporation?.counted == .zero)
  }

  @Test func `it does not matter what of the lot the plan sells`() throws {
    #expect(try gift(lot, selling: 40)?.saved == gift(lot)?.saved)
  }

  @Test func `no later tax counts for what is given away`() throws {
    let gift = try gift(lot) { $0.outlook.laterTaxRate = Rate(percent: 20) }
    #expect(gift?.saved == Money(dollars: 900))
  }

  @Test func `lots held short, lots without a gain and collectibles are no matter of it`() throws {
    #expect(try gift(.init("A", value: 10_000, gain: 6_000, daysHeld: 300)) == nil)
    #expect(try gift(.init("A", value: 10_000, gain: -100, daysHeld: 900)) == nil)
    #expect(try gift(lot, isCollectible: true) == nil)
  }

  @Test func `property is deducted up to 30%, and with cash up to half of income`() {
    let limits = CharityLimits.law
    let income = Money(dollars: 100_000)
    #expect(limits.property(besides: .zero, of: income) == Money(dollars: 30_000))
    #expect(limits.property(besides: Money(dollars: 25_000), of: income) == Money(dollars: 25_000))
    #expect(limits.property(besides: Money(dollars: 55_000), of: income) == .zero)
    #expect(limits.property(besides: .zero, of: Money(dollars: -5)) == .zero)
  }
}
