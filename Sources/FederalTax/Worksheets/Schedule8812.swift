import Quantities

/// Schedule 8812, Part I: the credits for children and other dependents that lower the tax.
///
/// Source: 26 U.S.C. §24(a), (b), (h).
///
/// - Parameters:
///   - adjustedGrossIncome: Form 1040 line 11b.
///   - tax: Form 1040 line 18, which the credits cannot exceed.
///   - facts: the children and other dependents.
///   - law: the year's law.
///   - reading: the arithmetic.
/// - Returns: line 14, the credits used.
func dependentCredit<Reading: TaxArithmetic>(
  adjustedGrossIncome: Reading.Amount, tax: Reading.Amount, facts: ReturnFacts, law: FederalLaw,
  reading: inout Reading
) -> Reading.Amount {
  guard facts.childrenUnder17 > 0 || facts.otherDependents > 0 else {
    return Reading.Amount(.zero)
  }
  let credit = law.dependentCredit
  let line3 = reading.line(
    "3", of: .schedule8812, "Modified adjusted gross income", adjustedGrossIncome)
  let line5 = reading.line(
    "5", of: .schedule8812, "Credit for children under 17",
    Reading.Amount(facts.childrenUnder17 * credit.perChild))
  let line7 = reading.line(
    "7", of: .schedule8812, "Credit for other dependents",
    Reading.Amount(facts.otherDependents * credit.perOtherDependent))
  let line8 = reading.line("8", of: .schedule8812, "Lines 5 and 7", line5 + line7)
  let line11 = reading.line(
    "11", of: .schedule8812, "Reduction for each step of line 3, or part of one, above line 9",
    reading.steps(credit.reduction, at: line3))
  let line12 = reading.line(
    "12", of: .schedule8812, "Line 8 less line 11, not below zero",
    reading.positive(line8 - line11))
  let line13 = reading.line("13", of: .schedule8812, "Tax that the credits can lower", tax)
  return reading.line(
    "14", of: .schedule8812, "Credits: smaller of lines 12 and 13",
    reading.smaller(of: line12, or: line13))
}
