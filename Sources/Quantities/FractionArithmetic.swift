extension Fraction {
  /// The sum.
  @inlinable
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    guard left.wide == nil, right.wide == nil else { return wideSum(left, right) }
    if left.denominator == 1, right.denominator == 1 {
      let (sum, overflow) = left.numerator.addingReportingOverflow(right.numerator)
      if !overflow { return Fraction(lowest: sum, 1) }
    }
    return sum(left, Int128(right.numerator), right.denominator)
  }

  /// The difference.
  @inlinable
  public static func - (left: Fraction, right: Fraction) -> Fraction {
    guard left.wide == nil, right.wide == nil else { return wideSum(left, -right) }
    if left.denominator == 1, right.denominator == 1 {
      let (difference, overflow) = left.numerator.subtractingReportingOverflow(right.numerator)
      if !overflow { return Fraction(lowest: difference, 1) }
    }
    return sum(left, -Int128(right.numerator), right.denominator)
  }

  /// The product.
  @inlinable
  public static func * (left: Fraction, right: Fraction) -> Fraction {
    guard left.wide == nil, right.wide == nil else { return wideProduct(left, right) }
    // What is cancelled crosswise need not be cancelled in the product, which is then in lowest
    // terms.
    let first = Int64(greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude))
    let second = Int64(greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude))
    let numerators = (left.numerator / first).multipliedFullWidth(by: right.numerator / second)
    let denominators = (left.denominator / second).multipliedFullWidth(
      by: right.denominator / first)
    return Fraction(lowestWide: Int128(numerators), Int128(denominators))
  }

  /// The quotient; `right` is not zero.
  @inlinable
  public static func / (left: Fraction, right: Fraction) -> Fraction {
    if right.denominator == 1, right.numerator == 1, right.wide == nil { return left }
    return left * right.reciprocal
  }

  /// The number with its sign turned.
  @inlinable
  public static prefix func - (number: Fraction) -> Fraction {
    if number.wide == nil, number.numerator != .min {
      return Fraction(lowest: -number.numerator, number.denominator)
    }
    return wideNegation(number)
  }

  /// Adds in place.
  @inlinable
  public static func += (left: inout Fraction, right: Fraction) { left = left + right }

  /// Subtracts in place.
  @inlinable
  public static func -= (left: inout Fraction, right: Fraction) { left = left - right }

  /// Multiplies in place.
  @inlinable
  public static func *= (left: inout Fraction, right: Fraction) { left = left * right }

  /// One divided by the number, which is not zero.
  public var reciprocal: Fraction {
    precondition(!isZero, "nothing is divided by zero")
    if wide == nil, numerator != .min {
      return numerator < 0
        ? Fraction(lowest: -denominator, -numerator) : Fraction(lowest: denominator, numerator)
    }
    return Self.wideReciprocal(self)
  }

  /// The number without its sign.
  @inlinable
  public var magnitude: Fraction { isNegative ? -self : self }

  /// Adds terms that a word holds, by the common factor of the denominators (Knuth, The Art of
  /// Computer Programming, 4.5.1): no intermediate value needs more than 127 bits.
  @usableFromInline
  static func sum(_ left: Fraction, _ numerator: Int128, _ denominator: Int64) -> Fraction {
    let common = Int64(
      greatestCommonDivisor(left.denominator.magnitude, denominator.magnitude))
    let leftPart = left.denominator / common
    let total =
      Int128(left.numerator) * Int128(denominator / common) + numerator * Int128(leftPart)
    if common == 1 { return Fraction(lowestWide: total, Int128(leftPart) * Int128(denominator)) }
    // Division of a word is several times as quick as that of two.
    if let total = Int64(exactly: total) {
      let cancelled = Int64(
        greatestCommonDivisor(total.magnitude % common.magnitude, common.magnitude))
      return Fraction(
        lowestWide: Int128(total / cancelled),
        Int128(leftPart) * Int128(denominator / cancelled))
    }
    let rest = UInt64((total % Int128(common)).magnitude)
    let cancelled = Int64(greatestCommonDivisor(rest, common.magnitude))
    return Fraction(
      lowestWide: total / Int128(cancelled), Int128(leftPart) * Int128(denominator / cancelled))
  }
}

extension Int128 {
  /// The value of a product in two words.
  @usableFromInline
  init(_ product: (high: Int64, low: UInt64)) {
    self = Int128(product.high) << 64 | Int128(product.low)
  }
}

/// The greatest number that divides both; the other one where one is zero.
@usableFromInline
func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
  if first == 1 || second == 1 { return 1 }
  if first == 0 { return second }
  if second == 0 { return first }
  // Stein's binary algorithm: shifts and differences are quicker than divisions.
  let shared = (first | second).trailingZeroBitCount
  var large = first >> UInt64(first.trailingZeroBitCount)
  var small = second
  while small != 0 {
    small >>= UInt64(small.trailingZeroBitCount)
    if large > small { swap(&large, &small) }
    small -= large
  }
  return large << UInt64(shared)
}
