import Foundation
import Testing

#if GLPK
/// What the scenarios about the rest of the return promise in their first lines, in dollars.
@Suite("What the shipped scenarios show of the whole return")
struct ScenarioClaimReturnTests {
  private let tier = 2_296.80

  @Test func `two lots avoid a Medicare tier, and no more is sold`() throws {
    let comparison = try ScenarioComparison("retiree-medicare")
    let (hold, plan) = (try comparison.plan("hold"), try comparison.plan("optimal"))
    #expect(hold.terms["medicare_premiums"] == tier)
    #expect(plan.terms["medicare_premiums"] == 0)
    #expect(plan.sales == 2)
    // Within a share's loss of the tier: 218,000 of income with tax-exempt interest.
    let income = try plan.first("adjusted_gross_income") + 4_200
    #expect((217_900...218_000).contains(income))
    let alone = try ScenarioComparison(
      "retiree-medicare", title: "A Medicare tier avoided by two lots: Without the tiers")
    #expect(try alone.plan("optimal").first("long_term_net") > 30_500)
    // Beyond the threshold of the net investment income tax.
    #expect(try alone.plan("optimal").first("adjusted_gross_income") > 250_000)
  }

  @Test func `cash from the oldest lots costs the premium credit`() throws {
    let comparison = try ScenarioComparison("early-retiree")
    let (oldest, plan) = (try comparison.plan("fifo"), try comparison.plan("optimal"))
    // Four times the poverty line of two people.
    let limit = 84_600.0
    #expect(try oldest.first("adjusted_gross_income") > limit)
    #expect(try plan.first("adjusted_gross_income") <= limit)
    // The whole of what was paid in advance is given back, and nothing more is due.
    #expect(oldest.terms["premium_tax_credit"] == 13_200)
    #expect(oldest.total - plan.total > 14_000)
    let hold = try comparison.plan("hold")
    #expect(abs((plan.total - hold.total) / 15_000 - 0.10) < 0.005)
    for column in [oldest, plan] { #expect(column.terms["long_term"] == 0) }
  }

  @Test func `a gain in euros is a loss in dollars`() throws {
    let comparison = try ScenarioComparison("expat")
    let plan = try comparison.plan("optimal")
    #expect(plan.terms["foreign_tax_credit"] == -1_700)
    #expect(plan.sales == 3)
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run(
      "plan", Repository.path("Scenarios/expat/scenario.yaml"), "--format", "json")
    let sales = try #require(try object(run.output)["sales"] as? [[String: Any]])
    let siemens = try #require(sales.first { $0["lot_id"] as? String == "SIE-1" })
    #expect(try amount(siemens["gain"]) < 0)
    #expect(siemens["cost_basis"] as? String == "25616.95")
  }

  @Test func `a loss in a trust saves 23.8% of it and more`() throws {
    let comparison = try ScenarioComparison("trust")
    let (hold, plan) = (try comparison.plan("hold"), try comparison.plan("optimal"))
    let losses = try hold.first("capital_gain_or_loss") - plan.first("capital_gain_or_loss")
    #expect((hold.total - plan.total) / losses > 0.22)
    // What is distributed is taxed to the beneficiaries: only the short-term gain is left at ordinary
    // rates, 4,700 of it.
    let distributed = try ScenarioComparison(
      "trust", title: "A trust at the highest rates: Everything distributed that can be")
    #expect(try distributed.plan("hold").terms["ordinary"] == 666)
  }

  @Test func `a company uses a loss that would expire, and the couple does not`() throws {
    let family = try ScenarioComparison("family-business").plan("optimal")
    #expect(try family.first("long_term_net") < 52_000)
    #expect(try #require(family.terms["state"]) > 0)
    let company = try ScenarioComparison("family-business", title: "Alder Holding Inc.")
    let (hold, plan) = (try company.plan("hold"), try company.plan("optimal"))
    // 38,000 of 2021 expires unless it is used; with it the loss of 2024 is used, too.
    #expect(try hold.first("long_term_carryover_out") == 9_500)
    #expect(try plan.first("long_term_carryover_out") == 0)
    #expect(abs(plan.total - hold.total) < 5)
  }
}
#endif
