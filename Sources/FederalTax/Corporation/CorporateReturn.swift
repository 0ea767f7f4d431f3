import Quantities

/// The return of a C corporation: Form 1120 with its Schedule D.
///
/// Ordinary and capital income bear one rate. Capital losses count only against capital gains: what
/// exceeds them is carried back to the three years before, earliest first, and then forward for
/// five years as a short-term loss. What the years before give back is a negative part of
/// ``FederalReturn/totalTax``, which therefore may be negative; an ordinary loss gives nothing.
///
/// Losses carried in come in two pools: ``ReturnInputs/longTermCarryover`` holds the older ones,
/// which are used first and of which ``CorporationFacts/unexpiredCarryover`` at most outlast the
/// year; ``ReturnInputs/shortTermCarryover`` holds newer ones, to which a loss of the year is
/// added. The losses carried out come in the same pools.
///
/// Source: 26 U.S.C. §§11, 1211(a), 1212(a)(1).
///
/// - Parameters:
///   - inputs: the amounts of the fiscal year; of itemized deductions, credits and the like none
///     counts.
///   - facts: the corporation and the state; the filing status does not matter.
///   - law: the law of the calendar year in which the fiscal year begins.
///   - reading: the arithmetic.
/// - Returns: the lines that a corporation has; all others are zero. Net capital gain after losses
///   carried in stands as ``FederalReturn/capitalGainOrLoss``, never negative.
func corporateReturn<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, facts: ReturnFacts, law: FederalLaw,
  reading: inout Reading
) -> FederalReturn<Reading.Amount> {
  let zero = Reading.Amount(.zero)
  let corporation = facts.corporation ?? CorporationFacts()
  let schedule = CorporateScheduleD(inputs, corporation: corporation, reading: &reading)

  let line4 = reading.line("4", of: .form1120, "Dividends", inputs.ordinaryDividends)
  let line5 = reading.line("5", of: .form1120, "Interest", inputs.taxableInterest)
  let line8 = reading.line(
    "8", of: .form1120, "Capital gain net income: Schedule D line 18", schedule.gain)
  let line9 = reading.line(
    "9", of: .form1120, "Ordinary gain or loss of business property", inputs.otherGains)
  let line10 = reading.line(
    "1c-10", of: .form1120, "Business and other income, less its deductions",
    inputs.wages + inputs.spouseWages + inputs.pensions + inputs.passiveIncome
      + inputs.businessIncome)
  let line28 = reading.line(
    "28", of: .form1120, "Taxable income before special deductions",
    line4 + line5 + line8 + line9 + line10)
  let line30 = reading.line(
    "30", of: .form1120, "Taxable income, not below zero", reading.positive(line28))
  let tax = reading.line(
    "J1a", of: .form1120, "Tax at the rate of corporations",
    reading.share(law.corporateRate, of: line30))
  let refund = reading.share(law.corporateRate, of: schedule.carriedBack)
  let total =
    corporation.earlierGains.isEmpty
    ? tax
    : reading.line(
      "31", of: .form1120, "Tax less what the loss carried back returns of earlier years",
      tax - refund)
  let state = stateIncomeTax(
    adjustedGrossIncome: line28, capitalGainOrLoss: line8, facts: facts, reading: &reading)

  var result = FederalReturn(
    netShortTerm: inputs.shortTermGain, netLongTerm: inputs.longTermGain, capitalGainOrLoss: line8,
    adjustedGrossIncome: line28, deduction: zero, seniorDeduction: zero,
    taxableIncomeBeforeFloor: line28, taxableIncome: line30, longTermTax: zero, regularTax: total,
    alternativeMinimumTaxableIncome: zero, alternativeMinimumTax: zero,
    netInvestmentIncomeTax: zero, additionalMedicareTax: zero, childAndDependentCredit: zero,
    totalTax: total, shortTermCarryoverOut: schedule.newerLossesOut,
    longTermCarryoverOut: schedule.olderLossesOut)
  result.stateTax = state
  result.expiredLoss = schedule.expired
  return result
}

/// Schedule D of Form 1120: gains and losses of both terms netted, and losses carried.
private struct CorporateScheduleD<Amount: TaxAmount> {
  /// Line 18: net gain after losses carried in, never negative.
  let gain: Amount
  /// The part of the year's net loss that earlier years take, positive.
  let carriedBack: Amount
  /// What is left of the older pool and does not expire, positive.
  let olderLossesOut: Amount
  /// What is left of the older pool and expires, positive.
  let expired: Amount
  /// What is left of the newer pool and of the year's loss, positive.
  let newerLossesOut: Amount

  init<Reading: TaxArithmetic>(
    _ inputs: ReturnInputs<Amount>, corporation: borrowing CorporationFacts, reading: inout Reading
  ) where Reading.Amount == Amount {
    let line5 = reading.line(
      "1-5", of: .corporateScheduleD, "Short-term gain or loss of the year", inputs.shortTermGain)
    let line14 = reading.line(
      "8-14", of: .corporateScheduleD, "Long-term gain or loss of the year", inputs.longTermGain)
    let net = line5 + line14
    let netGain = reading.positive(net)
    let older = inputs.longTermCarryover
    let newer = inputs.shortTermCarryover
    let olderUsed = reading.line(
      "6 (older)", of: .corporateScheduleD, "Older losses carried in that the net gain takes",
      reading.smaller(of: netGain, or: older))
    let rest = netGain - olderUsed
    let newerUsed = reading.line(
      "6 (newer)", of: .corporateScheduleD, "Newer losses carried in that the rest of it takes",
      reading.smaller(of: rest, or: newer))
    gain = reading.line(
      "18", of: .corporateScheduleD, "Net gain after losses carried in", rest - newerUsed)

    let loss = reading.line(
      "18 (loss)", of: .corporateScheduleD, "Net loss of the year, which it cannot deduct",
      netGain - net)
    carriedBack =
      corporation.earlierGains.isEmpty
      ? Amount(.zero)
      : reading.line(
        "1139", of: .corporateScheduleD, "Loss carried back to gains of the three years before",
        reading.smaller(of: loss, or: Amount(corporation.earlierGains.total())))
    olderLossesOut = reading.line(
      "out (older)", of: .corporateScheduleD, "Older losses left that do not expire",
      reading.smaller(of: older - olderUsed, or: Amount(corporation.unexpiredCarryover)))
    expired = reading.line(
      "out (expired)", of: .corporateScheduleD, "Older losses left that expire with the year",
      older - olderUsed - olderLossesOut)
    newerLossesOut = reading.line(
      "out (newer)", of: .corporateScheduleD, "Newer losses left, with the year's",
      newer - newerUsed + loss - carriedBack)
  }
}
