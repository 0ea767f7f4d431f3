import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Repairing and tidying")
struct GreedyRepairTests {
  private static let kinds = [
    ScenarioGenerator(wholeShares: true), ScenarioGenerator(years: 2, costs: true),
    ScenarioGenerator(lots: 30, constrained: true),
  ]

  /// A plan that sells random shares of some lots, whole ones where the account asks for them.
  private func randomPlan(of problem: Problem, seed: Int, whole: Bool) -> Plan {
    var random = SplitMix64(seed: UInt64(seed) &+ 1_000)
    return Plan(
      problem.positions.indices.compactMap { index -> Sale? in
        guard Bool.random(using: &random) else { return nil }
        let position = problem.positions[index]
        var shares = Shares(
          millionths: Int64.random(in: 1...position.shares.millionths, using: &random))
        if whole, position.wholeShares { shares = shares.wholePart }
        let date = position.opportunities.randomElement(using: &random)?.date ?? 0
        return Sale(position: index, date: date, shares: shares)
      })
  }

  @Test(arguments: 0..<15)
  func `repair never worsens a plan that could be traded`(seed: Int) throws {
    for kind in Self.kinds {
      let problem = Problem(try kind.scenario(seed: UInt64(seed)))
      let pricer = PlanPricer(problem)
      let feasibility = PlanFeasibility(problem)
      let plan = pricer.price(randomPlan(of: problem, seed: seed, whole: true))
      guard feasibility.allows(plan) else { continue }
      let repaired = pricer.price(GreedyPlanner(pricer).repair(plan.plan))
      #expect(repaired.objective.value <= plan.objective.value)
      let violations = feasibility.violations(of: repaired)
      #expect(violations == [])
    }
  }

  @Test(arguments: 0..<15)
  func `repair makes shares whole where the account asks for it`(seed: Int) throws {
    let problem = Problem(try ScenarioGenerator(wholeShares: true).scenario(seed: UInt64(seed)))
    let pricer = PlanPricer(problem)
    let plan = GreedyPlanner(pricer).repair(randomPlan(of: problem, seed: seed, whole: false))
    #expect(plan.sales.allSatisfy { $0.shares.isWhole })
    let violations = PlanFeasibility(problem).violations(of: pricer.price(plan))
    #expect(violations == [])
  }

  @Test(arguments: 0..<15)
  func `tidying raises neither the objective nor the number of sales`(seed: Int) throws {
    for kind in Self.kinds {
      let problem = Problem(try kind.scenario(seed: UInt64(seed)))
      let pricer = PlanPricer(problem)
      let feasibility = PlanFeasibility(problem)
      let plan = pricer.price(randomPlan(of: problem, seed: seed, whole: true))
      guard feasibility.allows(plan) else { continue }
      let tidied = pricer.price(GreedyPlanner(pricer).tidy(plan.plan))
      #expect(tidied.objective.value <= plan.objective.value)
      #expect(tidied.sales.count <= plan.sales.count)
      let violations = feasibility.violations(of: tidied)
      #expect(violations == [])
    }
  }

  @Test func `a whole-share plan comes within a few dollars of the fractional one`() throws {
    for seed in UInt64(0)..<4 {
      func value(wholeShares: Bool) throws -> Money {
        var scenario = try ScenarioGenerator(client: .vestingYear, lots: 40, wholeShares: true)
          .scenario(seed: seed)
        for index in scenario.accounts.indices {
          scenario.accounts[index].wholeShares = wholeShares
        }
        let pricer = PlanPricer(Problem(scenario))
        return pricer.price(GreedyPlanner(pricer).plan()).objective.value
      }
      let difference = try value(wholeShares: true) - value(wholeShares: false)
      // Round numbers of fractional shares may cost up to twenty cents.
      #expect(
        difference >= Money(cents: -20) && difference <= Money(dollars: 1),
        "\(seed): \(difference)")
    }
  }

  @Test func `repair raises the cent of cash that rounding has lost`() throws {
    var sample = SampleScenario([.init("A", value: 10_000, gain: 5_000, daysHeld: 500)])
    sample.constraints.raiseCash = Money(cents: 333_334)
    let pricer = try sample.pricer()
    let short = Plan([Sale(position: 0, date: 0, shares: Shares(millionths: 33_333_300))])
    let repaired = pricer.price(GreedyPlanner(pricer).repair(short))
    #expect((333_334...333_336).contains(repaired.proceeds.cents))
  }

  @Test func `tidying leaves out sales that change nothing`() throws {
    let sample = SampleScenario([
      .init("A", value: 5_000, gain: -3_000, daysHeld: 50),
      .init("B", value: 5_000, gain: -4_000, daysHeld: 50),
    ])
    let pricer = try sample.pricer()
    let both = Baselines(pricer).harvestAll
    let tidied = pricer.price(GreedyPlanner(pricer).tidy(both))
    #expect(tidied.sales.count == 1)
    // Three quarters of B lose as much as A and cost less in proceeds.
    #expect(tidied.sales[0].sale.shares == Shares("37.5"))
    #expect(tidied.objective.value == pricer.price(both).objective.value)
  }

  @Test func `tidying merges sales of one term into the largest lot`() throws {
    let sample = SampleScenario([
      .init("A", value: 5_000, gain: -1_000, daysHeld: 50),
      .init("B", value: 5_000, gain: -1_000, daysHeld: 50),
      .init("C", value: 5_000, gain: -1_000, daysHeld: 50),
      .init("D", value: 9_000, gain: -6_000, daysHeld: 50),
    ])
    let pricer = try sample.pricer()
    let small = Plan((0..<3).map { Sale(position: $0, date: 0, shares: Shares(whole: 50)) })
    let tidied = GreedyPlanner(pricer).tidy(small)
    #expect(tidied == Plan([Sale(position: 3, date: 0, shares: Shares(whole: 45))]))
  }
}
