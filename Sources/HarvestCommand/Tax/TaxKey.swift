/// The keys of a line that `harvest tax` reads, in the order of the documentation.
enum TaxKey: String, CaseIterable {
  case id, year
  case filingStatus = "filing_status"
  case age
  case spouseAge = "spouse_age"
  case blind
  case childrenUnder17 = "children_under_17"
  case otherDependents = "other_dependents"
  case wages
  case spouseWages = "spouse_wages"
  case taxableInterest = "taxable_interest"
  case ordinaryDividends = "ordinary_dividends"
  case qualifiedDividends = "qualified_dividends"
  case shortTermGain = "short_term_gain"
  case longTermGain = "long_term_gain"
  case shortTermCarryover = "short_term_carryover"
  case longTermCarryover = "long_term_carryover"
  case collectiblesGain = "collectibles_gain"
  case section1250Gain = "section_1250_gain"
  case rate28Gain = "rate_28_gain"
  case unrecaptured1250Gain = "unrecaptured_1250_gain"
  case pensions
  case socialSecurityBenefits = "social_security_benefits"
  case stateIncomeTax = "state_income_tax"
  case realEstateTax = "real_estate_tax"
  case mortgageInterest = "mortgage_interest"
  case charityCash = "charity_cash"
  case amtPreferences = "amt_preferences"
  case foreignEarnedIncomeExclusion = "foreign_earned_income_exclusion"
  case givenDeduction = "given_deduction"
  case taxComputation = "tax_computation"
}
