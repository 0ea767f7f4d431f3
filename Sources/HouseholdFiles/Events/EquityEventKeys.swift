/// The keys of a `vest`.
package enum VestKey: String, CaseIterable {
  case kind, title, date, account, symbol, shares, price
  case sharesWithheld = "shares_withheld"
  case withholdingRate = "withholding_rate"
  case withheld, spouse
  case lotID = "lot_id"
  case brokerBasis = "broker_basis"
}

/// The keys of an `espp_purchase`.
package enum StockPlanPurchaseKey: String, CaseIterable {
  case kind, title, date, account, symbol, shares
  case grantDate = "grant_date"
  case grantValue = "grant_value"
  case purchaseValue = "purchase_value"
  case pricePaid = "price_paid"
  case grantPrice = "grant_price"
  case lotID = "lot_id"
}

/// The keys of an `espp_sale`.
package enum StockPlanSaleKey: String, CaseIterable {
  case kind, title, date, account, symbol, shares, price, costs
  case purchaseDate = "purchase_date"
  case grantDate = "grant_date"
  case grantValue = "grant_value"
  case purchaseValue = "purchase_value"
  case pricePaid = "price_paid"
  case grantPrice = "grant_price"
  case brokerBasis = "broker_basis"
}

/// The keys of a `k1`.
package enum PartnerShareKey: String, CaseIterable {
  case kind, title, year, entity, activity
  case ordinaryBusiness = "ordinary_business"
  case rental, royalties, interest
  case taxExemptInterest = "tax_exempt_interest"
  case ordinaryDividends = "ordinary_dividends"
  case qualifiedDividends = "qualified_dividends"
  case shortTermGain = "short_term_gain"
  case longTermGain = "long_term_gain"
  case collectiblesGain = "collectibles_gain"
  case section1231 = "section_1231_gain"
  case unrecaptured1250 = "unrecaptured_1250_gain"
  case section179 = "section_179"
  case otherDeductions = "other_deductions"
  case charityCash = "charity_cash"
  case foreignTax = "foreign_tax_paid"
  case foreignPassiveIncome = "foreign_passive_income"
  case qualifiedBusinessIncome = "qualified_business_income"
  case qualifiedBusinessLimit = "qualified_business_limit"
  case passiveLossAllowed = "passive_loss_allowed"
  case selfEmploymentEarnings = "self_employment_earnings"
  case guaranteedPayments = "guaranteed_payments"
}

/// The values of `entity`: what an owner or beneficiary has a share of.
package enum EntityKind: String, CaseIterable {
  case partnership
  case corporation = "s_corporation"
  case trust
}

/// The values of `activity`: whether the owner takes a material part in the trade.
package enum ActivityKind: String, CaseIterable {
  case active, passive
}

/// The keys of a `partnership_sale`.
package enum InterestSaleKey: String, CaseIterable {
  case kind, title, date, entity, activity, acquired, price, costs, liabilities, basis
  case hotAssets = "hot_assets"
  case unrecaptured1250 = "unrecaptured_1250_gain"
  case collectiblesGain = "collectibles_gain"
  case investmentGain = "investment_gain"
  case suspendedLosses = "suspended_losses"
}

/// The keys of a `redemption`.
package enum RedemptionKey: String, CaseIterable {
  case kind, title, date, acquired, price, basis, treatment
  case votesBefore = "votes_before"
  case votesAfter = "votes_after"
  case earnings = "earnings_and_profits"
  case qualified
}

/// The values of `treatment` of a redemption: the test of IRC §302(b) that it meets, or none.
package enum RedemptionTreatment: String, CaseIterable {
  case completeTermination = "complete_termination"
  case substantiallyDisproportionate = "substantially_disproportionate"
  case notEquivalent = "not_essentially_equivalent"
  case dividend
}

/// The keys of a `fund_distribution`.
package enum FundDistributionKey: String, CaseIterable {
  case kind, title, date, symbol, shares
  case ordinaryDividends = "ordinary_dividends"
  case qualifiedDividends = "qualified_dividends"
  case capitalGain = "capital_gain"
  case unrecaptured1250 = "unrecaptured_1250_gain"
  case collectiblesGain = "collectibles_gain"
  case foreignTax = "foreign_tax_paid"
}

/// The keys of a `worthless` event.
package enum WorthlessKey: String, CaseIterable {
  case kind, title, year, asset, symbol, acquired, basis, abandoned
}

/// The values of `asset` of a `worthless` event.
package enum WorthlessAssetKind: String, CaseIterable {
  case security, token
}
