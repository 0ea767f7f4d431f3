import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("Constraints")
struct ConstraintTests {
  func constraints(_ text: String) throws -> PlanConstraints {
    try MemoryFiles.small("last_year: 2027\nconstraints: " + text).scenario().constraints
  }

  @Test func `rules name lots, securities or accounts`() throws {
    #expect(
      try constraints("{never_sell: [V2]}").neverSell == [
        LotRule(lot: 1, words: "never_sell: V2")
      ])
    #expect(
      try constraints("{never_sell: [VTI]}").neverSell == [
        LotRule(lot: 0, words: "never_sell: VTI"), LotRule(lot: 1, words: "never_sell: VTI"),
      ])
    #expect(try constraints("{never_sell: [a]}").neverSell.map(\.lot) == [0, 1, 2])
  }

  @Test func `must_sell takes whole lots or a number of shares`() throws {
    #expect(
      try constraints("{must_sell: [VTI]}").mustSell == [
        RequiredSale(lot: 0, shares: Shares(whole: 10), words: "must_sell: VTI"),
        RequiredSale(lot: 1, shares: Shares(millionths: 5_500_000), words: "must_sell: VTI"),
      ])
    #expect(
      try constraints("{must_sell: {G1: 2.5, V1: all}}").mustSell == [
        RequiredSale(lot: 2, shares: Shares(millionths: 2_500_000), words: "must_sell: {G1: 2.5}"),
        RequiredSale(lot: 0, shares: Shares(whole: 10), words: "must_sell: {V1: all}"),
      ])
  }

  @Test func `hold_until names the first day of sale`() throws {
    let rules = try constraints("{hold_until: {G1: 2026-12-01}}").holdUntil
    #expect(rules.map(\.lot) == [2])
    #expect(rules.map(\.until.description) == ["2026-12-01"])
    #expect(rules.map(\.words) == ["hold_until: {G1: 2026-12-01}"])
  }

  @Test func `amounts are read`() throws {
    let constraints = try constraints(
      "{minimum_trade: 1, minimum_benefit: 2, trade_cost: 4.95, raise_cash: 3, maximum_proceeds: 4}"
    )
    #expect(constraints.minimumTrade.cents == 100)
    #expect(constraints.minimumBenefit.cents == 200)
    #expect(constraints.tradeCost.cents == 495)
    #expect(constraints.raiseCash.cents == 300)
    #expect(constraints.maximumProceeds?.cents == 400)
  }

  @Test func `a ceiling on income holds every year, or in those it names`() throws {
    let amount = Money(dollars: 400_000)
    #expect(
      try constraints("{agi_at_most: 400_000}").adjustedGrossIncomeAtMost == [
        IncomeCeiling(yearIndex: 0, amount: amount), IncomeCeiling(yearIndex: 1, amount: amount),
      ])
    #expect(
      try constraints("{agi_at_most: {2027: 400_000}}").adjustedGrossIncomeAtMost == [
        IncomeCeiling(yearIndex: 1, amount: amount)
      ])
  }
}
