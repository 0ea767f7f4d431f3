import Quantities

extension Money {
  /// The amount times a ratio, rounded half up to a cent.
  ///
  /// - Parameters:
  ///   - part: the numerator.
  ///   - whole: the denominator; where it is not positive, nothing is left.
  /// - Returns: the share of the amount.
  func times(_ part: Int64, over whole: Int64) -> Money {
    guard whole > 0 else { return .zero }
    return Money(
      cents: Int64(roundedQuotient(Int128(cents) * Int128(part), over: Int128(whole), .halfUp)))
  }
}
