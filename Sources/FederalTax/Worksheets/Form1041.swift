import Quantities

/// The return of an estate or trust: Form 1041 with the worksheets that it shares.
///
/// Gain and qualified dividends are those that the estate or trust keeps, §§652(b), 662(b); interest
/// and dividends are all that it has, and what it distributes of them is deducted. The given
/// deduction is what the estate or trust spends; it lowers adjusted gross income as §67(e) says.
///
/// Source: 26 U.S.C. §§1(e), 67(e), 641, 642(b), 1411(a)(2); Form 1041 (2025), whose numbering serves every
/// year.
///
/// - Parameters:
///   - inputs: the amounts.
///   - facts: what the estate or trust is, and its deduction.
///   - law: the law of the year for estates and trusts.
///   - rules: what the return can need.
///   - reading: how amounts are computed and what is kept of each line.
/// - Returns: the lines that others ask for; adjusted gross income is line 9 less line 22.
func fiduciaryReturn<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, facts: ReturnFacts, law: FederalLaw,
  rules: ReturnRules, reading: inout Reading
) -> FederalReturn<Reading.Amount> {
  typealias Amount = Reading.Amount
  let schedule = ScheduleD(inputs, law: law, reading: &reading)
  let preferred = PreferredIncome(inputs, schedule: schedule, rules: rules, reading: &reading)
  let line9 = fiduciaryIncome(inputs, gainOrLoss: schedule.gainOrLoss, reading: &reading)

  let (expenses, taxes): (Money, Money) =
    if case .given(let total, let taxes) = facts.deduction { (total, taxes) } else {
      (.zero, .zero)
    }
  let line16 = reading.line("16", of: .form1041, "Deductions", Amount(expenses))
  let line18 = reading.line(
    "18", of: .form1041, "Income distribution deduction", inputs.distributionDeduction)
  let line21 = reading.line(
    "21", of: .form1041, "Exemption", Amount(law.estateExemption.amount(of: facts.trust)))
  let line22 = reading.line(
    "22", of: .form1041, "Lines 16, 18 and 21", line16 + line18 + line21)
  // All of line 22 is deducted before adjusted gross income, §67(e); what follows asks for it below
  // zero too.
  let beforeFloor = line9 - line22
  let line23 = reading.line(
    "23", of: .form1041, "Taxable income: line 9 less line 22, not below zero",
    reading.positive(beforeFloor))

  let regular = RegularTax.byWorksheet(
    taxableIncome: line23, preferred: preferred, law: law, rules: rules, reading: &reading)
  let line1a = reading.line("G 1a", of: .form1041, "Tax", regular.tax)
  // §56(b)(1)(D) takes the exemption away, as it does a standard deduction.
  let minimum = Form6251(
    incomeLessDeductions: beforeFloor, addedBack: Amount(taxes) + line21,
    inputs: inputs, regular: regular, preferred: preferred, law: law, rules: rules,
    reading: &reading)
  let foreign =
    rules.contains(.foreignTax)
    ? Form1116(
      taxPaid: inputs.foreignTaxPaid, passiveIncome: inputs.foreignPassiveIncome,
      taxableIncome: line23, tax: line1a, rules: rules, reading: &reading)
    : .none
  let afterForeignCredit = line1a - foreign.credit
  let tax = reading.larger(of: afterForeignCredit, or: minimum.tentativeMinimumTax)
  let line1c = reading.line(
    "G 1c", of: .form1041, "Alternative minimum tax: what the tentative tax has over the regular",
    tax - afterForeignCredit)
  if rules.contains(.foreignTax) {
    _ = reading.line("G 2a", of: .form1041, "Foreign tax credit", foreign.credit)
  }
  let investment = netInvestmentIncomeTax(
    inputs, schedule: schedule, modifiedIncome: beforeFloor, law: law,
    rules: rules, reading: &reading)
  let line24 = reading.line(
    "24", of: .form1041, "Total tax: lines 1a and 1c less credit, and net investment income tax",
    tax + investment)

  let state = stateIncomeTax(
    adjustedGrossIncome: beforeFloor, capitalGainOrLoss: schedule.gainOrLoss, facts: facts,
    reading: &reading)
  let carryover = CapitalLossCarryover(
    schedule: schedule, taxableIncomeBeforeFloor: beforeFloor, reading: &reading)
  return FederalReturn(
    netShortTerm: schedule.netShortTerm, netLongTerm: schedule.netLongTerm,
    capitalGainOrLoss: schedule.gainOrLoss, adjustedGrossIncome: beforeFloor, deduction: line22,
    seniorDeduction: Amount(.zero), taxableIncomeBeforeFloor: beforeFloor, taxableIncome: line23,
    longTermTax: regular.longTermTax, regularTax: line1a,
    alternativeMinimumTaxableIncome: minimum.alternativeMinimumTaxableIncome,
    alternativeMinimumTax: line1c, netInvestmentIncomeTax: investment,
    additionalMedicareTax: Amount(.zero), childAndDependentCredit: Amount(.zero),
    totalTax: line24, unrecaptured1250Tax: regular.unrecaptured1250Tax,
    collectiblesTax: regular.collectiblesTax, foreignTaxCredit: foreign.credit,
    foreignTaxCarryoverOut: foreign.carryover, stateTax: state,
    shortTermCarryoverOut: carryover.shortTerm,
    longTermCarryoverOut: carryover.longTerm)
}

/// Form 1041 lines 1 to 9.
private func fiduciaryIncome<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, gainOrLoss: Reading.Amount, reading: inout Reading
) -> Reading.Amount {
  let line1 = reading.line("1", of: .form1041, "Taxable interest", inputs.taxableInterest)
  let line2a = reading.line("2a", of: .form1041, "Ordinary dividends", inputs.ordinaryDividends)
  let line4 = reading.line("4", of: .form1041, "Capital gain or allowed loss", gainOrLoss)
  let line5 = reading.line(
    "3, 5", of: .form1041, "Business income, rents, royalties, partnerships and trusts",
    inputs.businessIncome + inputs.passiveIncome)
  let line7 = reading.line("7", of: .form1041, "Other gains or losses", inputs.otherGains)
  let line8 = reading.line(
    "8", of: .form1041, "Other income", inputs.wages + inputs.pensions)
  return reading.line(
    "9", of: .form1041, "Total income", line1 + line2a + line4 + line5 + line7 + line8)
}
