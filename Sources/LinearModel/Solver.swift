/// Finds the point of a model at which the objective is least.
///
/// A model without a solution is an answer, not an error. Results are never taken on trust:
/// ``SolutionCheck`` measures the point that a solver returns.
public protocol Solver: Sendable {
  /// The name for people, with the version when it is known.
  var name: String { get }

  /// Solves a model.
  ///
  /// - Parameters:
  ///   - model: what to solve; it is validated first.
  ///   - options: limits, gaps, and who is told.
  /// - Returns: why the solver stopped, and what it found and proved until then.
  /// - Throws: an error when the model is meaningless or the solver does not work.
  func solve(_ model: Model, _ options: SolveOptions) throws(SolverError) -> SolveResult

  /// Bounds each of several objectives from below over the linear relaxation of a model.
  ///
  /// The objectives are solved one after another, each from where the last one ended. The
  /// model's own objective plays no part.
  ///
  /// - Parameters:
  ///   - objectives: what to make least, each by itself; constants count.
  ///   - model: the constraints; integrality is ignored.
  ///   - options: a time limit and a cancellation end the work early.
  /// - Returns: for each objective a value it never falls below, or nil where none is proven: it is
  ///   unbounded, the constraints contradict each other, or a limit was reached.
  /// - Throws: an error when the model is meaningless or the solver does not work.
  func minima(of objectives: [LinearExpression], over model: Model, _ options: SolveOptions)
    throws(SolverError) -> [Double?]
}

extension Solver {
  /// Solves a model without limits.
  public func solve(_ model: Model) throws(SolverError) -> SolveResult {
    try solve(model, SolveOptions())
  }
}

/// Why a solver gives no answer at all.
public enum SolverError: Error, Sendable, Hashable {
  /// The model is meaningless; one sentence a defect.
  case invalidModel([String])
  /// The solver is not part of this build; the sentence says what to install.
  case unavailable(String)
  /// The solver failed in a way that says nothing about the model.
  case internalFailure(String)
}

extension SolverError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .invalidModel(let defects): "the model is invalid: \(defects.joined(separator: "; "))"
    case .unavailable(let sentence): sentence
    case .internalFailure(let sentence): "the solver failed: \(sentence)"
    }
  }
}
