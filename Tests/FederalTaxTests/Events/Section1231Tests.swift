import FederalTax
import Quantities
import Testing

@Suite("Business property of a year")
struct Section1231Tests {
  private func item(
    _ gain: Int64, unrecaptured: Int64 = 0, outside: Int64 = 0
  ) -> BusinessPropertyItem {
    var item = BusinessPropertyItem()
    item.gain = dollars(gain)
    item.unrecaptured1250 = dollars(unrecaptured)
    item.outsideInvestment = dollars(outside)
    return item
  }

  @Test func `a net gain is long-term, a net loss ordinary`() {
    var losses = BusinessPropertyLosses()
    let gain = item(50_000, outside: 20_000).netted(year: 2026, losses: &losses).amounts
    #expect(gain.longTermGain == dollars(50_000))
    #expect(gain.otherGains == .zero)
    #expect(gain.gainOutsideInvestment == dollars(20_000))
    let loss = item(-7_000, outside: -7_000).netted(year: 2026, losses: &losses).amounts
    #expect(loss.longTermGain == .zero)
    #expect(loss.otherGains == dollars(-7_000))
    #expect(loss.gainOutsideInvestment == dollars(-7_000))
  }

  @Test func `gains make up for the losses of five years before`() throws {
    // As in Publication 544: a loss of 2,500, a gain of 1,800 two years on, then one of 2,000.
    var losses = BusinessPropertyLosses()
    _ = item(-2_500).netted(year: 2021, losses: &losses)
    #expect(item(1_800).netted(year: 2023, losses: &losses).amounts.otherGains == dollars(1_800))
    let effect = item(2_000).netted(year: 2024, losses: &losses)
    #expect(effect.amounts.otherGains == dollars(700))
    #expect(effect.amounts.longTermGain == dollars(1_300))
    #expect(try effect.line("8", of: .form4797) == dollars(700))
    #expect(losses.open(in: 2025) == .zero)
  }

  @Test(arguments: [(2025, 0), (2026, 100), (2027, 1_000), (2030, 1_000), (2031, 900), (2032, 0)])
  func `a loss is looked back for from five years, not from six nor from its own`(
    year: Int, open: Int64
  ) {
    var losses = BusinessPropertyLosses()
    losses.add(dollars(100), year: 2025)
    losses.add(dollars(900), year: 2026)
    #expect(losses.open(in: year) == dollars(open))
  }

  @Test func `the oldest loss is made up for first`() {
    var losses = BusinessPropertyLosses()
    losses.add(dollars(100), year: 2021)
    losses.add(dollars(900), year: 2025)
    _ = item(150).netted(year: 2026, losses: &losses)
    #expect(losses.open(in: 2027) == dollars(850))
  }

  @Test func `losses made up for take the gain at up to 25% first`() throws {
    var losses = BusinessPropertyLosses()
    losses.add(dollars(30_000), year: 2024)
    let effect = item(100_000, unrecaptured: 80_000).netted(year: 2026, losses: &losses)
    #expect(effect.amounts.section1250Gain == dollars(50_000))
    #expect(effect.amounts.longTermGain == dollars(70_000))
    #expect(try effect.line("7", of: .unrecaptured1250Gain) == dollars(80_000))
  }

  @Test func `a loss of other property limits the gain at up to 25%`() {
    var losses = BusinessPropertyLosses()
    var sum = item(100_000, unrecaptured: 80_000)
    sum += item(-60_000)
    #expect(sum.netted(year: 2026, losses: &losses).amounts.section1250Gain == dollars(40_000))
    sum += item(-60_000)
    let loss = sum.netted(year: 2026, losses: &losses).amounts
    #expect(loss.section1250Gain == .zero)
    #expect(loss.otherGains == dollars(-20_000))
    #expect(losses.open(in: 2027) == dollars(20_000))
  }
}

