public import Quantities

/// The credit for premiums of insurance bought through a marketplace, IRC §36B.
public struct PremiumCredit: Sendable, Hashable {
  /// The poverty line of one person in the contiguous states.
  public let povertyLine: Money
  /// What each further person of the household adds to it.
  public let povertyLinePerPerson: Money
  /// The percents of the poverty line from which, and up to which, there is a credit.
  public let range: ClosedRange<Int64>
  /// The part of income that is contributed, by percents of the poverty line.
  public let knots: [ContributionSchedule.Knot]

  /// The first year whose credit is computed: earlier ones had no upper limit and repaid advance
  /// payments only in part.
  public static let firstYear = 2026

  /// The poverty line of a household of one or more people.
  public func povertyLine(of householdSize: Int) -> Money {
    povertyLine + max(0, householdSize - 1) * povertyLinePerPerson
  }

  /// What a household of one or more people contributes.
  public func contribution(of householdSize: Int) -> ContributionSchedule {
    ContributionSchedule(povertyLine: povertyLine(of: householdSize), knots: knots)
  }

  /// Household income of exactly so many percents of the poverty line, rounded half up to cents.
  func income(percent: Int64, of householdSize: Int) -> Money {
    Money(
      cents: roundedQuotient(
        povertyLine(of: householdSize).cents * percent, over: 100, .halfUp))
  }
}

extension PremiumCredit {
  init?(_ law: LawOfYear) throws(LawError) {
    guard law.year >= Self.firstYear else { return nil }
    let range = try law.percents(.premiumCreditRange)
    let percents = try law.percents(.contributionPercents)
    let parts = try law.rates(.contributionParts)
    guard range[0] <= range[1] else {
      throw .inconsistentBrackets(
        LawParameter.premiumCreditRange.rawValue,
        rates: LawParameter.contributionPercents.rawValue, year: law.year)
    }
    guard percents.count == parts.count, zip(percents, percents.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      throw .inconsistentBrackets(
        LawParameter.contributionPercents.rawValue,
        rates: LawParameter.contributionParts.rawValue, year: law.year)
    }
    self.init(
      povertyLine: try law.amount(.povertyLine),
      povertyLinePerPerson: try law.amount(.povertyLinePerson), range: range[0]...range[1],
      knots: zip(percents, parts).map(ContributionSchedule.Knot.init(percent:part:)))
  }
}
