import Quantities

/// The income that long-term rates apply to, and the gain within it that has rates of its own.
struct PreferredIncome<Amount: TaxAmount> {
  /// Form 1040 line 3a.
  var qualifiedDividends: Amount
  /// The smaller of Schedule D lines 15 and 16, or zero where either is a loss.
  var netCapitalGain: Amount
  /// Schedule D line 18.
  var rate28Gain: Amount
  /// Schedule D line 19.
  var unrecaptured1250Gain: Amount

  /// All of it.
  var total: Amount { qualifiedDividends + netCapitalGain }

  init<Reading: TaxArithmetic>(
    _ inputs: ReturnInputs<Amount>, schedule: borrowing ScheduleD<Amount>, rules: ReturnRules,
    reading: inout Reading
  ) where Reading.Amount == Amount {
    qualifiedDividends = inputs.qualifiedDividends
    netCapitalGain = schedule.netCapitalGain
    rate28Gain = inputs.rate28Gain
    unrecaptured1250Gain = inputs.unrecaptured1250Gain
    guard rules.contains(.cappedGainBeforeLosses) else { return }
    let worksheets = CappedGainWorksheets(inputs, schedule: schedule, reading: &reading)
    rate28Gain = rate28Gain + worksheets.rate28Gain
    unrecaptured1250Gain = unrecaptured1250Gain + worksheets.unrecaptured1250Gain
  }

  /// Takes away a capital gain excess: what of this income lies beyond taxable income and is covered
  /// by deductions, IRC §911(f)(2)(A).
  ///
  /// It comes from net capital gain first and then from dividends, and among the gains from those of
  /// 28% first.
  mutating func reduce<Reading: TaxArithmetic>(by excess: Amount, reading: inout Reading)
  where Reading.Amount == Amount {
    let gainLeft = reading.positive(netCapitalGain - excess)
    qualifiedDividends = qualifiedDividends - (excess - (netCapitalGain - gainLeft))
    netCapitalGain = gainLeft
    let rate28Left = reading.positive(rate28Gain - excess)
    unrecaptured1250Gain = reading.positive(
      unrecaptured1250Gain - (excess - (rate28Gain - rate28Left)))
    rate28Gain = rate28Left
  }
}
