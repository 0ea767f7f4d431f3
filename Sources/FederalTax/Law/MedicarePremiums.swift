public import Quantities

/// What a year's income adds to Medicare premiums two years later, 42 U.S.C. §§1395r(i),
/// 1395w-113(a)(7).
public struct MedicarePremiums: Sendable, Hashable {
  /// What modified adjusted gross income adds to the premiums of Parts B and D of one person in
  /// the twelve months of ``premiumYear``; on a separate return for spouses who lived together.
  public let tiers: CliffSchedule
  /// The same for spouses who lived apart all year and file separately; otherwise as ``tiers``.
  public let tiersApart: CliffSchedule
  /// The year in which the premiums are paid.
  public let premiumYear: Int
  /// The last published premium year, whose tiers and amounts serve unchanged, where
  /// ``premiumYear`` comes after it.
  public let projectedFrom: Int?

  /// How many years pass between the income and its premiums, 42 U.S.C. §1395r(i)(4)(B).
  public static let delay = 2
}

extension MedicarePremiums {
  init(_ law: LawOfYear) throws(LawError) {
    let monthly = zip(try law.amounts(.medicarePartB), try law.amounts(.medicarePartD)).map(+)
    tiersApart = try Self.schedule(
      law, law.status == .marriedJoint ? .medicareTiersJoint : .medicareTiers, monthly)
    tiers =
      law.status == .marriedSeparate
      ? try Self.schedule(law, .medicareTiersSeparate, monthly.suffix(2)) : tiersApart
    premiumYear = law.year + Self.delay
    let dated = try law.firstYear(of: .medicarePartB)
    projectedFrom = dated < law.year ? dated + Self.delay : nil
  }

  /// The tiers of a return: income must exceed each threshold but the last, which suffices itself.
  private static func schedule(
    _ law: LawOfYear, _ thresholds: LawParameter, _ monthly: [Money]
  ) throws(LawError) -> CliffSchedule {
    let starts = try law.amounts(thresholds)
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .inconsistentBrackets(
        thresholds.rawValue, rates: LawParameter.medicarePartB.rawValue, year: law.year)
    }
    return CliffSchedule(
      zip(starts, monthly).enumerated().map { index, tier in
        CliffSchedule.Cliff(
          threshold: tier.0, isInclusive: index == starts.count - 1, total: 12 * tier.1)
      })
  }
}
