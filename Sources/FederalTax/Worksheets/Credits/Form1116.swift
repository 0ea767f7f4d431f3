import Quantities

/// Form 1116, Part III: the credit for foreign tax on income of the passive category.
///
/// The amounts of foreign income are taken as they are, the qualified dividends and gains among
/// them not scaled to their lower rates (lines 1a and 18 of the form, which small amounts may leave
/// out).
///
/// Source: 26 U.S.C. §904(a), (c), (d), (j).
struct Form1116<Amount: TaxAmount> {
  /// Line 24: the credit, not negative.
  let credit: Amount
  /// Foreign tax beyond the credit, left for other years.
  let carryover: Amount

  /// No foreign tax.
  static var none: Self { Self(credit: Amount(.zero), carryover: Amount(.zero)) }
}

extension Form1116 {
  /// Fills the form in.
  ///
  /// - Parameters:
  ///   - taxPaid: line 14, with what earlier years left over.
  ///   - passiveIncome: line 17, foreign source taxable income.
  ///   - taxableIncome: Form 1040 line 15.
  ///   - tax: Form 1040 line 16 and advance premium credit paid back, Schedule 2 line 1z.
  ///   - rules: whether the credit is limited; it is not where little tax is paid, §904(j).
  ///   - reading: the arithmetic.
  init<Reading: TaxArithmetic>(
    taxPaid: Amount, passiveIncome: Amount, taxableIncome: Amount, tax: Amount,
    rules: ReturnRules, reading: inout Reading
  ) where Reading.Amount == Amount {
    let line14 = reading.line(
      "14", of: .form1116, "Foreign tax of the year and of earlier ones", taxPaid)
    guard rules.contains(.foreignTaxLimit) else {
      credit = reading.line(
        "Schedule 3, 1", of: .form1116, "Credit without the form: tax paid, at most line 16",
        reading.smaller(of: line14, or: tax))
      // What an election without the limit leaves is lost.
      carryover = Amount(.zero)
      return
    }
    let line17 = reading.line(
      "17", of: .form1116, "Foreign income of the passive category", passiveIncome)
    let line18 = reading.line("18", of: .form1116, "Taxable income", taxableIncome)
    let line20 = reading.line("20", of: .form1116, "Tax against which there is credit", tax)
    let line21 = reading.line(
      "21", of: .form1116, "The part of line 20 that line 17 is of line 18, at most all of it",
      reading.portion(line17, of: line18, times: line20))
    credit = reading.line(
      "24", of: .form1116, "Credit: smaller of lines 14 and 21",
      reading.smaller(of: line14, or: line21))
    carryover = reading.line(
      "14 less 24", of: .form1116, "Foreign tax left for other years", line14 - credit)
  }
}

/// The foreign tax credit of the alternative minimum tax, Form 6251 line 8, with the amounts of
/// foreign income of the regular tax: the simplified limitation that a return may elect.
///
/// Source: 26 U.S.C. §59(a)(1), (3).
///
/// - Parameters:
///   - taxPaid: Form 1116 line 14.
///   - passiveIncome: Form 1116 line 17.
///   - minimumTaxableIncome: Form 6251 line 4.
///   - tax: Form 6251 line 7.
///   - rules: whether the credit is limited.
///   - reading: the arithmetic.
/// - Returns: the credit, not negative.
func minimumTaxForeignCredit<Reading: TaxArithmetic>(
  taxPaid: Reading.Amount, passiveIncome: Reading.Amount, minimumTaxableIncome: Reading.Amount,
  tax: Reading.Amount, rules: ReturnRules, reading: inout Reading
) -> Reading.Amount {
  let limit =
    rules.contains(.foreignTaxLimit)
    ? reading.portion(passiveIncome, of: minimumTaxableIncome, times: tax) : tax
  return reading.line(
    "8", of: .form6251,
    "Foreign tax credit: what is paid, within the part of line 7 on such income",
    reading.smaller(of: taxPaid, or: limit))
}
