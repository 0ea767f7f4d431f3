public import Quantities

/// An amount of a return in some reading of the law.
///
/// A vector space over exact money; deliberately not `Comparable`: an `if` on an amount does not
/// compile, so that every branch of the law is a ``TaxArithmetic`` operation that each reading can
/// answer. An `if` on a fact (status, children, year) is fine.
public protocol TaxAmount: Sendable {
  /// A constant amount.
  init(_ money: Money)
  /// The sum.
  static func + (left: Self, right: Self) -> Self
  /// The difference.
  static func - (left: Self, right: Self) -> Self
}

extension Money: TaxAmount {
  /// The amount itself.
  @inlinable
  public init(_ money: Money) { self = money }
}

/// The operations by which the law turns amounts into amounts.
///
/// The worksheets are generic over an arithmetic, so that the law is written once and read three
/// ways: exactly in cents, traced line by line, and as affine forms over what a plan can move.
public protocol TaxArithmetic {
  /// What an amount is in this reading.
  associatedtype Amount: TaxAmount

  /// The larger of two amounts.
  mutating func larger(of first: Amount, or second: Amount) -> Amount
  /// The smaller of two amounts.
  mutating func smaller(of first: Amount, or second: Amount) -> Amount
  /// A rate times an amount; the exact readings round half up to cents.
  mutating func share(_ rate: Rate, of amount: Amount) -> Amount
  /// The tax by a rate schedule; zero on a negative amount.
  mutating func tax(_ schedule: RateSchedule, on amount: Amount) -> Amount
  /// What equal steps add up to: `schedule.step` for each `schedule.width` or fraction of it by
  /// which an amount exceeds `schedule.start`; never negative and not limited above.
  mutating func steps(_ schedule: StepSchedule, at amount: Amount) -> Amount
  /// The totals of a schedule of cliffs at an amount: that of the highest threshold passed.
  mutating func cliffs(_ schedule: CliffSchedule, at amount: Amount) -> Amount
  /// A rate times an amount, rounded up to a multiple of `unit` and not to cents before; amounts that
  /// are not positive give zero.
  ///
  /// The modelled reading takes a larger amount for the better one where it cannot tell, so that
  /// only what lowers tax may be rounded by it.
  mutating func roundedUp(
    _ rate: Rate, of amount: Amount, toMultipleOf unit: Money
  ) -> Amount
  /// What a household contributes to its premiums, by the whole percents that income is of the
  /// poverty line; zero on income that is not positive.
  mutating func contribution(_ schedule: ContributionSchedule, at income: Amount) -> Amount
  /// `amount` times the part that `part` is of `whole`, at most all of it and not negative; all of it
  /// where `whole` is not positive.
  ///
  /// `part` must not depend on what a plan can move.
  mutating func portion(_ part: Amount, of whole: Amount, times amount: Amount) -> Amount
  /// The tax by the ordinary rate schedule, or by the printed Tax Table where a filed return is
  /// asked for.
  mutating func ordinaryTax(_ schedule: RateSchedule, on amount: Amount) -> Amount
  /// The tax by a rate schedule and on parts of income with long-term rates, rounded together.
  mutating func tax(
    _ schedule: RateSchedule, on amount: Amount, and parts: LongTermParts<Amount>,
    at rates: LongTermRates
  ) -> Amount
  /// The same by the ordinary rate schedule, or by the printed Tax Table.
  mutating func ordinaryTax(
    _ schedule: RateSchedule, on amount: Amount, and parts: LongTermParts<Amount>,
    at rates: LongTermRates
  ) -> Amount
  /// Whether an amount is no larger than another: a choice that the law leaves, such as that of a
  /// deduction, or a case that it distinguishes.
  mutating func isAtMost(_ first: Amount, _ second: Amount) -> Bool
  /// Records a line of a form and returns its amount.
  ///
  /// - Parameters:
  ///   - number: the line's number on `form`.
  ///   - form: the form or worksheet.
  ///   - text: what the line says, in our words.
  ///   - amount: the line's amount.
  /// - Returns: `amount`.
  mutating func line(
    _ number: StaticString, of form: TaxForm, _ text: StaticString, _ amount: Amount
  ) -> Amount
  /// How many lines are recorded.
  var lineCount: Int { get }
  /// Takes back lines of an alternative that was not chosen.
  ///
  /// - Parameter range: of the lines recorded, by their number.
  mutating func dropLines(_ range: Range<Int>)
}

extension TaxArithmetic {
  /// None: a reading that keeps no lines.
  @inlinable
  public var lineCount: Int { 0 }

  /// Nothing: a reading that keeps no lines.
  @inlinable
  public mutating func dropLines(_ range: Range<Int>) {}

  /// The tax by the ordinary rate schedule.
  @inlinable
  public mutating func ordinaryTax(_ schedule: RateSchedule, on amount: Amount) -> Amount {
    tax(schedule, on: amount)
  }

  /// The tax on parts of income with long-term rates, each rounded by itself.
  @inlinable
  public mutating func tax(on parts: LongTermParts<Amount>, at rates: LongTermRates) -> Amount {
    var sum = share(rates.middleRate, of: parts.middle) + share(rates.topRate, of: parts.top)
    if let gain = parts.unrecaptured1250 {
      sum = sum + share(rates.unrecaptured1250Rate, of: gain)
    }
    if let gain = parts.collectibles { sum = sum + share(rates.collectiblesRate, of: gain) }
    return sum
  }

  /// The tax by a rate schedule and on parts of income with long-term rates.
  @inlinable
  public mutating func tax(
    _ schedule: RateSchedule, on amount: Amount, and parts: LongTermParts<Amount>,
    at rates: LongTermRates
  ) -> Amount {
    tax(schedule, on: amount) + tax(on: parts, at: rates)
  }

  /// The tax by the ordinary rate schedule and on parts of income with long-term rates.
  @inlinable
  public mutating func ordinaryTax(
    _ schedule: RateSchedule, on amount: Amount, and parts: LongTermParts<Amount>,
    at rates: LongTermRates
  ) -> Amount {
    tax(schedule, on: amount, and: parts, at: rates)
  }

  /// The amount, or zero where it is negative.
  @inlinable
  public mutating func positive(_ amount: Amount) -> Amount {
    larger(of: amount, or: Amount(.zero))
  }
}
