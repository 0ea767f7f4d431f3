import FederalTax
import GLPKSolver
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Plans through every rule of the return", .enabled(if: GLPKSolver.isAvailable))
struct RulePlanTests {
  private static let seeds: Range<UInt64> = 0..<6

  @Test(arguments: RuleCase.all + RuleCase.charges)
  func `the best plan is found, ignoring the rule is worse, and a model without it is noticed`(
    rule: RuleCase
  ) throws {
    var worse = 0
    var noticed = 0
    for seed in Self.seeds {
      var household = rule.household(seed: seed)
      let problem = try household.problem(seed: seed)
      let pricer = PlanPricer(problem)
      let outcome = try optimum(of: problem)
      let value = outcome.priced.objective.value
      let judge = PlanFeasibility(problem)
      let best = try #require(
        WholeSharePlans(problem).lazy.map(pricer.price).filter(judge.allows)
          .map(\.objective.value).min())
      #expect(value <= best + Money(cents: 2), "seed \(seed): \(value), not \(best)")
      let proof = try #require(outcome.proof)
      #expect(proof.bound <= best && proof.gap <= Money(dollars: 1), "seed \(seed): \(proof.gap)")

      rule.without(&household)
      let blind = try household.problem(seed: seed)
      let ignorant = try optimum(of: blind).priced.plan
      if pricer.price(ignorant).objective.value >= value + Money(dollars: 10) { worse += 1 }
      let cells = Formulation.cells(of: blind, over: NetGainRanges(of: blind))
      do { try Audit.check(outcome.priced, of: problem, by: cells) } catch { noticed += 1 }
    }
    #expect(worse >= rule.least, "worse in \(worse) of \(Self.seeds.count)")
    #expect(noticed >= 1, "the audit noticed none")
  }

  private func optimum(of problem: Problem) throws -> PlanOutcome {
    guard case .plan(let outcome) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      throw NoPlan()
    }
    return outcome
  }

  private struct NoPlan: Error {}
}
