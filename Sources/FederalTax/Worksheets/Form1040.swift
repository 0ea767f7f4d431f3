import Quantities

/// The federal return: Form 1040 with the forms and worksheets behind it, line by line.
///
/// Source: Form 1040 (2025), whose numbering serves every year.
///
/// - Parameters:
///   - inputs: the amounts.
///   - facts: the household; its status is that of `law`.
///   - law: the law of the year and status.
///   - reading: how amounts are computed and what is kept of each line.
/// - Returns: the lines that others ask for.
public func federalReturn<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, facts: ReturnFacts, law: FederalLaw,
  reading: inout Reading
) -> FederalReturn<Reading.Amount> {
  precondition(facts.status == law.status, "the law is of another filing status")
  let schedule = ScheduleD(inputs, law: law, reading: &reading)

  let line1z = reading.line(
    "1z", of: .form1040, "Wages", inputs.wages + inputs.spouseWages)
  let line2b = reading.line("2b", of: .form1040, "Taxable interest", inputs.taxableInterest)
  let line3b = reading.line("3b", of: .form1040, "Ordinary dividends", inputs.ordinaryDividends)
  let line5b = reading.line(
    "5b", of: .form1040, "Taxable pensions and other income", inputs.pensions)
  let line7a = reading.line(
    "7a", of: .form1040, "Capital gain or allowed loss", schedule.gainOrLoss)
  let line11 = reading.line(
    "11", of: .form1040, "Adjusted gross income", line1z + line2b + line3b + line5b + line7a)

  let (deduction, addedBack) = deduction(facts, law: law)
  let line12 = reading.line(
    "12e", of: .form1040, "Standard or given deduction", Reading.Amount(deduction))
  let line13b = seniorDeduction(
    adjustedGrossIncome: line11, facts: facts, law: law, reading: &reading)
  let beforeSeniors = line11 - line12
  let beforeFloor = beforeSeniors - line13b
  let line14 = reading.line(
    "14", of: .form1040, "Deduction and deduction for seniors", line12 + line13b)
  let line15 = reading.line(
    "15", of: .form1040, "Taxable income: line 11 less line 14, not below zero",
    reading.positive(line11 - line14))

  let worksheet = QualifiedDividendsWorksheet(
    taxableIncome: line15, qualifiedDividends: inputs.qualifiedDividends,
    netCapitalGain: schedule.netCapitalGain, law: law, reading: &reading)
  let line16 = reading.line("16", of: .form1040, "Tax", worksheet.tax)
  let minimum = Form6251(
    incomeLessDeductions: beforeSeniors, addedBack: Reading.Amount(addedBack),
    preferences: inputs.amtPreferences, regular: worksheet, law: law, reading: &reading)
  let line18 = reading.larger(of: line16, or: minimum.tentativeMinimumTax)
  let line17 = reading.line(
    "17", of: .form1040, "Alternative minimum tax: what the tentative tax has over line 16",
    line18 - line16)
  _ = reading.line("18", of: .form1040, "Lines 16 and 17", line18)

  let line19 = reading.line(
    "19", of: .form1040, "Credits for children and other dependents",
    dependentCredit(
      adjustedGrossIncome: line11, tax: line18, facts: facts, law: law, reading: &reading))
  let line22 = reading.line("22", of: .form1040, "Line 18 less line 19", line18 - line19)
  let medicare = additionalMedicareTax(wages: line1z, law: law, reading: &reading)
  let investment = netInvestmentIncomeTax(
    inputs, gainOrLoss: line7a, adjustedGrossIncome: line11, law: law, reading: &reading)
  let line23 = reading.line(
    "23", of: .form1040, "Additional Medicare and net investment income tax",
    medicare + investment)
  let line24 = reading.line("24", of: .form1040, "Total tax", line22 + line23)

  let carryover = CapitalLossCarryover(
    schedule: schedule, taxableIncomeBeforeFloor: beforeFloor, reading: &reading)
  return FederalReturn(
    netShortTerm: schedule.netShortTerm, netLongTerm: schedule.netLongTerm,
    capitalGainOrLoss: line7a, adjustedGrossIncome: line11, deduction: line12,
    seniorDeduction: line13b, taxableIncomeBeforeFloor: beforeFloor, taxableIncome: line15,
    longTermTax: worksheet.longTermTax, regularTax: line16,
    alternativeMinimumTaxableIncome: minimum.alternativeMinimumTaxableIncome,
    alternativeMinimumTax: line17, netInvestmentIncomeTax: investment,
    additionalMedicareTax: medicare, childAndDependentCredit: line19, totalTax: line24,
    shortTermCarryoverOut: carryover.shortTerm, longTermCarryoverOut: carryover.longTerm)
}

/// The deduction of line 12e, and the part of it that Form 6251 line 2a adds back.
private func deduction(_ facts: ReturnFacts, law: FederalLaw) -> (total: Money, addedBack: Money) {
  switch facts.deduction {
  case .given(let total, let taxes): return (total, taxes)
  case .standard, .elected:
    let joint = facts.status == .marriedJoint
    let boxes =
      (facts.age >= seniorAge ? 1 : 0) + (facts.blind ? 1 : 0)
      + (joint && facts.spouseAge >= seniorAge ? 1 : 0)
    let total = law.standardDeduction.basic + boxes * law.standardDeduction.perBox
    return (total, total)
  }
}
