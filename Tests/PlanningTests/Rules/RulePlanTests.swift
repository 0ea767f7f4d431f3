import FederalTax
import GLPKSolver
import Quantities
import Testing

@testable import Planning

@Suite("Plans through every rule of the return", .enabled(if: GLPKSolver.isAvailable))
struct RulePlanTests {
  static let seeds: Range<UInt64> = 0..<8

  @Test(arguments: RuleCase.all)
  func `the optimal plan is the best of all, and never beaten`(rule: RuleCase) throws {
    for seed in Self.seeds {
      let problem = try rule.household(seed: seed).problem(seed: seed)
      let outcome = try optimum(of: problem)
      let pricer = PlanPricer(problem)
      let judge = PlanFeasibility(problem)
      let best = try #require(
        WholeSharePlans(problem).lazy.map(pricer.price).filter(judge.allows)
          .map(\.objective.value).min())
      let value = outcome.priced.objective.value
      #expect(value <= best + Money(cents: 2), "seed \(seed): \(value), not \(best)")
      #expect(try #require(outcome.proof).bound <= best, "seed \(seed)")
      #expect(try #require(outcome.proof).gap <= Money(dollars: 1), "seed \(seed)")
    }
  }

  @Test(arguments: RuleCase.all)
  func `a plan that ignores the rule is worse, and a model without it is found out`(
    rule: RuleCase
  ) throws {
    var worse = 0
    var caught = 0
    for seed in Self.seeds {
      var blind = rule.household(seed: seed)
      let problem = try blind.problem(seed: seed)
      rule.without(&blind)
      let blindProblem = try blind.problem(seed: seed)
      let optimum = try optimum(of: problem).priced
      let ignorant = try self.optimum(of: blindProblem).priced.plan
      let cost = PlanPricer(problem).price(ignorant).objective.value - optimum.objective.value
      if cost >= Money(dollars: 10) { worse += 1 }
      let cells = Formulation.cells(of: blindProblem, over: NetGainRanges(of: problem))
      do { try Audit.check(optimum, of: problem, by: cells) } catch { caught += 1 }
    }
    #expect(worse >= rule.least, "worse in \(worse) of \(Self.seeds.count)")
    #expect(caught >= 1, "the audit noticed none")
  }

  private func optimum(of problem: Problem) throws -> PlanOutcome {
    guard case .plan(let outcome) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      throw NoPlan()
    }
    return outcome
  }

  private struct NoPlan: Error {}
}
