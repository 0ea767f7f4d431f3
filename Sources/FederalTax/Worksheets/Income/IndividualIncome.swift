import Quantities

/// Form 1040 lines 1z to 11: income, and what is taken from it above the line.
///
/// Source: 26 U.S.C. §§61, 62.
struct IndividualIncome<Amount: TaxAmount> {
  /// Line 1z.
  let wages: Amount
  /// Line 6b.
  let taxableSocialSecurity: Amount
  /// Line 7a.
  let gainOrLoss: Amount
  /// Schedule 1 line 20.
  let iraDeduction: Amount
  /// Line 11.
  let adjustedGrossIncome: Amount
  /// Line 11 and the foreign earned income excluded: the modified income of most rules.
  let modifiedIncome: Amount

  init<Reading: TaxArithmetic>(
    _ inputs: ReturnInputs<Amount>, schedule: borrowing ScheduleD<Amount>, facts: ReturnFacts,
    law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
  ) where Reading.Amount == Amount {
    wages = reading.line(
      "1z", of: .form1040, "Wages", inputs.wages + inputs.spouseWages)
    let line2b = reading.line("2b", of: .form1040, "Taxable interest", inputs.taxableInterest)
    let line3b = reading.line(
      "3b", of: .form1040, "Ordinary dividends", inputs.ordinaryDividends)
    let line5b = reading.line(
      "5b", of: .form1040, "Taxable pensions and other income", inputs.pensions)
    gainOrLoss = reading.line(
      "7a", of: .form1040, "Capital gain or allowed loss", schedule.gainOrLoss)
    var income = wages + line2b + line3b + line5b + gainOrLoss
    if rules.contains(.additionalIncome) {
      income = income + additionalIncome(inputs, reading: &reading)
    }

    var benefits = Amount(.zero)
    var contributions = Amount(.zero)
    if rules.contains(.iraContribution) || rules.contains(.spouseIraContribution) {
      var modified = income + inputs.foreignEarnedIncomeExclusion
      // Pub. 590-A, App. B: the deduction is limited by an income whose benefits are taxed as if
      // there were no deduction; the benefits themselves are then taxed with it.
      if rules.contains(.socialSecurity), facts.isCoveredByPlan || facts.isSpouseCoveredByPlan {
        modified =
          modified
          + FederalTax.taxableSocialSecurity(
            inputs, otherIncome: income, facts: facts, law: law, reading: &reading)
      }
      contributions = iraDeductions(
        inputs, modifiedIncome: modified, facts: facts, law: law, rules: rules, reading: &reading)
    }
    if rules.contains(.socialSecurity) {
      benefits = reading.line(
        "6b", of: .form1040, "Taxable social security benefits",
        FederalTax.taxableSocialSecurity(
          inputs, otherIncome: income - contributions, facts: facts, law: law, reading: &reading))
    }
    taxableSocialSecurity = benefits
    iraDeduction = contributions
    adjustedGrossIncome = reading.line(
      "11", of: .form1040, "Adjusted gross income", income + benefits - contributions)
    modifiedIncome = adjustedGrossIncome + inputs.foreignEarnedIncomeExclusion
  }
}

/// Schedule 1, Part I: other gains, rents and business income.
private func additionalIncome<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, reading: inout Reading
) -> Reading.Amount {
  let line4 = reading.line(
    "4", of: .schedule1, "Other gains or losses", inputs.otherGains)
  let line5 = reading.line(
    "3, 5", of: .schedule1, "Business income, rents, royalties, partnerships and trusts",
    inputs.businessIncome + inputs.passiveIncome)
  return reading.line(
    "8", of: .form1040, "Additional income: Schedule 1 line 10", line4 + line5)
}
