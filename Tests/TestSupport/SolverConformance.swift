public import LinearModel

/// What every solver must answer, and a judge of the answers.
///
/// The judge believes nothing: points are measured against the model, and objectives
/// computed again.
public enum SolverConformance {
  /// A model, and what is known of it.
  public struct Case: Sendable, CustomStringConvertible {
    /// What the case is about.
    public let description: String
    /// The model.
    public let model: Model
    /// The least objective, or how else a solve must end.
    public let expectation: Expectation
  }

  /// What must come of a model.
  public enum Expectation: Sendable, Hashable {
    /// A proven optimum of this objective.
    case optimum(Double)
    /// A proof that nothing satisfies the constraints.
    case infeasible
    /// A proof that the objective has no end; for integer models, that or contradiction.
    case unbounded
  }

  /// The part of an objective by which an optimum may be off.
  public static let objectiveTolerance = 1e-6

  /// What is wrong with a solver's answer to a case, one sentence a fault; empty when nothing is.
  public static func faults(of solver: some Solver, on example: Case) throws(SolverError)
    -> [String]
  {
    let result = try solver.solve(example.model, SolveOptions())
    return faults(of: result, on: example.model, expected: example.expectation)
  }

  /// What must come of a small model, by trying everything.
  public static func expectation(of model: Model) throws(SolverError) -> Expectation {
    let result = try EnumeratingSolver().solve(model)
    guard let objective = result.solution?.objective else {
      return result.termination == .infeasible ? .infeasible : .unbounded
    }
    return .optimum(objective)
  }

  /// What is wrong with a result, one sentence a fault; empty when nothing is.
  public static func faults(
    of result: SolveResult, on model: Model, expected: Expectation
  ) -> [String] {
    var faults = faultsOfForm(result, on: model)
    switch expected {
    case .infeasible where result.termination == .infeasible: break
    case .unbounded where result.termination == .unbounded: break
    case .unbounded
    where result.termination == .infeasibleOrUnbounded && model.integerCount > 0: break
    case .optimum(let objective):
      guard result.termination == .optimal, let found = result.solution?.objective else {
        return faults + ["ended as \(result.termination), expected an optimum"]
      }
      let tolerance = objectiveTolerance * (1 + abs(objective))
      if abs(found - objective) > tolerance {
        faults.append("found \(found), the optimum is \(objective)")
      }
      guard let bound = result.bound else { return faults + ["proved no bound"] }
      if bound > objective || bound < objective - tolerance {
        faults.append("proved the bound \(bound), the optimum is \(objective)")
      }
    default: faults.append("ended as \(result.termination), expected \(expected)")
    }
    return faults
  }

  /// Faults that need no knowledge of the optimum.
  private static func faultsOfForm(_ result: SolveResult, on model: Model) -> [String] {
    var faults: [String] = []
    let mayHoldSolution =
      switch result.termination {
      case .optimal, .feasible: true
      default: false
      }
    if mayHoldSolution != (result.solution != nil) {
      faults.append(
        "ended as \(result.termination) with solution \(String(describing: result.solution))")
    }
    if let solution = result.solution {
      let check = SolutionCheck(of: solution.values, in: model)
      if !check.isFeasible { faults.append("the point violates the model: \(check)") }
      let objective = model.objective.value(at: solution.values)
      if objective != solution.objective {
        faults.append("the objective is \(objective), not \(solution.objective)")
      }
      if let bound = result.bound, bound > solution.objective {
        faults.append("the bound \(bound) is above the objective \(solution.objective)")
      }
    }
    if result.statusSentence.isEmpty { faults.append("there is no status sentence") }
    return faults
  }
}
