import BigInt

/// The terms of a fraction that do not fit into words: in lowest terms, the denominator positive.
@usableFromInline
final class WideFraction: Sendable, Hashable {
  let numerator: BigInt
  let denominator: BigInt

  init(numerator: BigInt, denominator: BigInt) {
    self.numerator = numerator
    self.denominator = denominator
  }

  convenience init(_ numerator: Int128, _ denominator: Int128) {
    self.init(numerator: BigInt(numerator), denominator: BigInt(denominator))
  }

  @usableFromInline var signum: Int { numerator.isZero ? 0 : numerator.sign == .minus ? -1 : 1 }

  @usableFromInline
  static func == (left: WideFraction, right: WideFraction) -> Bool {
    left.numerator == right.numerator && left.denominator == right.denominator
  }

  @usableFromInline
  func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }
}

extension Fraction {
  /// A quotient of integers of any length, brought to lowest terms; `denominator` is not zero.
  init(_ numerator: BigInt, over denominator: BigInt) {
    let common = numerator.greatestCommonDivisor(with: denominator)
    let divisor = denominator.sign == .minus ? -common : common
    self.init(lowest: numerator / divisor, over: denominator / divisor)
  }

  /// A quotient that is in lowest terms already; `denominator` is positive.
  private init(lowest numerator: BigInt, over denominator: BigInt) {
    if let narrowNumerator = Int64(exactly: numerator),
      let narrowDenominator = Int64(exactly: denominator)
    {
      self.init(lowest: narrowNumerator, narrowDenominator)
    } else {
      self.init(wide: WideFraction(numerator: numerator, denominator: denominator))
    }
  }

  /// The terms at any length.
  var terms: (numerator: BigInt, denominator: BigInt) {
    if let wide { return (wide.numerator, wide.denominator) }
    return (BigInt(numerator), BigInt(denominator))
  }

  @usableFromInline
  static func wideSum(_ left: Fraction, _ right: Fraction) -> Fraction {
    let (first, second) = (left.terms, right.terms)
    // As for words: most denominators have much in common, and what is left of them is short.
    let common = first.denominator.greatestCommonDivisor(with: second.denominator)
    let part = first.denominator / common
    let numerator =
      first.numerator * (second.denominator / common) + second.numerator * part
    let cancelled = numerator.greatestCommonDivisor(with: common)
    return Fraction(
      lowest: numerator / cancelled, over: part * (second.denominator / cancelled))
  }

  @usableFromInline
  static func wideProduct(_ left: Fraction, _ right: Fraction) -> Fraction {
    let (first, second) = (left.terms, right.terms)
    return Fraction(
      first.numerator * second.numerator, over: first.denominator * second.denominator)
  }

  @usableFromInline
  static func wideNegation(_ number: Fraction) -> Fraction {
    let terms = number.terms
    return Fraction(-terms.numerator, over: terms.denominator)
  }

  static func wideReciprocal(_ number: Fraction) -> Fraction {
    let terms = number.terms
    return Fraction(terms.denominator, over: terms.numerator)
  }

  @usableFromInline
  static func isWideLess(_ left: Fraction, _ right: Fraction) -> Bool {
    let (first, second) = (left.terms, right.terms)
    return first.numerator * second.denominator < second.numerator * first.denominator
  }
}
