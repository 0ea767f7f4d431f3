import Quantities

extension Money {
  /// Whole dollars with commas, such as `-1,235`; a half goes away from zero.
  var wholeDollars: String {
    Quantities.separated(String(rounded(.halfUp, to: .dollars).cents / 100))
  }

  /// An amount after its own sign, which is written for increases too: `+1,234.50`.
  var change: String { cents > 0 ? "+" + separated : separated }
}

extension Shares {
  /// The number with commas, such as `1,200.5`.
  var grouped: String { separated(description) }
}

extension UnitPrice {
  /// Dollars with commas, such as `1,234.50`.
  var grouped: String { separated(description) }
}

/// A number of things, such as `1 lot` or `2,000 lots`.
func count(_ number: Int, _ noun: String) -> String {
  separated(String(number)) + " " + noun + (number == 1 ? "" : "s")
}

/// A list in a sentence, such as `2026, 2027 and 2028`.
func list(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}
