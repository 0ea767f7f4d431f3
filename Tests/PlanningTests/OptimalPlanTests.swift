#if GLPK
import FederalTax
import GLPKSolver
import LinearModel
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Optimal plans")
struct OptimalPlanTests {
  /// Small households of every kind that the model treats differently.
  private static let generators = [
    ScenarioGenerator(lots: 10, wholeShares: false),
    ScenarioGenerator(lots: 40, wholeShares: false),
    ScenarioGenerator(lots: 8, years: 2, wholeShares: false),
    ScenarioGenerator(lots: 10, years: 3, datesPerYear: 2, wholeShares: false),
    ScenarioGenerator(lots: 9, constrained: true, wholeShares: false),
    ScenarioGenerator(lots: 8, wholeShares: false, costs: true),
    ScenarioGenerator(lots: 12, wholeShares: true),
  ]

  private static func problem(_ seed: UInt64) throws -> Problem {
    Problem(try generators[Int(seed) % generators.count].scenario(seed: seed))
  }

  @Test(arguments: 0..<105)
  func `no plan found otherwise is below the bound, and none is better than the optimum`(
    seed: UInt64
  ) throws {
    let problem = try Self.problem(seed)
    let pricer = PlanPricer(problem)
    let feasibility = PlanFeasibility(problem)
    guard case .plan(let optimal) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      // What is proven impossible, the greedy planner must not find.
      #expect(!feasibility.allows(pricer.price(GreedyPlanner(pricer).plan())))
      return
    }
    let value = optimal.priced.objective.value
    let proof = try #require(optimal.proof)
    #expect(feasibility.allows(optimal.priced))
    #expect(proof.isComplete)
    #expect(proof.gap <= Money(dollars: problem.positions.contains(where: \.wholeShares) ? 5 : 1))
    var others = [GreedyPlanner(pricer).plan(), .hold, Baselines(pricer).harvestAll]
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 { others.append(Self.randomPlan(of: problem, &random)) }
    // Round numbers of shares may cost a cent a sale against plans at random, twenty in all.
    let rounding = Money(cents: Int64(min(optimal.priced.sales.count, 20)))
    for (index, other) in others.map(pricer.price).enumerated() where feasibility.allows(other) {
      #expect(proof.bound <= other.objective.value)
      #expect(value <= other.objective.value + (index < 3 ? .zero : rounding))
    }
  }

  @Test(arguments: 0..<24)
  func `trying every combination of quarters of three lots finds nothing below the bound`(
    seed: UInt64
  ) throws {
    let generator = ScenarioGenerator(
      lots: 3, years: seed.isMultiple(of: 3) ? 2 : 1, wholeShares: false)
    let problem = Problem(try generator.scenario(seed: seed))
    let pricer = PlanPricer(problem)
    guard case .plan(let optimal) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      Issue.record("an unconstrained problem has a plan")
      return
    }
    let proof = try #require(optimal.proof)
    for plan in Self.gridPlans(of: problem, parts: 4) {
      let value = pricer.price(plan).objective.value
      #expect(proof.bound <= value)
      #expect(optimal.priced.objective.value <= value + proof.gap)
    }
  }

  @Test(arguments: 0..<12)
  func `of all whole numbers of shares of two lots none is better`(seed: UInt64) throws {
    var scenario = try ScenarioGenerator(lots: 2, wholeShares: true).scenario(seed: seed)
    for index in scenario.lots.indices {
      // Few enough shares to try them all, worth as much as before.
      let shares = Int64(20 + 7 * index)
      let lot = scenario.lots[index]
      let security = try #require(
        scenario.securities.firstIndex { $0.symbol == lot.symbol })
      for date in scenario.dates.indices {
        scenario.securities[security].prices[date].millionths *= max(
          1, lot.quantity.millionths / 1_000_000 / shares)
      }
      scenario.lots[index].quantity = Shares(whole: shares)
    }
    let problem = Problem(scenario)
    let pricer = PlanPricer(problem)
    guard case .plan(let optimal) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      Issue.record("an unconstrained problem has a plan")
      return
    }
    var least = pricer.price(.hold).objective.value
    for first in 0...20 {
      for second in 0...27 {
        let counts = [first, second]
        let sales = problem.positions.enumerated().map { index, position in
          Sale(
            position: index, date: position.opportunities[0].date,
            shares: Shares(whole: Int64(counts[position.lot])))
        }
        least = min(least, pricer.price(Plan(sales)).objective.value)
      }
    }
    let proof = try #require(optimal.proof)
    #expect(proof.bound <= least)
    #expect(optimal.priced.objective.value <= least + Money(cents: 2))
    #expect(proof.gap <= Money(cents: 15))
  }

  @Test(arguments: 0..<20)
  func `one more lot at a loss never raises the least objective`(seed: UInt64) throws {
    var scenario = try ScenarioGenerator(lots: 10, wholeShares: false).scenario(seed: seed)
    func least() throws -> Money {
      let answer = try Planner(Problem(scenario), solver: GLPKSolver()).optimal()
      guard case .plan(let outcome) = answer else { return Money(cents: .max) }
      return outcome.priced.objective.value
    }
    let before = try least()
    let security = scenario.securities[0]
    let quantity = Shares(whole: 100)
    scenario.lots.append(
      Lot(
        id: "more loss", account: scenario.accounts[0].id, symbol: security.symbol,
        acquired: scenario.dates[0].date.adding(days: -40), quantity: quantity,
        adjustedBasis: security.prices[0].times(quantity) + Money(dollars: 5_000)))
    // Two optima, each within a cent of its bound by rounding.
    #expect(try least() <= before + Money(cents: 2))
  }

  @Test func `without its binaries the model claims taxes that no plan reaches`() throws {
    var shortfalls = 0
    for seed in UInt64(0)..<30 {
      let generator = ScenarioGenerator(
        client: .retiree, lots: 10, years: 3, datesPerYear: 2, wholeShares: false)
      let problem = Problem(try generator.scenario(seed: seed))
      let model = Planner(problem, solver: nil).model()
      var relaxed = SolveOptions()
      relaxed.relaxIntegrality = true
      let whole = try GLPKSolver().solve(model, SolveOptions())
      let loose = try GLPKSolver().solve(model, relaxed)
      let (tax, claimed) = try (
        #require(whole.solution).objective, #require(loose.solution).objective
      )
      #expect(claimed <= tax + 1e-6)
      // A dollar in model units.
      if claimed < tax - 1e-3 { shortfalls += 1 }
    }
    #expect(shortfalls > 0)
  }

  static func randomPlan(of problem: Problem, _ random: inout SplitMix64) -> Plan {
    let share = Int64.random(in: 0...100, using: &random)
    var sales: [Sale] = []
    for (index, position) in problem.positions.enumerated()
    where Int64.random(in: 0..<100, using: &random) < share {
      let offers = position.opportunities
      let date = offers[Int.random(in: offers.indices, using: &random)].date
      let part = Int64.random(in: 1...3, using: &random)
      let unit: Int64 = position.wholeShares ? 1_000_000 : 1
      let shares = Shares(millionths: position.shares.millionths / part / unit * unit)
      sales.append(Sale(position: index, date: date, shares: shares))
    }
    return Plan(sales)
  }

  /// Every plan that sells a multiple of a part of each lot on one of its dates.
  private static func gridPlans(of problem: Problem, parts: Int64) -> [Plan] {
    var plans: [[Sale]] = [[]]
    for (index, position) in problem.positions.enumerated() {
      let choices = position.opportunities.flatMap { offer in
        (1...parts).map { part in
          Sale(
            position: index, date: offer.date,
            shares: Shares(millionths: position.shares.millionths * part / parts))
        }
      }
      plans = plans.flatMap { plan in [plan] + choices.map { plan + [$0] } }
    }
    return plans.map { Plan($0) }
  }
}
#endif
