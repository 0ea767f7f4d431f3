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
  case cappedGainRates = "capped_gain_rates"
  case refundableChildCredit = "refundable_child_credit"
  case refundableChildCreditStart = "refundable_child_credit_start"
  case refundableChildCreditRate = "refundable_child_credit_rate"
  case medicalFloor = "medical_floor"
  case localTaxCap = "local_tax_cap"
  case localTaxCapFloor = "local_tax_cap_floor"
  case localTaxCapStart = "local_tax_cap_start"
  case localTaxCapRate = "local_tax_cap_rate"
  case localTaxCapSeparate = "local_tax_cap_separate"
  case charityLimit = "charity_limit"
  case charityFloor = "charity_floor"
  case charityWithoutItemizing = "charity_without_itemizing"
  case itemizedLimitation = "itemized_limitation"
  case socialSecurityBase = "social_security_base"
  case socialSecurityAdjustedBase = "social_security_adjusted_base"
  case socialSecurityRates = "social_security_rates"
  case iraLimit = "ira_limit"
  case iraCatchUp = "ira_catch_up"
  case iraPhaseoutStart = "ira_phaseout_start"
  case iraPhaseoutWidth = "ira_phaseout_width"
  case iraSpousePhaseoutStart = "ira_spouse_phaseout_start"
  case iraSpousePhaseoutWidth = "ira_spouse_phaseout_width"
  case iraRounding = "ira_rounding"
  case businessDeductionRate = "business_deduction_rate"
  case businessDeductionThreshold = "business_deduction_threshold"
  case businessDeductionRange = "business_deduction_range"
  case businessDeductionMinimum = "business_deduction_minimum"
  case estateRates = "estate_rates"
  case estateBrackets = "estate_brackets"
  case estateZeroRateTop = "estate_zero_rate_top"
  case estateMiddleRateTop = "estate_middle_rate_top"
  case estateLossLimit = "estate_loss_limit"
  case estateExemption = "estate_exemption"
  case estateMinimumTaxExemption = "estate_minimum_tax_exemption"
  case estateMinimumTaxPhaseoutStart = "estate_minimum_tax_phaseout_start"
  case medicareTiers = "medicare_tiers"
  case medicareJointPercents = "medicare_joint_percents"
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
  case foreignTaxWithoutLimit = "foreign_tax_without_limit"
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
      .minimumTaxPhaseoutRate, .investmentIncomeRate, .additionalMedicareRate, .cappedGainRates,
      .refundableChildCreditRate, .medicalFloor, .localTaxCapRate, .localTaxCapSeparate,
      .charityLimit, .charityFloor, .itemizedLimitation, .socialSecurityRates,
      .businessDeductionRate, .estateRates, .contributionParts, .earnedIncomeRates,
      .earnedIncomePhaseoutRates, .corporateRate:
      .rate
    case .medicareJointPercents, .premiumCreditRange, .contributionPercents, .estimatedTaxPercents:
      .percent
    default: .money
    }
  }

  /// What the value depends on.
  var dependence: Dependence {
    switch self {
    case .ordinaryBrackets, .zeroRateTop, .middleRateTop, .capitalLossLimit, .standardDeduction,
      .standardDeductionBox, .seniorDeduction, .seniorDeductionStart, .minimumTaxBrackets,
      .minimumTaxExemption, .minimumTaxPhaseoutStart, .dependentCreditStart,
      .investmentIncomeThreshold, .additionalMedicareThreshold, .charityWithoutItemizing,
      .socialSecurityBase, .socialSecurityAdjustedBase, .iraPhaseoutStart, .iraPhaseoutWidth,
      .businessDeductionThreshold, .businessDeductionRange, .foreignTaxWithoutLimit:
      .filingStatus
    default: .nothing
    }
  }

  /// How many numbers a value has; `nil` for one or more in a list.
  var count: Int? {
    switch self {
    case .ordinaryRates, .ordinaryBrackets, .minimumTaxRates, .minimumTaxBrackets, .estateRates,
      .estateBrackets, .contributionPercents, .contributionParts:
      nil
    case .longTermRates, .cappedGainRates, .itemizedLimitation, .socialSecurityRates,
      .iraRounding, .businessDeductionMinimum, .premiumCreditRange,
      .estimatedTaxIncome:
      2
    case .estateExemption, .estimatedTaxPercents: 3
    case .earnedIncomeRates, .earnedIncomePhaseoutRates, .earnedIncomeMaximum, .earnedIncomeStart: 4
    case .medicareTiers, .medicareJointPercents, .medicarePartB, .medicarePartD: 5
    default: 1
    }
  }

  /// Whether its numbers are above zero; otherwise they are at least zero.
  var isPositive: Bool {
    switch self {
    case .dependentCreditWidth, .iraPhaseoutWidth, .iraSpousePhaseoutWidth, .iraRounding,
      .businessDeductionRange, .povertyLine:
      true
    default: false
    }
  }
}