@Suite("Sales of business assets")
struct BusinessAssetSaleTests {
  private func effect(
    _ assetClass: BusinessAssetSale.AssetClass, price: Int64, basis: Int64, depreciation: Int64 = 0,
    additional: Int64 = 0, isLongTerm: Bool = true, isActive: Bool = true
  ) -> EventEffect {
    let asset = BusinessAssetSale.Asset(
      name: "Asset", assetClass: assetClass, isLongTerm: isLongTerm, price: dollars(price),
      basis: dollars(basis), depreciation: dollars(depreciation),
      additionalDepreciation: dollars(additional))
    return BusinessAssetSale(year: 2026, isActive: isActive, assets: [asset]).effect()
  }

  @Test func `equipment is ordinary up to its depreciation`() throws {
    let gain = effect(.equipment, price: 130_000, basis: 100_000, depreciation: 70_000)
    #expect(gain.amounts.otherGains == dollars(70_000))
    #expect(gain.businessProperty.gain == dollars(30_000))
    #expect(gain.businessProperty.unrecaptured1250 == .zero)
    #expect(gain.amounts.gainOutsideInvestment == dollars(70_000))
    #expect(gain.businessProperty.outsideInvestment == dollars(30_000))
    #expect(try gain.line("25b", of: .form4797) == dollars(70_000))
    let loss = effect(.equipment, price: 10_000, basis: 100_000, depreciation: 70_000)
    #expect(loss.amounts.otherGains == .zero)
    #expect(loss.businessProperty.gain == dollars(-20_000))
  }

  @Test func `a building keeps the gain of straight-line depreciation long-term`() {
    let gain = effect(
      .realProperty, price: 400_000, basis: 300_000, depreciation: 90_000, additional: 10_000)
    #expect(gain.amounts.otherGains == dollars(10_000))
    #expect(gain.businessProperty.gain == dollars(180_000))
    #expect(gain.businessProperty.unrecaptured1250 == dollars(80_000))
  }

  @Test func `goodwill is capital, or as equipment where it was amortized`() {
    let made = effect(.goodwill, price: 500_000, basis: 0)
    #expect(made.amounts.longTermGain == dollars(500_000))
    #expect(made.amounts.gainOutsideInvestment == dollars(500_000))
    let bought = effect(.goodwill, price: 500_000, basis: 150_000, depreciation: 150_000)
    #expect(bought.amounts.otherGains == dollars(150_000))
    #expect(bought.businessProperty.gain == dollars(350_000))
    #expect(
      effect(.goodwill, price: 5_000, basis: 0, isLongTerm: false).amounts.shortTermGain
        == dollars(5_000))
  }

  @Test func `inventory is income of the business, active or passive`() {
    var expected = ReturnInputs<Money>()
    expected.businessIncome = dollars(12_000)
    #expect(effect(.inventory, price: 40_000, basis: 28_000).amounts == expected)
    expected = ReturnInputs()
    expected.passiveIncome = dollars(12_000)
    #expect(
      effect(.inventory, price: 40_000, basis: 28_000, isActive: false).amounts == expected)
  }

  @Test func `what is held a year or less is ordinary`() {
    let land = effect(.land, price: 90_000, basis: 100_000, isLongTerm: false)
    #expect(land.amounts.otherGains == dollars(-10_000))
    #expect(land.amounts.gainOutsideInvestment == dollars(-10_000))
    #expect(land.businessProperty == BusinessPropertyItem())
    let building = effect(
      .realProperty, price: 110_000, basis: 100_000, depreciation: 4_000, isLongTerm: false)
    #expect(building.amounts.otherGains == dollars(14_000))
  }

  @Test func `the gain of a passive business is net investment income`() {
    let gain = effect(
      .equipment, price: 130_000, basis: 100_000, depreciation: 70_000, isActive: false)
    #expect(gain.amounts.gainOutsideInvestment == .zero)
    #expect(gain.businessProperty.outsideInvestment == .zero)
    #expect(gain.businessProperty.gain == dollars(30_000))
  }
}
