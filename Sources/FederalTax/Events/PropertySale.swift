public import Quantities

/// The sale of a home, of rented property or of property held for investment.
///
/// The whole interest is sold, to someone who is not related, IRC §§453(g), 469(g)(1)(B), 1239.
public struct PropertySale: Sendable, Hashable {
  /// What the property served for.
  public enum Use: String, Sendable, Hashable, CaseIterable {
    /// Rented out: property used in a business, IRC §1231(b).
    case rental
    /// A home: a loss is personal, IRC §165(c).
    case home
    /// Land and the like held for its increase: a capital asset.
    case investment
  }

  /// The tax year of the sale.
  public var year: Int
  /// The day of the sale.
  public var date: CivilDate
  /// The day of the acquisition.
  public var acquired: CivilDate
  /// Whether it was held more than a year.
  public var isLongTerm: Bool
  /// What it served for.
  public var use: Use
  /// The price, debt that the buyer assumes included.
  public var price: Money
  /// Costs of the sale.
  public var costs: Money
  /// Cost and improvements, before depreciation.
  public var basis: Money
  /// Depreciation allowed or allowable, at most the basis.
  public var depreciation: Money
  /// The part of the depreciation beyond the straight line, IRC §1250(b)(1).
  public var additionalDepreciation: Money
  /// Losses of earlier years that the passive activity rules hold back, positive.
  public var suspendedLosses: Money
  /// How it served as a home; `nil` where it did not.
  public var residence: HomeUse?
  /// How it is paid over several years; `nil` where it is paid at once.
  public var installments: InstallmentPlan?
  /// Of a corporation: ``FederalLaw/corporatePreferenceRate``; otherwise `nil`.
  public var corporatePreferenceRate: Rate?

  /// A sale of property without depreciation, paid at once, by someone who is no corporation.
  /// Amounts are not negative.
  public init(
    year: Int, date: CivilDate, acquired: CivilDate, isLongTerm: Bool, use: Use, price: Money,
    costs: Money = .zero, basis: Money
  ) {
    self.year = year
    self.date = date
    self.acquired = acquired
    self.isLongTerm = isLongTerm
    self.use = use
    self.price = price
    self.costs = costs
    self.basis = basis
    depreciation = .zero
    additionalDepreciation = .zero
    suspendedLosses = .zero
  }

  /// Gain, or loss (negative), before any exclusion.
  public var gain: Money { price - costs - (basis - depreciation) }

  /// What the sale brings, by year.
  ///
  /// Recapture belongs to the year of the sale whatever is paid in it, IRC §453(i); of the rest,
  /// unrecaptured section 1250 gain comes first, Treas. Reg. §1.453-12(a). Losses held back are
  /// released in proportion to the gain, IRC §469(g)(1)(A) and (3).
  ///
  /// - Parameter homeExclusion: the most gain on a home that one person excludes.
  /// - Returns: the effects, ascending by year; the first is that of the sale's year.
  public func effects(homeExclusion: Money) -> [EventEffect] {
    let lastYear = installments?.payments.map(\.year).max() ?? year
    var effects = (year...max(year, lastYear)).map(EventEffect.init(year:))
    let excluded =
      gain > .zero
      ? residence?.excluded(of: gain, in: self, limit: homeExclusion, into: &effects[0]) ?? .zero
      : .zero
    let taxable = use == .home ? max(.zero, gain - excluded) : gain - excluded
    let preference = preference(in: taxable)
    let recapture = ordinaryRecapture(of: taxable) + preference
    recordSale(excluded: excluded, taxable: taxable, into: &effects[0])
    record(preference: preference, recapture: recapture, into: &effects[0])
    effects[0].amounts.otherGains += recapture
    var gains = [taxable - recapture]
    if let installments {
      gains = installments.gains(
        of: taxable - recapture, recovered: basis - depreciation + costs + recapture,
        excluded: excluded, price: price, into: &effects)
    }
    var unrecaptured = unrecaptured1250(of: taxable, recapture: recapture)
    for (index, gain) in gains.enumerated() {
      let part = min(unrecaptured, max(.zero, gain))
      add(gain, unrecaptured1250: part, to: &effects[index])
      unrecaptured -= part
    }
    release(gains, recapture: recapture, taxable: taxable, into: &effects)
    return effects
  }

