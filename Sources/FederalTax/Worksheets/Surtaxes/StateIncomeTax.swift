import Quantities

/// The income tax of a state by the schedule that the household states.
///
/// It is based on federal adjusted gross income. A state that does not tax gains leaves Form 1040
/// line 7 out, its allowed loss as well.
///
/// - Parameters:
///   - adjustedGrossIncome: Form 1040 line 11.
///   - capitalGainOrLoss: line 7, a loss negative.
///   - facts: the state's schedule.
///   - reading: the arithmetic.
/// - Returns: the tax; zero without a state.
func stateIncomeTax<Reading: TaxArithmetic>(
  adjustedGrossIncome: Reading.Amount, capitalGainOrLoss: Reading.Amount, facts: ReturnFacts,
  reading: inout Reading
) -> Reading.Amount {
  guard let state = facts.stateTax else { return Reading.Amount(.zero) }
  let line1 = reading.line(
    "1", of: .stateTax, "Federal adjusted gross income, without gains where they are not taxed",
    state.taxesGains ? adjustedGrossIncome : adjustedGrossIncome - capitalGainOrLoss)
  let line2 = reading.line(
    "2", of: .stateTax, "Deduction of the state", Reading.Amount(state.deduction))
  let line3 = reading.line("3", of: .stateTax, "Line 1 less line 2", line1 - line2)
  return reading.line(
    "4", of: .stateTax, "Tax of the schedule on line 3; none below zero",
    reading.tax(state.schedule, on: line3))
}
