/// What a solver is asked to observe.
public struct SolveOptions: Sendable {
  /// Seconds after which the solver stops with what it has; nil for none.
  public var timeLimit: Double?
  /// Nodes of the tree after which the search stops with what it has; nil for no limit. Unlike
  /// seconds, it gives the same answer on every machine.
  public var nodeLimit: Int?
  /// The distance of incumbent and bound, as a part of the incumbent, at which the search ends.
  public var relativeGap: Double
  /// The distance of incumbent and bound, in units of the objective, at which the search ends.
  public var absoluteGap: Double?
  /// An objective that is at hand already: the search also ends once the bound is as near to it as
  /// the gaps ask.
  public var knownObjective: Double?
  /// Whether integer variables may take any value between their bounds.
  public var relaxIntegrality: Bool
  /// Asked often during the search, on the thread of the solver; true ends it.
  public var isCancelled: (@Sendable () -> Bool)?
  /// Told of each better incumbent, and about ten times a second, on the thread of the solver.
  public var progress: (@Sendable (SolveProgress) -> Void)?
  /// Whether the solver's own log goes to standard error.
  public var log: Bool

  /// Options with all their properties; without arguments, a search without limits to the optimum.
  public init(
    timeLimit: Double? = nil, nodeLimit: Int? = nil, relativeGap: Double = 0,
    absoluteGap: Double? = nil, relaxIntegrality: Bool = false,
    isCancelled: (@Sendable () -> Bool)? = nil,
    progress: (@Sendable (SolveProgress) -> Void)? = nil, log: Bool = false
  ) {
    self.timeLimit = timeLimit
    self.nodeLimit = nodeLimit
    self.relativeGap = relativeGap
    self.absoluteGap = absoluteGap
    self.relaxIntegrality = relaxIntegrality
    self.isCancelled = isCancelled
    self.progress = progress
    self.log = log
  }
}

/// How far a search has come.
public struct SolveProgress: Sendable, Hashable {
  /// Seconds since the solve began.
  public var seconds: Double
  /// Nodes of the search tree so far.
  public var nodes: Int
  /// The least objective of a point found so far.
  public var incumbent: Double?
  /// A value the objective never falls below.
  public var bound: Double?

  /// A report with all its properties.
  public init(seconds: Double, nodes: Int, incumbent: Double?, bound: Double?) {
    self.seconds = seconds
    self.nodes = nodes
    self.incumbent = incumbent
    self.bound = bound
  }
}
