/// The values of `kind` of each of the `events`.
package enum EventKind: String, CaseIterable {
  case vest
  case esppPurchase = "espp_purchase"
  case esppSale = "espp_sale"
  case propertySale = "property_sale"
  case businessAssetSale = "business_asset_sale"
  case scheduleK1 = "k1"
  case partnershipSale = "partnership_sale"
  case redemption
  case fundDistribution = "fund_distribution"
  case worthless
}
