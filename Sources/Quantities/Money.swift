/// An exact amount of United States dollars, in cents.
///
/// Gains, income and tax are positive; losses are negative. Arithmetic traps on overflow, which
/// begins at ninety-two quadrillion dollars.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in cents.
  public var cents: Int64

  /// No dollars at all.
  public static let zero = Money(cents: 0)

  /// An amount of whole cents.
  @inlinable
  public init(cents: Int64) { self.cents = cents }

  /// An amount of whole dollars.
  @inlinable
  public init(dollars: Int64) { self.cents = dollars * 100 }

  /// Orders amounts by value.
  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

  /// The sum.
  @inlinable
  public static func + (left: Money, right: Money) -> Money {
    Money(cents: left.cents + right.cents)
  }

  /// The difference.
  @inlinable
  public static func - (left: Money, right: Money) -> Money {
    Money(cents: left.cents - right.cents)
  }

  /// The amount with its sign turned.
  @inlinable
  public static prefix func - (amount: Money) -> Money { Money(cents: -amount.cents) }

  /// A whole multiple.
  @inlinable
  public static func * (count: Int, amount: Money) -> Money {
    Money(cents: Int64(count) * amount.cents)
  }

  /// Adds in place.
  @inlinable
  public static func += (left: inout Money, right: Money) { left = left + right }

  /// Subtracts in place.
  @inlinable
  public static func -= (left: inout Money, right: Money) { left = left - right }

  /// The amount without its sign.
  @inlinable
  public var magnitude: Money { Money(cents: cents < 0 ? -cents : cents) }

  /// The amount rounded to a multiple of `unit`.
  public func rounded(_ rule: RoundingRule, to unit: RoundingUnit) -> Money {
    Money(cents: roundedQuotient(cents, over: unit.rawValue, rule) * unit.rawValue)
  }
}

extension Money {
  /// Reads a decimal amount of dollars: an optional `-`, digits, at most one point and two
  /// decimals. `_` or `,` may group the whole dollars by threes.
  ///
  /// - Returns: `nil` when the text is anything else, or too large.
  public init?(_ text: some StringProtocol) {
    guard let cents = decimal(text, fractionDigits: 2, grouping: true) else { return nil }
    self.init(cents: cents)
  }
}

extension Money: CustomStringConvertible {
  /// Dollars with two decimals and no grouping, `-1234.50`: the form of machine output.
  public var description: String { decimalText(cents, fractionDigits: 2, trimmed: false) }
}

extension Sequence<Money> {
  /// The total of the amounts.
  public func total() -> Money { reduce(.zero, +) }
}
