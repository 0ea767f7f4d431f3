public import Quantities

/// How a property served as a home: it decides what gain on its sale is excluded, IRC §121.
public struct HomeUse: Sendable, Hashable {
  /// One of those who file the return.
  public struct Person: Sendable, Hashable {
    /// Months in the five years up to the sale in which it was the person's main home.
    public var monthsUsed: Int
    /// The last sale before with gain that the person excluded.
    public var lastExclusion: CivilDate?

    /// A person with the months of use.
    public init(monthsUsed: Int, lastExclusion: CivilDate? = nil) {
      self.monthsUsed = monthsUsed
      self.lastExclusion = lastExclusion
    }
  }

  /// The taxpayer and, on a joint return, the spouse.
  public var people: [Person]
  /// Days after 2008 and before the last use as main home on which it was nobody's main home of
  /// these, IRC §121(b)(5)(C).
  public var nonqualifiedDays: Int
  /// The part of the depreciation for periods through 6 May 1997, which does not limit the
  /// exclusion, IRC §121(d)(6); not negative.
  public var earlyDepreciation: Money

  /// How a property served as a home.
  public init(
    people: [Person], nonqualifiedDays: Int = 0, earlyDepreciation: Money = .zero
  ) {
    self.people = people
    self.nonqualifiedDays = nonqualifiedDays
    self.earlyDepreciation = earlyDepreciation
  }

  /// Months of use within five years, IRC §121(a): two years.
  private static let monthsRequired = 24
  /// Days of ownership within five years, Treas. Reg. §1.121-1(c)(1): two years.
  private static let daysRequired = 730
  /// Years that must pass between two exclusions, IRC §121(b)(3).
  private static let yearsBetween = 2

  /// How many people exclude gain on a sale.
  ///
  /// One who does not meet the tests leaves the other the limit of an unmarried person; what either
  /// spouse owned counts for both, IRC §121(b)(2), Treas. Reg. §1.121-2(a)(3)(ii).
  func eligiblePeople(acquired: CivilDate, sold: CivilDate) -> Int {
    guard sold.days(since: acquired) >= Self.daysRequired else { return 0 }
    return people.count { person in
      let isSoonAfterAnother =
        person.lastExclusion.map { $0.anniversary(after: Self.yearsBetween) > sold } ?? false
      return person.monthsUsed >= Self.monthsRequired && !isSoonAfterAnother
    }
  }

  /// The gain that is excluded, with its lines.
  ///
  /// - Parameters:
  ///   - gain: the whole gain, positive.
  ///   - sale: the sale; its depreciation since 7 May 1997 keeps as much gain from being excluded.
  ///   - limit: the most that one person excludes.
  ///   - effect: receives the lines.
  /// - Returns: the excluded gain, not negative.
  func excluded(
    of gain: Money, in sale: PropertySale, limit: Money, into effect: inout EventEffect
  ) -> Money {
    let recaptured = min(sale.depreciation - earlyDepreciation, gain)
    let net = gain - recaptured
    let owned = sale.date.days(since: sale.acquired)
    let nonqualified = net.times(Int64(min(nonqualifiedDays, owned)), over: Int64(owned))
    let most = eligiblePeople(acquired: sale.acquired, sold: sale.date) * limit
    let excluded = min(net - nonqualified, most)
    effect.line("A1", of: .homeSale, "Gain on the home", gain)
    effect.line("A2", of: .homeSale, "Depreciation after 6 May 1997, up to the gain", recaptured)
    effect.line("A3", of: .homeSale, "Gain less depreciation", net)
    effect.line("B5", of: .homeSale, "Gain of nonqualified use, by days", nonqualified)
    effect.line("B6", of: .homeSale, "Gain that may be excluded", net - nonqualified)
    effect.line("C1", of: .homeSale, "Most that those who qualify exclude", most)
    effect.line("C2", of: .homeSale, "Gain excluded", excluded)
    return excluded
  }
}
