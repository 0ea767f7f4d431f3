public import Quantities

/// An amount that jumps at thresholds of another and is level between them.
public struct CliffSchedule: Sendable, Hashable {
  /// A threshold and what holds beyond it.
  public struct Cliff: Sendable, Hashable {
    /// The threshold.
    public let threshold: Money
    /// Whether the threshold itself already counts as passed.
    public let isInclusive: Bool
    /// What holds beyond it, until the next one is passed.
    public let total: Money

    /// A cliff at a threshold.
    public init(threshold: Money, isInclusive: Bool = false, total: Money) {
      self.threshold = threshold
      self.isInclusive = isInclusive
      self.total = total
    }

    /// The lowest amount of whole cents that passes the threshold.
    public var firstAmount: Money { isInclusive ? threshold : threshold + Money(cents: 1) }
  }

  /// The cliffs, ascending by threshold; below the first the total is zero.
  public let cliffs: [Cliff]
  /// Whether passing a cliff is good for the taxpayer, as one that grants a deduction; most are not.
  ///
  /// It says on which side of a cliff a plan must keep a margin.
  public let isFavorable: Bool

  /// A schedule of cliffs, which ascend by threshold.
  public init(_ cliffs: [Cliff], isFavorable: Bool = false) {
    precondition(
      zip(cliffs, cliffs.dropFirst()).allSatisfy { $0.threshold < $1.threshold },
      "cliffs ascend")
    self.cliffs = cliffs
    self.isFavorable = isFavorable
  }

  /// What holds at an amount.
  public func total(at amount: Money) -> Money {
    cliffs.last { amount >= $0.firstAmount }?.total ?? .zero
  }
}
