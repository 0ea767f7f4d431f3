/// How GLPK searches; the default is what was fastest on models of tax years.
public struct GLPKTuning: Sendable, Hashable {
  /// How the variable to branch on is chosen.
  public enum Branching: Sendable, Hashable {
    /// By the degradation that either branch costs at least (Driebeck and Tomlin).
    case driebeckTomlin
    /// The variable farthest from a whole number.
    case mostFractional
    /// By what earlier branches cost.
    case pseudocost
  }

  /// Whether the model is simplified before it is solved.
  public var presolve: Bool
  /// Whether cutting planes of all four kinds are generated.
  public var cuts: Bool
  /// How the variable to branch on is chosen.
  public var branching: Branching

  /// A tuning with all its properties.
  public init(presolve: Bool = true, cuts: Bool = true, branching: Branching = .driebeckTomlin) {
    self.presolve = presolve
    self.cuts = cuts
    self.branching = branching
  }
}
