import FederalTax
import Quantities
import Testing

@Suite("Shares that vest")
struct VestTests {
  private func vest(
    _ shares: Int64, at price: Int64, kept: Int64 = 0,
    _ withholding: StockVest.Withholding = .supplemental(nil)
  ) -> StockVest {
    StockVest(
      year: 2026, shares: Shares(whole: shares), price: UnitPrice(dollars: price),
      sharesWithheld: Shares(whole: kept), withholding: withholding)
  }

  @Test func `their value is wages, and the basis of those delivered`() {
    let vest = vest(100, at: 150, kept: 22, .sharesKept)
    let effect = vest.effect()
    #expect(effect.amounts.wages == dollars(15_000))
    #expect(effect.supplementalWages == dollars(15_000))
    #expect(effect.withheld == dollars(3_300))
    #expect(vest.delivered == Shares(whole: 78))
    #expect(vest.basis == dollars(11_700))
  }

  @Test func `basis and value of the shares kept add up to the wages, to the cent`() throws {
    let vest = StockVest(
      year: 2026, shares: Shares(millionths: 33_333_333),
      price: try #require(UnitPrice("17.123457")), sharesWithheld: Shares(millionths: 7_333_333),
      withholding: .sharesKept)
    #expect(vest.basis + vest.effect().withheld == vest.wages)
  }

  @Test func `those of a spouse are the spouse's wages`() {
    var vest = vest(10, at: 100)
    vest.isSpouse = true
    #expect(vest.effect().amounts.spouseWages == dollars(1_000))
    #expect(vest.effect().amounts.wages == .zero)
  }

  @Test(
    arguments: [
      (0, 1_000_000, 220_000), (0, 1_000_001, 220_000), (999_900, 100, 22), (1_000_000, 100, 37),
      (600_000, 600_000, 162_000),
    ] as [(Int64, Int64, Int64)])
  func `a million of a year is withheld from at 22%, the rest at 37%`(
    earlier: Int64, wages: Int64, withheld: Int64
  ) {
    let tax = SupplementalRates.law.withholding(on: dollars(wages), after: dollars(earlier))
    #expect(tax.rounded(.halfUp, to: .dollars) == dollars(withheld))
  }

  @Test func `the first dollar beyond the million is withheld from at 37%`() {
    #expect(
      SupplementalRates.law.withholding(on: dollars(1_000_001), after: .zero)
        == Money(cents: 22_000_037))
  }

  @Test func `a higher rate of the employer is used up to where 37% is more`() {
    let rate = Rate(percent: 30)
    #expect(
      SupplementalRates.law.withholding(on: dollars(200), after: dollars(999_900), rate: rate)
        == dollars(30 + 37))
  }

  @Test func `a basis that the broker reports is corrected by what it lacks`() throws {
    var vest = vest(100, at: 150)
    vest.brokerBasis = .zero
    // What the broker has of basis and what corrects it make up the right one: (e) less (g).
    #expect(try vest.effect().line("(e)", of: .form8949) == .zero)
    #expect(try vest.effect().line("(g)", of: .form8949) == dollars(-15_000))
    vest.brokerBasis = dollars(15_000)
    #expect(!vest.effect().lines.contains { $0.number == "(g)" })
    #expect(try vest.effect().line("(e)", of: .form8949) == dollars(15_000))
  }
}
