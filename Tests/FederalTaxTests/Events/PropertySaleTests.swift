import FederalTax
import Quantities
import Testing

@Suite("Sales of property")
struct PropertySaleTests {
  @Test func `a rental brings business gain, of which depreciation is taxed at up to 25%`() throws {
    let sale = try PropertySale.sold(.rental, costs: 30_000, depreciation: 80_000)
    let effect = try sale.effect()
    #expect(effect.businessProperty.gain == dollars(250_000))
    #expect(effect.businessProperty.unrecaptured1250 == dollars(80_000))
    #expect(effect.businessProperty.outsideInvestment == .zero)
    #expect(effect.amounts == ReturnInputs())
    #expect(try effect.line("23", of: .form4797) == dollars(250_000))
    #expect(try effect.line("24", of: .form4797) == dollars(250_000))
    #expect(try effect.line("3", of: .unrecaptured1250Gain) == dollars(80_000))
  }

  @Test func `a gain smaller than the depreciation is unrecaptured as a whole`() throws {
    let effect = try PropertySale.sold(.rental, for: 250_000, depreciation: 80_000).effect()
    #expect(effect.businessProperty.gain == dollars(30_000))
    #expect(effect.businessProperty.unrecaptured1250 == dollars(30_000))
  }

  @Test func `depreciation beyond the straight line is ordinary before it is unrecaptured`() throws
  {
    var sale = try PropertySale.sold(.rental, depreciation: 80_000)
    sale.additionalDepreciation = dollars(15_000)
    let effect = try sale.effect()
    #expect(effect.amounts.otherGains == dollars(15_000))
    #expect(effect.businessProperty.gain == dollars(265_000))
    #expect(effect.businessProperty.unrecaptured1250 == dollars(65_000))
    sale.price = dollars(230_000)
    #expect(try sale.effect().amounts.otherGains == dollars(10_000))
    #expect(try sale.effect().businessProperty == BusinessPropertyItem())
  }

  @Test func `a rental held a year or less is ordinary, gain or loss`() throws {
    let gain = try PropertySale.sold(.rental, depreciation: 5_000, isLongTerm: false).effect()
    #expect(gain.amounts.otherGains == dollars(205_000))
    #expect(gain.businessProperty == BusinessPropertyItem())
    let loss = try PropertySale.sold(.rental, for: 280_000, isLongTerm: false).effect()
    #expect(loss.amounts.otherGains == dollars(-20_000))
  }

  @Test func `a rental's loss is one of business property`() throws {
    let effect = try PropertySale.sold(.rental, for: 280_000, depreciation: 5_000).effect()
    #expect(effect.businessProperty.gain == dollars(-15_000))
    #expect(effect.businessProperty.unrecaptured1250 == .zero)
  }

  @Test(arguments: [(500_000, 200_000), (280_000, -20_000)])
  func `land is a capital asset, long or short`(price: Int64, gain: Int64) throws {
    var expected = ReturnInputs<Money>()
    expected.longTermGain = dollars(gain)
    #expect(try PropertySale.sold(.investment, for: price).effect().amounts == expected)
    expected = ReturnInputs()
    expected.shortTermGain = dollars(gain)
    let short = try PropertySale.sold(.investment, for: price, isLongTerm: false).effect()
    #expect(short.amounts == expected)
    #expect(try short.line("(h)", of: .form8949) == dollars(gain))
  }

  @Test func `passive losses are released whole, even by a sale at a loss`() throws {
    var sale = try PropertySale.sold(.rental)
    sale.suspendedLosses = dollars(35_000)
    #expect(try sale.effect().amounts.passiveIncome == dollars(-35_000))
    #expect(try sale.effect().line("22", of: .scheduleE) == dollars(35_000))
    sale.price = dollars(280_000)
    #expect(try sale.effect().amounts.passiveIncome == dollars(-35_000))
  }
}

@Suite("The gain on a home that is excluded")
struct HomeExclusionTests {
  /// The gain of a home with a gain of 600,000 that is taxed.
  private func taxed(
    _ people: [HomeUse.Person], acquired: String = "2016-05-20"
  ) throws -> Money {
    var sale = try PropertySale.sold(.home, for: 900_000, acquired: acquired)
    sale.residence = HomeUse(people: people)
    return try sale.effect().amounts.longTermGain
  }

  @Test(
    arguments: [
      ([24], 350_000), ([23], 600_000), ([24, 60], 100_000), ([24, 23], 350_000),
      ([0, 0], 600_000),
    ] as [([Int], Int64)])
  func `two years of use by each are worth 250,000 each`(months: [Int], gain: Int64) throws {
    #expect(try taxed(months.map { HomeUse.Person(monthsUsed: $0) }) == dollars(gain))
  }

  @Test(arguments: [("2024-05-20", 350_000), ("2024-05-21", 600_000)])
  func `two years of ownership are 730 days`(acquired: String, gain: Int64) throws {
    #expect(try taxed([.init(monthsUsed: 60)], acquired: acquired) == dollars(gain))
  }

  @Test(arguments: [("2024-05-20", 100_000), ("2024-05-21", 350_000)])
  func `one who excluded gain within two years does not, and the other does`(
    last: String, gain: Int64
  ) throws {
    let people: [HomeUse.Person] = [
      .init(monthsUsed: 60, lastExclusion: CivilDate(last)), .init(monthsUsed: 60),
    ]
    #expect(try taxed(people) == dollars(gain))
  }

  @Test func `a home's loss is not deductible, and its gain within the limit not taxed`() throws {
    for price: Int64 in [280_000, 500_000] {
      var sale = try PropertySale.sold(.home, for: price)
      sale.residence = HomeUse(people: [.init(monthsUsed: 60)])
      #expect(try sale.effect().amounts == ReturnInputs())
      #expect(try sale.effect().line("(h)", of: .form8949) == .zero)
    }
  }

  @Test func `depreciation since May 1997 is taxed at up to 25%`() throws {
    var sale = try PropertySale.sold(.home, depreciation: 40_000)
    sale.residence = HomeUse(
      people: [.init(monthsUsed: 60)], earlyDepreciation: dollars(10_000))
    let amounts = try sale.effect().amounts
    #expect(amounts.longTermGain == dollars(30_000))
    #expect(amounts.section1250Gain == dollars(30_000))
  }

  @Test func `gain of nonqualified use goes by days, after depreciation`() throws {
    // 1,000 days owned, 400 of them nonqualified: of 150,000 of gain 30,000 is depreciation, 40% of
    // the rest is taxed, and 72,000 are excluded.
    var sale = try PropertySale.sold(
      .rental, for: 420_000, depreciation: 30_000, on: "2026-05-20", acquired: "2023-08-24")
    sale.residence = HomeUse(people: [.init(monthsUsed: 24)], nonqualifiedDays: 400)
    let effect = try sale.effect()
    #expect(try effect.line("B5", of: .homeSale) == dollars(48_000))
    #expect(try effect.line("C2", of: .homeSale) == dollars(72_000))
    #expect(effect.businessProperty.gain == dollars(78_000))
    #expect(effect.businessProperty.unrecaptured1250 == dollars(30_000))
  }

  @Test func `the limit comes after nonqualified use`() throws {
    var sale = try PropertySale.sold(
      .home, for: 900_000, on: "2026-05-20", acquired: "2023-08-24")
    sale.residence = HomeUse(people: [.init(monthsUsed: 24)], nonqualifiedDays: 500)
    #expect(try sale.effect().amounts.longTermGain == dollars(350_000))
  }
}
