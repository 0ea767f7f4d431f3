public import Quantities

/// What a unit of a foreign currency is worth on one day, in billionths of a dollar.
///
/// Basis and proceeds in another currency are each translated at the rate of their own day: the
/// gain or loss of the currency is part of that of the shares, IRC §§985, 988(c).
public struct ExchangeRate: Sendable, Hashable {
  /// The dollars of one unit, in billionths; positive.
  public let billionths: Int64

  /// A dollar for a dollar.
  public static let one = ExchangeRate(billionths: 1_000_000_000)

  /// Dearer units are taken for mistakes; amounts of the largest returns do not overflow by them.
  private static let most: Int64 = 1_000 * 1_000_000_000

  private init(billionths: Int64) { self.billionths = billionths }

  /// Reads a number of dollars with at most nine decimals, above zero and at most a thousand.
  ///
  /// - Returns: `nil` when the text has another form, or the number is out of range.
  public init?(_ text: some StringProtocol) {
    guard let units = decimal(text, fractionDigits: 9, grouping: false),
      (1...Self.most).contains(units)
    else { return nil }
    billionths = units
  }

  /// An amount of the currency in dollars, rounded half up to cents.
  ///
  /// - Parameter amount: in hundredths of the currency, at most a trillion units.
  /// - Returns: an amount of the same sign.
  public func dollars(of amount: Money) -> Money {
    let wide = Int128(amount.cents) * Int128(billionths)
    return Money(cents: Int64(roundedQuotient(wide, over: 1_000_000_000, .halfUp)))
  }

  /// A price in the currency in dollars, rounded half up to a millionth of a dollar.
  ///
  /// - Parameter price: at most a billion units a share.
  /// - Returns: a price of the same sign.
  public func dollars(of price: UnitPrice) -> UnitPrice {
    let wide = Int128(price.millionths) * Int128(billionths)
    return UnitPrice(millionths: Int64(roundedQuotient(wide, over: 1_000_000_000, .halfUp)))
  }
}

extension ExchangeRate: CustomStringConvertible {
  /// The dollars of one unit without closing zeros, such as `1.1342`.
  public var description: String { decimalText(billionths, fractionDigits: 9, trimmed: true) }
}
