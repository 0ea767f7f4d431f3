public import Quantities

/// How income tax is withheld from wages paid beside the regular ones, such as shares that vest.
///
/// The rates are those on which an employer who withholds at a flat rate has no choice; they do not
/// follow the schedules, so that tax may be left to pay.
///
/// Source: Treas. Reg. §31.3402(g)-1(a)(2) and (7); P.L. 108-357 §904; P.L. 115-97 §11041(f) and
/// P.L. 119-21 §70101 for the rates.
public struct SupplementalRates: Sendable, Hashable {
  /// The rate up to the threshold.
  public let rate: Rate
  /// What an employee may be paid in a calendar year before the upper rate is mandatory.
  public let threshold: Money
  /// The rate on what is beyond the threshold.
  public let upperRate: Rate

  /// The rates since 2018; the threshold is not indexed.
  public static let law = SupplementalRates(
    rate: Rate(percent: 22), threshold: Money(dollars: 1_000_000), upperRate: Rate(percent: 37))

  /// The tax to withhold from a payment.
  ///
  /// - Parameters:
  ///   - wages: the payment, not negative.
  ///   - earlier: supplemental wages of the same employee before it in the calendar year.
  ///   - stated: a rate that the employer uses below the threshold instead, such as that of an
  ///     election to have more withheld.
  /// - Returns: dollars rounded half up to cents.
  public func withholding(
    on wages: Money, after earlier: Money, rate stated: Rate? = nil
  ) -> Money {
    let lower = min(wages, max(.zero, threshold - earlier))
    return max(stated ?? rate, rate).of(lower, rounded: .halfUp)
      + max(stated ?? upperRate, upperRate).of(wages - lower, rounded: .halfUp)
  }
}
