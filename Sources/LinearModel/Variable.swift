/// A decision variable of a model, known by its place among the model's variables.
public struct Variable: Hashable, Sendable {
  /// The place of the variable in ``Model/variables``, from zero.
  public let index: Int

  /// The variable at a place of a model.
  public init(index: Int) { self.index = index }
}

/// Whether a variable may take any value between its bounds or only whole ones.
public enum VariableKind: Sendable, Hashable {
  /// Any value between the bounds.
  case continuous
  /// Whole values only; with bounds of zero and one, a binary.
  case integer
}

/// What a model knows of one variable.
public struct VariableDefinition: Sendable, Hashable {
  /// The name for people, such as `sell[lot A-3, 2026-12-31]`; any characters, need not be unique.
  public let name: String
  /// The least value, or minus infinity.
  public internal(set) var lower: Double
  /// The greatest value, or infinity.
  public internal(set) var upper: Double
  /// Whether the value must be whole.
  public let kind: VariableKind
}

extension VariableDefinition {
  /// The bounds, moved inward to whole numbers for an integer variable; nil when none lies between.
  ///
  /// A bound that is whole but for rounding stays where it is.
  public var effectiveBounds: (lower: Double, upper: Double)? {
    guard kind == .integer else { return (lower, upper) }
    let tolerance = SolutionCheck.integralityTolerance
    let least = (lower - tolerance).rounded(.up)
    let greatest = (upper + tolerance).rounded(.down)
    return least <= greatest ? (least, greatest) : nil
  }
}
