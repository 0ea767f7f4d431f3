import Quantities
import Testing

@Suite("Overflow")
struct OverflowTests {
  @Test func `a sum of money beyond the largest amount traps`() async {
    await #expect(processExitsWith: .failure) {
      print(Money(cents: .max) + Money(cents: 1))
    }
  }

  @Test func `a difference of money below the least amount traps`() async {
    await #expect(processExitsWith: .failure) {
      print(Money(cents: .min) - Money(cents: 1))
    }
  }

  @Test func `the least amount has no opposite and no magnitude`() async {
    await #expect(processExitsWith: .failure) { print(-Money(cents: .min)) }
    await #expect(processExitsWith: .failure) { print(Money(cents: .min).magnitude) }
  }

  @Test func `a multiple of money or a number of dollars too large traps`() async {
    await #expect(processExitsWith: .failure) { print(3 * Money(cents: .max / 2)) }
    await #expect(processExitsWith: .failure) { print(Money(dollars: .max / 99)) }
  }

  @Test func `a total of money too large traps`() async {
    await #expect(processExitsWith: .failure) {
      print([Money(cents: .max), Money(cents: 1)].total())
    }
  }

  @Test func `shares, rates and prices trap as well`() async {
    await #expect(processExitsWith: .failure) {
      print(Shares(millionths: .max) + Shares(millionths: 1))
    }
    await #expect(processExitsWith: .failure) {
      print(Rate(millionths: .max) + Rate(millionths: 1))
    }
    await #expect(processExitsWith: .failure) {
      print(UnitPrice(millionths: .max).times(Shares(millionths: .max)))
    }
    await #expect(processExitsWith: .failure) {
      print(Rate(percent: 200).of(Money(cents: .max), rounded: .halfUp))
    }
  }

  @Test func `a product that fits is exact though its terms do not fit a word`() {
    let price = UnitPrice(millionths: 1_234_567_890_123)
    let shares = Shares(millionths: 7_000_000_000_000_000)
    #expect(price.times(shares).cents == 864_197_523_086_100_000)
    let rate = Rate(millionths: 38_000)
    #expect(rate.of(Money(cents: .max), rounded: .down).cents == 350_488_137_400_481_480)
  }
}
