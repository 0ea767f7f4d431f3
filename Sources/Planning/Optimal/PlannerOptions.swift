public import LinearModel
public import Quantities

/// How long and how closely a planner searches.
public struct PlannerOptions: Sendable {
  /// The most time for the search in seconds. Without it, `nil`, a search rests after some thousand
  /// nodes, the same on every machine.
  public var timeLimit: Double?
  /// Over several years, a plan this near to the bound ends the search.
  public var acceptedGap: Money
  /// Asked now and then; once true, the search ends with the best plan so far.
  public var isCancelled: (@Sendable () -> Bool)?
  /// Told now and then how a long search stands.
  public var progress: (@Sendable (SolveProgress) -> Void)?
  /// Whether the solver's own log goes to standard error.
  public var solverLog: Bool

  /// Options of a search; by default it has no limit and ends within a dollar.
  public init(
    timeLimit: Double? = nil, acceptedGap: Money = Money(dollars: 1),
    isCancelled: (@Sendable () -> Bool)? = nil,
    progress: (@Sendable (SolveProgress) -> Void)? = nil, solverLog: Bool = false
  ) {
    self.timeLimit = timeLimit
    self.acceptedGap = acceptedGap
    self.isCancelled = isCancelled
    self.progress = progress
    self.solverLog = solverLog
  }
}

/// What a search took.
public struct Effort: Sendable, Hashable {
  /// Rows of the last model.
  public var rows: Int
  /// Columns of the last model.
  public var columns: Int
  /// Whole-number columns of the last model.
  public var binaries: Int
  /// Nodes of all branch-and-bound trees.
  public var nodes: Int
  /// Seconds of all solves.
  public var seconds: Double

  /// No effort at all, or a given one.
  public init(
    rows: Int = 0, columns: Int = 0, binaries: Int = 0, nodes: Int = 0, seconds: Double = 0
  ) {
    self.rows = rows
    self.columns = columns
    self.binaries = binaries
    self.nodes = nodes
    self.seconds = seconds
  }

  /// Adds a solve.
  mutating func add(_ solve: SolveEffort) {
    rows = solve.rows
    columns = solve.columns
    binaries = solve.binaries
    nodes += solve.nodes
    seconds += solve.seconds
  }
}
