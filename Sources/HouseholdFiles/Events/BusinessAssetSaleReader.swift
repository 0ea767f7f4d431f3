import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// Reads the sale of a business by its assets.
struct BusinessAssetSaleReader {
  private let section: Section<BusinessAssetSaleKey>
  private let context: HouseholdEvents.Context
  private var diagnostics: Diagnostics { context.diagnostics }

  /// Looks at an event of the kind `business_asset_sale`.
  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: BusinessAssetSaleKey.self, into: context.diagnostics)
    self.context = context
  }

  /// The event; `nil` when something is wrong, which is then collected.
  func reading() -> HouseholdEvents.Reading? {
    let title = diagnostics.collect(try section.required(.title, "what is sold")?.text())
    let date = diagnostics.collect(
      try section.required(.date, "the day of the sale")?.date())
    let isActive = section.read(.active, Field.bool) ?? true
    let list = section.required(.assets, "each with name, class, price and basis")
    let fields = diagnostics.collect(try list?.sequence()) ?? []
    if let list, list.isSequence, fields.isEmpty {
      diagnostics.report(list.error("the list is empty", expected: "at least one asset"))
    }
    guard let date else { return nil }
    let assets = fields.compactMap { asset($0, sold: date) }
    guard let title, assets.count == fields.count, !assets.isEmpty else { return nil }
    var sale = BusinessAssetSale(
      year: context.taxYear(of: date), isActive: isActive, assets: assets)
    if context.taxpayer.isCorporation {
      guard let law = context.law(of: sale.year) else { return nil }
      sale.corporatePreferenceRate = law.corporatePreferenceRate
    }
    return HouseholdEvents.Reading(record: EventRecord(title: title, effects: [sale.effect()]))
  }

  private func asset(_ field: Field, sold: CivilDate) -> BusinessAssetSale.Asset? {
    let keys = Section(field, keys: BusinessAssetKey.self, into: diagnostics)
    let name = diagnostics.collect(try keys.required(.name, "what it is called")?.text())
    let classes = BusinessAssetSale.AssetClass.allCases.map(\.rawValue).joined(separator: ", ")
    let assetClass = diagnostics.collect(
      try keys.required(.assetClass, "one of \(classes)")?.businessAssetClass())
    let price = diagnostics.collect(
      try keys.required(.price, "its part of the price")?.nonNegativeMoney())
    let basis = diagnostics.collect(
      try keys.required(.basis, "cost and improvements")?.nonNegativeMoney())
    guard let name, let assetClass, let price, let basis else { return nil }
    let errors = diagnostics.errors.count
    var asset = BusinessAssetSale.Asset(
      name: name, assetClass: assetClass,
      isLongTerm: isLongTerm(keys, assetClass, sold: sold), price: price, basis: basis)
    asset.costs = keys.read(.costs, Field.nonNegativeMoney) ?? .zero
    asset.depreciation = keys.read(.depreciation, Field.nonNegativeMoney) ?? .zero
    asset.additionalDepreciation =
      keys.read(.additionalDepreciation, Field.nonNegativeMoney) ?? .zero
    check(asset, keys)
    return diagnostics.errors.count == errors ? asset : nil
  }

  private func isLongTerm(
    _ keys: Section<BusinessAssetKey>, _ assetClass: BusinessAssetSale.AssetClass,
    sold: CivilDate
  ) -> Bool {
    guard assetClass != .inventory else { return false }
    guard let field = keys.required(.acquired, "the day of the acquisition"),
      let acquired = diagnostics.collect(try field.date())
    else { return false }
    if acquired > sold {
      diagnostics.report(field.error("\(acquired) comes after the sale, \(sold)"))
    }
    return HoldingPeriod.term(from: acquired, sold: sold) == .long
  }

  private func check(_ asset: BusinessAssetSale.Asset, _ keys: Section<BusinessAssetKey>) {
    func report(_ key: BusinessAssetKey, _ message: String, expected: String? = nil) {
      guard let field = keys[key] else { return }
      diagnostics.report(field.error(message, expected: expected))
    }
    let name = asset.assetClass.rawValue
    if [.land, .inventory].contains(asset.assetClass) {
      report(.depreciation, "\(name) is not depreciated")
    }
    if asset.assetClass != .realProperty {
      report(.additionalDepreciation, "only real_property has some")
    }
    if asset.depreciation > asset.basis {
      report(
        .depreciation, "\(asset.depreciation) is more than basis, \(asset.basis)",
        expected: "a part of it")
    }
    if asset.additionalDepreciation > asset.depreciation {
      report(
        .additionalDepreciation,
        "\(asset.additionalDepreciation) is more than depreciation, \(asset.depreciation)",
        expected: "a part of it")
    }
  }
}

extension Field {
  fileprivate func businessAssetClass() throws(InputError) -> BusinessAssetSale.AssetClass {
    try oneOf(BusinessAssetSale.AssetClass.self)
  }
}
