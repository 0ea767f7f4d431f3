public import Quantities

/// How what lies beyond the scenario's years, and time itself, is valued.
///
/// The defaults value nothing that is not a tax of the scenario's own years: no discount, no later
/// tax in the objective, no worth of a loss that is left over.
public struct Outlook: Sendable, Hashable {
  /// The yearly rate at which a later dollar counts less.
  public var discountRate: Rate
  /// The rate of the later tax on what is still held, when the household states one.
  ///
  /// A sale at a gain lowers the later gain by as much, a sale at a loss raises it: the proceeds
  /// are taken to be invested again at the price of the sale. When stated, the later tax is part of
  /// the objective; otherwise it is only reported, at the present long-term rate.
  public var laterTaxRate: Rate?
  /// The number of years from the first tax year to the later sale.
  public var laterTaxYears: Int
  /// What a dollar of short-term loss is worth that is left after the last year.
  public var shortTermCarryoverValue: Rate
  /// What a dollar of long-term loss is worth that is left after the last year.
  public var longTermCarryoverValue: Rate

  /// An outlook with all its properties.
  public init(
    discountRate: Rate = .zero, laterTaxRate: Rate? = nil, laterTaxYears: Int = 10,
    shortTermCarryoverValue: Rate = .zero, longTermCarryoverValue: Rate = .zero
  ) {
    self.discountRate = discountRate
    self.laterTaxRate = laterTaxRate
    self.laterTaxYears = laterTaxYears
    self.shortTermCarryoverValue = shortTermCarryoverValue
    self.longTermCarryoverValue = longTermCarryoverValue
  }

  /// What a dollar of Medicare premiums counts that is paid two years after the income that sets
  /// it, seen from the year of that income.
  public var premiumFactor: Rate { discountFactor(after: 2) }

  /// The present worth of a dollar that is paid `years` after the first tax year, at most one.
  ///
  /// Rounded half up to a millionth each year.
  public func discountFactor(after years: Int) -> Rate {
    var factor = Int64(1_000_000)
    for _ in 0..<years {
      factor = roundedQuotient(
        factor * 1_000_000, over: 1_000_000 + discountRate.millionths, .halfUp)
    }
    return Rate(millionths: factor)
  }
}
