/// An exact rational number.
///
/// Ledgers divide amounts by shares again and again; no fixed number of decimals holds what comes
/// out. Numerator and denominator are machine words in lowest terms while they fit, and integers of
/// any length where they do not; nothing is ever rounded, and nothing overflows.
public struct Fraction: Sendable {
  /// In lowest terms; without meaning when `wide` is there.
  @usableFromInline let numerator: Int64
  /// Positive.
  @usableFromInline let denominator: Int64
  /// The value when a word cannot hold both terms, and only then: each value has one form.
  @usableFromInline let wide: WideFraction?

  /// Nothing.
  public static let zero = Fraction(0)
  /// One.
  public static let one = Fraction(1)

  /// A whole number.
  @inlinable
  public init(_ whole: Int) {
    self.init(lowest: Int64(whole), 1)
  }

  /// A quotient of whole numbers.
  ///
  /// - Parameters:
  ///   - numerator: any number.
  ///   - denominator: any number but zero.
  public init(_ numerator: Int, over denominator: Int) {
    self = Fraction(numerator) / Fraction(denominator)
  }

  @inlinable
  init(lowest numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
    self.wide = nil
  }

  init(wide: WideFraction) {
    self.numerator = 0
    self.denominator = 1
    self.wide = wide
  }

  /// A number whose terms are already the lowest ones.
  @usableFromInline
  init(lowestWide numerator: Int128, _ denominator: Int128) {
    if let narrowNumerator = Int64(exactly: numerator),
      let narrowDenominator = Int64(exactly: denominator)
    {
      self.init(lowest: narrowNumerator, narrowDenominator)
    } else {
      self.init(wide: WideFraction(numerator, denominator))
    }
  }

  /// A number of dollars.
  public init(_ amount: Money) { self.init(scaled: amount.cents, by: 100) }

  /// A number of shares.
  public init(_ shares: Shares) { self.init(scaled: shares.millionths, by: 1_000_000) }

  /// A number of dollars a share.
  public init(_ price: UnitPrice) { self.init(scaled: price.millionths, by: 1_000_000) }

  private init(scaled units: Int64, by scale: Int64) {
    let common = Int64(greatestCommonDivisor(units.magnitude, scale.magnitude))
    self.init(lowest: units / common, scale / common)
  }

  /// Whether the number is zero.
  @inlinable
  public var isZero: Bool { numerator == 0 && wide == nil }

  /// -1, 0 or 1: the sign of the number.
  @inlinable
  public var signum: Int {
    if let wide { return wide.signum }
    return Int(numerator.signum())
  }

  /// Whether the number is below zero.
  @inlinable
  public var isNegative: Bool { signum < 0 }

  /// Whether the number is above zero.
  @inlinable
  public var isPositive: Bool { signum > 0 }
}

extension Fraction: Hashable {
  /// Whether the values are the same.
  @inlinable
  public static func == (left: Fraction, right: Fraction) -> Bool {
    guard left.numerator == right.numerator, left.denominator == right.denominator else {
      return false
    }
    switch (left.wide, right.wide) {
    case (nil, nil): return true
    case (let leftWide?, let rightWide?): return leftWide == rightWide
    default: return false
    }
  }

  /// Hashes the terms.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
    if let wide { hasher.combine(wide) }
  }
}

extension Fraction: Comparable {
  /// Orders numbers by value.
  @inlinable
  public static func < (left: Fraction, right: Fraction) -> Bool {
    guard left.wide == nil, right.wide == nil else { return isWideLess(left, right) }
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}

extension Fraction: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral whole: Int) { self.init(whole) }
}
