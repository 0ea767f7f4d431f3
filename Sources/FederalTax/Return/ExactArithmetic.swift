import Quantities

/// The exact reading: amounts are cents, and lines are not kept.
struct ExactArithmetic: TaxArithmetic {
  /// How the tax on ordinary income is found.
  let computation: TaxComputation

  mutating func larger(of first: Money, or second: Money) -> Money { max(first, second) }

  mutating func smaller(of first: Money, or second: Money) -> Money { min(first, second) }

  mutating func share(_ rate: Rate, of amount: Money) -> Money {
    rate.of(amount, rounded: .halfUp)
  }

  mutating func tax(_ schedule: RateSchedule, on amount: Money) -> Money {
    schedule.tax(on: amount)
  }

  mutating func ordinaryTax(_ schedule: RateSchedule, on amount: Money) -> Money {
    computation == .table && amount < TaxTable.end
      ? TaxTable.tax(schedule, on: amount) : schedule.tax(on: amount)
  }

  mutating func tax(
    _ schedule: RateSchedule, on amount: Money, and parts: LongTermParts<Money>,
    at rates: LongTermRates
  ) -> Money {
    Money(millionthsOfCent: schedule.millionths(on: amount) + parts.millionths(at: rates))
  }

  mutating func ordinaryTax(
    _ schedule: RateSchedule, on amount: Money, and parts: LongTermParts<Money>,
    at rates: LongTermRates
  ) -> Money {
    guard computation == .table, amount < TaxTable.end else {
      return tax(schedule, on: amount, and: parts, at: rates)
    }
    return TaxTable.tax(schedule, on: amount)
      + Money(millionthsOfCent: parts.millionths(at: rates))
  }

  mutating func steps(_ schedule: StepSchedule, at amount: Money) -> Money {
    schedule.total(at: amount)
  }

  mutating func cliffs(_ schedule: CliffSchedule, at amount: Money) -> Money {
    schedule.total(at: amount)
  }

  mutating func roundedUp(_ rate: Rate, of amount: Money, toMultipleOf unit: Money) -> Money {
    guard amount > .zero else { return .zero }
    let product = Int128(amount.cents) * Int128(rate.millionths)
    let units = roundedQuotient(product, over: Int128(unit.cents) * 1_000_000, .up)
    return Money(cents: Int64(units) * unit.cents)
  }

  mutating func contribution(_ schedule: ContributionSchedule, at income: Money) -> Money {
    schedule.contribution(at: income)
  }

  mutating func portion(_ part: Money, of whole: Money, times amount: Money) -> Money {
    guard part > .zero, amount > .zero else { return .zero }
    if part >= whole { return amount }
    let product = Int128(part.cents) * Int128(amount.cents)
    return Money(cents: Int64(roundedQuotient(product, over: Int128(whole.cents), .halfUp)))
  }

  mutating func isAtMost(_ first: Money, _ second: Money) -> Bool { first <= second }

  mutating func line(
    _ number: StaticString, of form: TaxForm, _ text: StaticString, _ amount: Money
  ) -> Money { amount }
}

extension Money {
  /// An amount of millionths of a cent, rounded half up to cents.
  fileprivate init(millionthsOfCent: Int128) {
    if let small = Int64(exactly: millionthsOfCent) {
      self.init(cents: roundedQuotient(small, over: 1_000_000, .halfUp))
    } else {
      self.init(cents: Int64(roundedQuotient(millionthsOfCent, over: 1_000_000, .halfUp)))
    }
  }
}
