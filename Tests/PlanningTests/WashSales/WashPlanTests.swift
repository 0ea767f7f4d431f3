import GLPKSolver
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("§1091 in plans: against every plan of whole shares", .enabled(if: GLPKSolver.isAvailable))
struct WashPlanTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `one date: the optimal plan is never beaten`(seed: UInt64) throws {
    try compare(RandomWashHousehold(), seed: seed)
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func `several dates in one window: the optimal plan is never beaten`(seed: UInt64) throws {
    try compare(RandomWashHousehold(dates: 2 + Int(seed % 2), shares: 2), seed: seed)
  }

  private func compare(_ household: RandomWashHousehold, seed: UInt64) throws {
    let problem = Problem(try household.scenario(seed: seed))
    let pricer = PlanPricer(problem)
    let judge = PlanFeasibility(problem)
    let best = WholeSharePlans(problem).lazy.map(pricer.price).filter(judge.allows)
      .map(\.objective.value).min()
    let answer = try Planner(problem, solver: GLPKSolver()).optimal()
    guard case .plan(let outcome) = answer else {
      #expect(best == nil, "\(answer)")
      return
    }
    let least = try #require(best)
    let proof = try #require(outcome.proof)
    #expect(proof.bound <= least)
    #expect(outcome.priced.objective.value <= least + Money(cents: 5))
  }
}
