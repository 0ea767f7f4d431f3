import Quantities

/// A deduction that a return may take, with the one for business income that goes with it.
struct DeductionCandidate<Amount: TaxAmount> {
  /// Form 1040 line 12e.
  var amount: Amount
  /// The part that the alternative minimum tax adds back: Form 6251 line 2a.
  let addedBack: Amount
  /// Whether it is itemized by election.
  var isItemized = false
  /// Form 1040 line 13a.
  var business = Amount(.zero)

  /// All that it takes from income.
  var total: Amount { amount + business }
  /// What the alternative minimum tax leaves of that.
  var kept: Amount { total - addedBack }
}

extension DeductionCandidate {
  /// The standard deduction, and from 2026 on what gifts in cash deduct beside it, which the
  /// alternative minimum tax does not add back, IRC §170(p).
  static func standard<Reading: TaxArithmetic>(
    _ inputs: borrowing ReturnInputs<Amount>, facts: ReturnFacts, law: borrowing FederalLaw,
    rules: ReturnRules, reading: inout Reading
  ) -> Self where Reading.Amount == Amount {
    let standard = Amount(standardDeduction(facts, law: law))
    guard rules.contains(.charityWithoutItemizing) else {
      return Self(amount: standard, addedBack: standard)
    }
    let gifts = reading.line(
      "12 (gifts)", of: .form1040, "Gifts in cash that deduct without itemizing",
      reading.smaller(
        of: inputs.charityCash, or: Amount(law.itemized.charityWithoutItemizing)))
    return Self(amount: standard + gifts, addedBack: standard)
  }

  /// A deduction that is stated, with the taxes within it.
  static func given(_ total: Money, taxes: Money) -> Self {
    Self(amount: Amount(total), addedBack: Amount(taxes))
  }

  /// Adds the deduction of business income, and takes from itemized deductions what §68 takes.
  ///
  /// The deduction of business income is limited by taxable income without what §68 takes,
  /// §199A(e)(1); §68 looks at taxable income with the deduction of business income taken.
  ///
  /// - Parameters:
  ///   - income: adjusted gross income less the deduction for seniors.
  ///   - preferred: dividends and gain.
  ///   - inputs: business income.
  ///   - law: the year's law.
  ///   - rules: whether there is business income.
  ///   - reading: the arithmetic.
  mutating func complete<Reading: TaxArithmetic>(
    income: Amount, preferred: borrowing PreferredIncome<Amount>,
    inputs: borrowing ReturnInputs<Amount>, law: borrowing FederalLaw, rules: ReturnRules,
    reading: inout Reading
  ) where Reading.Amount == Amount {
    if rules.contains(.businessDeduction) {
      business = businessDeduction(
        inputs, taxableIncome: income - amount, preferred: preferred.total, law: law,
        rules: rules, reading: &reading)
    }
    if isItemized, let limitation = law.itemized.limitation {
      amount =
        amount
        - itemizedReduction(
          amount, incomeBefore: income - business, limitation: limitation, reading: &reading)
    }
  }
}
