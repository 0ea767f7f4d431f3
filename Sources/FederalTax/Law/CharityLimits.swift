public import Quantities

/// The limits of the yearly deduction of gifts to public charities other than cash, as parts of
/// adjusted gross income: IRC §170(b)(1). That of cash is the return's.
public struct CharityLimits: Sendable, Hashable {
  /// Shares and other property that would be long-term gain: §170(b)(1)(C)(i).
  public let appreciatedProperty = Rate(percent: 30)
  /// Such property and all gifts of cash together: §170(b)(1)(A) and (C)(i).
  public let together = Rate(percent: 50)

  /// The limits of the law.
  public static let law = CharityLimits()

  /// The most property that is deducted besides cash.
  public func property(besides given: Money, of income: Money) -> Money {
    let income = max(.zero, income)
    return min(
      appreciatedProperty.of(income, rounded: .down),
      max(.zero, together.of(income, rounded: .down) - given))
  }
}
