public import Quantities

/// The law of one tax year for one filing status: every amount and rate the return needs.
public struct FederalLaw: Sendable, Hashable {
  /// The tax year.
  public let year: Int
  /// The filing status.
  public let status: FilingStatus
  /// The last published year, whose indexed values serve unchanged, where `year` comes after it.
  /// What a statute itself says of later years is taken from it.
  public let projectedFrom: Int?
  /// Each overlay laid over the published law, with the parameters it changes, in words.
  public let overlays: [String]

  /// The rates on ordinary income, IRC §1(j).
  public let ordinaryRates: RateSchedule
  /// The rates on net capital gain and qualified dividends, IRC §1(h).
  public let longTermRates: LongTermRates
  /// The standard deduction and what age and blindness add, IRC §63.
  public let standardDeduction: StandardDeduction
  /// The deduction for seniors, IRC §151(d)(5)(C); `nil` where the year or status has none.
  public let seniorDeduction: SeniorDeduction?
  /// Itemized deductions, and gifts without itemizing.
  public let itemized: ItemizedRules
  /// The deduction of qualified business income, IRC §199A.
  public let businessDeduction: BusinessDeduction
  /// The taxable part of social security benefits, IRC §86.
  public let socialSecurity: SocialSecurityRules
  /// The same where spouses who file separately lived apart all year; otherwise the same.
  public let socialSecurityApart: SocialSecurityRules
  /// The deduction for contributions to traditional IRAs, IRC §219.
  public let ira: IRARules
  /// The same where spouses who file separately lived apart all year; otherwise the same.
  public let iraApart: IRARules
  /// What an estate or trust deducts without any expense, IRC §642(b).
  public let estateExemption: EstateExemption
  /// The most that a net capital loss lowers income, IRC §1211(b).
  public let capitalLossLimit: Money
  /// The tax on net investment income, IRC §1411.
  public let netInvestmentIncomeTax: ThresholdTax
  /// The additional Medicare tax on wages, IRC §3101(b)(2).
  public let additionalMedicareTax: ThresholdTax
  /// The alternative minimum tax, IRC §55.
  public let minimumTax: MinimumTax
  /// The credits for children and other dependents, IRC §24(h).
  public let dependentCredit: DependentCredit
  /// The most foreign tax on passive income that is credited without a limit, IRC §904(j)(2)(B); zero
  /// for estates and trusts.
  public let foreignTaxWithoutLimit: Money
  /// What income adds to Medicare premiums, 42 U.S.C. §1395r(i).
  public let medicarePremiums: MedicarePremiums
  /// The premium tax credit, IRC §36B; `nil` before ``PremiumCredit/firstYear``.
  public let premiumCredit: PremiumCredit?
  /// The earned income credit, IRC §32.
  public let earnedIncomeCredit: EarnedIncomeCredit
  /// What payments during the year must reach, IRC §6654.
  public let estimatedTax: EstimatedTax
  /// The rate of the tax on corporations, IRC §11(b).
  public let corporateRate: Rate
  /// The most gain on a home that one person excludes, IRC §121(b)(1).
  public let homeSaleExclusion: Money
  /// Deferred payments at the end of a year above which the tax deferred with them bears interest,
  /// IRC §453A(b)(2)(B).
  public let deferredPaymentLimit: Money
  /// Of a corporation's gain on a building: what is ordinary of the depreciation in it that is not
  /// ordinary anyway, IRC §291(a)(1).
  public let corporatePreferenceRate: Rate
  /// What losses of trades may exceed their income by in a year, IRC §461(l)(3).
  public let excessBusinessLoss: Money

  /// Whether a long-term rate, that of section 1250 gain among them, exceeds the lowest rate of the
  /// minimum tax, as none does today.
  let longTermRatesExceedMinimumTax: Bool

  /// The year whose published values serve: ``projectedFrom``, or the year itself.
  public var publishedYear: Int { projectedFrom ?? year }
}

/// The rates on net capital gain, stacked on ordinary income.
public struct LongTermRates: Sendable, Hashable {
  /// Taxable income up to which the rate is zero.
  public let zeroRateTop: Money
  /// Taxable income up to which the middle rate applies.
  public let middleRateTop: Money
  /// 15%.
  public let middleRate: Rate
  /// 20%.
  public let topRate: Rate
  /// 25%: the most on unrecaptured section 1250 gain.
  public let unrecaptured1250Rate: Rate
  /// 28%: the most on gain of collectibles and of section 1202.
  public let collectiblesRate: Rate
  /// Taxable income up to which the ordinary rates lie below ``unrecaptured1250Rate``; Schedule D
  /// Tax Worksheet line 19.
  public let cappedRateBottom: Money
}

/// The standard deduction.
public struct StandardDeduction: Sendable, Hashable {
  /// The amount of the filing status.
  public let basic: Money
  /// What each checked box for age 65 or blindness adds.
  public let perBox: Money
}

/// A deduction per person of 65 that shrinks with income.
public struct SeniorDeduction: Sendable, Hashable {
  /// The deduction of each person.
  public let perPerson: Money
  /// The modified adjusted gross income above which it shrinks.
  public let phaseoutStart: Money
  /// What each dollar above the start takes from each person's deduction.
  public let phaseoutRate: Rate
}

/// A tax at one rate on what exceeds a threshold.
public struct ThresholdTax: Sendable, Hashable {
  /// The rate.
  public let rate: Rate
  /// The threshold of the filing status.
  public let threshold: Money
}

/// The alternative minimum tax.
public struct MinimumTax: Sendable, Hashable {
  /// 26% and 28%.
  public let rates: RateSchedule
  /// The exemption amount.
  public let exemption: Money
  /// The alternative minimum taxable income above which the exemption shrinks.
  public let phaseoutStart: Money
  /// What each dollar above the start takes from the exemption.
  public let phaseoutRate: Rate
  /// Married filing separately: where the exemption is gone and alternative minimum taxable income
  /// begins to grow, at `phaseoutRate` and by no more than `exemption`; otherwise `nil`.
  public let increaseStart: Money?
}

/// The credits for children and other dependents.
public struct DependentCredit: Sendable, Hashable {
  /// The credit for a qualifying child.
  public let perChild: Money
  /// The credit for another dependent.
  public let perOtherDependent: Money
  /// What high income takes from the credits.
  public let reduction: StepSchedule
  /// The most of the credit for a child that is refunded.
  public let refundablePerChild: Money
  /// The earned income above which it is.
  public let refundStart: Money
  /// What each dollar above refunds.
  public let refundRate: Rate
}

/// What an estate or trust deducts without any expense.
public struct EstateExemption: Sendable, Hashable {
  let estate: Money
  let simpleTrust: Money
  let complexTrust: Money

  /// The exemption of a kind.
  public func amount(of kind: TrustKind) -> Money {
    switch kind {
    case .estate: estate
    case .simpleTrust: simpleTrust
    case .complexTrust: complexTrust
    }
  }
}
