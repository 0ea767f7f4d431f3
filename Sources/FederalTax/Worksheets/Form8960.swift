import Quantities

/// Form 8960: the net investment income tax.
///
/// A capital loss that Schedule D allows lowers other investment income, Reg. §1.1411-4(f)(4).
///
/// Source: 26 U.S.C. §1411(a)(1), (c).
///
/// - Parameters:
///   - inputs: interest and dividends.
///   - gainOrLoss: Form 1040 line 7a.
///   - adjustedGrossIncome: Form 1040 line 11b.
///   - law: the year's law.
///   - reading: the arithmetic.
/// - Returns: line 17.
func netInvestmentIncomeTax<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, gainOrLoss: Reading.Amount,
  adjustedGrossIncome: Reading.Amount, law: FederalLaw, reading: inout Reading
) -> Reading.Amount {
  let line1 = reading.line("1", of: .form8960, "Taxable interest", inputs.taxableInterest)
  let line2 = reading.line("2", of: .form8960, "Ordinary dividends", inputs.ordinaryDividends)
  let line5a = reading.line("5a", of: .form8960, "Capital gain or allowed loss", gainOrLoss)
  let line12 = reading.line(
    "12", of: .form8960, "Net investment income: lines 1, 2 and 5a", line1 + line2 + line5a)
  let line13 = reading.line(
    "13", of: .form8960, "Modified adjusted gross income", adjustedGrossIncome)
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
