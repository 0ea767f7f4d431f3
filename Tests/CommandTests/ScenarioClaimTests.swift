import Foundation
import Testing

#if GLPK
/// What the first lines of the scenarios promise, in dollars.
@Suite("What the shipped scenarios show")
struct ScenarioClaimTests {
  @Test func `greedy leaves some hundred dollars in the year of vests`() throws {
    let comparison = try ScenarioComparison("rsu-year")
    #expect((300...1_000).contains(comparison.greedyLeaves))
  }

  @Test func `a bill of about 80,000 is brought to about 22,000`() throws {
    let comparison = try ScenarioComparison("year-end-bill")
    #expect(try (79_000...81_000).contains(comparison.plan("hold").total))
    #expect(try (21_500...22_500).contains(comparison.plan("optimal").total))
  }

  @Test func `two rentals sold cost about 142,000, and with the plan a few thousand`() throws {
    let comparison = try ScenarioComparison("rental-exit")
    #expect(try (140_000...144_000).contains(comparison.plan("hold").total))
    #expect(try (3_000...6_000).contains(comparison.plan("optimal").total))
  }

  @Test func `a home and every payment for the land are offset, and 3,000 besides each year`()
    throws
  {
    let comparison = try ScenarioComparison("downsizing")
    let plan = try comparison.plan("optimal")
    #expect(plan.sales == 7)
    #expect(plan.years.count == 4)
    for year in plan.years {
      #expect(try (2_999...3_000).contains(-amount(year["capital_gain_or_loss"])))
    }
    #expect(plan.years.last?["long_term_carryover_out"] as? String == "0.00")
    #expect(try comparison.plan("hold").total - plan.total > 96_000)
  }

  @Test func `120,000 at once leaves 47,000, which wipes out the gain of the next year`() throws {
    let comparison = try ScenarioComparison("carryforward")
    let harvested = try comparison.plan("harvest_all")
    #expect(
      harvested.years.map { $0["long_term_carryover_out"] as? String }
        == ["47000.00", "0.00", "0.00"])
    #expect(
      harvested.years.map { $0["capital_gain_or_loss"] as? String } == ["-3000.00", "0.00", "0.00"])
    #expect(try comparison.plan("optimal").total < harvested.total)
  }

  @Test func `coins save 120,000 of tax at 20%, and the surtax besides`() throws {
    let comparison = try ScenarioComparison("crypto-winter")
    let saved = try comparison.plan("hold").total - comparison.plan("optimal").total
    #expect(saved > 142_800)
    #expect(saved < 145_000)
  }

  @Test func `the 0% band is filled with gains at no tax`() throws {
    let comparison = try ScenarioComparison("zero-band")
    let plan = try comparison.plan("optimal")
    #expect(try plan.total - comparison.plan("hold").total < 1)
    let taxable = try amount(plan.years.first?["taxable_income"])
    #expect(abs(taxable - 98_900) < 1)
  }

  @Test func `a direct index is served by few of its lots`() throws {
    let comparison = try ScenarioComparison("direct-index")
    let (plan, all) = (try comparison.plan("optimal"), try comparison.plan("harvest_all"))
    #expect(plan.total <= all.total)
    #expect(plan.sales * 5 < all.sales)
  }
}
#endif
