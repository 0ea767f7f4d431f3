import Quantities
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
}
