internal import LinearModel

/// What a GLPK routine returned: how the run went, not what was found.
enum GLPKReturnCode: Int32 {
  /// The run came to its own end. GLPK calls it zero.
  case success = 0
  /// The starting basis has the wrong size. GLPK calls it `GLP_EBADB`.
  case invalidBasis = 0x01
  /// The starting basis is singular. GLPK calls it `GLP_ESING`.
  case singularBasis = 0x02
  /// The starting basis is ill-conditioned. GLPK calls it `GLP_ECOND`.
  case illConditionedBasis = 0x03
  /// A variable has bounds that GLPK refuses. GLPK calls it `GLP_EBOUND`.
  case invalidBounds = 0x04
  /// The solver gave up. GLPK calls it `GLP_EFAIL`.
  case failed = 0x05
  /// The objective reached the lower limit. GLPK calls it `GLP_EOBJLL`.
  case lowerObjectiveLimit = 0x06
  /// The objective reached the upper limit. GLPK calls it `GLP_EOBJUL`.
  case upperObjectiveLimit = 0x07
  /// The iteration limit was reached. GLPK calls it `GLP_EITLIM`.
  case iterationLimit = 0x08
  /// The time limit was reached. GLPK calls it `GLP_ETMLIM`.
  case timeLimit = 0x09
  /// The presolver proved that there is no solution. GLPK calls it `GLP_ENOPFS`.
  case noPrimalSolution = 0x0A
  /// The presolver proved that the dual has no solution. GLPK calls it `GLP_ENODFS`.
  case noDualSolution = 0x0B
  /// The search was begun without the optimum of its relaxation. GLPK calls it `GLP_EROOT`.
  case noRootOptimum = 0x0C
  /// The callback ended the search. GLPK calls it `GLP_ESTOP`.
  case stopped = 0x0D
  /// The relative gap was reached. GLPK calls it `GLP_EMIPGAP`.
  case gapReached = 0x0E
  /// A code that the routines used here do not return.
  case unknown = -1

  /// The sentence for people.
  var sentence: String {
    switch self {
    case .success: "the run ended by itself"
    case .invalidBasis: "the starting basis is invalid"
    case .singularBasis: "the starting basis is singular"
    case .illConditionedBasis: "the starting basis is ill-conditioned"
    case .invalidBounds: "a variable has invalid bounds"
    case .failed: "the solver failed"
    case .lowerObjectiveLimit: "the lower limit of the objective was reached"
    case .upperObjectiveLimit: "the upper limit of the objective was reached"
    case .iterationLimit: "the iteration limit was reached"
    case .timeLimit: "the time limit was reached"
    case .noPrimalSolution: "the presolver found no primal feasible solution"
    case .noDualSolution: "the presolver found no dual feasible solution"
    case .noRootOptimum: "the relaxation was not solved to its optimum"
    case .stopped: "the search was stopped"
    case .gapReached: "the gap was reached"
    case .unknown: "the return code is unknown"
    }
  }

  /// Whether the arithmetic broke down, so that another way to the solution is worth trying.
  var isBreakdown: Bool {
    switch self {
    case .invalidBasis, .singularBasis, .illConditionedBasis, .failed, .noRootOptimum: true
    default: false
    }
  }

  /// What the code alone says of the model; nil when the solution's status must be read.
  func termination(hasSolution: Bool) -> Termination? {
    func limited(by limit: Limit) -> Termination {
      hasSolution ? .feasible(limit: limit) : .noSolutionFound(limit: limit)
    }
    return switch self {
    case .success: nil
    case .iterationLimit: limited(by: .iterations)
    case .timeLimit: limited(by: .time)
    case .stopped: limited(by: .cancelled)
    case .gapReached: .optimal
    case .noPrimalSolution: .infeasible
    case .noDualSolution: .infeasibleOrUnbounded
    case .invalidBasis, .singularBasis, .illConditionedBasis, .invalidBounds, .failed,
      .lowerObjectiveLimit, .upperObjectiveLimit, .noRootOptimum, .unknown:
      .numericalError
    }
  }
}

/// What GLPK says of the solution it holds.
enum GLPKSolutionStatus: Int32 {
  /// There is none. GLPK calls it `GLP_UNDEF`.
  case undefined = 1
  /// It satisfies the constraints. GLPK calls it `GLP_FEAS`.
  case feasible = 2
  /// It does not satisfy the constraints; another may. GLPK calls it `GLP_INFEAS`.
  case infeasible = 3
  /// No solution exists. GLPK calls it `GLP_NOFEAS`.
  case noFeasibleSolution = 4
  /// It is the best. GLPK calls it `GLP_OPT`.
  case optimal = 5
  /// The objective has no end. GLPK calls it `GLP_UNBND`.
  case unbounded = 6

  /// The sentence for people.
  var sentence: String {
    switch self {
    case .undefined: "the solution is undefined"
    case .feasible: "the solution is feasible"
    case .infeasible: "the solution is infeasible"
    case .noFeasibleSolution: "no feasible solution exists"
    case .optimal: "the solution is optimal"
    case .unbounded: "the solution is unbounded"
    }
  }

  /// Whether the held solution satisfies the constraints.
  var hasSolution: Bool { self == .feasible || self == .optimal }

  /// What the status says of the model after a run that came to its own end.
  var termination: Termination {
    switch self {
    case .optimal: .optimal
    case .noFeasibleSolution: .infeasible
    case .unbounded: .unbounded
    case .undefined, .feasible, .infeasible: .numericalError
    }
  }
}
