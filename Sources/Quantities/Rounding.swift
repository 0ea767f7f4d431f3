/// How an exact quotient becomes a whole number of units.
public enum RoundingRule: Sendable, Hashable {
  /// To the nearest unit; a half goes away from zero, as Form 1040 rounds cents to dollars.
  case halfUp
  /// Toward negative infinity.
  case down
  /// Toward positive infinity.
  case up
}

/// The unit a rounded ``Money`` is a multiple of.
public enum RoundingUnit: Int64, Sendable, Hashable {
  /// Whole cents.
  case cents = 1
  /// Whole dollars.
  case dollars = 100
}

/// The quotient `numerator / denominator`, rounded by `rule`.
///
/// The one division of the package: every other rounding calls it.
///
/// - Parameters:
///   - numerator: any value.
///   - denominator: positive.
///   - rule: what happens to the part lost.
/// - Returns: the rounded quotient.
@inlinable
package func roundedQuotient<Integer: FixedWidthInteger & SignedInteger>(
  _ numerator: Integer, over denominator: Integer, _ rule: RoundingRule
) -> Integer {
  let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
  if remainder == 0 { return quotient }
  switch rule {
  case .halfUp:
    let twice = remainder.magnitude * 2
    guard twice >= denominator.magnitude else { return quotient }
    return numerator < 0 ? quotient - 1 : quotient + 1
  case .down: return numerator < 0 ? quotient - 1 : quotient
  case .up: return numerator < 0 ? quotient : quotient + 1
  }
}
