import Quantities

/// Schedule D, Parts I to III: gains and losses netted within each term, then across.
///
/// Source: 26 U.S.C. §§1211(b), 1222.
struct ScheduleD<Amount: TaxAmount> {
  /// Line 7.
  let netShortTerm: Amount
  /// Line 15.
  let netLongTerm: Amount
  /// The loss of line 7 as a positive amount, or zero.
  let shortTermLoss: Amount
  /// Form 1040 line 7a: the gain of line 16, or the loss that line 21 allows, negative.
  let gainOrLoss: Amount
  /// The smaller of lines 15 and 16, or zero where either is a loss.
  let netCapitalGain: Amount

  /// Fills the form in; the law is borrowed, since an initializer would copy it.
  init<Reading: TaxArithmetic>(
    _ inputs: ReturnInputs<Amount>, law: borrowing FederalLaw, reading: inout Reading
  ) where Reading.Amount == Amount {
    let line5 = reading.line(
      "1-5", of: .scheduleD, "Short-term gain or loss of the year", inputs.shortTermGain)
    let line6 = reading.line(
      "6", of: .scheduleD, "Short-term loss carried in", inputs.shortTermCarryover)
    netShortTerm = reading.line(
      "7", of: .scheduleD, "Net short-term gain or loss: lines 1-5 less line 6", line5 - line6)

    let line13 = reading.line(
      "8-13", of: .scheduleD, "Long-term gain or loss of the year", inputs.longTermGain)
    let line14 = reading.line(
      "14", of: .scheduleD, "Long-term loss carried in", inputs.longTermCarryover)
    netLongTerm = reading.line(
      "15", of: .scheduleD, "Net long-term gain or loss: lines 8-13 less line 14",
      line13 - line14)

    let line16 = reading.line(
      "16", of: .scheduleD, "Lines 7 and 15 together", netShortTerm + netLongTerm)
    gainOrLoss = reading.line(
      "16, 21", of: .scheduleD, "Line 16, or the part of a loss that one year allows",
      reading.larger(of: line16, or: Amount(.zero) - Amount(law.capitalLossLimit)))

    // Line 16 is below line 15 by just the short-term loss, which the carryover needs as well.
    shortTermLoss = reading.positive(Amount(.zero) - netShortTerm)
    netCapitalGain = reading.positive(netLongTerm - shortTermLoss)
  }
}
