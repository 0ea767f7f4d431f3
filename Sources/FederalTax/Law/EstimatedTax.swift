public import Quantities

/// What withholding and estimated payments must reach, IRC §6654.
public struct EstimatedTax: Sendable, Hashable {
  /// The part of the year's tax that suffices, in whole percents.
  public let percentOfTax: Int64
  /// The part of last year's tax that suffices, in whole percents.
  public let percentOfLastTax: Int64
  /// The same where last year's adjusted gross income was above ``highIncome``.
  public let percentOfLastTaxAfterHighIncome: Int64
  /// Last year's adjusted gross income above which it was high.
  public let highIncome: Money
  /// Tax beyond withholding below which nothing need be paid ahead.
  public let minimum: Money
}

extension EstimatedTax {
  init(_ law: LawOfYear) throws(LawError) {
    let percents = try law.percents(.estimatedTaxPercents)
    let incomes = try law.amounts(.estimatedTaxIncome)
    self.init(
      percentOfTax: percents[0], percentOfLastTax: percents[1],
      percentOfLastTaxAfterHighIncome: percents[2],
      highIncome: law.status == .marriedSeparate ? incomes[1] : incomes[0],
      minimum: try law.amount(.estimatedTaxMinimum))
  }
}
