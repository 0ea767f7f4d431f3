public import Quantities

/// What part of its income a household contributes to premiums, IRC §36B(b)(3).
///
/// The part depends on the whole percents that income is of the poverty line, rises from knot to
/// knot in a straight line, and is the last knot's beyond it.
public struct ContributionSchedule: Sendable, Hashable {
  /// A percentage of the poverty line and the part of income there.
  public struct Knot: Sendable, Hashable {
    /// Whole percents of the poverty line.
    public let percent: Int64
    /// The part of income that is contributed.
    public let part: Rate

    /// A knot.
    public init(percent: Int64, part: Rate) {
      self.percent = percent
      self.part = part
    }
  }

  /// The poverty line of the household.
  public let povertyLine: Money
  /// The knots, ascending by percent; at least one, the first at zero percent.
  public let knots: [Knot]

  /// A schedule over the poverty line, which is positive.
  public init(povertyLine: Money, knots: [Knot]) {
    precondition(povertyLine > .zero, "a poverty line is positive")
    precondition(knots.first?.percent == 0, "the first knot stands at zero")
    self.povertyLine = povertyLine
    self.knots = knots
  }

  /// The whole percents that an income is of the poverty line, fractions dropped.
  public func percent(of income: Money) -> Int64 {
    income > .zero
      ? roundedQuotient(income.cents * 100, over: povertyLine.cents, .down) : 0
  }

  /// The part of income at a percentage of the poverty line, to four decimals as printed.
  public func part(at percent: Int64) -> Rate {
    guard let above = knots.firstIndex(where: { $0.percent > percent }) else {
      return knots[knots.count - 1].part
    }
    let (low, high) = (knots[above - 1], knots[above])
    let rise = (high.part - low.part).millionths * (percent - low.percent)
    let exact =
      low.part.millionths * 100
      + roundedQuotient(
        rise * 100, over: high.percent - low.percent, .halfUp)
    return Rate(millionths: roundedQuotient(exact, over: 10_000, .halfUp) * 100)
  }

  /// The contribution at an income, rounded half up to cents.
  public func contribution(at income: Money) -> Money {
    income > .zero ? part(at: percent(of: income)).of(income, rounded: .halfUp) : .zero
  }
}
