import Quantities

/// Schedule 1-A, Part V: the enhanced deduction for seniors.
///
/// Source: 26 U.S.C. §151(d)(5)(C), by P.L. 119-21 §70103.
///
/// - Parameters:
///   - modifiedIncome: Form 1040 line 11b and foreign earned income excluded.
///   - facts: the ages; a spouse counts on a joint return.
///   - law: the year's law.
///   - reading: the arithmetic.
/// - Returns: line 37, the deduction of both.
func seniorDeduction<Reading: TaxArithmetic>(
  modifiedIncome: Reading.Amount, facts: ReturnFacts, law: borrowing FederalLaw,
  reading: inout Reading
) -> Reading.Amount {
  let none = Reading.Amount(.zero)
  let spouse = facts.spouseAge >= seniorAge && facts.status == .marriedJoint
  guard let deduction = law.seniorDeduction, facts.age >= seniorAge || spouse else { return none }
  let line31 = reading.line(
    "31", of: .schedule1A, "Modified adjusted gross income", modifiedIncome)
  let line32 = reading.line(
    "32", of: .schedule1A, "Where the deduction begins to shrink",
    Reading.Amount(deduction.phaseoutStart))
  let line33 = reading.line(
    "33", of: .schedule1A, "Line 31 less line 32, not below zero",
    reading.positive(line31 - line32))
  let line34 = reading.line(
    "34", of: .schedule1A, "Line 33 at the rate of the reduction",
    reading.share(deduction.phaseoutRate, of: line33))
  let line35 = reading.line(
    "35", of: .schedule1A, "The deduction of one person less line 34, not below zero",
    reading.positive(Reading.Amount(deduction.perPerson) - line34))
  let line36a = reading.line(
    "36a", of: .schedule1A, "Line 35 for the taxpayer, from age 65",
    facts.age >= seniorAge ? line35 : none)
  let line36b = reading.line(
    "36b", of: .schedule1A, "Line 35 for the spouse on a joint return, from age 65",
    spouse ? line35 : none)
  return reading.line(
    "37", of: .schedule1A, "Deduction for seniors: lines 36a and 36b", line36a + line36b)
}
