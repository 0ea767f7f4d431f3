import BigInt

extension Fraction {
  /// Reads a number: an optional `-`, then digits with an optional point and more digits, such as
  /// `12.5`, or two whole numbers with a slash between them, such as `62/3`.
  ///
  /// - Returns: `nil` when the text has another form, or the denominator is zero.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    let value: Fraction
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      guard let numerator = Self.whole(bytes[..<slash]),
        let denominator = Self.whole(bytes[(slash + 1)...]), !denominator.isZero
      else { return nil }
      value = numerator / denominator
    } else if let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
      let decimals = bytes[(point + 1)...]
      guard point > bytes.startIndex, !decimals.isEmpty,
        let digits = Self.whole(bytes[..<point] + decimals)
      else { return nil }
      value = digits / Self.powerOfTen(decimals.count)
    } else {
      guard let whole = Self.whole(bytes) else { return nil }
      value = whole
    }
    self = isNegative ? -value : value
  }

  /// The value of one or more digits.
  private static func whole(_ digits: ArraySlice<UInt8>) -> Fraction? {
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      // Eighteen digits fit into a word; what is longer is read below.
      if digits.count <= 18 { value = value * 10 + Int64(byte - UInt8(ascii: "0")) }
    }
    if digits.count <= 18 { return Fraction(lowest: value, 1) }
    return BigInt(String(decoding: digits, as: UTF8.self)).map { Fraction($0, over: 1) }
  }

  private static func powerOfTen(_ exponent: Int) -> Fraction {
    if exponent > 18 { return Fraction(BigInt(10).power(exponent), over: 1) }
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return Fraction(lowest: power, 1)
  }
}

extension Fraction: CustomStringConvertible {
  /// The shortest exact text: a decimal such as `-12.5` where it ends, otherwise lowest terms such as
  /// `62/3`.
  public var description: String {
    if wide == nil, denominator == 1 { return String(numerator) }
    if let text = shortDecimal { return text }
    let (numerator, denominator) = terms
    guard let decimals = Self.decimals(of: denominator) else {
      return "\(numerator)/\(denominator)"
    }
    let scaled = numerator * BigInt(10).power(decimals) / denominator
    var digits = String(scaled.magnitude)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let sign = scaled.sign == .minus ? "-" : ""
    if decimals == 0 { return sign + digits }
    return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
  }

  /// The decimal of at most nine decimals whose digits fit into a word, which most amounts are.
  private var shortDecimal: String? {
    let scale: Int64 = 1_000_000_000
    guard wide == nil, scale.isMultiple(of: denominator) else { return nil }
    let (units, overflow) = numerator.multipliedReportingOverflow(by: scale / denominator)
    return overflow ? nil : decimalText(units, fractionDigits: 9, trimmed: true)
  }

  /// How many decimals a number in lowest terms has; `nil` when they do not end.
  private static func decimals(of denominator: BigInt) -> Int? {
    let twos = denominator.trailingZeroBitCount
    var rest = denominator >> twos
    var fives = 0
    while rest > 1 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
      guard remainder.isZero else { return nil }
      rest = quotient
      fives += 1
    }
    return max(twos, fives)
  }
}
