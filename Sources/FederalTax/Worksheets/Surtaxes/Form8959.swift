import Quantities

/// Form 8959, Part I: the additional Medicare tax on wages; capital gains never enter.
///
/// Source: 26 U.S.C. §3101(b)(2).
///
/// - Parameters:
///   - wages: Form 1040 line 1z, of both spouses on a joint return.
///   - law: the year's law.
///   - reading: the arithmetic.
/// - Returns: line 18.
func additionalMedicareTax<Reading: TaxArithmetic>(
  wages: Reading.Amount, law: borrowing FederalLaw, reading: inout Reading
) -> Reading.Amount {
  let line4 = reading.line("4", of: .form8959, "Medicare wages", wages)
  let line5 = reading.line(
    "5", of: .form8959, "Threshold", Reading.Amount(law.additionalMedicareTax.threshold))
  let line6 = reading.line(
    "6", of: .form8959, "Line 4 less line 5, not below zero", reading.positive(line4 - line5))
  return reading.line(
    "18", of: .form8959, "Additional Medicare tax",
    reading.share(law.additionalMedicareTax.rate, of: line6))
}
