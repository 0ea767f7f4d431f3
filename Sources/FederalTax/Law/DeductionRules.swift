public import Quantities

/// The law of itemized deductions, and of gifts without itemizing.
public struct ItemizedRules: Sendable, Hashable {
  /// The part of adjusted gross income that medical expenses must exceed, IRC §213(a).
  public let medicalFloor: Rate
  /// The limit on state and local taxes, IRC §164(b)(6).
  public let localTaxes: LocalTaxLimit
  /// The part of adjusted gross income that gifts in cash may reach, IRC §170(b)(1)(G).
  public let charityLimit: Rate
  /// The part of adjusted gross income that gifts must exceed, IRC §170(b)(1)(I).
  public let charityFloor: Rate
  /// The most that gifts in cash deduct on a return that does not itemize, IRC §170(p).
  public let charityWithoutItemizing: Money
  /// What deductions lose in the highest bracket, IRC §68; `nil` where the year has no such rule.
  public let limitation: ItemizedLimitation?
}

/// The limit on the deduction of state and local taxes.
public struct LocalTaxLimit: Sendable, Hashable {
  /// The most that is deducted before income lowers it.
  public let cap: Money
  /// What high income leaves of it.
  public let floor: Money
  /// The modified adjusted gross income above which it shrinks; half of that on separate returns.
  public let start: Money
  /// What each dollar above takes.
  public let rate: Rate
  /// The part of the result that a separate return has; `nil` on others.
  public let separatePart: Rate?
}

/// What itemized deductions lose of the part that reaches the highest bracket.
public struct ItemizedLimitation: Sendable, Hashable {
  /// Where the highest bracket begins.
  public let start: Money
  /// The loss: this part ...
  public let part: Rate
  /// ... in this whole.
  public let whole: Rate
}

/// The deduction of qualified business income, IRC §199A.
public struct BusinessDeduction: Sendable, Hashable {
  /// The part of qualified business income that is deducted.
  public let rate: Rate
  /// The taxable income above which the limit by wages and property sets in.
  public let threshold: Money
  /// Over what further income it sets in; positive.
  public let range: Money
  /// The least deduction, from ``minimumIncome`` on; zero where the year has none.
  public let minimum: Money
  /// The qualified business income from which the least deduction is given.
  public let minimumIncome: Money
}

/// Above what income social security benefits are taxable, and how much of them, IRC §86.
public struct SocialSecurityRules: Sendable, Hashable {
  /// The provisional income above which the first part is taxable.
  public let base: Money
  /// The provisional income above which the second part is.
  public let adjustedBase: Money
  /// The first part, 50%.
  public let firstPart: Rate
  /// The second part, 85%.
  public let secondPart: Rate
}

/// What a person deducts for a contribution to a traditional IRA, IRC §219.
public struct IRARules: Sendable, Hashable {
  /// The most that is contributed below the age of 50.
  public let limit: Money
  /// What age 50 adds to it.
  public let catchUp: Money
  /// Where the deduction of a person covered by a plan at work shrinks.
  public let covered: IncomeRange
  /// Where that of a person shrinks who is not covered but whose spouse is; `nil` where nothing
  /// does.
  public let spouseCovered: IncomeRange?
  /// A reduced limit is rounded up to a multiple of this.
  public let rounding: Money
  /// The least that a reduced limit is while there is one.
  public let least: Money
}

/// A range of income over which something ends.
public struct IncomeRange: Sendable, Hashable {
  /// Where it begins.
  public let start: Money
  /// How long it is; positive.
  public let width: Money
  /// Where it ends.
  public var end: Money { start + width }
}
