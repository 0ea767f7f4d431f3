public import Quantities

/// A tax by brackets: each rate applies to the part of an amount within its bracket.
public struct RateSchedule: Sendable, Hashable {
  /// One bracket; it ends where the next begins.
  public struct Bracket: Sendable, Hashable {
    /// Where the bracket begins.
    public let from: Money
    /// The rate within it.
    public let rate: Rate
    /// What `rate` on the whole amount takes too much, in millionths of a cent.
    @usableFromInline let excess: Int64
  }

  /// The brackets, ascending; the first begins at zero.
  public let brackets: [Bracket]

  /// A schedule of brackets; `nil` when the lists are empty, differ in length, or the brackets do
  /// not ascend from zero.
  ///
  /// - Parameters:
  ///   - starts: where each bracket begins, ascending from zero.
  ///   - rates: the rate of each bracket.
  public init?(starts: [Money], rates: [Rate]) {
    guard !starts.isEmpty, starts.count == rates.count, starts[0] == .zero,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    var brackets: [Bracket] = []
    var excess: Int64 = 0
    var below = Rate.zero
    for (start, rate) in zip(starts, rates) {
      excess += start.cents * (rate - below).millionths
      below = rate
      brackets.append(Bracket(from: start, rate: rate, excess: excess))
    }
    self.brackets = brackets
  }

  /// The tax on an amount, rounded half up to cents; zero on a negative amount.
  @inlinable
  public func tax(on amount: Money) -> Money {
    guard amount.cents > 0 else { return .zero }
    var index = brackets.count - 1
    while brackets[index].from.cents >= amount.cents { index -= 1 }
    return brackets[index].tax(on: amount)
  }

  /// The tax on an amount in millionths of a cent, which nothing has rounded.
  func millionths(on amount: Money) -> Int128 {
    guard amount.cents > 0 else { return 0 }
    var index = brackets.count - 1
    while brackets[index].from.cents >= amount.cents { index -= 1 }
    let bracket = brackets[index]
    return Int128(amount.cents) * Int128(bracket.rate.millionths) - Int128(bracket.excess)
  }
}

extension RateSchedule.Bracket {
  /// The tax on an amount that ends in this bracket.
  @inlinable
  func tax(on amount: Money) -> Money {
    let (product, tooLarge) = amount.cents.multipliedReportingOverflow(by: rate.millionths)
    let (tax, wraps) = product.subtractingReportingOverflow(excess)
    if !tooLarge && !wraps {
      return Money(cents: roundedQuotient(tax, over: 1_000_000, .halfUp))
    }
    let wide = Int128(amount.cents) * Int128(rate.millionths) - Int128(excess)
    return Money(cents: Int64(roundedQuotient(wide, over: 1_000_000, .halfUp)))
  }
}

/// What grows by an equal step for each width, or fraction of one, above a start.
public struct StepSchedule: Sendable, Hashable {
  /// Up to here there is no step.
  public let start: Money
  /// The width of each step; positive.
  public let width: Money
  /// What each step adds.
  public let step: Money

  /// Steps of `step` for each `width` or fraction of it above `start`.
  public init(start: Money, width: Money, step: Money) {
    precondition(width > .zero, "the width of a step is positive")
    self.start = start
    self.width = width
    self.step = step
  }

  /// What the steps add up to at an amount.
  @inlinable
  public func total(at amount: Money) -> Money {
    guard amount > start else { return .zero }
    let steps = roundedQuotient(amount.cents - start.cents, over: width.cents, .up)
    return Money(cents: steps * step.cents)
  }
}
