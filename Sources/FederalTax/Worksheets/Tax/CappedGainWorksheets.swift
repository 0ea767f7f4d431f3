import Quantities

/// The worksheets of Schedule D lines 18 and 19: which gain is left at 28% and 25% after losses.
///
/// A short-term loss and a long-term loss carried in lower the gain of collectibles first and
/// section 1250 gain next; a loss on collectibles lowers section 1250 gain too.
///
/// Both count only where Schedule D lines 15 and 16 are gains; otherwise net capital gain is zero,
/// and with it all that the two limit.
///
/// Source: 26 U.S.C. §1(h)(4) to (6); Schedule D instructions (2025).
struct CappedGainWorksheets<Amount: TaxAmount> {
  /// 28% Rate Gain Worksheet line 7.
  let rate28Gain: Amount
  /// Unrecaptured Section 1250 Gain Worksheet line 18.
  let unrecaptured1250Gain: Amount

  init<Reading: TaxArithmetic>(
    _ inputs: ReturnInputs<Amount>, schedule: borrowing ScheduleD<Amount>, reading: inout Reading
  ) where Reading.Amount == Amount {
    let line4 = reading.line(
      "1-4", of: .rate28Gain, "Gain or loss of collectibles and of section 1202",
      inputs.collectiblesGain)
    let line5 = reading.line(
      "5", of: .rate28Gain, "Long-term loss carried in", inputs.longTermCarryover)
    let line6 = reading.line("6", of: .rate28Gain, "Short-term loss", schedule.shortTermLoss)
    let net = line4 - line5 - line6
    rate28Gain = reading.line(
      "7", of: .rate28Gain, "Lines 1-4 less lines 5 and 6, not below zero", reading.positive(net))

    let line13 = reading.line(
      "13", of: .unrecaptured1250Gain, "Unrecaptured section 1250 gain before losses",
      inputs.section1250Gain)
    let line17 = reading.line(
      "17", of: .unrecaptured1250Gain, "The losses that the 28% gain leaves", rate28Gain - net)
    unrecaptured1250Gain = reading.line(
      "18", of: .unrecaptured1250Gain, "Line 13 less line 17, not below zero",
      reading.positive(line13 - line17))
  }
}
