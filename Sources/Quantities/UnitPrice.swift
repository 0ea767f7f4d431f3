/// An exact price of one share, in millionths of a dollar.
public struct UnitPrice: Hashable, Comparable, Sendable {
  /// The price in millionths of a dollar.
  public var millionths: Int64

  /// A price of whole millionths of a dollar.
  @inlinable
  public init(millionths: Int64) { self.millionths = millionths }

  /// A price of whole dollars.
  public init(dollars: Int64) { self.millionths = dollars * 1_000_000 }

  /// Orders prices by value.
  @inlinable
  public static func < (left: UnitPrice, right: UnitPrice) -> Bool {
    left.millionths < right.millionths
  }

  /// What `shares` cost at this price, rounded half up to cents.
  @inlinable
  public func times(_ shares: Shares) -> Money {
    // Millionths of a dollar times millionths of a share are 10⁻¹² dollars, or 10⁻¹⁰ cents.
    let (product, overflow) = millionths.multipliedReportingOverflow(by: shares.millionths)
    if !overflow { return Money(cents: roundedQuotient(product, over: 10_000_000_000, .halfUp)) }
    let wide = Int128(millionths) * Int128(shares.millionths)
    return Money(cents: Int64(roundedQuotient(wide, over: 10_000_000_000, .halfUp)))
  }

  /// The price after growing by `rate`, rounded half up to a millionth of a dollar.
  public func grown(by rate: Rate) -> UnitPrice {
    let wide = Int128(millionths) * Int128(1_000_000 + rate.millionths)
    return UnitPrice(millionths: Int64(roundedQuotient(wide, over: 1_000_000, .halfUp)))
  }
}

extension UnitPrice {
  /// Reads a number of dollars with at most six decimals, grouped or not.
  ///
  /// - Returns: `nil` when the text has another form.
  public init?(_ text: some StringProtocol) {
    guard let units = decimal(text, fractionDigits: 6, grouping: true) else { return nil }
    self.init(millionths: units)
  }
}

extension UnitPrice: CustomStringConvertible {
  /// Dollars with at least two and at most six decimals, such as `181.00`.
  public var description: String {
    let trimmed = decimalText(millionths, fractionDigits: 6, trimmed: true)
    let decimals = trimmed.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      .first?.count
    switch decimals {
    case nil: return trimmed + ".00"
    case 1: return trimmed + "0"
    default: return trimmed
    }
  }
}
