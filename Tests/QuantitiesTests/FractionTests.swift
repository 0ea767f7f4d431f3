import Quantities
import TestSupport
import Testing

@Suite struct FractionTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12.50", "12.5"), ("-3", "-3"), ("62/3", "62/3"), ("6/4", "1.5"),
    ("0.000001", "0.000001"), ("1/1024", "0.0009765625"), ("-10/6", "-5/3"), ("007", "7"),
    ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    ("1/123456789012345678901234567891", "1/123456789012345678901234567891"),
    ("0.0000000000000000000000001", "0.0000000000000000000000001"),
  ])
  func `text is the shortest that is exact`(text: String, shortest: String) throws {
    #expect(try #require(Fraction(text)).description == shortest)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1e3", "1/0", "1/", "/2", "1,000", " 1", "+1", "1.2/3"])
  func `what is no number is refused`(text: String) {
    #expect(Fraction(text) == nil)
  }

  @Test func `a number has one form however it is reached`() {
    let huge = Fraction(Int.max) * Fraction(Int.max)
    #expect(huge / Fraction(Int.max) == Fraction(Int.max))
    #expect((huge + 1 - huge).hashValue == Fraction(1).hashValue)
    #expect(huge + 1 != huge)
    #expect(-(-Fraction(Int.min)) == Fraction(Int.min))
    #expect(Fraction(Int.min).magnitude == Fraction(Int.max) + 1)
    #expect(Fraction(Int.min).reciprocal * Fraction(Int.min) == 1)
  }

  @Test func `arithmetic obeys the laws of a field, in words and beyond them`() {
    var random = SplitMix64(seed: 1_091)
    func number() -> Fraction {
      let bits = Int.random(in: 1...62, using: &random)
      let limit = 1 << bits
      return Fraction(
        Int.random(in: -limit...limit, using: &random),
        over: Int.random(in: 1...limit, using: &random))
    }
    for _ in 0..<2_000 {
      let (a, b, c) = (number(), number(), number())
      #expect((a + b) - b == a)
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect((a + b) * c == a * c + b * c)
      if !b.isZero { #expect(a * b / b == a) }
      #expect((a < b) == (a - b).isNegative)
      #expect(Fraction((a + b + c).description) == a + b + c)
      #expect([a, b, c].total() == a + b + c)
    }
  }

  @Test func `amounts, shares and prices become what they are`() {
    #expect(Fraction(Money(cents: -1250)) == Fraction(-25, over: 2))
    #expect(Fraction(Shares(millionths: 500_000)) == Fraction(1, over: 2))
    #expect(Fraction(UnitPrice(millionths: 1)) == Fraction(1, over: 1_000_000))
  }

  @Test(arguments: [
    ("0.005", "0.00", "0.01"), ("0.015", "0.02", "0.02"), ("-0.005", "0.00", "-0.01"),
    ("-0.015", "-0.02", "-0.02"), ("1/3", "0.33", "0.33"), ("-2/3", "-0.67", "-0.67"),
    ("0.0049999999999999999999", "0.00", "0.00"), ("0.0050000000000000000001", "0.01", "0.01"),
    ("0.0250000000000000000000", "0.02", "0.03"),
  ])
  func `half a cent goes to the even cent or away from zero`(
    text: String, even: String, up: String
  ) throws {
    let number = try #require(Fraction(text))
    #expect(number.cents(.even)?.description == even)
    #expect(number.cents(.up)?.description == up)
  }

  @Test func `what is beyond money has no cents`() throws {
    #expect(try #require(Fraction("92233720368547758.07")).cents(.even)?.cents == .max)
    #expect(try #require(Fraction("92233720368547758.08")).cents(.even) == nil)
  }
}
