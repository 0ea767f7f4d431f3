/// How far a point is from satisfying a model.
///
/// Violations are absolute, in the units of the bounds; a point that lacks a variable, or has a
/// value that is no number, is infinitely far.
public struct SolutionCheck: Sendable, Hashable {
  /// The largest violation of a bound or a constraint that still counts as none.
  public static let feasibilityTolerance = 1e-6
  /// The largest distance from a whole number that still counts as whole.
  public static let integralityTolerance = 1e-6

  /// The largest violation of a variable's bounds.
  public let boundViolation: Double
  /// The largest violation of a constraint, for large sums in parts of their terms' total size.
  public let constraintViolation: Double
  /// The largest distance of an integer variable from a whole number.
  public let integralityViolation: Double
  /// The place of the most violated constraint, when any is violated at all.
  public let worstConstraint: Int?

  /// Measures a point against a model.
  public init(of point: [Double], in model: Model) {
    guard point.count == model.variables.count, point.allSatisfy(\.isFinite) else {
      boundViolation = .infinity
      constraintViolation = .infinity
      integralityViolation = .infinity
      worstConstraint = nil
      return
    }
    var bound = 0.0
    var integrality = 0.0
    for (value, variable) in zip(point, model.variables) {
      bound = max(bound, variable.lower - value, value - variable.upper)
      if variable.kind == .integer { integrality = max(integrality, abs(value - value.rounded())) }
    }
    var row = 0.0
    var worst: Int?
    for (index, constraint) in model.constraints.enumerated() {
      let violation = Self.violation(of: constraint, at: point)
      if violation > row {
        row = violation
        worst = index
      }
    }
    boundViolation = bound
    constraintViolation = row
    integralityViolation = integrality
    worstConstraint = worst
  }

  /// Whether every violation is within the tolerances.
  public var isFeasible: Bool {
    isFeasibleWhenRelaxed && integralityViolation <= Self.integralityTolerance
  }

  /// Whether the bounds and constraints are satisfied within the tolerances, integrality aside.
  public var isFeasibleWhenRelaxed: Bool {
    max(boundViolation, constraintViolation) <= Self.feasibilityTolerance
  }

  /// The violation of a constraint, in parts of the size of its terms where that is over one.
  ///
  /// A sum of millions is exact to fewer decimals than a sum of ones; what arithmetic cannot hold is no
  /// violation.
  private static func violation(of constraint: Constraint, at point: [Double]) -> Double {
    var sum = 0.0
    var size = 1.0
    for term in constraint.terms {
      let part = term.coefficient * point[term.variable.index]
      sum += part
      size = max(size, abs(part))
    }
    return max(constraint.lower - sum, sum - constraint.upper, 0) / size
  }
}
