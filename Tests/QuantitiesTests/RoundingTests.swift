import Quantities
import TestSupport
import Testing

@Suite("Rounding")
struct RoundingTests {
  @Test(arguments: [
    (7, 2, RoundingRule.halfUp, 4), (-7, 2, .halfUp, -4), (7, 2, .down, 3), (-7, 2, .down, -4),
    (7, 2, .up, 4), (-7, 2, .up, -3), (6, 3, .up, 2), (-6, 3, .down, -2), (1, 3, .halfUp, 0),
    (2, 3, .halfUp, 1), (-1, 3, .halfUp, 0), (-2, 3, .halfUp, -1), (0, 5, .up, 0),
  ])
  func `rounds a quotient by name`(
    numerator: Int, denominator: Int, rule: RoundingRule, expected: Int
  ) {
    #expect(roundedQuotient(numerator, over: denominator, rule) == expected)
  }

  @Test(arguments: [
    (149, RoundingRule.halfUp, 100), (150, .halfUp, 200), (-150, .halfUp, -200), (199, .down, 100),
    (-101, .down, -200), (101, .up, 200), (-199, .up, -100), (200, .up, 200),
  ])
  func `rounds to whole dollars`(cents: Int64, rule: RoundingRule, expected: Int64) {
    #expect(Money(cents: cents).rounded(rule, to: .dollars).cents == expected)
    #expect(Money(cents: cents).rounded(rule, to: .cents).cents == cents)
  }

  @Test(arguments: 0..<50)
  func `the largest values neither trap nor lose a unit`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let numerator = Int64.random(in: .min...(.max), using: &random)
    let denominator = Int64.random(in: 1...(.max), using: &random)
    let down = roundedQuotient(Int128(numerator), over: Int128(denominator), .down)
    let up = roundedQuotient(Int128(numerator), over: Int128(denominator), .up)
    let nearest = roundedQuotient(numerator, over: denominator, .halfUp)
    #expect(down * Int128(denominator) <= Int128(numerator))
    #expect(up * Int128(denominator) >= Int128(numerator))
    #expect(up - down <= 1)
    #expect(Int128(nearest) == down || Int128(nearest) == up)
    let distance = (Int128(nearest) * Int128(denominator) - Int128(numerator)).magnitude
    #expect(distance * 2 <= UInt128(denominator))
  }
}
