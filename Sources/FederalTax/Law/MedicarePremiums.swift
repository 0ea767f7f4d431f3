import Quantities

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
    var starts = try law.amounts(.medicareTiers)
    if law.status == .marriedJoint {
      starts = zip(starts, try law.percents(.medicareJointPercents)).map { start, percent in
        Money(cents: roundedQuotient(start.cents * percent, over: 100, .halfUp))
      }
    }
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .inconsistentBrackets(
        LawParameter.medicareTiers.rawValue, rates: LawParameter.medicarePartB.rawValue,
        year: law.year)
    }
    let monthly = zip(try law.amounts(.medicarePartB), try law.amounts(.medicarePartD)).map(+)
    // Income must exceed each threshold but the last, which suffices itself.
    let cliffs = zip(starts, monthly).enumerated().map { index, tier in
      CliffSchedule.Cliff(
        threshold: tier.0, isInclusive: index == starts.count - 1, total: 12 * tier.1)
    }
    tiersApart = CliffSchedule(cliffs)
    tiers = law.status == .marriedSeparate ? Self.lived(together: cliffs) : tiersApart
    premiumYear = law.year + Self.delay
    let dated = try law.firstYear(of: .medicarePartB)
    projectedFrom = dated < law.year ? dated + Self.delay : nil
  }

  /// The tiers of a separate return of spouses who lived together: each threshold is lower by the
  /// first, which alone stays where it is, 42 U.S.C. §1395r(i)(3)(C)(iii).
  private static func lived(together cliffs: [CliffSchedule.Cliff]) -> CliffSchedule {
    let first = cliffs[0].threshold
    let lowered = cliffs.map {
      CliffSchedule.Cliff(
        threshold: $0.threshold - first, isInclusive: $0.isInclusive, total: $0.total)
    }
    let passed = lowered.last { $0.threshold <= first } ?? lowered[0]
    return CliffSchedule(
      [.init(threshold: first, total: passed.total)] + lowered.filter { $0.threshold > first })
  }
}
