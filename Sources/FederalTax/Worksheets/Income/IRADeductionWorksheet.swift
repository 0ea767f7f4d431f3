import Quantities

/// The age from which more may be contributed, IRC §219(b)(5)(B).
private let catchUpAge = 50

/// The deductions of both spouses for contributions to traditional IRAs: Schedule 1 line 20.
///
/// Source: 26 U.S.C. §219(b), (g); Pub. 590-A, worksheet 1-2.
///
/// - Parameters:
///   - inputs: the contributions.
///   - modifiedIncome: adjusted gross income without the deduction, foreign earned income included.
///   - facts: the ages, and who is covered by a plan at work.
///   - law: the year's law.
///   - rules: who contributes.
///   - reading: the arithmetic.
/// - Returns: the deductions.
func iraDeductions<Reading: TaxArithmetic>(
  _ inputs: ReturnInputs<Reading.Amount>, modifiedIncome: Reading.Amount, facts: ReturnFacts,
  law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
) -> Reading.Amount {
  let law = facts.livedApart ? law.iraApart : law.ira
  func range(isCovered: Bool, isOtherCovered: Bool) -> IncomeRange? {
    isCovered ? law.covered : isOtherCovered ? law.spouseCovered : nil
  }
  func limit(_ age: Int) -> Money { age >= catchUpAge ? law.limit + law.catchUp : law.limit }

  var sum = Reading.Amount(.zero)
  if rules.contains(.iraContribution) {
    sum = iraDeduction(
      inputs.iraContribution, limit: limit(facts.age),
      range: range(
        isCovered: facts.isCoveredByPlan, isOtherCovered: facts.isSpouseCoveredByPlan),
      modifiedIncome: modifiedIncome, law: law, reading: &reading)
  }
  if rules.contains(.spouseIraContribution) {
    sum =
      sum
      + iraDeduction(
        inputs.spouseIraContribution, limit: limit(facts.spouseAge),
        range: range(
          isCovered: facts.isSpouseCoveredByPlan, isOtherCovered: facts.isCoveredByPlan),
        modifiedIncome: modifiedIncome, law: law, reading: &reading)
  }
  return reading.line("20", of: .schedule1, "Deduction for IRAs", sum)
}

/// The deduction of one person.
private func iraDeduction<Reading: TaxArithmetic>(
  _ contribution: Reading.Amount, limit: Money, range: IncomeRange?,
  modifiedIncome: Reading.Amount, law: IRARules, reading: inout Reading
) -> Reading.Amount {
  let line6 = reading.line(
    "6", of: .iraDeduction, "Contribution, at most the limit",
    reading.smaller(of: contribution, or: Reading.Amount(limit)))
  guard let range else { return line6 }
  let line1 = reading.line(
    "1", of: .iraDeduction, "Where the deduction ends", Reading.Amount(range.end))
  let line2 = reading.line("2", of: .iraDeduction, "Modified income", modifiedIncome)
  let line3 = reading.line(
    "3", of: .iraDeduction, "Line 1 less line 2, not below zero",
    reading.positive(line1 - line2))
  let part = Rate(
    millionths: roundedQuotient(
      limit.cents * Rate.one.millionths, over: range.width.cents, .halfUp))
  let reduced = reading.roundedUp(part, of: line3, toMultipleOf: law.rounding)
  let least = reading.cliffs(
    CliffSchedule([.init(threshold: .zero, total: law.least)], isFavorable: true), at: line3)
  let line4 = reading.line(
    "4", of: .iraDeduction,
    "Line 3 by its part of the limit, rounded up, and at least the least deduction",
    reading.larger(of: reduced, or: least))
  return reading.line(
    "7", of: .iraDeduction, "Deduction: smaller of lines 4 and 6",
    reading.smaller(of: line4, or: line6))
}
