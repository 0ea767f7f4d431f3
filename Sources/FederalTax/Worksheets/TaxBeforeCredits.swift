import Quantities

/// Form 1040 lines 12 to 18 with one deduction: taxable income, the regular and the minimum tax, and
/// the foreign tax credit, which decides between them.
///
/// Source: 26 U.S.C. §§1, 55, 63.
struct TaxBeforeCredits<Amount: TaxAmount> {
  /// Line 12: the standard or itemized deduction, after what §68 takes.
  let deduction: Amount
  /// Whether it was itemized by election.
  let isItemized: Bool
  /// Line 13a.
  let businessDeduction: Amount
  /// Line 11 less all deductions, below zero where they are larger.
  let taxableIncomeBeforeFloor: Amount
  /// Line 15.
  let taxableIncome: Amount
  /// Line 16.
  let regular: RegularTax<Amount>
  /// Form 6251.
  let minimum: Form6251<Amount>
  /// The foreign tax credit.
  let foreign: Form1116<Amount>
  /// Form 6251 line 10: the regular tax and advance premium credit paid back, less the foreign tax
  /// credit.
  let afterForeignCredit: Amount
  /// Line 18 less the foreign tax credit: the larger of ``afterForeignCredit`` and the tentative
  /// minimum tax.
  let total: Amount

  /// Fills the lines in.
  ///
  /// - Parameters:
  ///   - candidate: the deduction.
  ///   - seniors: line 13b.
  ///   - income: lines 1z to 11.
  ///   - preferred: dividends and gain.
  ///   - repaidPremiumCredit: Schedule 2 line 1a.
  ///   - inputs: business income, preferences, and foreign earned income excluded.
  ///   - law: the year's law.
  ///   - rules: what the return can need.
  ///   - reading: the arithmetic.
  init<Reading: TaxArithmetic>(
    _ candidate: DeductionCandidate<Amount>, seniors: Amount,
    income: borrowing IndividualIncome<Amount>, preferred: borrowing PreferredIncome<Amount>,
    repaidPremiumCredit: Amount, inputs: borrowing ReturnInputs<Amount>, law: borrowing FederalLaw,
    rules: ReturnRules,
    reading: inout Reading
  ) where Reading.Amount == Amount {
    let line11 = income.adjustedGrossIncome
    let line12 = reading.line(
      "12e", of: .form1040, "Standard, itemized or given deduction", candidate.amount)
    if rules.contains(.businessDeduction) {
      _ = reading.line(
        "13a", of: .form1040, "Deduction of qualified business income", candidate.business)
    }
    let beforeSeniors = line11 - candidate.total
    let line14 = reading.line(
      "14", of: .form1040, "Deductions: lines 12e, 13a and 13b",
      candidate.total + seniors)
    taxableIncomeBeforeFloor = line11 - line14
    taxableIncome = reading.line(
      "15", of: .form1040, "Taxable income: line 11 less line 14, not below zero",
      reading.positive(taxableIncomeBeforeFloor))

    let exclusion = inputs.foreignEarnedIncomeExclusion
    regular =
      rules.contains(.foreignEarnedIncome)
      ? .withForeignEarnedIncome(
        taxableIncome: taxableIncome, exclusion: exclusion, preferred: preferred, law: law,
        rules: rules, reading: &reading)
      : .byWorksheet(
        taxableIncome: taxableIncome, preferred: preferred, law: law, rules: rules,
        reading: &reading)
    let line16 = reading.line("16", of: .form1040, "Tax", regular.tax)
    minimum = Form6251(
      incomeLessDeductions: beforeSeniors, addedBack: candidate.addedBack,
      inputs: inputs, regular: regular, preferred: preferred, law: law, rules: rules,
      reading: &reading)
    let before = line16 + repaidPremiumCredit
    foreign =
      rules.contains(.foreignTax)
      ? Form1116(
        taxPaid: inputs.foreignTaxPaid, passiveIncome: inputs.foreignPassiveIncome,
        taxableIncome: taxableIncome, tax: before, rules: rules, reading: &reading)
      : .none
    afterForeignCredit = before - foreign.credit
    total = reading.larger(of: afterForeignCredit, or: minimum.tentativeMinimumTax)
    deduction = line12
    isItemized = candidate.isItemized
    businessDeduction = candidate.business
  }
}
