public import LinearModel

/// The GNU Linear Programming Kit behind the door of a solver.
///
/// Without the package trait `GLPK` the type is still there, and says what to install.
public struct GLPKSolver: Solver {
  /// Whether this build can solve.
  public static var isAvailable: Bool {
    #if GLPK
    true
    #else
    false
    #endif
  }

  /// How GLPK searches.
  public var tuning: GLPKTuning

  /// A solver; without arguments, searching as was found fastest.
  public init(tuning: GLPKTuning = GLPKTuning()) { self.tuning = tuning }

  /// The name with the version of the library.
  public var name: String {
    #if GLPK
    "GLPK \(GLPKProblem.version)"
    #else
    "GLPK"
    #endif
  }

  /// Solves a model; see ``LinearModel/Solver``.
  public func solve(_ model: Model, _ options: SolveOptions) throws(SolverError) -> SolveResult {
    try validate(model)
    #if GLPK
    return try GLPKRun(tuning, options).solve(model)
    #else
    throw .unavailable(Self.unavailability)
    #endif
  }

  /// Bounds several objectives over a relaxation; see ``LinearModel/Solver``.
  public func minima(
    of objectives: [LinearExpression], over model: Model, _ options: SolveOptions
  ) throws(SolverError) -> [Double?] {
    try validate(model)
    for objective in objectives {
      var asked = model
      asked.objective = objective
      try validate(asked)
    }
    #if GLPK
    return GLPKRun(tuning, options).minima(of: objectives, over: model)
    #else
    throw .unavailable(Self.unavailability)
    #endif
  }

  private func validate(_ model: Model) throws(SolverError) {
    let defects = model.defects
    if !defects.isEmpty { throw .invalidModel(defects) }
  }

  private static let unavailability =
    "this build is without GLPK: install the Debian package libglpk-dev and build with the "
    + "package trait GLPK, which is on by default"
}
