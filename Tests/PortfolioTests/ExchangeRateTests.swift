import Portfolio
import Quantities
import Testing

@Suite("Exchange rates")
struct ExchangeRateTests {
  @Test func `amounts are rounded half up to cents, prices to a millionth of a dollar`() throws {
    let rate = try #require(ExchangeRate("1.1342"))
    #expect(rate.dollars(of: Money(dollars: 1_000)) == Money("1134.20"))
    let half = try #require(ExchangeRate("1.005"))
    #expect(half.dollars(of: Money(dollars: 1)) == Money("1.01"))
    #expect(half.dollars(of: -Money(dollars: 1)) == Money("-1.01"))
    let yen = try #require(ExchangeRate("0.006712345"))
    #expect(yen.dollars(of: UnitPrice(dollars: 2_500)) == UnitPrice(millionths: 16_780_863))
    #expect(yen.description == "0.006712345")
  }

  @Test func `the largest amounts do not overflow at the dearest rate`() throws {
    let dear = try #require(ExchangeRate("1000"))
    #expect(
      dear.dollars(of: Money(dollars: 1_000_000_000_000))
        == Money(dollars: 1_000_000_000_000_000))
    #expect(
      dear.dollars(of: UnitPrice(dollars: 1_000_000_000)) == UnitPrice(dollars: 1_000_000_000_000))
  }

  @Test(arguments: ["0", "-1", "1000.01", "1.1234567890", "1,000", "one", ""])
  func `what is no rate is none`(text: String) {
    #expect(ExchangeRate(text) == nil)
  }
}
