internal import LinearModel

/// Watches a search from the outside: keeps its best bound, tells of progress, and says when to stop.
struct SearchWatch {
  /// Why the watch ended a search.
  enum StopReason {
    /// The caller no longer wants the answer.
    case cancelled
    /// The time limit was reached.
    case timeLimit
    /// The limit of nodes was reached.
    case nodeLimit
    /// Incumbent, or the objective known before, and bound are as close as asked.
    case gap
  }

  /// GLPK drops a node that is not better than the incumbent by this part of it (`tol_obj`): a tenth
  /// of its default, which on ten million dollars of tax would be a dollar.
  static let pruningTolerance = 1e-8
  /// Seconds between two reports of a search that finds nothing new.
  private static let reportInterval = 0.1

  private let options: SolveOptions
  private let start: ContinuousClock.Instant
  private var lastReport = 0.0

  /// The least objective found so far.
  private(set) var incumbent: Double?
  /// A value the objective never falls below; nil until the root is solved.
  private(set) var bound: Double?
  /// Nodes of the search tree so far.
  private(set) var nodes = 0
  /// Why the search was told to stop, if it was.
  private(set) var stopReason: StopReason?

  init(_ options: SolveOptions, since start: ContinuousClock.Instant) {
    self.options = options
    self.start = start
  }

  /// The bound that a tree proves, given its best open node and its incumbent.
  ///
  /// A dropped node may lie below the incumbent by GLPK's tolerance, and the objective of a node is only as
  /// exact as its arithmetic; the tolerance is taken off for both.
  static func provenBound(bestNode: Double?, incumbent: Double?) -> Double? {
    // GLPK's infinities say that the root is unsolved, or that no node is open just now.
    guard let bestNode, bestNode > -.greatestFiniteMagnitude else { return nil }
    let least = min(bestNode, incumbent ?? .infinity)
    if least >= .greatestFiniteMagnitude { return nil }
    return least - pruningTolerance * (1 + abs(least))
  }

  /// Takes in the state of the search.
  ///
  /// - Parameters:
  ///   - incumbent: the least objective found so far.
  ///   - bestNode: the least bound of an open node, when it is known.
  ///   - nodes: nodes of the tree so far.
  /// - Returns: whether the search is to stop.
  mutating func observe(incumbent: Double?, bestNode: Double?, nodes: Int) -> Bool {
    let isNews = incumbent != self.incumbent
    self.incumbent = incumbent
    self.nodes = nodes
    raiseBound(to: Self.provenBound(bestNode: bestNode, incumbent: incumbent))
    let seconds = start.secondsAgo
    if isNews || seconds - lastReport >= Self.reportInterval {
      lastReport = seconds
      options.progress?(
        SolveProgress(seconds: seconds, nodes: nodes, incumbent: incumbent, bound: bound))
    }
    if options.isCancelled?() == true {
      stopReason = .cancelled
    } else if let limit = options.timeLimit, seconds >= limit {
      stopReason = .timeLimit
    } else if let limit = options.nodeLimit, nodes >= limit {
      stopReason = .nodeLimit
    } else if isWithinGap {
      stopReason = .gap
    }
    return stopReason != nil
  }

  /// Takes in a bound; a proof is never lost to a weaker one.
  mutating func raiseBound(to proven: Double?) {
    guard let proven else { return }
    bound = max(bound ?? -.infinity, proven)
  }

  /// Whether the options are content with the incumbent, or with what was at hand before.
  private var isWithinGap: Bool {
    guard let bound,
      let incumbent = [self.incumbent, options.knownObjective].compactMap(\.self).min()
    else { return false }
    let gap = incumbent - bound
    if let absolute = options.absoluteGap, gap <= absolute { return true }
    return options.relativeGap > 0 && gap <= options.relativeGap * abs(incumbent)
  }
}

extension ContinuousClock.Instant {
  /// Seconds since the instant.
  var secondsAgo: Double { duration(to: .now) / .seconds(1) }
}
