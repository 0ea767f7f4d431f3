import GLPKSolver
import LinearModel
@testable import Planning
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

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `after sales that used up purchases in part: the optimal plan is never beaten`(
    seed: UInt64
  ) throws {
    var household = RandomWashHousehold(dates: 1 + Int(seed % 2), shares: seed % 2 == 0 ? 4 : 2)
    household.drawsPast = true
    try compare(household, seed: seed)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `where trades cost, and small gains may be losses, no plan is below the bound`(
    seed: UInt64
  ) throws {
    var household = RandomWashHousehold(dates: 1 + Int(seed % 2), shares: 2)
    household.drawsTradeCost = true
    let problem = Problem(try household.scenario(seed: seed))
    let pricer = PlanPricer(problem)
    let judge = PlanFeasibility(problem)
    let best = WholeSharePlans(problem).lazy.map(pricer.price).filter(judge.allows)
      .map(\.objective.value).min()
    guard case .plan(let outcome) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      #expect(best == nil)
      return
    }
    #expect(try #require(outcome.proof).bound <= #require(best))
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `one ledger of the whole household agrees with any plan`(seed: UInt64) throws {
    var household = RandomWashHousehold(dates: 2, shares: 2)
    household.drawsPast = true
    let problem = Problem(try household.scenario(seed: seed))
    let everything = Plan(
      problem.positions.enumerated().map { index, position in
        Sale(position: index, date: position.opportunities[0].date, shares: position.shares)
      })
    var plan = PlanPricer(problem).price(everything)
    try Audit.check(plan, of: problem, by: [])
    guard let loss = plan.sales.firstIndex(where: { $0.gain < Money(dollars: -10) }) else { return }
    plan.sales[loss].disallowed += Money(dollars: 5)
    #expect(throws: PlannerError.self) { try LedgerAudit.check(plan, of: problem) }
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

@Suite("§1091 in plans: what blocking costs", .enabled(if: GLPKSolver.isAvailable))
struct BlockingTests {
  @Test func `blocking every security with a purchase near is never better, and worse in some`()
    throws
  {
    var worse = 0
    for seed in UInt64(0)..<40 {
      var household = RandomWashHousehold()
      household.drawsPermanentLimit = false
      let scenario = try household.scenario(seed: seed)
      guard case .plan(let free) = try Planner(Problem(scenario), solver: GLPKSolver()).optimal(),
        case .plan(let blocked) = try Planner(
          Problem(Self.blocking(scenario)), solver: GLPKSolver()
        ).optimal()
      else { continue }
      let difference = blocked.priced.objective.value - free.priced.objective.value
      // The two plans are each within some cents of the best.
      #expect(difference >= Money(cents: -5))
      if difference >= Money(dollars: 50) { worse += 1 }
    }
    #expect(worse >= 10)
  }

  /// The scenario as a planner sees it that sells no loss of a security bought within 30 days.
  private static func blocking(_ scenario: Scenario) -> Scenario {
    var blocked = scenario
    let problem = Problem(scenario)
    for (index, position) in problem.positions.enumerated()
    where problem.ledger.scope.isReachable(position: index) {
      let lot = scenario.lots[position.lot]
      let value = position.opportunities[0].price.times(position.shares)
      guard value < lot.basis(of: position.shares) else { continue }
      blocked.constraints.neverSell.append(LotRule(lot: position.lot, words: "blocked"))
    }
    return blocked
  }
}

@Suite("§1091 in the model", .enabled(if: GLPKSolver.isAvailable))
struct WashModelTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `where groups are avoided, the ledger finds nothing to disallow`(seed: UInt64) throws {
    let problem = Problem(try RandomWashHousehold(dates: 2, shares: 3).scenario(seed: seed))
    var formulation = Formulation.counting(problem)
    formulation.avoided = Set(formulation.wash.groups.map(\.number))
    let formulated = formulation.formulated()
    guard let solution = try GLPKSolver().solve(formulated.model, SolveOptions()).solution else {
      return
    }
    let search = OptimalPlanner(
      PlanPricer(problem), solver: GLPKSolver(), options: PlannerOptions())
    let fractions = formulated.fractions(at: solution.values, of: formulation.lots)
    let plan = PlanPricer(problem).price(search.plan(of: formulation.lots.recover(fractions)))
    #expect(plan.wash.disallowed == .zero)
    #expect(
      (plan.objective.value - Scaling.money(solution.objective)).magnitude <= Money(cents: 10))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `at its optimum the model costs what the ledger and the return say`(seed: UInt64) throws {
    let problem = Problem(try RandomWashHousehold(dates: 1).scenario(seed: seed))
    let formulation = Formulation.counting(problem)
    let formulated = formulation.formulated()
    guard let solution = try GLPKSolver().solve(formulated.model, SolveOptions()).solution else {
      return
    }
    let search = OptimalPlanner(
      PlanPricer(problem), solver: GLPKSolver(), options: PlannerOptions())
    let fractions = formulated.fractions(at: solution.values, of: formulation.lots)
    let plan = PlanPricer(problem).price(search.plan(of: formulation.lots.recover(fractions)))
    #expect((plan.objective.value - Scaling.money(solution.objective)).magnitude <= Money(cents: 5))
  }
}
