import Quantities

/// The federal return: Form 1040 with the forms and worksheets behind it, line by line; for an
/// estate or trust Form 1041, for a corporation Form 1120.
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
  if facts.corporation != nil {
    return corporateReturn(inputs, facts: facts, law: law, reading: &reading)
  }
  if facts.status == .estateOrTrust {
    return fiduciaryReturn(inputs, facts: facts, law: law, rules: rules, reading: &reading)
  }
  let schedule = ScheduleD(inputs, law: law, reading: &reading)
  let income = IndividualIncome(
    inputs, schedule: schedule, facts: facts, law: law, rules: rules, reading: &reading)
  let preferred = PreferredIncome(inputs, schedule: schedule, rules: rules, reading: &reading)
  let line13b = seniorDeduction(
    modifiedIncome: income.modifiedIncome, facts: facts, law: law, reading: &reading)
  let premium = PremiumTaxCredit(
    modifiedIncome: income.modifiedIncome,
    untaxed: inputs.taxExemptInterest + inputs.socialSecurityBenefits
      - income.taxableSocialSecurity,
    facts: facts, law: law, reading: &reading)
  let tax = TaxBeforeCredits.elected(
    inputs, seniors: line13b, income: income, preferred: preferred,
    repaidPremiumCredit: premium.excess, facts: facts, law: law, rules: rules, reading: &reading)

  let minimum = tax.total - tax.afterForeignCredit
  let line17 = reading.line(
    "17", of: .form1040,
    "Alternative minimum tax, what the tentative tax has over the regular one; premium credit repaid",
    minimum + premium.excess)
  let line18 = reading.line("18", of: .form1040, "Lines 16 and 17", tax.regular.tax + line17)
  // Schedule 8812, Credit Limit Worksheet A: the foreign tax credit comes first.
  let credits = DependentCredits(
    income, tax: tax.total, facts: facts, law: law, rules: rules, reading: &reading)
  let line19 = reading.line(
    "19", of: .form1040, "Credits for children and other dependents", credits.used)
  var line21 = line19
  if rules.contains(.foreignTax) {
    let line20 = reading.line("20", of: .form1040, "Foreign tax credit", tax.foreign.credit)
    line21 = reading.line("21", of: .form1040, "Lines 19 and 20", line19 + line20)
  }
  let line22 = reading.line("22", of: .form1040, "Line 18 less credits", line18 - line21)
  let medicare = additionalMedicareTax(wages: income.wages, law: law, reading: &reading)
  let investment = netInvestmentIncomeTax(
    inputs, schedule: schedule, modifiedIncome: income.modifiedIncome, law: law,
    rules: rules, reading: &reading)
  let line23 = reading.line(
    "23", of: .form1040, "Additional Medicare and net investment income tax",
    medicare + investment)
  let line24 = reading.line("24", of: .form1040, "Total tax", line22 + line23)

  let premiums = medicareSurcharge(
    modifiedIncome: income.modifiedIncome, taxExemptInterest: inputs.taxExemptInterest,
    facts: facts, law: law, reading: &reading)
  let state = stateIncomeTax(
    adjustedGrossIncome: income.adjustedGrossIncome, capitalGainOrLoss: income.gainOrLoss,
    facts: facts, reading: &reading)
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
    alternativeMinimumTax: minimum, netInvestmentIncomeTax: investment,
    additionalMedicareTax: medicare, childAndDependentCredit: line19, totalTax: line24,
    taxableSocialSecurity: income.taxableSocialSecurity, iraDeduction: income.iraDeduction,
    isItemized: tax.isItemized, qualifiedBusinessDeduction: tax.businessDeduction,
    unrecaptured1250Tax: tax.regular.unrecaptured1250Tax,
    collectiblesTax: tax.regular.collectiblesTax, foreignTaxCredit: tax.foreign.credit,
    foreignTaxCarryoverOut: tax.foreign.carryover, excessPremiumCredit: premium.excess,
    netPremiumCredit: premium.net, refundableChildCredit: credits.refunded,
    medicareSurcharge: premiums, stateTax: state,
    shortTermCarryoverOut: carryover.shortTerm, longTermCarryoverOut: carryover.longTerm)
}
