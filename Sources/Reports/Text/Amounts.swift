import Quantities

extension Money {
  /// Dollars with two decimals and commas, such as `-1,234.50`.
  var grouped: String { grouping(description) }

  /// Whole dollars with commas, such as `-1,235`; a half goes away from zero.
  var wholeDollars: String {
    grouping(String(rounded(.halfUp, to: .dollars).cents / 100))
  }

  /// An amount after its own sign, which is written for increases too: `+1,234.50`.
  var change: String { cents > 0 ? "+" + grouped : grouped }
}

extension Shares {
  /// The number with commas, such as `1,200.5`.
  var grouped: String { grouping(description) }
}

extension UnitPrice {
  /// Dollars with commas, such as `1,234.50`.
  var grouped: String { grouping(description) }
}

/// Puts a comma between each three whole digits of a decimal number.
func grouping(_ number: String) -> String {
  let parts = number.split(separator: ".", maxSplits: 1)
  guard let whole = parts.first else { return number }
  let negative = whole.hasPrefix("-")
  let digits = negative ? whole.dropFirst() : whole
  var grouped = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
    grouped.append(digit)
  }
  return (negative ? "-" : "") + grouped + (parts.count > 1 ? "." + parts[1] : "")
}

/// A number of things, such as `1 lot` or `2,000 lots`.
func count(_ number: Int, _ noun: String) -> String {
  grouping(String(number)) + " " + noun + (number == 1 ? "" : "s")
}

/// A list in a sentence, such as `2026, 2027 and 2028`.
func list(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}
