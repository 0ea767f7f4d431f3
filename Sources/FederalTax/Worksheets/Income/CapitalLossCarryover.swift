import Quantities

/// Capital Loss Carryover Worksheet: what the next year starts with, by term.
///
/// A loss is used up only against taxable income: the smaller of the loss allowed and the taxable
/// income before it, counted below zero.
///
/// Source: 26 U.S.C. §1212(b)(1), (2); Schedule D instructions (2025).
struct CapitalLossCarryover<Amount: TaxAmount> {
  /// Line 8, positive.
  let shortTerm: Amount
  /// Line 13, positive.
  let longTerm: Amount

  init<Reading: TaxArithmetic>(
    schedule: ScheduleD<Amount>, taxableIncomeBeforeFloor: Amount, reading: inout Reading
  ) where Reading.Amount == Amount {
    let zero = Amount(.zero)
    let line1 = reading.line(
      "1", of: .capitalLossCarryover, "Taxable income, below zero where deductions are larger",
      taxableIncomeBeforeFloor)
    let line2 = reading.line(
      "2", of: .capitalLossCarryover, "Loss allowed: Schedule D line 21",
      reading.positive(zero - schedule.gainOrLoss))
    let line3 = reading.line(
      "3", of: .capitalLossCarryover, "Lines 1 and 2, not below zero",
      reading.positive(line1 + line2))
    let line4 = reading.line(
      "4", of: .capitalLossCarryover, "Loss used up: smaller of lines 2 and 3",
      reading.smaller(of: line2, or: line3))

    let line9 = reading.positive(zero - schedule.netLongTerm)
    let line5 = reading.line(
      "5", of: .capitalLossCarryover, "Short-term loss: Schedule D line 7", schedule.shortTermLoss)
    let line6 = reading.line(
      "6", of: .capitalLossCarryover, "Long-term gain: Schedule D line 15",
      schedule.netLongTerm + line9)
    let line7 = reading.line("7", of: .capitalLossCarryover, "Lines 4 and 6", line4 + line6)
    shortTerm = reading.line(
      "8", of: .capitalLossCarryover, "Short-term loss carried out: line 5 less line 7",
      reading.positive(line5 - line7))

    _ = reading.line(
      "9", of: .capitalLossCarryover, "Long-term loss: Schedule D line 15", line9)
    let line10 = reading.line(
      "10", of: .capitalLossCarryover, "Short-term gain: Schedule D line 7",
      schedule.netShortTerm + line5)
    let line11 = reading.line(
      "11", of: .capitalLossCarryover, "Line 4 less line 5, not below zero",
      reading.positive(line4 - line5))
    let line12 = reading.line("12", of: .capitalLossCarryover, "Lines 10 and 11", line10 + line11)
    longTerm = reading.line(
      "13", of: .capitalLossCarryover, "Long-term loss carried out: line 9 less line 12",
      reading.positive(line9 - line12))
  }
}
