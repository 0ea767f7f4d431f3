public import Quantities

/// One line of a form as it was computed.
public struct TracedLine: Sendable, Hashable {
  /// The form or worksheet.
  public let form: TaxForm
  /// The line's number on it.
  public let number: String
  /// What the line says.
  public let text: String
  /// The line's amount.
  public let amount: Money
}

/// The exact reading with every line kept.
struct TracedArithmetic: TaxArithmetic {
  private var exact: ExactArithmetic
  private(set) var lines: [TracedLine] = []

  init(computation: TaxComputation) { exact = ExactArithmetic(computation: computation) }

  mutating func larger(of first: Money, or second: Money) -> Money {
    exact.larger(of: first, or: second)
  }

  mutating func smaller(of first: Money, or second: Money) -> Money {
    exact.smaller(of: first, or: second)
  }

  mutating func share(_ rate: Rate, of amount: Money) -> Money { exact.share(rate, of: amount) }

  mutating func tax(_ schedule: RateSchedule, on amount: Money) -> Money {
    exact.tax(schedule, on: amount)
  }

  mutating func tax(
    _ schedule: RateSchedule, on amount: Money, and parts: LongTermParts<Money>,
    at rates: LongTermRates
  ) -> Money {
    exact.tax(schedule, on: amount, and: parts, at: rates)
  }

  mutating func ordinaryTax(
    _ schedule: RateSchedule, on amount: Money, and parts: LongTermParts<Money>,
    at rates: LongTermRates
  ) -> Money {
    exact.ordinaryTax(schedule, on: amount, and: parts, at: rates)
  }

  mutating func steps(_ schedule: StepSchedule, at amount: Money) -> Money {
    exact.steps(schedule, at: amount)
  }

  mutating func cliffs(_ schedule: CliffSchedule, at amount: Money) -> Money {
    exact.cliffs(schedule, at: amount)
  }

  mutating func roundedUp(_ rate: Rate, of amount: Money, toMultipleOf unit: Money) -> Money {
    exact.roundedUp(rate, of: amount, toMultipleOf: unit)
  }

  mutating func contribution(_ schedule: ContributionSchedule, at income: Money) -> Money {
    exact.contribution(schedule, at: income)
  }

  mutating func portion(_ part: Money, of whole: Money, times amount: Money) -> Money {
    exact.portion(part, of: whole, times: amount)
  }

  mutating func ordinaryTax(_ schedule: RateSchedule, on amount: Money) -> Money {
    exact.ordinaryTax(schedule, on: amount)
  }

  mutating func isAtMost(_ first: Money, _ second: Money) -> Bool {
    exact.isAtMost(first, second)
  }

  mutating func line(
    _ number: StaticString, of form: TaxForm, _ text: StaticString, _ amount: Money
  ) -> Money {
    lines.append(
      TracedLine(
        form: form, number: number.description, text: text.description, amount: amount))
    return amount
  }

  var lineCount: Int { lines.count }

  mutating func dropLines(_ range: Range<Int>) { lines.removeSubrange(range) }
}
