import Quantities
import TestSupport
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(arguments: [
    ("0", 0), ("1_234.10", 123_410), ("1,234.1", 123_410), ("-3000", -300_000), ("12.05", 1_205),
    ("12_345_678", 1_234_567_800),
  ])
  func `reads decimal dollars to the cent`(text: String, cents: Int) {
    #expect(Money(text)?.cents == Int64(cents))
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1.234", "12abc", "1,23", "1,234,5", "1_234,567", "0x10", "1e3", "$5",
    "1234,567", " 5", "99999999999999999999",
  ])
  func `refuses every other text`(text: String) {
    #expect(Money(text) == nil)
  }

  @Test func `a half cent rounds away from zero on both sides`() {
    let half = Rate("50%")
    #expect(half?.of(Money(cents: 5), rounded: .halfUp).cents == 3)
    #expect(half?.of(Money(cents: -5), rounded: .halfUp).cents == -3)
    #expect(half?.of(Money(cents: -5), rounded: .down).cents == -3)
    #expect(half?.of(Money(cents: -5), rounded: .up).cents == -2)
  }

  @Test(arguments: [(123_450, "1234.50"), (-5, "-0.05"), (0, "0.00"), (-300_000, "-3000.00")])
  func `writes dollars with two decimals`(cents: Int64, text: String) {
    #expect(Money(cents: cents).description == text)
    #expect(Money(text)?.cents == cents)
  }

  @Test(arguments: [
    (123_450, "1,234.50"), (-100_000_000, "-1,000,000.00"), (99_999, "999.99"), (-5, "-0.05"),
  ])
  func `separates thousands in sentences`(cents: Int64, text: String) {
    #expect(Money(cents: cents).separated == text)
  }

  @Test func `reads and writes the largest and the least amount`() {
    #expect(Money(Money(cents: .max).description)?.cents == .max)
    #expect(Money(Money(cents: .min).description)?.cents == .min)
  }

  @Test(arguments: 0..<100)
  func `what is written is read again`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let money = Money(cents: Int64.random(in: .min...(.max), using: &random))
    #expect(Money(money.description) == money)
  }

  @Test func `a total of nothing is zero`() {
    #expect([Money]().total() == .zero)
    #expect([Money(cents: 5), Money(cents: -7)].total() == Money(cents: -2))
  }
}
