/// Reads an exact decimal number into whole units of ten to the minus `fractionDigits`.
///
/// - Parameters:
///   - text: an optional `-`, digits, optionally a point and further digits.
///   - fractionDigits: the most decimals allowed.
///   - grouping: whether `_` or `,` may stand between groups of three whole digits.
/// - Returns: `nil` when the text has another form, more decimals, or does not fit.
package func decimal(
  _ text: some StringProtocol, fractionDigits: Int, grouping: Bool
) -> Int64? {
  var units: Int64 = 0
  var wholeDigits = 0
  var fraction = 0
  var sinceSeparator: Int?
  var separator: UInt8?
  var pointSeen = false
  var bytes = Array(text.utf8)[...]
  let negative = bytes.first == UInt8(ascii: "-")
  if negative { bytes = bytes.dropFirst() }
  func append(_ digit: Int64) -> Bool {
    let (scaled, tooLarge) = units.multipliedReportingOverflow(by: 10)
    // Accumulates below zero so that the least value can be read too.
    let (sum, wraps) = scaled.subtractingReportingOverflow(digit)
    units = sum
    return !tooLarge && !wraps
  }
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if pointSeen {
        fraction += 1
        guard fraction <= fractionDigits else { return nil }
      } else {
        wholeDigits += 1
        sinceSeparator? += 1
      }
      guard append(Int64(byte - UInt8(ascii: "0"))) else { return nil }
    case UInt8(ascii: "."):
      guard !pointSeen, wholeDigits > 0, (sinceSeparator ?? 3) == 3 else { return nil }
      pointSeen = true
    case UInt8(ascii: ","), UInt8(ascii: "_"):
      guard grouping, !pointSeen, wholeDigits > 0, (separator ?? byte) == byte,
        sinceSeparator.map({ $0 == 3 }) ?? (wholeDigits <= 3)
      else { return nil }
      separator = byte
      sinceSeparator = 0
    default: return nil
    }
  }
  guard wholeDigits > 0, (sinceSeparator ?? 3) == 3, !pointSeen || fraction > 0 else { return nil }
  for _ in fraction..<fractionDigits {
    guard append(0) else { return nil }
  }
  if negative { return units }
  return units == .min ? nil : -units
}

/// Whole units of ten to the minus `fractionDigits` as decimal text.
///
/// - Parameters:
///   - units: the number of units.
///   - fractionDigits: decimals written.
///   - trimmed: whether closing zeros, and then the point, are left out.
/// - Returns: text such as `-1234.50`.
package func decimalText(_ units: Int64, fractionDigits: Int, trimmed: Bool) -> String {
  var digits = String(units.magnitude)
  if digits.count <= fractionDigits {
    digits = String(repeating: "0", count: fractionDigits + 1 - digits.count) + digits
  }
  var fraction = digits.suffix(fractionDigits)
  let whole = digits.dropLast(fractionDigits)
  if trimmed { while fraction.last == "0" { fraction.removeLast() } }
  let sign = units < 0 ? "-" : ""
  return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
}

/// Decimal text with a comma between each three whole digits, such as `-1,234.50`.
package func separated(_ decimal: String) -> String {
  let isNegative = decimal.hasPrefix("-")
  let digits = isNegative ? decimal.dropFirst() : decimal[...]
  let whole = digits.prefix { $0 != "." }
  var text = isNegative ? "-" : ""
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index).isMultiple(of: 3) { text.append(",") }
    text.append(digit)
  }
  return text + digits.dropFirst(whole.count)
}

extension Money {
  /// Dollars for a sentence, such as `-1,234.50`.
  package var separated: String { Quantities.separated(description) }
}
