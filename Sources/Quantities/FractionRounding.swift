import BigInt

extension Fraction {
  /// What becomes of half a cent.
  public enum HalfCent: Sendable, Hashable {
    /// To the even cent, so that halves do not add up.
    case even
    /// Away from zero.
    case up
  }

  /// The dollars rounded to the nearest cent.
  ///
  /// - Parameter half: what becomes of half a cent.
  /// - Returns: an amount; `nil` when it is beyond what ``Money`` holds.
  public func cents(_ half: HalfCent) -> Money? {
    if wide == nil {
      let (quotient, remainder) = (Int128(numerator) * 100)
        .quotientAndRemainder(dividingBy: Int128(denominator))
      let isAway = Self.isAway(
        twice: remainder.magnitude * 2, denominator.magnitude, isOdd: quotient & 1 != 0, half)
      return Int64(exactly: isAway ? quotient + (numerator < 0 ? -1 : 1) : quotient)
        .map(Money.init(cents:))
    }
    let (numerator, denominator) = terms
    let (quotient, remainder) = (numerator * 100).quotientAndRemainder(dividingBy: denominator)
    let isAway = Self.isAway(
      twice: remainder.magnitude * 2, denominator.magnitude,
      isOdd: !quotient.isMultiple(of: 2), half)
    return Int64(exactly: isAway ? quotient + (numerator.sign == .minus ? -1 : 1) : quotient)
      .map(Money.init(cents:))
  }

  /// Whether a quotient that was cut off is moved away from zero.
  private static func isAway<Size: BinaryInteger>(
    twice remainder: Size, _ denominator: some BinaryInteger, isOdd: Bool, _ half: HalfCent
  ) -> Bool {
    if remainder == denominator { return half == .up || isOdd }
    return remainder > denominator
  }
}
