import Quantities

/// The federal return: Form 1040 with the forms and worksheets behind it, line by line; for an
/// estate or trust Form 1041.
///
/// Source: Form 1040 (2025), whose numbering serves every year.
///
/// - Parameters:
///   - inputs: the amounts.
///   - facts: the household; its status is that of `law`.
///   - law: the law of the year and status.
///   - rules: what the return can need; at least what ``ReturnRules/init(of:facts:law:)`` says of
///     amounts that a plan does not move, and what the plan may bring.
///   - reading: how amounts are computed and what is kept of each line.
/// - Returns: the lines that others ask for.
public func federalReturn<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, facts: ReturnFacts, law: FederalLaw,
  rules: ReturnRules, reading: inout Reading
) -> FederalReturn<Reading.Amount> {
  precondition(facts.status == law.status, "the law is of another filing status")
  if facts.status == .estateOrTrust {
    return fiduciaryReturn(inputs, facts: facts, law: law, rules: rules, reading: &reading)
  }
  let schedule = ScheduleD(inputs, law: law, reading: &reading)
  let income = IndividualIncome(
    inputs, schedule: schedule, facts: facts, law: law, rules: rules, reading: &reading)
  let preferred = PreferredIncome(inputs, schedule: schedule, rules: rules, reading: &reading)
  let line13b = seniorDeduction(
    modifiedIncome: income.modifiedIncome, facts: facts, law: law, reading: &reading)
  let tax = TaxBeforeCredits.elected(
    inputs, seniors: line13b, income: income, preferred: preferred, facts: facts, law: law,
    rules: rules, reading: &reading)

  let line17 = reading.line(
    "17", of: .form1040, "Alternative minimum tax: what the tentative tax has over line 16",
    tax.total - tax.regular.tax)
  let line18 = reading.line("18", of: .form1040, "Lines 16 and 17", tax.total)
  let credits = DependentCredits(
    income, tax: line18, facts: facts, law: law, rules: rules, reading: &reading)
  let line19 = reading.line(
    "19", of: .form1040, "Credits for children and other dependents", credits.used)
  let line22 = reading.line("22", of: .form1040, "Line 18 less line 19", line18 - line19)
  let medicare = additionalMedicareTax(wages: income.wages, law: law, reading: &reading)
  let investment = netInvestmentIncomeTax(
    inputs, gainOrLoss: income.gainOrLoss, modifiedIncome: income.modifiedIncome, law: law,
    rules: rules, reading: &reading)
  let line23 = reading.line(
    "23", of: .form1040, "Additional Medicare and net investment income tax",
    medicare + investment)
  let line24 = reading.line("24", of: .form1040, "Total tax", line22 + line23)

  let carryover = CapitalLossCarryover(
    schedule: schedule, taxableIncomeBeforeFloor: tax.taxableIncomeBeforeFloor,
    reading: &reading)
  return FederalReturn(
    netShortTerm: schedule.netShortTerm, netLongTerm: schedule.netLongTerm,
    capitalGainOrLoss: income.gainOrLoss, adjustedGrossIncome: income.adjustedGrossIncome,
    deduction: tax.deduction, seniorDeduction: line13b,
    taxableIncomeBeforeFloor: tax.taxableIncomeBeforeFloor, taxableIncome: tax.taxableIncome,
    longTermTax: tax.regular.longTermTax, regularTax: tax.regular.tax,
    alternativeMinimumTaxableIncome: tax.minimum.alternativeMinimumTaxableIncome,
    alternativeMinimumTax: line17, netInvestmentIncomeTax: investment,
    additionalMedicareTax: medicare, childAndDependentCredit: line19, totalTax: line24,
    taxableSocialSecurity: income.taxableSocialSecurity, iraDeduction: income.iraDeduction,
    isItemized: tax.isItemized, qualifiedBusinessDeduction: tax.businessDeduction,
    unrecaptured1250Tax: tax.regular.unrecaptured1250Tax,
    collectiblesTax: tax.regular.collectiblesTax, refundableChildCredit: credits.refunded,
    shortTermCarryoverOut: carryover.shortTerm, longTermCarryoverOut: carryover.longTerm)
}
