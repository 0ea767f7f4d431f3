import FederalTax
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Gifts of lots where deductions are elected")
struct ElectedGiftTests {
  private func gift(
    _ year: (inout PlanningYear) -> Void
  ) throws -> CharitableGift {
    var sample = SampleScenario([.init("A", value: 100_000, gain: 60_000, daysHeld: 900)])
    sample.wages = 150_000
    var scenario = try sample.scenario()
    scenario.years[0].facts.deduction = .elected
    year(&scenario.years[0])
    let pricer = PlanPricer(Problem(scenario))
    let explainer = PlanExplainer(pricer, priced: pricer.price(.hold))
    return try #require(explainer.explanation(ofLot: 0).gift)
  }

  @Test func `a gift of shares counts up to 30% of income, and the rest is for later years`() throws
  {
    let gift = try gift { $0.inputs.mortgageInterest = Money(dollars: 20_000) }
    #expect(gift.counted == Money(dollars: 45_000))
    #expect(gift.carriedForward == Money(dollars: 55_000))
    // Sold, 210,000 of income less 20,000 and all of the 100,000: 3,361.50 on 30,000 of wages,
    // 6,247.50 on the gain above 48,350, and 380 of 3.8%. Given, 150,000 less 65,000: 13,614.
    #expect(gift.saved == Money(dollars: 9_989 - 13_614))
  }

  @Test func `cash of half of income leaves no room for shares`() throws {
    let gift = try gift { $0.inputs.charityCash = Money(dollars: 75_000) }
    #expect(gift.counted == .zero)
  }

  @Test func `where deductions stay below the standard one, no gift of shares counts`() throws {
    let gift = try gift { $0.inputs.wages = Money(dollars: 20_000) }
    // Up to 6,000 would count, less than the standard deduction.
    #expect(gift.counted == .zero)
    #expect(gift.carriedForward == Money(dollars: 94_000))
  }
}
