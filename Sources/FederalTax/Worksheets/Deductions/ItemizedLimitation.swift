import Quantities

/// What itemized deductions lose of the part that reaches the highest bracket.
///
/// Source: 26 U.S.C. §68(a), by P.L. 119-21 §70111. The worksheet of the form was not printed when
/// this was written; its lines are numbered here by themselves.
///
/// - Parameters:
///   - itemized: the deductions of Schedule A.
///   - incomeBefore: taxable income with them not taken, but with the other deductions taken.
///   - limitation: the year's rule.
///   - reading: the arithmetic.
/// - Returns: the reduction.
func itemizedReduction<Reading: TaxArithmetic>(
  _ itemized: Reading.Amount, incomeBefore: Reading.Amount, limitation: ItemizedLimitation,
  reading: inout Reading
) -> Reading.Amount {
  let line1 = reading.line("1", of: .itemizedLimitation, "Itemized deductions", itemized)
  let line2 = reading.line(
    "2", of: .itemizedLimitation, "Taxable income before them, beyond the highest bracket's start",
    reading.positive(incomeBefore - Reading.Amount(limitation.start)))
  let line3 = reading.line(
    "3", of: .itemizedLimitation, "Smaller of lines 1 and 2", reading.smaller(of: line1, or: line2))
  return reading.line(
    "4", of: .itemizedLimitation, "Reduction: the part of line 3",
    reading.portion(
      Reading.Amount(Money(cents: limitation.part.millionths)),
      of: Reading.Amount(Money(cents: limitation.whole.millionths)), times: line3))
}
