import Quantities

/// Form 8960: the net investment income tax.
///
/// A capital loss that Schedule D allows lowers other investment income, Reg. §1.1411-4(f)(4); more of
/// a net loss does not, Reg. §1.1411-4(d)(2). Where some gain is no net investment income, the rest is
/// netted, and its loss limited, by itself.
///
/// Source: 26 U.S.C. §1411(a)(1), (c).
///
/// - Parameters:
///   - inputs: interest, dividends, and other income and gain.
///   - schedule: Schedule D.
///   - modifiedIncome: Form 1040 line 11b and foreign earned income excluded.
///   - law: the year's law.
///   - rules: whether there is income of Schedule 1.
///   - reading: the arithmetic.
/// - Returns: line 17.
func netInvestmentIncomeTax<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, schedule: borrowing ScheduleD<Reading.Amount>,
  modifiedIncome: Reading.Amount, law: borrowing FederalLaw, rules: ReturnRules,
  reading: inout Reading
) -> Reading.Amount {
  let line1 = reading.line("1", of: .form8960, "Taxable interest", inputs.taxableInterest)
  let line2 = reading.line("2", of: .form8960, "Ordinary dividends", inputs.ordinaryDividends)
  var line12 = line1 + line2
  if rules.contains(.gainOutsideInvestment) {
    line12 =
      line12
      + investmentGain(inputs, schedule: schedule, law: law, reading: &reading)
      + reading.line(
        "4a", of: .form8960, "Rents, royalties and passive income", inputs.passiveIncome)
  } else {
    line12 =
      line12
      + reading.line("5a", of: .form8960, "Capital gain or allowed loss", schedule.gainOrLoss)
    if rules.contains(.additionalIncome) {
      line12 =
        line12
        + reading.line(
          "4a, 5a", of: .form8960, "Rents, royalties, passive income and other gains",
          inputs.passiveIncome + inputs.otherGains)
    }
  }
  if law.status == .estateOrTrust {
    line12 =
      line12
      - reading.line(
        "18b", of: .form8960, "Net investment income that is distributed",
        inputs.distributedInvestmentIncome)
  }
  line12 = reading.line(
    "12", of: .form8960, "Net investment income: lines 1 to 5c, less line 18b", line12)
  let line13 = reading.line(
    "13", of: .form8960, "Modified adjusted gross income", modifiedIncome)
  let line14 = reading.line(
    "14", of: .form8960, "Threshold", Reading.Amount(law.netInvestmentIncomeTax.threshold))
  let line15 = reading.line("15", of: .form8960, "Line 13 less line 14", line13 - line14)
  // The form floors lines 12 and 15 at zero each; one floor under the smaller of them is the same,
  // and the gains that stand in both cancel in the comparison.
  let line16 = reading.line(
    "16", of: .form8960, "Smaller of lines 12 and 15, not below zero",
    reading.positive(reading.smaller(of: line12, or: line15)))
  return reading.line(
    "17", of: .form8960, "Net investment income tax",
    reading.share(law.netInvestmentIncomeTax.rate, of: line16))
}

/// Line 5d where gain or loss is left out: what remains, a loss of capital no more than Schedule D
/// allows in a year.
private func investmentGain<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, schedule: borrowing ScheduleD<Reading.Amount>,
  law: borrowing FederalLaw, reading: inout Reading
) -> Reading.Amount {
  let zero = Reading.Amount(.zero)
  let all = reading.line(
    "5a", of: .form8960, "Net gain or loss of capital and other gains, before any limit",
    schedule.netShortTerm + schedule.netLongTerm + inputs.otherGains)
  let outside = reading.line(
    "5b-5c", of: .form8960, "Gain or loss that is no net investment income, its sign turned",
    zero - inputs.gainOutsideInvestment)
  // Ordinary losses of business property know no limit.
  let least =
    reading.smaller(of: inputs.otherGains, or: zero) - Reading.Amount(law.capitalLossLimit)
  return reading.line(
    "5d", of: .form8960, "Lines 5a to 5c, a loss of capital within the limit of a year",
    reading.larger(of: all + outside, or: least))
}
