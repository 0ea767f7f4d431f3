import Quantities

extension TaxBeforeCredits {
  /// The tax with the deduction that the household takes.
  ///
  /// Where the choice is its own it takes the standard or the itemized deductions, whichever makes
  /// the regular and the minimum tax together less. The larger deduction is not always the better
  /// one: the minimum tax adds the standard deduction and the taxes among the itemized ones back.
  /// It is better where the regular tax decides, or where the minimum tax leaves more of it too;
  /// only otherwise are both taxes compared. Of two that cost the same the larger is taken, which
  /// uses up less of a loss. The foreign tax credit is taken off first. Of the deduction that is not
  /// taken no line is kept.
  ///
  /// Source: 26 U.S.C. §63(b), (e).
  ///
  /// - Parameters:
  ///   - inputs: all amounts.
  ///   - seniors: Form 1040 line 13b.
  ///   - income: Form 1040 lines 1z to 11.
  ///   - preferred: dividends and gain.
  ///   - repaidPremiumCredit: Schedule 2 line 1a.
  ///   - facts: the ages, and the choice.
  ///   - law: the year's law.
  ///   - rules: whether there is anything to itemize.
  ///   - reading: the arithmetic.
  /// - Returns: lines 12 to 18.
  static func elected<Reading: TaxArithmetic>(
    _ inputs: borrowing ReturnInputs<Amount>, seniors: Amount,
    income: borrowing IndividualIncome<Amount>, preferred: borrowing PreferredIncome<Amount>,
    repaidPremiumCredit: Amount, facts: ReturnFacts, law: borrowing FederalLaw, rules: ReturnRules,
    reading: inout Reading
  ) -> Self where Reading.Amount == Amount {
    let afterSeniors = income.adjustedGrossIncome - seniors
    let start = reading.lineCount
    var plain: DeductionCandidate<Amount> =
      if case .given(let total, let taxes) = facts.deduction {
        .given(total, taxes: taxes)
      } else {
        .standard(inputs, facts: facts, law: law, rules: rules, reading: &reading)
      }
    plain.complete(
      income: afterSeniors, preferred: preferred, inputs: inputs, law: law, rules: rules,
      reading: &reading)
    guard rules.contains(.election) else {
      return Self(
        plain, seniors: seniors, income: income, preferred: preferred,
        repaidPremiumCredit: repaidPremiumCredit, inputs: inputs, law: law, rules: rules,
        reading: &reading)
    }
    let plainLines = start..<reading.lineCount
    var itemized = DeductionCandidate.itemized(
      inputs, income: income, law: law, rules: rules, reading: &reading)
    itemized.complete(
      income: afterSeniors, preferred: preferred, inputs: inputs, law: law, rules: rules,
      reading: &reading)

    let isPlainLarger = reading.isAtMost(itemized.total, plain.total)
    let (larger, smaller) = isPlainLarger ? (plain, itemized) : (itemized, plain)
    let first = reading.lineCount
    let itemizedLines = plainLines.upperBound..<first
    let (largerLines, smallerLines) =
      isPlainLarger ? (plainLines, itemizedLines) : (itemizedLines, plainLines)
    let tax = Self(
      larger, seniors: seniors, income: income, preferred: preferred,
      repaidPremiumCredit: repaidPremiumCredit, inputs: inputs, law: law, rules: rules,
      reading: &reading)
    if reading.isAtMost(tax.minimum.tentativeMinimumTax, tax.afterForeignCredit)
      || reading.isAtMost(smaller.kept, larger.kept)
    {
      reading.dropLines(smallerLines)
      return tax
    }
    let second = reading.lineCount
    let other = Self(
      smaller, seniors: seniors, income: income, preferred: preferred,
      repaidPremiumCredit: repaidPremiumCredit, inputs: inputs, law: law, rules: rules,
      reading: &reading)
    if reading.isAtMost(tax.total, other.total) {
      reading.dropLines(second..<reading.lineCount)
      reading.dropLines(smallerLines)
      return tax
    }
    reading.dropLines(first..<second)
    reading.dropLines(largerLines)
    return other
  }
}
