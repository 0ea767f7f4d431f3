/// An exact number of shares, in millionths.
public struct Shares: Hashable, Comparable, Sendable {
  /// The number in millionths of a share.
  public var millionths: Int64

  /// No shares.
  public static let zero = Shares(millionths: 0)

  /// A number of millionths.
  @inlinable
  public init(millionths: Int64) { self.millionths = millionths }

  /// A number of whole shares.
  @inlinable
  public init(whole: Int64) { self.millionths = whole * 1_000_000 }

  /// Orders numbers by value.
  @inlinable
  public static func < (left: Shares, right: Shares) -> Bool {
    left.millionths < right.millionths
  }

  /// The sum.
  @inlinable
  public static func + (left: Shares, right: Shares) -> Shares {
    Shares(millionths: left.millionths + right.millionths)
  }

  /// The difference.
  @inlinable
  public static func - (left: Shares, right: Shares) -> Shares {
    Shares(millionths: left.millionths - right.millionths)
  }

  /// Adds in place.
  @inlinable
  public static func += (left: inout Shares, right: Shares) { left = left + right }

  /// Subtracts in place.
  @inlinable
  public static func -= (left: inout Shares, right: Shares) { left = left - right }

  /// Whether no part of a share is left over.
  public var isWhole: Bool { millionths % 1_000_000 == 0 }

  /// The number without its fraction; a negative number goes toward zero.
  public var wholePart: Shares { Shares(millionths: millionths - millionths % 1_000_000) }

  /// The least whole number that is not smaller.
  public var roundedUpToWhole: Shares {
    Shares(whole: roundedQuotient(millionths, over: 1_000_000, .up))
  }

  /// The part of `amount` that belongs to these shares out of `all`, rounded half up to cents.
  ///
  /// - Parameters:
  ///   - amount: what belongs to all the shares, such as a lot's basis.
  ///   - all: a positive number of shares.
  /// - Returns: the share of the amount.
  @inlinable
  public func portion(of amount: Money, outOf all: Shares) -> Money {
    if self == all { return amount }
    let (product, overflow) = amount.cents.multipliedReportingOverflow(by: millionths)
    if !overflow { return Money(cents: roundedQuotient(product, over: all.millionths, .halfUp)) }
    let wide = Int128(amount.cents) * Int128(millionths)
    return Money(cents: Int64(roundedQuotient(wide, over: Int128(all.millionths), .halfUp)))
  }
}

extension Shares {
  /// Reads a number with at most six decimals, grouped or not.
  ///
  /// - Returns: `nil` when the text has another form.
  public init?(_ text: some StringProtocol) {
    guard let units = decimal(text, fractionDigits: 6, grouping: true) else { return nil }
    self.init(millionths: units)
  }
}

extension Shares: CustomStringConvertible {
  /// The number without closing zeros, such as `12.5`.
  public var description: String { decimalText(millionths, fractionDigits: 6, trimmed: true) }
}
