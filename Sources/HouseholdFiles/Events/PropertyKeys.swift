/// The keys of a `property_sale`.
package enum PropertySaleKey: String, CaseIterable {
  case kind, title, date, acquired, inherited, use, price, costs, basis, depreciation
  case additionalDepreciation = "additional_depreciation"
  case suspendedLosses = "suspended_losses"
  case residence, installments
}

/// The keys of `residence`.
package enum ResidenceKey: String, CaseIterable {
  case usedMonths = "used_months"
  case spouseUsedMonths = "spouse_used_months"
  case lastExclusion = "last_exclusion"
  case spouseLastExclusion = "spouse_last_exclusion"
  case nonqualifiedDays = "nonqualified_days"
  case earlyDepreciation = "depreciation_before_may_1997"
}

/// The keys of `installments`.
package enum InstallmentKey: String, CaseIterable {
  case received
  case assumedDebt = "assumed_debt"
}

/// The keys of a `business_asset_sale`.
package enum BusinessAssetSaleKey: String, CaseIterable {
  case kind, title, date, active, assets
}

/// The keys of each of its `assets`.
package enum BusinessAssetKey: String, CaseIterable {
  case name
  case assetClass = "class"
  case acquired, price, costs, basis, depreciation
  case additionalDepreciation = "additional_depreciation"
}
