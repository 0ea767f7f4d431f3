/// The keys at the top of a scenario file.
package enum ScenarioKey: String, CaseIterable {
  case schema, title, year, taxpayer
  case lastYear = "last_year"
  case planningDates = "planning_dates"
  case income, deductions, capital, events, accounts, securities, market, purchases
  case exchangeRates = "exchange_rates"
  case washSales = "wash_sales"
  case constraints, outlook, law, scenarios
  case medicare, marketplace
  case stateTax = "state_tax"
  case payments, corporation, entities
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
