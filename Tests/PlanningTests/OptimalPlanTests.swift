import FederalTax
import GLPKSolver
import LinearModel
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

#if GLPK
@Suite("Optimal plans")
struct OptimalPlanTests {
  static let generators: [ScenarioGenerator] = [
    ScenarioGenerator(lots: 10, wholeShares: false),
    ScenarioGenerator(lots: 40, wholeShares: false, costs: false),
    ScenarioGenerator(lots: 8, years: 2, wholeShares: false),
    ScenarioGenerator(lots: 10, years: 3, datesPerYear: 2, wholeShares: false),
    ScenarioGenerator(lots: 9, constrained: true, wholeShares: false),
    ScenarioGenerator(lots: 8, wholeShares: false, costs: true),
    ScenarioGenerator(lots: 12, wholeShares: true),
  ]

  @Test(arguments: 0..<140)
  func `no plan found otherwise is better than the bound, nor the optimum worse`(seed: UInt64)
    throws
  {
    let generator = Self.generators[Int(seed) % Self.generators.count]
    let problem = Problem(try generator.scenario(seed: seed))
    let planner = Planner(problem, solver: GLPKSolver())
    let pricer = PlanPricer(problem)
    let feasibility = PlanFeasibility(problem)
    guard case .plan(let optimal) = try planner.optimal() else {
      // What the model proves impossible, the greedy planner must not find.
      let greedy = pricer.price(GreedyPlanner(pricer).plan())
      #expect(!feasibility.allows(greedy))
      return
    }
    let value = optimal.priced.objective.value
    let proof = try #require(optimal.proof)
    #expect(feasibility.allows(optimal.priced))
    #expect(proof.isComplete)
    #expect(proof.bound <= value)
    let accepted = problem.scenario.accounts.contains(where: \.wholeShares) ? Money(dollars: 5)
      : Money(dollars: 1)
    #expect(proof.gap <= accepted)
    var others = [GreedyPlanner(pricer).plan(), .hold, Baselines(pricer).harvestAll]
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 { others.append(Self.randomPlan(of: problem, &random)) }
    for plan in others.map(pricer.price) where feasibility.allows(plan) {
      #expect(proof.bound <= plan.objective.value)
      #expect(value <= plan.objective.value || proof.gap > .zero)
    }
  }

  private static func randomPlan(of problem: Problem, _ random: inout SplitMix64) -> Plan {
    let share = Int64.random(in: 0...100, using: &random)
    var sales: [Sale] = []
    for (index, position) in problem.positions.enumerated()
    where Int64.random(in: 0..<100, using: &random) < share {
      let offers = position.opportunities
      let offer = offers[Int.random(in: offers.indices, using: &random)]
      let part = [1, 1, 2, 3].randomElement(using: &random) ?? 1
      let millionths = position.shares.millionths / Int64(part)
      sales.append(
        Sale(
          position: index, date: offer.date,
          shares: Shares(
            millionths: position.wholeShares ? millionths / 1_000_000 * 1_000_000 : millionths)))
    }
    return Plan(sales)
  }
}
#endif
