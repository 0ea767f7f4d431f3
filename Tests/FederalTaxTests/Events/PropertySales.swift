import FederalTax
import Quantities
import Testing

extension PropertySale {
  /// A property sold after ten years, for a price of 500,000 unless said otherwise.
  static func sold(
    _ use: Use, for price: Int64 = 500_000, costs: Int64 = 0, basis: Int64 = 300_000,
    depreciation: Int64 = 0, on date: String = "2026-05-20", acquired: String = "2016-05-20",
    isLongTerm: Bool = true
  ) throws -> PropertySale {
    var sale = PropertySale(
      year: try #require(CivilDate(date)).year, date: try #require(CivilDate(date)),
      acquired: try #require(CivilDate(acquired)),
      isLongTerm: isLongTerm, use: use, price: dollars(price), costs: dollars(costs),
      basis: dollars(basis))
    sale.depreciation = dollars(depreciation)
    return sale
  }

  /// What it brings by the exclusion of the published law.
  func effects() throws -> [EventEffect] {
    effects(
      homeExclusion: try FederalLaw.load(year: 2026, status: .single).homeSaleExclusion)
  }

  /// What it brings to its only year.
  func effect() throws -> EventEffect {
    let effects = try effects()
    #expect(effects.count == 1)
    return try #require(effects.first)
  }
}

extension EventEffect {
  /// The amount of a line.
  func line(_ number: String, of form: TaxForm) throws -> Money {
    try #require(lines.first { $0.number == number && $0.form == form }).amount
  }
}
