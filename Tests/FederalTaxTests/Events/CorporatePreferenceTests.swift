import FederalTax
import Quantities
import Testing

@Suite("Buildings that a corporation sells")
struct CorporatePreferenceTests {
  private let rate: Rate

  init() throws {
    rate = try FederalLaw.load(year: 2026, status: .single).corporatePreferenceRate
    #expect(rate == Rate(percent: 20))
  }

  private func asset(
    _ assetClass: BusinessAssetSale.AssetClass, price: Int64, additional: Int64 = 0,
    isLongTerm: Bool = true
  ) -> EventEffect {
    var sale = BusinessAssetSale(
      year: 2026, isActive: true,
      assets: [
        .init(
          name: "Asset", assetClass: assetClass, isLongTerm: isLongTerm, price: dollars(price),
          basis: dollars(300_000), depreciation: dollars(90_000),
          additionalDepreciation: dollars(additional))
      ])
    sale.corporatePreferenceRate = rate
    return sale.effect()
  }

  @Test func `a fifth of the depreciation in the gain is ordinary`() throws {
    let effect = asset(.realProperty, price: 400_000)
    #expect(effect.amounts.otherGains == dollars(18_000))
    #expect(effect.businessProperty.gain == dollars(190_000 - 18_000))
    #expect(try effect.line("26f", of: .form4797) == dollars(18_000))
    #expect(try effect.line("26g", of: .form4797) == dollars(18_000))
  }

  @Test func `of a gain smaller than the depreciation a fifth is ordinary`() {
    #expect(asset(.realProperty, price: 250_000).amounts.otherGains == dollars(8_000))
    #expect(asset(.realProperty, price: 200_000).amounts.otherGains == .zero)
    #expect(asset(.realProperty, price: 200_000).businessProperty.gain == dollars(-10_000))
  }

  @Test func `what section 1250 makes ordinary comes first`() throws {
    let effect = asset(.realProperty, price: 400_000, additional: 10_000)
    #expect(effect.amounts.otherGains == dollars(10_000 + 16_000))
    #expect(try effect.line("26f", of: .form4797) == dollars(16_000))
    // All of what is held a year or less is ordinary anyway.
    let short = asset(.realProperty, price: 400_000, isLongTerm: false)
    #expect(short.amounts.otherGains == dollars(190_000))
  }

  @Test func `equipment is ordinary up to its depreciation, as anyone's`() {
    #expect(asset(.equipment, price: 400_000).amounts.otherGains == dollars(90_000))
  }

  @Test func `a corporation has no gain at up to 25%`() throws {
    let effect = asset(.realProperty, price: 400_000)
    #expect(effect.businessProperty.unrecaptured1250 == .zero)
    #expect(!effect.lines.contains { $0.form == .unrecaptured1250Gain })
    var sale = try PropertySale.sold(.rental, depreciation: 80_000)
    #expect(try sale.effect().lines.contains { $0.form == .unrecaptured1250Gain })
    sale.corporatePreferenceRate = rate
    #expect(try sale.effect().businessProperty.unrecaptured1250 == .zero)
    #expect(try !sale.effect().lines.contains { $0.form == .unrecaptured1250Gain })
  }

  @Test func `the ordinary part of a rental belongs to the year of the sale`() throws {
    var sale = try PropertySale.sold(.rental, depreciation: 80_000)
    sale.corporatePreferenceRate = rate
    sale.installments = InstallmentPlan(payments: [
      .init(year: 2026, amount: .zero), .init(year: 2027, amount: dollars(500_000)),
    ])
    let effects = try sale.effects()
    #expect(effects.map(\.amounts.otherGains) == [16_000, 0].map(dollars))
    #expect(effects.map(\.businessProperty.gain) == [0, 264_000].map(dollars))
    #expect(try effects[0].line("13", of: .form6252) == dollars(220_000 + 16_000))
  }

  @Test func `of other sellers nothing is ordinary by section 291`() throws {
    let effect = try PropertySale.sold(.rental, depreciation: 80_000).effect()
    #expect(effect.amounts.otherGains == .zero)
    #expect(!effect.lines.contains { $0.number == "26f" })
  }
}