  /// The gain that depreciation makes ordinary: what exceeds the straight line or, of rented
  /// property held a year or less, all of it, IRC §1250(a)(1), (b)(1).
  private func ordinaryRecapture(of taxable: Money) -> Money {
    guard use == .rental, taxable > .zero else { return .zero }
    return min(isLongTerm ? additionalDepreciation : depreciation, taxable)
  }

  /// What section 291 makes ordinary of a corporation's gain.
  private func preference(in taxable: Money) -> Money {
    guard use == .rental else { return .zero }
    return corporatePreference(
      in: taxable, depreciation: depreciation, recapture: ordinaryRecapture(of: taxable),
      rate: corporatePreferenceRate)
  }

  /// The gain up to the depreciation that is not ordinary, IRC §1(h)(6)(A); to a corporation it is
  /// nothing.
  private func unrecaptured1250(of taxable: Money, recapture: Money) -> Money {
    isLongTerm && corporatePreferenceRate == nil
      ? max(.zero, min(depreciation, taxable) - recapture) : .zero
  }

  /// The gain or loss of a year, by its character.
  private func add(
    _ amount: Money, unrecaptured1250 part: Money, to effect: inout EventEffect
  ) {
    switch (use, isLongTerm) {
    case (.rental, true):
      effect.businessProperty.gain += amount
      effect.businessProperty.unrecaptured1250 += part
    case (.rental, false):
      effect.amounts.otherGains += amount
    case (.home, true), (.investment, true):
      effect.amounts.longTermGain += amount
      effect.amounts.section1250Gain += part
    case (.home, false), (.investment, false):
      effect.amounts.shortTermGain += amount
    }
    if part > .zero {
      let isRental = use == .rental
      let number = isRental ? (installments == nil ? "3" : "4") : "12"
      effect.line(number, of: .unrecaptured1250Gain, "Unrecaptured section 1250 gain", part)
    }
  }

  private func release(
    _ gains: [Money], recapture: Money, taxable: Money, into effects: inout [EventEffect]
  ) {
    guard suspendedLosses > .zero else { return }
    var recognized = recapture
    var released = Money.zero
    for (index, gain) in gains.enumerated() {
      recognized += gain
      let isWhole = installments == nil || taxable <= .zero
      let through =
        isWhole
        ? suspendedLosses
        : suspendedLosses.times(recognized.cents, over: taxable.cents)
      effects[index].amounts.passiveIncome -= through - released
      effects[index].line(
        "22", of: .scheduleE, "Passive losses that the sale releases", through - released)
      released = through
    }
  }

  /// The lines of the form that the sale is reported on.
  private func recordSale(
    excluded: Money, taxable: Money, into effect: inout EventEffect
  ) {
    let adjusted = basis - depreciation
    guard use == .rental else {
      let adjustment = taxable - (price - adjusted)
      effect.line("(d)", of: .form8949, "Proceeds", price)
      effect.line("(e)", of: .form8949, "Adjusted basis", adjusted)
      effect.line(
        "(g)", of: .form8949, "Costs, gain excluded and loss not deductible", adjustment)
      effect.line("(h)", of: .form8949, "Gain or loss", taxable)
      return
    }
    effect.line("20", of: .form4797, "Gross sales price", price)
    effect.line("21", of: .form4797, "Cost or other basis plus costs of the sale", basis + costs)
    effect.line("22", of: .form4797, "Depreciation allowed or allowable", depreciation)
    effect.line("23", of: .form4797, "Adjusted basis", basis + costs - depreciation)
    effect.line("24", of: .form4797, "Total gain or loss", gain)
    if excluded > .zero {
      effect.line("2", of: .form4797, "Gain excluded by section 121", -excluded)
    }
  }

  /// The lines of the gain on a rental that is ordinary.
  private func record(preference: Money, recapture: Money, into effect: inout EventEffect) {
    guard use == .rental else { return }
    if corporatePreferenceRate != nil {
      effect.line("26f", of: .form4797, "Gain that is ordinary by section 291", preference)
    }
    effect.line("26g", of: .form4797, "Gain that is ordinary by section 1250", recapture)
  }
}
