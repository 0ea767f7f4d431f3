/// Why a solver stopped.
public enum Termination: Sendable, Hashable {
  /// The solution is the best there is, within the gaps of the options.
  case optimal
  /// A limit was reached; there is a solution, perhaps not the best.
  case feasible(limit: Limit)
  /// A limit was reached before any solution was found; the model may have one.
  case noSolutionFound(limit: Limit)
  /// The constraints contradict each other.
  case infeasible
  /// The objective falls without end.
  case unbounded
  /// One of the two; which one is not known.
  case infeasibleOrUnbounded
  /// The arithmetic broke down; nothing is known.
  case numericalError
}

/// What ended a search before its end.
public enum Limit: Sendable, Hashable {
  /// The time limit of the options.
  case time
  /// The options said that the caller no longer wants the answer.
  case cancelled
  /// The solver's own limit of steps.
  case iterations
}

/// A point and its objective.
public struct Solution: Sendable, Hashable {
  /// One value a variable, in the order of the model.
  public var values: [Double]
  /// The model's objective at the point.
  public var objective: Double

  /// A point and its objective.
  public init(values: [Double], objective: Double) {
    self.values = values
    self.objective = objective
  }

  /// The value of a variable.
  public subscript(variable: Variable) -> Double { values[variable.index] }
}

/// The prices of the constraints at the optimum of a linear model.
public struct DualValues: Sendable, Hashable {
  /// What a unit more of each constraint's active bound adds to the objective, in constraint order.
  public var constraints: [Double]
  /// What a unit more of each variable would add to the objective, in variable order.
  public var reducedCosts: [Double]

  /// The prices of constraints and variables.
  public init(constraints: [Double], reducedCosts: [Double]) {
    self.constraints = constraints
    self.reducedCosts = reducedCosts
  }
}

/// What a solve cost.
public struct SolveEffort: Sendable, Hashable {
  /// Constraints of the model.
  public var rows: Int
  /// Variables of the model.
  public var columns: Int
  /// Variables that had to be whole; nearly all of them are binaries.
  public var binaries: Int
  /// Nodes of the search tree; zero for a linear model.
  public var nodes: Int
  /// Steps of the simplex method.
  public var simplexIterations: Int
  /// Seconds from the call to the answer.
  public var seconds: Double

  /// An effort with all its properties.
  public init(
    rows: Int = 0, columns: Int = 0, binaries: Int = 0, nodes: Int = 0,
    simplexIterations: Int = 0, seconds: Double = 0
  ) {
    self.rows = rows
    self.columns = columns
    self.binaries = binaries
    self.nodes = nodes
    self.simplexIterations = simplexIterations
    self.seconds = seconds
  }
}

/// What a solver found and proved.
public struct SolveResult: Sendable, Hashable {
  /// Why the solver stopped.
  public var termination: Termination
  /// The best point found; present exactly when the termination is optimal or feasible.
  public var solution: Solution?
  /// A value the objective never falls below, the solver's tolerance already taken off.
  public var bound: Double?
  /// What the solve cost.
  public var effort: SolveEffort
  /// The solver's own words on how it ended.
  public var statusSentence: String
  /// The prices, where the model was solved to optimality as a linear one.
  public var duals: DualValues?

  /// A result with all its properties.
  public init(
    termination: Termination, solution: Solution? = nil, bound: Double? = nil,
    effort: SolveEffort = SolveEffort(), statusSentence: String = "", duals: DualValues? = nil
  ) {
    self.termination = termination
    self.solution = solution
    self.bound = bound
    self.effort = effort
    self.statusSentence = statusSentence
    self.duals = duals
  }
}
