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
}

extension TaxArithmetic {
  /// The amount, or zero where it is negative.
  @inlinable
  public mutating func positive(_ amount: Amount) -> Amount {
    larger(of: amount, or: Amount(.zero))
  }
}
