import Quantities

/// The tax of Form 1040 line 16, with what the minimum tax takes from its worksheet.
struct RegularTax<Amount: TaxAmount> {
  /// Qualified dividends and net capital gain: QDCGTW line 4, or Schedule D Tax Worksheet line 10.
  let preferredIncome: Amount
  /// The part of it taxed at 0%, 15% and 20%: line 4, or line 13.
  let longTermIncome: Amount
  /// Schedule D line 19.
  let unrecaptured1250Gain: Amount
  /// Where the long-term rates begin: line 5, or line 14.
  let longTermStart: Amount
  /// What the ordinary rates apply to: line 5, or line 21.
  let ordinaryIncome: Amount
  /// The tax at 15% and 20%; like the next two zero where the ordinary rates alone take less.
  let longTermTax: Amount
  /// The tax at 25%.
  var unrecaptured1250Tax = Amount(.zero)
  /// The tax at 28%.
  var collectiblesTax = Amount(.zero)
  /// The tax.
  var tax: Amount
}

extension RegularTax {
  /// The tax by the worksheet that the gain needs.
  ///
  /// - Parameters:
  ///   - taxableIncome: Form 1040 line 15, never negative; foreign earned income included.
  ///   - preferred: dividends and gain.
  ///   - law: the year's law.
  ///   - rules: whether there can be gain of 25% or 28%.
  ///   - reading: the arithmetic.
  /// - Returns: line 16, and what led to it.
  static func byWorksheet<Reading: TaxArithmetic>(
    taxableIncome: Amount, preferred: borrowing PreferredIncome<Amount>,
    law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
  ) -> Self where Reading.Amount == Amount {
    rules.contains(.cappedGain)
      ? scheduleDTaxWorksheet(
        taxableIncome: taxableIncome, preferred: preferred, law: law, reading: &reading)
      : qualifiedDividendsWorksheet(
        taxableIncome: taxableIncome, preferred: preferred, law: law, reading: &reading)
  }

  /// Foreign Earned Income Tax Worksheet: what is excluded fills the lower brackets.
  ///
  /// Source: 26 U.S.C. §911(f); Form 1040 instructions (2025), line 16.
  ///
  /// - Parameters:
  ///   - taxableIncome: Form 1040 line 15.
  ///   - exclusion: Form 2555 line 45.
  ///   - preferred: dividends and gain.
  ///   - law: the year's law.
  ///   - rules: whether there can be gain of 25% or 28%.
  ///   - reading: the arithmetic.
  /// - Returns: line 16, and what led to it.
  static func withForeignEarnedIncome<Reading: TaxArithmetic>(
    taxableIncome: Amount, exclusion: Amount, preferred: borrowing PreferredIncome<Amount>,
    law: borrowing FederalLaw, rules: ReturnRules, reading: inout Reading
  ) -> Self where Reading.Amount == Amount {
    let line1 = reading.line(
      "1", of: .foreignEarnedIncomeTax, "Taxable income", taxableIncome)
    let line2 = reading.line(
      "2c", of: .foreignEarnedIncomeTax, "Income excluded", exclusion)
    let line3 = reading.line("3", of: .foreignEarnedIncomeTax, "Lines 1 and 2c", line1 + line2)
    let excess = reading.line(
      "4 (excess)", of: .foreignEarnedIncomeTax,
      "Capital gain excess: dividends and gain beyond line 1",
      reading.positive(preferred.total - line1))
    var taxed = copy preferred
    taxed.reduce(by: excess, reading: &reading)
    var result = byWorksheet(
      taxableIncome: line3, preferred: taxed, law: law, rules: rules, reading: &reading)
    let line4 = reading.line("4", of: .foreignEarnedIncomeTax, "Tax on line 3", result.tax)
    let line5 = reading.line(
      "5", of: .foreignEarnedIncomeTax, "Tax on line 2c by the ordinary schedule",
      reading.ordinaryTax(law.ordinaryRates, on: line2))
    result.tax = reading.line(
      "6", of: .foreignEarnedIncomeTax, "Tax: line 4 less line 5", line4 - line5)
    return result
  }
}
