import BigInt

/// A running total of many fractions.
///
/// Adding one after another would bring each partial sum to lowest terms. Here numbers of one
/// denominator are added as integers, and terms are reduced once, when the total is asked for.
public struct FractionSum: Sendable {
  private var numerators: [Int64: Int128] = [:]
  private var wide: [Fraction] = []

  /// Nothing added yet.
  public init() {}

  /// Adds a number.
  public mutating func add(_ number: Fraction) {
    if number.wide != nil {
      wide.append(number)
    } else {
      numerators[number.denominator, default: 0] += Int128(number.numerator)
    }
  }

  /// The sum of the numbers added.
  public var total: Fraction {
    var parts = numerators.keys.sorted().map { denominator in
      (numerator: BigInt(numerators[denominator] ?? 0), denominator: BigInt(denominator))
    }
    parts += wide.map(\.terms)
    // Pairs of equal size keep the integers short for as long as possible.
    while parts.count > 1 {
      var sums: [(numerator: BigInt, denominator: BigInt)] = []
      for index in stride(from: 0, to: parts.count, by: 2) {
        guard index + 1 < parts.count else {
          sums.append(parts[index])
          continue
        }
        let (left, right) = (parts[index], parts[index + 1])
        sums.append(
          left.denominator == right.denominator
            ? (left.numerator + right.numerator, left.denominator)
            : (
              left.numerator * right.denominator + right.numerator * left.denominator,
              left.denominator * right.denominator
            ))
      }
      parts = sums
    }
    return parts.first.map { Fraction($0.numerator, over: $0.denominator) } ?? .zero
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
