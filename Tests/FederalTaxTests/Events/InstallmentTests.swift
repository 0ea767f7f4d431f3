import FederalTax
import Quantities
import TestSupport
import Testing

@Suite("Installment sales")
struct InstallmentTests {
  /// Equal payments of a price from 2026 on.
  private func plan(_ amounts: [Int64], debt: Int64 = 0) -> InstallmentPlan {
    InstallmentPlan(
      payments: amounts.enumerated().map { .init(year: 2026 + $0, amount: dollars($1)) },
      assumedDebt: dollars(debt))
  }

  @Test func `the gain at up to 25% comes first`() throws {
    // Treas. Reg. §1.453-12(d), Example 1.
    var sale = try PropertySale.sold(.rental, for: 10_000, basis: 5_000, depreciation: 3_000)
    sale.installments = plan(Array(repeating: 1_000, count: 10))
    let effects = try sale.effects()
    #expect(effects.map(\.year) == Array(2026...2035))
    #expect(effects.map(\.businessProperty.gain) == Array(repeating: dollars(800), count: 10))
    #expect(
      effects.map(\.businessProperty.unrecaptured1250)
        == [800, 800, 800, 600, 0, 0, 0, 0, 0, 0].map(dollars))
    #expect(try effects[3].line("24", of: .form6252) == dollars(800))
    #expect(try effects[0].line("16", of: .form6252) == dollars(8_000))
  }

  @Test func `recapture belongs to the year of the sale, with or without payments`() throws {
    var sale = try PropertySale.sold(.rental, for: 300_000, basis: 200_000, depreciation: 60_000)
    sale.additionalDepreciation = dollars(40_000)
    sale.installments = plan([0, 150_000, 150_000])
    let effects = try sale.effects()
    #expect(effects.map(\.amounts.otherGains) == [40_000, 0, 0].map(dollars))
    #expect(effects.map(\.businessProperty.gain) == [0, 60_000, 60_000].map(dollars))
    #expect(effects.map(\.businessProperty.unrecaptured1250) == [0, 20_000, 0].map(dollars))
  }

  @Test func `debt within the basis lowers the contract price`() throws {
    var sale = try PropertySale.sold(.investment, for: 500_000, basis: 300_000)
    sale.installments = plan([100_000, 200_000], debt: 200_000)
    let effects = try sale.effects()
    #expect(try effects[0].line("18", of: .form6252) == dollars(300_000))
    #expect(effects.map(\.amounts.longTermGain.cents) == [6_666_667, 13_333_333])
  }

  @Test func `debt beyond the basis is a payment in the year of the sale`() throws {
    var sale = try PropertySale.sold(.investment, for: 500_000, basis: 300_000)
    sale.installments = plan([60_000, 40_000], debt: 400_000)
    let effects = try sale.effects()
    #expect(try effects[0].line("18", of: .form6252) == dollars(200_000))
    #expect(try effects[0].line("22", of: .form6252) == dollars(160_000))
    #expect(effects.map(\.amounts.longTermGain) == [160_000, 40_000].map(dollars))
  }

  @Test func `gain excluded on a home is no gross profit`() throws {
    var sale = try PropertySale.sold(.home, for: 800_000, depreciation: 20_000)
    sale.residence = HomeUse(people: [.init(monthsUsed: 60)])
    sale.installments = plan([400_000, 400_000])
    let effects = try sale.effects()
    #expect(try effects[0].line("16", of: .form6252) == dollars(270_000))
    #expect(effects.map(\.amounts.longTermGain) == [135_000, 135_000].map(dollars))
    #expect(effects.map(\.amounts.section1250Gain) == [20_000, 0].map(dollars))
  }

  @Test func `passive losses are released as the gain is recognized, recapture included`() throws {
    var sale = try PropertySale.sold(.rental, for: 300_000, basis: 200_000, depreciation: 60_000)
    sale.additionalDepreciation = dollars(40_000)
    sale.suspendedLosses = dollars(16_000)
    sale.installments = plan([0, 150_000, 150_000])
    #expect(
      try sale.effects().map(\.amounts.passiveIncome) == [-4_000, -6_000, -6_000].map(dollars))
  }

  @Test func `the years make up the whole gain to the cent`() throws {
    var random = SplitMix64(seed: 1_231)
    for _ in 0..<200 {
      let price = Int64.random(in: 100...900_000, using: &random)
      let first = Int64.random(in: 0...price, using: &random)
      let second = Int64.random(in: 0...(price - first), using: &random)
      let basis = Int64.random(in: 0..<price, using: &random)
      var sale = try PropertySale.sold(
        .rental, for: price, basis: basis, depreciation: Int64.random(in: 0...basis, using: &random)
      )
      sale.suspendedLosses = dollars(12_345)
      let whole = try sale.effect()
      sale.installments = plan([first, second, price - first - second])
      let parts = try sale.effects()
      #expect(parts.map(\.businessProperty.gain).total() == whole.businessProperty.gain)
      #expect(
        parts.map(\.businessProperty.unrecaptured1250).total()
          == whole.businessProperty.unrecaptured1250)
      #expect(parts.map(\.amounts.passiveIncome).total() == dollars(-12_345))
      #expect(parts.allSatisfy { $0.businessProperty.gain >= $0.businessProperty.unrecaptured1250 })
    }
  }
}
