@testable import Planning
import FederalTax
import Foundation
import GLPKSolver
import LinearModel
import Quantities
import TestSupport

@main
struct Main {
  static func main() throws {
    let args = CommandLine.arguments
    let from = args.count > 1 ? Int(args[1])! : 0, to = args.count > 2 ? Int(args[2])! : 140
    let gens: [ScenarioGenerator] = [
    ScenarioGenerator(lots: 10, wholeShares: false),
    ScenarioGenerator(lots: 40, wholeShares: false, costs: false),
    ScenarioGenerator(lots: 8, years: 2, wholeShares: false),
    ScenarioGenerator(lots: 10, years: 3, datesPerYear: 2, wholeShares: false),
    ScenarioGenerator(lots: 9, constrained: true, wholeShares: false),
    ScenarioGenerator(lots: 8, wholeShares: false, costs: true),
    ScenarioGenerator(lots: 12, wholeShares: true),
  ]
    for seed in from..<to {
      let problem = Problem(try gens[seed % gens.count].scenario(seed: UInt64(seed)))
      let pricer = PlanPricer(problem)
      if args.count > 4 { dump(OptimalPlanner.fullModel(of: problem)); continue }
      let c = ContinuousClock()
      var g = Plan.hold
      let tg = c.measure { g = GreedyPlanner(pricer).plan() }
      note(seed, gens[seed % gens.count].years, "greedy", tg, "")
      var opt = PlannerOptions(timeLimit: 5)
      opt.solverLog = args.count > 3
      var answer: PlanAnswer?
      let t = try c.measure { answer = try Planner(problem, solver: GLPKSolver()).optimal(opt) }
      switch answer! {
      case .plan(let o): note(t, o.priced.objective.value, "greedy", pricer.price(g).objective.value, "bound", o.proof?.bound.description ?? "", "gap", o.proof?.gap.description ?? "", o.proof?.isComplete ?? "", o.effort, o.notices.map(\.message))
      case .contradiction(let x): note(t, x)
      }
    }
  }
}

func note(_ items: Any...) { FileHandle.standardError.write(Data((items.map { "\($0)" }.joined(separator: " ") + "\n").utf8)) }

func dump(_ m: Model) {
  print("Minimize\n obj:", m.objective.normalized.terms.map { "\($0.coefficient >= 0 ? "+" : "-") \(abs($0.coefficient)) x\($0.variable.index)" }.joined(separator: "\n "))
  print("Subject To")
  for (i, c) in m.constraints.enumerated() {
    print(" c\(i): ", c.terms.map { "\($0.coefficient >= 0 ? "+" : "-") \(abs($0.coefficient)) x\($0.variable.index)" }.joined(separator: "\n "), c.lower == c.upper ? "= \(c.lower)" : c.lower > -1e300 ? ">= \(c.lower)" : "<= \(c.upper)", " \\\\ \(c.name)")
  }
  print("Bounds")
  for (i, v) in m.variables.enumerated() { print(" \(v.lower) <= x\(i)", v.upper < 1e300 ? "<= \(v.upper)" : "") }
  print("General")
  for (i, v) in m.variables.enumerated() where v.kind == .integer { print(" x\(i)") }
  print("End")
}
