import FederalTax
import GLPKSolver
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

#if GLPK
/// Examples from articles on tax-loss harvesting, answered by the optimal planner.
///
/// A loss that is left over is worth nothing here, so the plan sells what the years can use and no
/// more. Where an article errs, the law decides.
@Suite("Worked examples as optimal plans")
struct WorkedExamplePlanTests {
  private struct Answer {
    var hold: PricedPlan
    var harvested: PricedPlan
    var optimal: PricedPlan

    var saved: Money { hold.tax - optimal.tax }
    var sold: Money { optimal.sales.map(\.gain).total() }
    func result(_ year: Int = 0) -> FederalReturn<Money> { optimal.years[year].result }
  }

  private func dollars(_ amount: Int64) -> Money { Money(dollars: amount) }

  private func answer(_ sample: SampleScenario) throws -> Answer {
    let problem = Problem(try sample.scenario())
    let pricer = PlanPricer(problem)
    guard case .plan(let outcome) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      throw Contradicted()
    }
    let proof = try #require(outcome.proof)
    #expect(proof.isComplete && proof.gap <= Money(dollars: 1))
    return Answer(
      hold: pricer.price(.hold), harvested: pricer.price(Baselines(pricer).harvestAll),
      optimal: outcome.priced)
  }

  private struct Contradicted: Error {}

  @Test func `a loss of 5,000 against a gain of 5,000 leaves nothing taxable`() throws {
    var sample = SampleScenario([.init("loss", value: 4_000, gain: -5_000, daysHeld: 500)])
    sample.shortTermGains = [5_000]
    let answer = try answer(sample)
    #expect(answer.sold == dollars(-5_000))
    #expect(answer.result().capitalGainOrLoss == .zero)
  }

  @Test func `of 22,000 against 15,000 the 4,000 that would be carried are kept`() throws {
    var sample = SampleScenario([.init("loss", value: 44_000, gain: -22_000, daysHeld: 500)])
    sample.longTermGains = [10_000]
    sample.shortTermGains = [5_000]
    let answer = try answer(sample)
    #expect(answer.sold == dollars(-18_000))
    #expect(answer.result().capitalGainOrLoss == dollars(-3_000))
    #expect(answer.result().longTermCarryoverOut == .zero)
    #expect(answer.harvested.years[0].result.longTermCarryoverOut == dollars(4_000))
    sample.outlook.longTermCarryoverValue = Rate(percent: 10)
    let valued = try self.answer(sample)
    #expect(valued.sold == dollars(-22_000))
    #expect(valued.result().longTermCarryoverOut == dollars(4_000))
  }

  @Test func `120,000 against 70,000 now and 47,000 next year is used to the last dollar`() throws {
    var sample = SampleScenario([.init("loss", value: 120_000, gain: -120_000, daysHeld: 500)])
    sample.years = 2
    sample.wages = 150_000
    sample.longTermGains = [70_000, 47_000]
    let answer = try answer(sample)
    #expect(answer.sold == dollars(-120_000))
    #expect(answer.result(1).longTermCarryoverOut == .zero)
    // The article's way, all at once and 47,000 carried, cannot be bettered in two years.
    #expect(answer.harvested.years[0].result.longTermCarryoverOut == dollars(47_000))
    #expect(answer.harvested.years[1].result.capitalGainOrLoss == .zero)
    #expect(answer.optimal.tax == answer.harvested.tax)
  }

  @Test func `20,000 against a gain at 20% and 3.8% saves 4,760`() throws {
    var sample = SampleScenario([.init("loss", value: 30_000, gain: -20_000, daysHeld: 500)])
    sample.wages = 900_000
    sample.longTermGains = [20_000]
    #expect(try answer(sample).saved == dollars(4_760))
  }

  @Test func `90,000 of loss that is disallowed costs 21,420, not the article's 20,700`() throws {
    // The article takes 23%; the law 20% and 3.8% of surtax. The ledger of wash sales that would
    // disallow the loss does not exist yet: here it is a loss that is not there.
    var sample = SampleScenario([.init("loss", value: 50_000, gain: -90_000, daysHeld: 500)])
    sample.wages = 800_000
    sample.longTermGains = [200_000]
    let answer = try answer(sample)
    #expect(answer.harvested.tax + dollars(21_420) == answer.hold.tax)
  }

  @Test func `the article's 5,000 of loss left over is 5,000 of gain`() throws {
    var sample = SampleScenario([
      .init("long loss", value: 60_000, gain: -50_000, daysHeld: 500),
      .init("short loss", value: 30_000, gain: -20_000, daysHeld: 50),
    ])
    sample.shortTermGains = [30_000]
    sample.longTermGains = [45_000]
    let answer = try answer(sample)
    #expect(answer.sold == dollars(-70_000))
    #expect(answer.result().capitalGainOrLoss == dollars(5_000))
    #expect(answer.result().longTermTax == .zero)
    #expect(answer.result().longTermCarryoverOut == .zero)
  }

  @Test func `a short-term loss is sold against a long-term gain, whatever the article says`()
    throws
  {
    var sample = SampleScenario([.init("loss", value: 30_000, gain: -20_000, daysHeld: 50)])
    sample.longTermGains = [20_000]
    let answer = try answer(sample)
    #expect(answer.result().capitalGainOrLoss == .zero)
    #expect(answer.saved == dollars(3_000))
  }

  @Test func `600,000 on coins take 120,000 off a gain at 20%, and 22,800 of surtax`() throws {
    var sample = SampleScenario([.init("coins", value: 100_000, gain: -600_000, daysHeld: 500)])
    sample.wages = 900_000
    sample.longTermGains = [600_000]
    let answer = try answer(sample)
    let held = answer.hold.years[0].result
    #expect(held.regularTax - answer.result().regularTax == dollars(120_000))
    #expect(answer.saved == dollars(142_800))
  }

  @Test func `of 287,000 of losses against 10,000 only 13,000 is worth selling`() throws {
    var sample = SampleScenario([
      .init("A", value: 200_000, gain: -200_000, daysHeld: 500),
      .init("B", value: 80_000, gain: -80_000, daysHeld: 500),
      .init("C", value: 7_000, gain: -7_000, daysHeld: 500),
    ])
    sample.longTermGains = [10_000]
    sample.wages = 150_000
    let answer = try answer(sample)
    #expect(answer.harvested.years[0].result.longTermCarryoverOut == dollars(274_000))
    #expect(answer.sold == dollars(-13_000))
    #expect(answer.optimal.sales.count == 1)
    #expect(answer.result().longTermCarryoverOut == .zero)
  }
}
#endif
