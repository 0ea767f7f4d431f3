public import Quantities

/// What the household wants of a plan and forbids.
public struct PlanConstraints: Sendable, Hashable {
  /// Lots that stay, each with the household's own words for the rule.
  public var neverSell: [LotRule]
  /// Shares that must go by the last planning date.
  public var mustSell: [RequiredSale]
  /// Lots that stay until a day.
  public var holdUntil: [HoldRule]
  /// The least proceeds of one sale; zero for none.
  public var minimumTrade: Money
  /// The least improvement over selling nothing for which a plan is worth making; zero for none.
  public var minimumBenefit: Money
  /// The cost of one sale, deducted from its proceeds.
  public var tradeCost: Money
  /// Cash to raise over all planning dates, net of costs; zero for none.
  public var raiseCash: Money
  /// The most proceeds over all planning dates.
  public var maximumProceeds: Money?
  /// The most adjusted gross income of a year.
  public var adjustedGrossIncomeAtMost: [IncomeCeiling]
  /// The most loss, over all years, that a plan may destroy for good by purchases in retirement
  /// accounts; zero unless the household accepts some.
  public var permanentLossAtMost: Money

  /// Constraints with all their properties; by default there are none.
  public init(
    neverSell: [LotRule] = [], mustSell: [RequiredSale] = [], holdUntil: [HoldRule] = [],
    minimumTrade: Money = .zero, minimumBenefit: Money = .zero, tradeCost: Money = .zero,
    raiseCash: Money = .zero, maximumProceeds: Money? = nil,
    adjustedGrossIncomeAtMost: [IncomeCeiling] = [], permanentLossAtMost: Money = .zero
  ) {
    self.neverSell = neverSell
    self.mustSell = mustSell
    self.holdUntil = holdUntil
    self.minimumTrade = minimumTrade
    self.minimumBenefit = minimumBenefit
    self.tradeCost = tradeCost
    self.raiseCash = raiseCash
    self.maximumProceeds = maximumProceeds
    self.adjustedGrossIncomeAtMost = adjustedGrossIncomeAtMost
    self.permanentLossAtMost = permanentLossAtMost
  }
}

/// A rule about one lot, with the words that made it.
public struct LotRule: Sendable, Hashable {
  /// The index of the lot in the scenario.
  public var lot: Int
  /// The household's words, such as `never_sell: VTI`.
  public var words: String

  /// A rule about a lot.
  public init(lot: Int, words: String) {
    self.lot = lot
    self.words = words
  }
}

/// Shares of a lot that must be sold.
public struct RequiredSale: Sendable, Hashable {
  /// The index of the lot in the scenario.
  public var lot: Int
  /// The least number of shares over all planning dates.
  public var shares: Shares
  /// The household's words, such as `must_sell: GOOG-1`.
  public var words: String

  /// A required sale of a lot.
  public init(lot: Int, shares: Shares, words: String) {
    self.lot = lot
    self.shares = shares
    self.words = words
  }
}

/// A lot that stays until a day.
public struct HoldRule: Sendable, Hashable {
  /// The index of the lot in the scenario.
  public var lot: Int
  /// The first day on which it may be sold.
  public var until: CivilDate
  /// The household's words, such as `hold_until: {GOOG: 2026-12-01}`.
  public var words: String

  /// A hold on a lot.
  public init(lot: Int, until: CivilDate, words: String) {
    self.lot = lot
    self.until = until
    self.words = words
  }
}

/// The most adjusted gross income a year may have.
public struct IncomeCeiling: Sendable, Hashable {
  /// The index of the year in the scenario.
  public var yearIndex: Int
  /// The most adjusted gross income.
  public var amount: Money

  /// A ceiling for a year.
  public init(yearIndex: Int, amount: Money) {
    self.yearIndex = yearIndex
    self.amount = amount
  }
}
