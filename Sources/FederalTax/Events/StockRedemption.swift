public import Quantities

/// Stock that its corporation buys back: an exchange where one of the tests is met, and otherwise a
/// distribution.
///
/// Source: IRC §§302(a), (b) and (d), 301(c), 316.
public struct StockRedemption: Sendable, Hashable {
  /// How the payment is treated.
  public enum Treatment: Sendable, Hashable {
    /// In exchange for the stock.
    case exchange
    /// As a distribution: a dividend as far as there are earnings and profits, then a return of
    /// basis, then gain.
    case distribution(earnings: Money, isQualified: Bool)
  }

  /// The tax year.
  public var year: Int
  /// What the corporation pays.
  public var price: Money
  /// The basis of the stock redeemed; not negative.
  public var basis: Money
  /// Whether the stock was held more than a year.
  public var isLongTerm: Bool
  /// How the payment is treated.
  public var treatment: Treatment

  /// A redemption with all its properties.
  public init(year: Int, price: Money, basis: Money, isLongTerm: Bool, treatment: Treatment) {
    self.year = year
    self.price = price
    self.basis = basis
    self.isLongTerm = isLongTerm
    self.treatment = treatment
  }

  /// Whether a redemption is substantially disproportionate, IRC §302(b)(2): less than half of the
  /// votes after it, and less than four fifths of the share that was held before.
  ///
  /// - Parameters:
  ///   - before: the part of the voting stock before, attribution of IRC §318 included.
  ///   - after: the part after.
  /// - Returns: whether both tests are met.
  public static func isSubstantiallyDisproportionate(from before: Rate, to after: Rate) -> Bool {
    2 * after.millionths < Rate.one.millionths && 5 * after.millionths < 4 * before.millionths
  }

  /// The dividend, and the gain or loss.
  public func effect() -> EventEffect {
    var effect = EventEffect(year: year)
    switch treatment {
    case .exchange:
      effect.line("(d)", of: .form8949, "Paid in exchange for the stock", price)
      effect.line("(e)", of: .form8949, "Basis of the stock", basis)
      effect.capitalGain(price - basis, isLongTerm: isLongTerm)
    case .distribution(let earnings, let isQualified):
      let dividend = min(price, earnings)
      let returned = min(price - dividend, basis)
      effect.line("1a", of: .form1099DIV, "Dividend: as far as earnings and profits go", dividend)
      effect.line("3", of: .form1099DIV, "Return of basis", returned)
      effect.amounts.ordinaryDividends = dividend
      if isQualified { effect.amounts.qualifiedDividends = dividend }
      let gain = price - dividend - returned
      if gain != .zero { effect.capitalGain(gain, isLongTerm: isLongTerm) }
    }
    return effect
  }
}
