/// The parameters of the law, by their names in the parameter files.
enum LawParameter: String, CaseIterable {
  case ordinaryRates = "ordinary_rates"
  case ordinaryBrackets = "ordinary_brackets"
  case longTermRates = "long_term_rates"
  case zeroRateTop = "zero_rate_top"
  case middleRateTop = "middle_rate_top"
  case capitalLossLimit = "capital_loss_limit"
  case standardDeduction = "standard_deduction"
  case standardDeductionBox = "standard_deduction_box"
  case seniorDeduction = "senior_deduction"
  case seniorDeductionStart = "senior_deduction_start"
  case seniorDeductionRate = "senior_deduction_rate"
  case minimumTaxRates = "minimum_tax_rates"
  case minimumTaxBrackets = "minimum_tax_brackets"
  case minimumTaxExemption = "minimum_tax_exemption"
  case minimumTaxPhaseoutStart = "minimum_tax_phaseout_start"
  case minimumTaxPhaseoutRate = "minimum_tax_phaseout_rate"
  case childCredit = "child_credit"
  case otherDependentCredit = "other_dependent_credit"
  case dependentCreditStart = "dependent_credit_start"
  case dependentCreditWidth = "dependent_credit_width"
  case dependentCreditStep = "dependent_credit_step"
  case investmentIncomeRate = "investment_income_rate"
  case investmentIncomeThreshold = "investment_income_threshold"
  case additionalMedicareRate = "additional_medicare_rate"
  case additionalMedicareThreshold = "additional_medicare_threshold"
  case medicareTiers = "medicare_tiers"
  case medicareTiersJoint = "medicare_tiers_joint"
  case medicareTiersSeparate = "medicare_tiers_separate"
  case medicarePartB = "medicare_part_b"
  case medicarePartD = "medicare_part_d"
  case povertyLine = "poverty_line"
  case povertyLinePerson = "poverty_line_person"
  case premiumCreditRange = "premium_credit_range"
  case contributionPercents = "contribution_percents"
  case contributionParts = "contribution_parts"
  case earnedIncomeRates = "earned_income_rates"
  case earnedIncomePhaseoutRates = "earned_income_phaseout_rates"
  case earnedIncomeMaximum = "earned_income_maximum"
  case earnedIncomeStart = "earned_income_start"
  case earnedIncomeInvestmentLimit = "earned_income_investment_limit"
  case corporateRate = "corporate_rate"
  case estimatedTaxPercents = "estimated_tax_percents"
  case estimatedTaxIncome = "estimated_tax_income"
  case estimatedTaxMinimum = "estimated_tax_minimum"
  case homeSaleExclusion = "home_sale_exclusion"
  case deferredPaymentLimit = "deferred_payment_limit"

  /// What the numbers of a parameter count.
  enum Unit: String, CaseIterable {
    case money
    case rate
    /// Whole percents, which may exceed a hundred.
    case percent
  }

  /// What the value of a parameter depends on, apart from the year.
  enum Dependence: String, CaseIterable {
    case filingStatus = "filing_status"
    case nothing
  }

  /// The unit.
  var unit: Unit {
    switch self {
    case .ordinaryRates, .longTermRates, .seniorDeductionRate, .minimumTaxRates,
      .minimumTaxPhaseoutRate, .investmentIncomeRate, .additionalMedicareRate,
      .contributionParts, .earnedIncomeRates, .earnedIncomePhaseoutRates, .corporateRate:
      .rate
    case .premiumCreditRange, .contributionPercents, .estimatedTaxPercents: .percent
    default: .money
    }
  }

  /// What the value depends on.
  var dependence: Dependence {
    switch self {
    case .childCredit, .otherDependentCredit, .dependentCreditWidth, .dependentCreditStep,
      .medicareTiers, .medicareTiersJoint, .medicareTiersSeparate, .medicarePartB, .medicarePartD,
      .povertyLine, .povertyLinePerson, .earnedIncomeMaximum, .earnedIncomeStart,
      .earnedIncomeInvestmentLimit, .estimatedTaxIncome, .estimatedTaxMinimum,
      .homeSaleExclusion, .deferredPaymentLimit:
      .nothing
    default: unit == .money ? .filingStatus : .nothing
    }
  }

  /// How many numbers a value has; `nil` for one or more in a list.
  var count: Int? {
    switch self {
    case .ordinaryRates, .ordinaryBrackets, .minimumTaxRates, .minimumTaxBrackets,
      .contributionPercents, .contributionParts:
      nil
    case .longTermRates, .medicareTiersSeparate, .premiumCreditRange, .estimatedTaxIncome: 2
    case .estimatedTaxPercents: 3
    case .earnedIncomeRates, .earnedIncomePhaseoutRates, .earnedIncomeMaximum, .earnedIncomeStart: 4
    case .medicareTiers, .medicareTiersJoint, .medicarePartB, .medicarePartD: 5
    default: 1
    }
  }

  /// Whether its numbers are above zero; otherwise they are at least zero.
  var isPositive: Bool { self == .dependentCreditWidth || self == .povertyLine }
}
