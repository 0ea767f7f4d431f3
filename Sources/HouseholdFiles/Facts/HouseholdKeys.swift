/// The keys of `taxpayer`.
package enum TaxpayerKey: String, CaseIterable {
  case kind
  case filingStatus = "filing_status"
  case birthYear = "birth_year"
  case spouseBirthYear = "spouse_birth_year"
  case blind
  case childrenUnder17 = "children_under_17"
  case otherDependents = "other_dependents"
  case livedApart = "lived_apart"
  case coveredByPlan = "covered_by_plan"
  case spouseCoveredByPlan = "spouse_covered_by_plan"
  case trustKind = "trust_kind"
  case fiscalYearEnd = "fiscal_year_end"
}

/// The values of `taxpayer.kind`.
package enum TaxpayerKind: String, CaseIterable {
  case household
  case corporation = "c_corporation"
}

/// The keys of `income`.
package enum IncomeKey: String, CaseIterable {
  case wages
  case spouseWages = "spouse_wages"
  case taxableInterest = "taxable_interest"
  case taxExemptInterest = "tax_exempt_interest"
  case ordinaryDividends = "ordinary_dividends"
  case qualifiedDividends = "qualified_dividends"
  case pensions
  case socialSecurityBenefits = "social_security_benefits"
  case passiveIncome = "passive_income"
  case businessIncome = "business_income"
  case otherGains = "other_gains"
  case iraContribution = "ira_contribution"
  case spouseIraContribution = "spouse_ira_contribution"
  case foreignEarnedIncomeExclusion = "foreign_earned_income_exclusion"
  case qualifiedBusinessIncome = "qualified_business_income"
  case qualifiedBusinessLimit = "qualified_business_limit"
  case foreignTaxPaid = "foreign_tax_paid"
  case foreignPassiveIncome = "foreign_passive_income"
  case distributionDeduction = "distribution_deduction"
  case distributedInvestmentIncome = "distributed_investment_income"
  case amtPreferences = "amt_preferences"
}

/// The keys of `deductions`.
package enum DeductionKey: String, CaseIterable {
  case kind, total
  case stateAndLocalTaxes = "state_and_local_taxes"
  case stateIncomeTax = "state_income_tax"
  case realEstateTax = "real_estate_tax"
  case mortgageInterest = "mortgage_interest"
  case charityCash = "charity_cash"
  case medicalExpenses = "medical_expenses"
  case otherItemized = "other_itemized"
}

/// The values of `deductions.kind`.
package enum DeductionKind: String, CaseIterable {
  case standard, itemized, elected
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
  case gainOutsideInvestment = "gain_outside_investment_income"
}

/// The keys of `medicare`.
package enum MedicareKey: String, CaseIterable {
  case enrollees, premiums
}

/// The keys of `marketplace`.
package enum MarketplaceKey: String, CaseIterable {
  case benchmarkPremium = "benchmark_premium"
  case premium
  case advanceCredit = "advance_credit"
  case householdSize = "household_size"
}

/// The keys of `state_tax`.
package enum StateTaxKey: String, CaseIterable {
  case name, rate, brackets, deduction, gains
}

/// The keys of each of the `state_tax.brackets`.
package enum BracketKey: String, CaseIterable {
  case from, rate
}

/// The values of `state_tax.gains`.
package enum StateGains: String, CaseIterable {
  case taxed, exempt
}

/// The keys of `payments`.
package enum PaymentKey: String, CaseIterable {
  case withheld, estimated
  case lastYearTax = "last_year_tax"
  case lastYearAGI = "last_year_agi"
}

/// The keys of `corporation`.
package enum CorporationKey: String, CaseIterable {
  case earlierGains = "earlier_gains"
  case carriedLosses = "carried_losses"
}

/// The keys of each of the `entities`.
package enum EntityKey: String, CaseIterable {
  case name, kind, scenario
}

/// The values of `kind` of each of the `entities`.
public enum HouseholdEntityKind: String, Sendable, CaseIterable {
  /// A corporation that pays tax itself, IRC §11.
  case corporation = "c_corporation"
  /// An estate or trust that pays tax itself, IRC §641.
  case estateOrTrust = "estate_or_trust"
}
