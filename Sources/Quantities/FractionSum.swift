import BigInt

/// A running total of many fractions.
///
/// Adding one after another would bring each partial sum to lowest terms. Here numbers of one
/// denominator are added as integers, and only their sums are.
public struct FractionSum: Sendable {
  private var narrow: [Int64: Int128] = [:]
  private var wide: [BigInt: BigInt] = [:]

  /// Nothing added yet.
  public init() {}

  /// Adds a number.
  public mutating func add(_ number: Fraction) {
    if let terms = number.wide {
      wide[terms.denominator, default: 0] += terms.numerator
    } else {
      narrow[number.denominator, default: 0] += Int128(number.numerator)
    }
  }

  /// The sum of the numbers added.
  public var total: Fraction {
    var parts = narrow.keys.sorted().map { Fraction(BigInt(narrow[$0] ?? 0), over: BigInt($0)) }
    parts += wide.keys.sorted().map { Fraction(wide[$0] ?? 0, over: $0) }
    // Pairs of neighbours, whose terms are of about equal length.
    while parts.count > 1 {
      parts = stride(from: 0, to: parts.count, by: 2).map { index in
        index + 1 < parts.count ? parts[index] + parts[index + 1] : parts[index]
      }
    }
    return parts.first ?? .zero
  }
}

extension Sequence<Fraction> {
  /// The sum of the numbers.
  public func total() -> Fraction {
    var sum = FractionSum()
    for number in self { sum.add(number) }
    return sum.total
  }
}
