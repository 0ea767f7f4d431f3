import Quantities

extension DeductionCandidate {
  /// Schedule A: the itemized deductions, before what §68 takes from them.
  ///
  /// Source: 26 U.S.C. §§163, 164, 170, 213.
  ///
  /// - Parameters:
  ///   - inputs: what was paid and given.
  ///   - income: adjusted gross income, which some deductions must exceed a part of.
  ///   - law: the year's law.
  ///   - rules: which deductions depend on income.
  ///   - reading: the arithmetic.
  /// - Returns: line 17, and the taxes within it.
  static func itemized<Reading: TaxArithmetic>(
    _ inputs: ReturnInputs<Amount>, income: borrowing IndividualIncome<Amount>,
    law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
  ) -> Self where Reading.Amount == Amount {
    let itemized = law.itemized
    var line4 = inputs.medicalExpenses
    if rules.contains(.medicalExpenses) {
      let base = reading.positive(income.adjustedGrossIncome)
      line4 = reading.line(
        "4", of: .scheduleA, "Medical expenses beyond their part of income",
        reading.positive(
          inputs.medicalExpenses - reading.share(itemized.medicalFloor, of: base)))
    }
    let line7 = reading.line(
      "7", of: .scheduleA, "State and local taxes, as limited",
      localTaxes(
        inputs.stateIncomeTax + inputs.realEstateTax, modifiedIncome: income.modifiedIncome,
        limit: itemized.localTaxes, rules: rules, reading: &reading))
    let line10 = reading.line(
      "10", of: .scheduleA, "Mortgage interest", inputs.mortgageInterest)
    let line14 = reading.line(
      "14", of: .scheduleA, "Gifts to charity, within their parts of income",
      gifts(
        inputs.charityCash, income: income.adjustedGrossIncome, law: itemized, rules: rules,
        reading: &reading))
    let line16 = reading.line(
      "16", of: .scheduleA, "Other itemized deductions", inputs.otherItemized)
    let line17 = reading.line(
      "17", of: .scheduleA, "Itemized deductions",
      line4 + line7 + line10 + line14 + line16)
    return Self(amount: line17, addedBack: line7, isItemized: true)
  }
}

/// Gifts in cash to public charities: up to one part of income, and from 2026 on beyond another.
///
/// Source: 26 U.S.C. §170(b)(1)(G), (I).
private func gifts<Reading: TaxArithmetic>(
  _ given: Reading.Amount, income: Reading.Amount, law: ItemizedRules, rules: ReturnRules,
  reading: inout Reading
) -> Reading.Amount {
  guard rules.contains(.itemizedGifts) else { return given }
  let base = reading.positive(income)
  let allowed = reading.smaller(of: given, or: reading.share(law.charityLimit, of: base))
  guard law.charityFloor > .zero else { return allowed }
  return reading.positive(allowed - reading.share(law.charityFloor, of: base))
}

/// State and Local Tax Deduction Worksheet.
///
/// The start and the result of a separate return are parts of what other returns have; the cap, its
/// floor and the rate are those of others.
///
/// Source: 26 U.S.C. §164(b)(6), (7); Schedule A instructions (2025).
private func localTaxes<Reading: TaxArithmetic>(
  _ paid: Reading.Amount, modifiedIncome: Reading.Amount, limit: LocalTaxLimit,
  rules: ReturnRules, reading: inout Reading
) -> Reading.Amount {
  func part(_ amount: Money) -> Money {
    limit.separatePart?.of(amount, rounded: .halfUp) ?? amount
  }
  guard rules.contains(.localTaxLimitShrinks) else {
    return reading.smaller(of: paid, or: Reading.Amount(part(limit.cap)))
  }
  let line4 = reading.line("4", of: .localTaxes, "Modified adjusted gross income", modifiedIncome)
  let line5 = reading.line(
    "5", of: .localTaxes, "Where the limit begins to shrink",
    Reading.Amount(part(limit.start)))
  let line6 = reading.line(
    "6", of: .localTaxes, "Line 4 less line 5, not below zero", reading.positive(line4 - line5))
  let line7 = reading.line(
    "7", of: .localTaxes, "Line 6 at the rate of the reduction",
    reading.share(limit.rate, of: line6))
  let line9 = reading.line(
    "9", of: .localTaxes, "The cap less line 7, at least the floor",
    reading.larger(of: Reading.Amount(limit.cap) - line7, or: Reading.Amount(limit.floor)))
  let line10 = reading.line(
    "10", of: .localTaxes, "Line 9, or its part on a separate return",
    limit.separatePart.map { reading.share($0, of: line9) } ?? line9)
  return reading.line(
    "11", of: .localTaxes, "Smaller of the taxes paid and line 10",
    reading.smaller(of: paid, or: line10))
}
