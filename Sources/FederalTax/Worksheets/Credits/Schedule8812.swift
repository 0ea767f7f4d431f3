import Quantities

/// Schedule 8812: the credits for children and other dependents.
///
/// Source: 26 U.S.C. §24(a), (b), (d), (h).
struct DependentCredits<Amount: TaxAmount> {
  /// Line 14: the credits that lower the tax.
  let used: Amount
  /// Line 27: what is refunded.
  let refunded: Amount

  /// Fills the form in.
  ///
  /// Line 21 of the form, by which three or more children may be refunded more, is not figured.
  ///
  /// - Parameters:
  ///   - income: wages and modified income.
  ///   - tax: Form 1040 line 18 less the credits before these, which they cannot exceed.
  ///   - facts: the children and other dependents.
  ///   - law: the year's law.
  ///   - rules: whether there are such credits, and whether one can be refunded.
  ///   - reading: the arithmetic.
  init<Reading: TaxArithmetic>(
    _ income: borrowing IndividualIncome<Amount>, tax: Amount, facts: ReturnFacts,
    law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
  ) where Reading.Amount == Amount {
    guard rules.contains(.dependentCredit) else {
      used = Amount(.zero)
      refunded = Amount(.zero)
      return
    }
    let credit = law.dependentCredit
    let line3 = reading.line(
      "3", of: .schedule8812, "Modified adjusted gross income", income.modifiedIncome)
    let line5 = reading.line(
      "5", of: .schedule8812, "Credit for children under 17",
      Amount(facts.childrenUnder17 * credit.perChild))
    let line7 = reading.line(
      "7", of: .schedule8812, "Credit for other dependents",
      Amount(facts.otherDependents * credit.perOtherDependent))
    let line8 = reading.line("8", of: .schedule8812, "Lines 5 and 7", line5 + line7)
    let line11 = reading.line(
      "11", of: .schedule8812, "Reduction for each step of line 3, or part of one, above line 9",
      reading.steps(credit.reduction, at: line3))
    let line12 = reading.line(
      "12", of: .schedule8812, "Line 8 less line 11, not below zero",
      reading.positive(line8 - line11))
    let line13 = reading.line("13", of: .schedule8812, "Tax that the credits can lower", tax)
    used = reading.line(
      "14", of: .schedule8812, "Credits: smaller of lines 12 and 13",
      reading.smaller(of: line12, or: line13))
    guard rules.contains(.refundableChildCredit) else {
      refunded = Amount(.zero)
      return
    }
    let line16a = reading.line("16a", of: .schedule8812, "Line 12 less line 14", line12 - used)
    let line16b = reading.line(
      "16b", of: .schedule8812, "The most that the children are refunded",
      Amount(facts.childrenUnder17 * credit.refundablePerChild))
    let line17 = reading.line(
      "17", of: .schedule8812, "Smaller of lines 16a and 16b",
      reading.smaller(of: line16a, or: line16b))
    let line20 = reading.line(
      "20", of: .schedule8812, "Earned income beyond its start, at the rate of the refund",
      reading.share(
        credit.refundRate, of: reading.positive(income.wages - Amount(credit.refundStart))))
    refunded = reading.line(
      "27", of: .schedule8812, "Refunded: smaller of lines 17 and 20",
      reading.smaller(of: line17, or: line20))
  }
}
