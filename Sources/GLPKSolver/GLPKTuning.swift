/// How GLPK searches; the default is what was fastest on models of tax years.
public struct GLPKTuning: Sendable, Hashable {
  /// Kinds of cutting planes.
  public struct Cuts: OptionSet, Sendable, Hashable {
    /// One bit a kind.
    public let rawValue: Int

    /// The kinds whose bits are set.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Gomory's mixed-integer cuts.
    public static let gomory = Cuts(rawValue: 1)
    /// Mixed-integer rounding cuts; on cells they cost a hundred times what they save.
    public static let mixedIntegerRounding = Cuts(rawValue: 2)
    /// Cover cuts.
    public static let cover = Cuts(rawValue: 4)
    /// Clique cuts.
    public static let clique = Cuts(rawValue: 8)
    /// All kinds.
    public static let all: Cuts = [.gomory, .mixedIntegerRounding, .cover, .clique]
  }

  /// How the variable to branch on is chosen.
  public enum Branching: Sendable, Hashable, CaseIterable {
    /// By what either branch costs at least (Driebeck and Tomlin).
    case driebeckTomlin
    /// The variable farthest from a whole number.
    case mostFractional
    /// By what earlier branches cost.
    case pseudocost
  }

  /// Whether GLPK simplifies an integer model before the search.
  ///
  /// Over several years that halves the time, although the root is then solved without long steps.
  public var presolve: Bool
  /// The kinds of cutting planes to generate.
  public var cuts: Cuts
  /// How the variable to branch on is chosen.
  public var branching: Branching

  /// A tuning with all its properties.
  public init(
    presolve: Bool = true, cuts: Cuts = [], branching: Branching = .driebeckTomlin
  ) {
    self.presolve = presolve
    self.cuts = cuts
    self.branching = branching
  }
}
