/// An exact rate in millionths: 3.8% is 38,000 of them.
public struct Rate: Hashable, Comparable, Sendable {
  /// The rate in millionths of one.
  public var millionths: Int64

  /// Nothing.
  public static let zero = Rate(millionths: 0)
  /// One hundred percent.
  public static let one = Rate(millionths: 1_000_000)

  /// A rate of whole millionths.
  @inlinable
  public init(millionths: Int64) { self.millionths = millionths }

  /// A rate of whole percent.
  public init(percent: Int64) { self.millionths = percent * 10_000 }

  /// Orders rates by value.
  @inlinable
  public static func < (left: Rate, right: Rate) -> Bool { left.millionths < right.millionths }

  /// The sum.
  @inlinable
  public static func + (left: Rate, right: Rate) -> Rate {
    Rate(millionths: left.millionths + right.millionths)
  }

  /// The difference.
  @inlinable
  public static func - (left: Rate, right: Rate) -> Rate {
    Rate(millionths: left.millionths - right.millionths)
  }

  /// The rate times an amount, rounded by `rule` to whole cents.
  @inlinable
  public func of(_ amount: Money, rounded rule: RoundingRule) -> Money {
    let (product, overflow) = amount.cents.multipliedReportingOverflow(by: millionths)
    if !overflow { return Money(cents: roundedQuotient(product, over: 1_000_000, rule)) }
    let wide = Int128(amount.cents) * Int128(millionths)
    return Money(cents: Int64(roundedQuotient(wide, over: 1_000_000, rule)))
  }
}

extension Rate {
  /// Reads `3.8%` or `0.038`.
  ///
  /// - Returns: `nil` when the text is neither, or finer than a millionth.
  public init?(_ text: some StringProtocol) {
    if text.hasSuffix("%") {
      guard let units = decimal(text.dropLast(), fractionDigits: 4, grouping: false) else {
        return nil
      }
      self.init(millionths: units)
    } else {
      guard let units = decimal(text, fractionDigits: 6, grouping: false) else { return nil }
      self.init(millionths: units)
    }
  }
}

extension Rate: CustomStringConvertible {
  /// The rate in percent, such as `3.8%`.
  public var description: String {
    decimalText(millionths, fractionDigits: 4, trimmed: true) + "%"
  }
}
