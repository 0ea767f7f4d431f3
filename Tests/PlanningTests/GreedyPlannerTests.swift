import FederalTax
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Greedy planner")
struct GreedyPlannerTests {
  private static let kinds = [
    ScenarioGenerator(), ScenarioGenerator(lots: 40), ScenarioGenerator(years: 3),
    ScenarioGenerator(years: 2, datesPerYear: 2, costs: true), ScenarioGenerator(costs: true),
  ]

  @Test(arguments: 0..<100)
  func `is never worse than holding, harvesting all, or the same orders by a rule`(
    seed: Int
  ) throws {
    for kind in Self.kinds {
      let pricer = PlanPricer(Problem(try kind.scenario(seed: UInt64(seed))))
      let plan = GreedyPlanner(pricer).plan()
      let value = pricer.price(plan).objective.value
      let baselines = Baselines(pricer)
      #expect(value <= pricer.price(.hold).objective.value)
      #expect(value <= pricer.price(baselines.harvestAll).objective.value)
      for rule in LotSelection.allCases {
        let other = pricer.price(baselines.orders(of: plan, by: rule))
        #expect(value <= other.objective.value, "\(rule)")
      }
    }
  }

  @Test(arguments: 0..<200)
  func `keeps every constraint or says which one it cannot keep`(seed: Int) throws {
    for kind in [
      ScenarioGenerator(constrained: true),
      ScenarioGenerator(years: 2, constrained: true, costs: true),
    ] {
      let problem = Problem(try kind.scenario(seed: UInt64(seed)))
      switch GreedyPlanner(PlanPricer(problem)).answer() {
      case .plan(let outcome):
        #expect(PlanFeasibility(problem).violations(of: outcome.priced).isEmpty)
      case .contradiction(let contradiction): #expect(!contradiction.constraints.isEmpty)
      }
    }
  }
}
