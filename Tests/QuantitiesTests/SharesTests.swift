import Quantities
import TestSupport
import Testing

@Suite("Shares")
struct SharesTests {
  @Test(arguments: [
    ("12.5", 12_500_000), ("0.000001", 1), ("1,000", 1_000_000_000), ("-3", -3_000_000),
  ])
  func `reads at most six decimals`(text: String, millionths: Int64) {
    #expect(Shares(text)?.millionths == millionths)
  }

  @Test(arguments: ["0.0000001", "1.", "ten", "", "1e3"])
  func `refuses every other text`(text: String) {
    #expect(Shares(text) == nil)
  }

  @Test(arguments: [(12_500_000, "12.5"), (1, "0.000001"), (0, "0"), (-3_000_000, "-3")])
  func `writes no closing zeros`(millionths: Int64, text: String) {
    #expect(Shares(millionths: millionths).description == text)
  }

  @Test(arguments: [(1_500_000, 1, 2), (2_000_000, 2, 2), (1, 0, 1), (0, 0, 0)])
  func `has a whole part and a whole number above`(millionths: Int64, below: Int64, above: Int64) {
    let shares = Shares(millionths: millionths)
    #expect(shares.wholePart == Shares(whole: below))
    #expect(shares.roundedUpToWhole == Shares(whole: above))
    #expect(shares.isWhole == (below == above))
  }

  @Test func `a portion rounds half up to the cent`() {
    let all = Shares(whole: 3)
    #expect(Shares(whole: 1).portion(of: Money(cents: 100), outOf: all).cents == 33)
    #expect(Shares(whole: 2).portion(of: Money(cents: 100), outOf: all).cents == 67)
    #expect(Shares(whole: 1).portion(of: Money(cents: 1), outOf: Shares(whole: 2)).cents == 1)
    #expect(all.portion(of: Money(cents: 100), outOf: all).cents == 100)
  }

  @Test func `a portion of a large amount is exact`() {
    let third = Shares(millionths: 1_000_000_000_000)
    let all = Shares(millionths: 3_000_000_000_000)
    #expect(
      third.portion(of: Money(cents: 9_000_000_000_000_000_000), outOf: all).cents
        == 3_000_000_000_000_000_000)
  }
}

@Suite("Unit prices")
struct UnitPriceTests {
  @Test(arguments: [
    ("181", "181.00"), ("301.25", "301.25"), ("0.1", "0.10"), ("1,234.567891", "1234.567891"),
  ])
  func `are read and written with two to six decimals`(text: String, written: String) {
    #expect(UnitPrice(text)?.description == written)
  }

  @Test func `times shares rounds once, half up`() {
    // 0.125 dollars times 0.04 shares is half a cent.
    #expect(UnitPrice(millionths: 125_000).times(Shares(millionths: 40_000)).cents == 1)
    #expect(UnitPrice(millionths: 124_999).times(Shares(millionths: 40_000)).cents == 0)
    #expect(UnitPrice(dollars: 10).times(Shares(whole: 3)) == Money(dollars: 30))
  }

  @Test func `grow by a rate, up and down`() {
    #expect(UnitPrice(dollars: 100).grown(by: Rate(percent: 8)) == UnitPrice(dollars: 108))
    #expect(UnitPrice(dollars: 100).grown(by: Rate(percent: -20)) == UnitPrice(dollars: 80))
    #expect(UnitPrice(millionths: 1).grown(by: Rate(percent: 50)).millionths == 2)
  }
}

@Suite("Rates")
struct RateTests {
  @Test(arguments: [
    ("3.8%", 38_000), ("0.038", 38_000), ("37%", 370_000), ("-20%", -200_000), ("0.0001%", 1),
    ("1", 1_000_000),
  ])
  func `are read as percent or as a decimal`(text: String, millionths: Int64) {
    #expect(Rate(text)?.millionths == millionths)
  }

  @Test(arguments: ["", "%", "3.8 %", "0.00001%", "0.0000001", "a%"])
  func `refuse every other text`(text: String) {
    #expect(Rate(text) == nil)
  }

  @Test func `are written in percent`() {
    #expect(Rate(millionths: 38_000).description == "3.8%")
    #expect(Rate.one.description == "100%")
    #expect(Rate(millionths: -125).description == "-0.0125%")
  }

  @Test func `add, subtract and compare`() {
    #expect(Rate(percent: 20) + Rate(millionths: 38_000) == Rate(millionths: 238_000))
    #expect(Rate(percent: 20) - Rate(percent: 15) == Rate(percent: 5))
    #expect(Rate(percent: 15) < Rate(percent: 20))
  }

  @Test(arguments: 0..<100)
  func `of a sum differs from the sum of parts by at most a cent`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rate = Rate(millionths: Int64.random(in: 0...1_000_000, using: &random))
    let first = Money(cents: Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
    let second = Money(cents: Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
    let parts = rate.of(first, rounded: .halfUp) + rate.of(second, rounded: .halfUp)
    #expect((rate.of(first + second, rounded: .halfUp) - parts).magnitude <= Money(cents: 1))
  }
}
