import Quantities

/// Form 8995-A: the deduction of qualified business income.
///
/// Trades that are specified services are not among the inputs, nor are losses carried between
/// years.
///
/// Source: 26 U.S.C. §199A(a), (b), (i).
///
/// - Parameters:
///   - inputs: the income of the trades, and their limit by wages and property.
///   - taxableIncome: line 33: taxable income before this deduction.
///   - preferred: line 34: net capital gain and qualified dividends.
///   - law: the year's law.
///   - rules: whether the limit or the least deduction can matter.
///   - reading: the arithmetic.
/// - Returns: line 39.
func businessDeduction<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, taxableIncome: Reading.Amount,
  preferred: Reading.Amount, law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
) -> Reading.Amount {
  let deduction = law.businessDeduction
  let line2 = reading.line(
    "2", of: .form8995, "Qualified business income", inputs.qualifiedBusinessIncome)
  let line3 = reading.line(
    "3", of: .form8995, "Line 2 at the rate of the deduction",
    reading.share(deduction.rate, of: line2))
  var line13 = line3
  if rules.contains(.businessDeductionLimit) {
    line13 = phasedIn(
      line3, limit: inputs.qualifiedBusinessLimit, taxableIncome: taxableIncome,
      deduction: deduction, reading: &reading)
  }
  let line33 = reading.line(
    "33", of: .form8995, "Taxable income before this deduction", taxableIncome)
  let line34 = reading.line(
    "34", of: .form8995, "Net capital gain and qualified dividends", preferred)
  let line36 = reading.line(
    "36", of: .form8995, "Line 33 less line 34, not below zero, at the rate of the deduction",
    reading.share(deduction.rate, of: reading.positive(line33 - line34)))
  let line37 = reading.line(
    "37", of: .form8995, "Smaller of lines 13 and 36", reading.smaller(of: line13, or: line36))
  guard rules.contains(.businessDeductionMinimum) else {
    return reading.line("39", of: .form8995, "Deduction", line37)
  }
  return reading.line(
    "39", of: .form8995, "Deduction: line 37, at least the least deduction",
    reading.larger(of: line37, or: Reading.Amount(deduction.minimum)))
}

/// Parts II and III: what the limit by wages and property leaves, which sets in over a range.
private func phasedIn<Reading: TaxArithmetic>(
  _ line3: Reading.Amount, limit: Reading.Amount, taxableIncome: Reading.Amount,
  deduction: BusinessDeduction, reading: inout Reading
) -> Reading.Amount {
  let line10 = reading.line("10", of: .form8995, "Limit by wages and property", limit)
  let line19 = reading.line("19", of: .form8995, "Line 3 less line 10", line3 - line10)
  let line22 = reading.line(
    "22", of: .form8995, "Taxable income beyond the threshold, not below zero",
    reading.positive(taxableIncome - Reading.Amount(deduction.threshold)))
  // A portion is at most the whole, which line 19 may exceed a thousand times and not more.
  let scale = 1_000
  let line25 = reading.line(
    "25", of: .form8995, "Line 19 by the part of the range that line 22 is",
    reading.portion(
      line19, of: Reading.Amount(scale * deduction.range),
      times: reading.share(Rate(millionths: Int64(scale) * Rate.one.millionths), of: line22)))
  return reading.line(
    "13", of: .form8995, "Line 3 less line 25, at least line 10",
    reading.larger(of: line3 - line25, or: line10))
}
