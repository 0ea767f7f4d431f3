import GLPKSolver
import Glibc
import LinearModel
@testable import Planning
import Quantities
import TestSupport
import Testing

func say(_ s: String) {
  let t = s + "\n"
  t.withCString { _ = write(2, $0, strlen($0)) }
}

@Test func debugDump() throws {
  for (dates, seed) in [(1, UInt64(7)), (2, 12), (3, 13)] {
    let problem = Problem(try RandomWashHousehold(dates: dates, shares: dates == 1 ? 4 : 2).scenario(seed: seed))
    say("SEED \(seed) \(problem.scenario.wash.policy) \(problem.scenario.constraints.permanentLossAtMost) \(problem.scenario.outlook)")
    for l in problem.scenario.lots { say("\(l)") }
    for p in problem.scenario.wash.purchases { say("\(p)") }
    say("\(problem.scenario.dates) \(problem.scenario.securities)")
    var o = SolveOptions()
    o.timeLimit = 5
    var f2 = Formulation.counting(problem)
    f2.isNamed = true
    let m = f2.formulated().model
    let r2 = try GLPKSolver().solve(m, o)
    say("COUNTING \(r2.termination) \(r2.solution?.objective ?? 0) \(r2.effort)")
    if seed == 13 { say(LPFormat.text(of: m)) }
    for (v, x) in zip(m.variables, r2.solution!.values) where x != 0 { say("  \(v.name) = \(x)") }
    let pricer = PlanPricer(problem)
    let judge = PlanFeasibility(problem)
    var g = Formulation.gathered(problem); g.isNamed = true
    let gf = g.formulated()
    let gr = try GLPKSolver().solve(gf.model, o)
    say("GATHERED \(gr.termination) \(gr.solution?.objective ?? 0)")
    for (v, x) in zip(gf.model.variables, gr.solution!.values) where x != 0 { say("  g \(v.name) = \(x)") }
    var model = gf.model
    for index in model.variables.indices where model.variables[index].kind == .integer {
      let value = gr.solution!.values[index].rounded()
      model.setBounds(of: Variable(index: index), lower: value, upper: value)
    }
    model.addConstraint("", model.objective, upper: gr.solution!.objective + 1e-6)
    model.objective = gf.proceeds
    o.relaxIntegrality = true
    let lp = try GLPKSolver().solve(model, o)
    say("LEAST \(lp.termination) \(lp.solution?.objective ?? 0)")
    for (v, x) in zip(gf.model.variables, lp.solution!.values) where x != 0 { say("  l \(v.name) = \(x)") }
    let search = OptimalPlanner(pricer, solver: GLPKSolver(), options: PlannerOptions())
    let t0 = ContinuousClock.now
    if case .answer(let a) = search.solve(improving: nil) {
      say("SEARCH \(a.bound as Any) \(a.isComplete) \(a.effort) \(a.plan) \(pricer.price(a.plan).objective.value) \(ContinuousClock.now - t0) cells \(a.cells.map { $0.cells.map { $0.region.corners } })")
      let w = search.solveWholeShares(in: a.cells)
      say("WHOLE \(w as Any) \(ContinuousClock.now - t0)")
    }
    let best = WholeSharePlans(problem).map(pricer.price).filter(judge.allows).min {
      $0.objective.value < $1.objective.value
    }!
    say("BEST \(best.objective.value) \(best.plan) \(best.sales) \(best.wash)")
    if case .plan(let o) = try Planner(problem, solver: GLPKSolver()).optimal() {
      say("ANSWER \(o.priced.plan) \(o.priced.wash) \(o.proof as Any)")
    }
  }
}
