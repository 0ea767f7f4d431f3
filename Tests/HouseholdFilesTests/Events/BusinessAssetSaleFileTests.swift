import FederalTax
import Foundation
import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("Sales of business assets in scenario files")
struct BusinessAssetSaleFileTests {
  private func files(_ asset: String, _ keys: String = "") -> MemoryFiles {
    MemoryFiles.small(
      """
      events:
        - kind: business_asset_sale
          title: Bakery
          date: 2026-09-30
          \(keys)
          assets: [{\(asset)}]
      """)
  }

  @Test func `each asset goes by its class`() throws {
    let files = MemoryFiles.small(
      """
      events:
        - kind: business_asset_sale
          title: Bakery
          date: 2026-09-30
          assets:
            - {name: Ovens, class: equipment, acquired: 2019-03-01, price: 80_000, basis: 100_000, depreciation: 70_000}
            - {name: Shop, class: real_property, acquired: 2012-03-01, price: 400_000, costs: 10_000, basis: 300_000, depreciation: 90_000}
            - {name: Goodwill, class: goodwill, acquired: 2012-03-01, price: 200_000, basis: 0}
            - {name: Flour, class: inventory, price: 9_000, basis: 8_000}
      """)
    let year = try #require(files.scenario().years.first)
    #expect(year.inputs.otherGains == Money(dollars: 50_000))
    #expect(year.inputs.longTermGain == Money(dollars: 180_000 + 200_000))
    #expect(year.inputs.section1250Gain == Money(dollars: 90_000))
    #expect(year.inputs.businessIncome == Money(dollars: 1_000))
    #expect(year.inputs.gainOutsideInvestment == Money(dollars: 430_000))
    #expect(year.events.map(\.title) == ["Bakery", "Business property of the year"])
  }

  @Test func `a passive seller has net investment income`() throws {
    let asset = "name: Land, class: land, acquired: 2020-01-01, price: 5, basis: 2"
    let active = try #require(files(asset).scenario().years.first)
    #expect(active.inputs.gainOutsideInvestment == Money(dollars: 3))
    let passive = try #require(files(asset, "active: false").scenario().years.first)
    #expect(passive.inputs.gainOutsideInvestment == .zero)
    #expect(passive.inputs.longTermGain == Money(dollars: 3))
  }

  @Test(arguments: [
    ("class: land, price: 5, basis: 2", "required key \"acquired\" is missing"),
    ("class: land, acquired: 2026-10-01, price: 5, basis: 2", "2026-10-01 comes after the sale"),
    (
      "class: land, acquired: 2020-01-01, price: 5, basis: 2, depreciation: 1",
      "land is not depreciated"
    ),
    ("class: inventory, price: 5, basis: 2, depreciation: 1", "inventory is not depreciated"),
    (
      "class: equipment, acquired: 2020-01-01, price: 5, basis: 2, depreciation: 3",
      "3.00 is more than basis, 2.00"
    ),
    (
      "class: equipment, acquired: 2020-01-01, price: 5, basis: 2, depreciation: 2, additional_depreciation: 1",
      "only real_property has some"
    ),
    (
      "class: real_property, acquired: 2020-01-01, price: 5, basis: 2, depreciation: 1, additional_depreciation: 2",
      "2.00 is more than depreciation, 1.00"
    ),
    ("class: brand, price: 5, basis: 2", "unknown value \"brand\""),
  ])
  func `what an asset cannot be`(asset: String, error: String) {
    let errors = files("name: A, \(asset)").errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains(error) == true, "\(errors)")
  }

  @Test func `a business without assets is an error`() {
    let errors = MemoryFiles.small(
      "events: [{kind: business_asset_sale, title: Shop, date: 2026-09-30, assets: []}]"
    ).errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains("assets: the list is empty (at least one asset)") == true)
  }
}
