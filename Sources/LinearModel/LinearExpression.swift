/// A variable times a number.
public struct Term: Hashable, Sendable {
  /// The variable.
  public var variable: Variable
  /// What it is multiplied by.
  public var coefficient: Double

  /// A variable times a number.
  public init(variable: Variable, coefficient: Double) {
    self.variable = variable
    self.coefficient = coefficient
  }
}

/// A sum of variables times numbers, and a constant.
///
/// Terms are kept as they were added, so that building is cheap; ``normalized`` merges them.
public struct LinearExpression: Sendable, Hashable {
  /// The terms in the order of their addition; a variable may occur more than once.
  public private(set) var terms: [Term]
  /// The part that no variable moves.
  public var constant: Double

  /// Zero.
  public init() { self.init([]) }

  /// A constant.
  public init(_ constant: Double) { self.init([], constant: constant) }

  /// A single variable.
  public init(_ variable: Variable) { self.init([Term(variable: variable, coefficient: 1)]) }

  /// A sum of terms and a constant.
  public init(_ terms: [Term], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }

  /// Adds a variable times a number.
  public mutating func add(_ coefficient: Double, _ variable: Variable) {
    terms.append(Term(variable: variable, coefficient: coefficient))
  }

  /// Makes room for as many terms in all.
  public mutating func reserveCapacity(_ count: Int) { terms.reserveCapacity(count) }

  /// The value at a point that has one number for each variable of the model.
  public func value(at point: [Double]) -> Double {
    var sum = constant
    for term in terms { sum += term.coefficient * point[term.variable.index] }
    return sum
  }

  /// The same expression with one term a variable, none zero, in the order of the variables.
  ///
  /// What rounding leaves of terms that cancel is zero: as a coefficient it would mislead a solver
  /// about the scale of its row.
  public var normalized: LinearExpression {
    if isNormalized { return self }
    var merged: [Term] = []
    merged.reserveCapacity(terms.count)
    var size = 0.0
    for term in terms.enumerated().sorted(by: Self.precedes).map(\.element) {
      if merged.last?.variable == term.variable {
        size += abs(term.coefficient)
        let sum = merged[merged.count - 1].coefficient + term.coefficient
        merged[merged.count - 1].coefficient = abs(sum) <= Self.roundingNoise * size ? 0 : sum
      } else {
        size = abs(term.coefficient)
        merged.append(term)
      }
    }
    merged.removeAll { $0.coefficient == 0 }
    return LinearExpression(merged, constant: constant)
  }

  /// The part of the terms' total size below which their sum is nothing but rounding: coefficients
  /// are products and quotients themselves, each rounded.
  private static let roundingNoise = 1e-12

  /// Whether the terms are already those of the normalized form.
  private var isNormalized: Bool {
    var last = Int.min
    for term in terms {
      if term.variable.index <= last || term.coefficient == 0 { return false }
      last = term.variable.index
    }
    return true
  }

  /// Terms of one variable are summed as they were added: the sum depends on no sorting algorithm.
  private static func precedes(
    _ one: (offset: Int, element: Term), _ other: (offset: Int, element: Term)
  ) -> Bool {
    (one.element.variable.index, one.offset) < (other.element.variable.index, other.offset)
  }
}

extension LinearExpression {
  /// Adds an expression to another.
  public static func += (sum: inout LinearExpression, addend: LinearExpression) {
    sum.terms.append(contentsOf: addend.terms)
    sum.constant += addend.constant
  }

  /// Subtracts an expression from another.
  public static func -= (difference: inout LinearExpression, subtrahend: LinearExpression) {
    difference += -subtrahend
  }

  /// The sum of two expressions.
  public static func + (one: LinearExpression, other: LinearExpression) -> LinearExpression {
    var sum = one
    sum += other
    return sum
  }

  /// The difference of two expressions.
  public static func - (one: LinearExpression, other: LinearExpression) -> LinearExpression {
    var difference = one
    difference -= other
    return difference
  }

  /// The expression with every sign turned.
  public static prefix func - (expression: LinearExpression) -> LinearExpression {
    -1 * expression
  }

  /// A number times an expression.
  public static func * (factor: Double, expression: LinearExpression) -> LinearExpression {
    LinearExpression(
      expression.terms.map {
        Term(variable: $0.variable, coefficient: factor * $0.coefficient)
      }, constant: factor * expression.constant)
  }
}
