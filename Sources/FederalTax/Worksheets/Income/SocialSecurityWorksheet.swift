import Quantities

/// Social Security Benefits Worksheet: the taxable part of benefits.
///
/// Source: 26 U.S.C. §86; Form 1040 instructions (2025), lines 6a and 6b; Pub. 915.
///
/// - Parameters:
///   - inputs: the benefits, and what modified income adds.
///   - otherIncome: income without the benefits, less adjustments.
///   - facts: whether spouses who file separately lived apart.
///   - law: the year's law.
///   - reading: the arithmetic.
/// - Returns: line 18.
func taxableSocialSecurity<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, otherIncome: Reading.Amount, facts: ReturnFacts,
  law: borrowing FederalLaw, reading: inout Reading
) -> Reading.Amount {
  let rules = facts.livedApart ? law.socialSecurityApart : law.socialSecurity
  let benefits = inputs.socialSecurityBenefits
  let line1 = reading.line("1", of: .socialSecurity, "Benefits", benefits)
  let line2 = reading.line(
    "2", of: .socialSecurity, "Half of line 1", reading.share(rules.firstPart, of: line1))
  let line4 = reading.line(
    "3-4", of: .socialSecurity, "Tax-exempt interest, other income less adjustments, exclusions",
    otherIncome + inputs.taxExemptInterest + inputs.foreignEarnedIncomeExclusion)
  let line7 = reading.line("7", of: .socialSecurity, "Lines 2 to 4", line2 + line4)
  let line8 = reading.line("8", of: .socialSecurity, "Base", Reading.Amount(rules.base))
  let line9 = reading.line(
    "9", of: .socialSecurity, "Line 7 less line 8, not below zero",
    reading.positive(line7 - line8))
  let line10 = reading.line(
    "10", of: .socialSecurity, "From the base to the adjusted base",
    Reading.Amount(rules.adjustedBase - rules.base))
  let line12 = reading.line(
    "12", of: .socialSecurity, "Smaller of lines 9 and 10", reading.smaller(of: line9, or: line10))
  let line11 = reading.line(
    "11", of: .socialSecurity, "Line 9 less line 10, not below zero", line9 - line12)
  let line13 = reading.line(
    "13", of: .socialSecurity, "Half of line 12", reading.share(rules.firstPart, of: line12))
  let line14 = reading.line(
    "14", of: .socialSecurity, "Smaller of lines 2 and 13", reading.smaller(of: line2, or: line13))
  let line15 = reading.line(
    "15", of: .socialSecurity, "Line 11 at the larger part",
    reading.share(rules.secondPart, of: line11))
  let line16 = reading.line("16", of: .socialSecurity, "Lines 14 and 15", line14 + line15)
  let line17 = reading.line(
    "17", of: .socialSecurity, "Line 1 at the larger part",
    reading.share(rules.secondPart, of: line1))
  return reading.line(
    "18", of: .socialSecurity, "Taxable benefits: smaller of lines 16 and 17",
    reading.smaller(of: line16, or: line17))
}
