/// The keys at the top of a scenario file.
package enum ScenarioKey: String, CaseIterable {
  case schema, title, year, taxpayer
  case lastYear = "last_year"
  case planningDates = "planning_dates"
  case income, deductions, capital, events, accounts, securities, market, purchases
  case exchangeRates = "exchange_rates"
  case washSales = "wash_sales"
  case constraints, outlook, law, scenarios
}

/// The keys of `taxpayer`.
package enum TaxpayerKey: String, CaseIterable {
  case filingStatus = "filing_status"
  case birthYear = "birth_year"
  case spouseBirthYear = "spouse_birth_year"
  case blind
  case childrenUnder17 = "children_under_17"
  case otherDependents = "other_dependents"
}

/// The keys of `income`.
package enum IncomeKey: String, CaseIterable {
  case wages
  case spouseWages = "spouse_wages"
  case taxableInterest = "taxable_interest"
  case ordinaryDividends = "ordinary_dividends"
  case qualifiedDividends = "qualified_dividends"
  case pensions
  case amtPreferences = "amt_preferences"
  case socialSecurityBenefits = "social_security_benefits"
  case foreignEarnedIncomeExclusion = "foreign_earned_income_exclusion"
}

/// The keys of `deductions`.
package enum DeductionKey: String, CaseIterable {
  case kind, total
  case stateAndLocalTaxes = "state_and_local_taxes"
  case stateIncomeTax = "state_income_tax"
  case realEstateTax = "real_estate_tax"
  case mortgageInterest = "mortgage_interest"
  case charityCash = "charity_cash"
}

/// The values of `deductions.kind`.
package enum DeductionKind: String, CaseIterable {
  case standard, itemized
}

/// The keys of `capital`.
package enum CapitalKey: String, CaseIterable {
  case shortTermCarryover = "short_term_carryover"
  case longTermCarryover = "long_term_carryover"
  case realizedShortTerm = "realized_short_term"
  case realizedLongTerm = "realized_long_term"
  case section1231Losses = "section_1231_losses"
  case collectiblesGain = "collectibles_gain"
  case section1250Gain = "section_1250_gain"
  case rate28Gain = "rate_28_gain"
  case unrecaptured1250Gain = "unrecaptured_1250_gain"
}

/// The keys of each of the `accounts`.
package enum AccountKey: String, CaseIterable {
  case id, kind, owner, lots, transactions
  case wholeShares = "whole_shares"
}

/// The keys of each of the `securities`.
package enum SecurityKey: String, CaseIterable {
  case price, prices, growth, spread, replacement
  case identicalTo = "identical_to"
  case assetClass = "class"
  case collectible, currency
  case basisMethod = "basis_method"
  case averageUntil = "average_until"
}

/// The keys of `market`.
package enum MarketKey: String, CaseIterable {
  case shift
}

/// The keys of `constraints`.
package enum ConstraintKey: String, CaseIterable {
  case neverSell = "never_sell"
  case mustSell = "must_sell"
  case holdUntil = "hold_until"
  case minimumTrade = "minimum_trade"
  case minimumBenefit = "minimum_benefit"
  case tradeCost = "trade_cost"
  case spread
  case raiseCash = "raise_cash"
  case maximumProceeds = "maximum_proceeds"
  case agiAtMost = "agi_at_most"
  case wholeShares = "whole_shares"
}

/// The keys of `outlook`.
package enum OutlookKey: String, CaseIterable {
  case discountRate = "discount_rate"
  case laterTaxRate = "later_tax_rate"
  case laterTaxYears = "later_tax_years"
  case carryforwardValue = "carryforward_value"
}

/// The keys of `outlook.carryforward_value`.
package enum CarryforwardKey: String, CaseIterable {
  case shortTerm = "short_term"
  case longTerm = "long_term"
}

/// The keys of each of the `scenarios`.
package enum VariantKey: String, CaseIterable {
  case name, set
}

/// The columns of a file of lots.
package enum LotColumn: String, CaseIterable {
  case account, symbol, acquired, quantity
  case costBasis = "cost_basis"
  case price
  case lotID = "lot_id"
  case washAdjustment = "wash_adjustment"
  case holdingStart = "holding_start"
  case note, kind
  case replacedQuantity = "replaced_quantity"
  case giftValue = "gift_value"
  case currency

  /// The columns that must be there; they come first.
  static let required: [LotColumn] = [.account, .symbol, .acquired, .quantity, .costBasis]

  /// The place of the column in the table, which is that of its case.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
