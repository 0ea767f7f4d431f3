import Quantities

/// The exact reading: amounts are cents, and lines are not kept.
struct ExactArithmetic: TaxArithmetic {
  mutating func larger(of first: Money, or second: Money) -> Money { max(first, second) }

  mutating func smaller(of first: Money, or second: Money) -> Money { min(first, second) }

  mutating func share(_ rate: Rate, of amount: Money) -> Money {
    rate.of(amount, rounded: .halfUp)
  }

  mutating func tax(_ schedule: RateSchedule, on amount: Money) -> Money {
    schedule.tax(on: amount)
  }

  mutating func steps(_ schedule: StepSchedule, at amount: Money) -> Money {
    schedule.total(at: amount)
  }

  mutating func line(
    _ number: StaticString, of form: TaxForm, _ text: StaticString, _ amount: Money
  ) -> Money { amount }
}
