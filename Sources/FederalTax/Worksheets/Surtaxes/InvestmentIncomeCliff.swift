public import Quantities

/// The earned income credit before the limit of investment income, by the formula of the law; the
/// printed table, with rows of 50 dollars, differs by a few dollars.
///
/// It is no part of the priced return.
///
/// Source: 26 U.S.C. §32(a), (b), (c)(1)(A), (d).
///
/// - Parameters:
///   - earnedIncome: wages and earnings of self-employment.
///   - adjustedGrossIncome: Form 1040 line 11.
///   - children: qualifying children, who are older than those of the child credit may be.
///   - facts: filing status and ages; who claims without children is 25 to 64 years old.
///   - law: the law of the year and status.
/// - Returns: the credit, rounded half up to cents and not negative.
public func earnedIncomeCredit(
  earnedIncome: Money, adjustedGrossIncome: Money, children: Int, facts: ReturnFacts,
  law: FederalLaw
) -> Money {
  let isAllowed =
    facts.status == .marriedSeparate
    ? facts.livedApart && children > 0
    : children > 0 || claimingAges.contains(facts.age)
      || facts.status == .marriedJoint && claimingAges.contains(facts.spouseAge)
  guard isAllowed, earnedIncome > .zero else { return .zero }
  let terms = law.earnedIncomeCredit.terms[min(max(children, 0), 3)]
  let credit = min(terms.rate.of(earnedIncome, rounded: .halfUp), terms.maximum)
  let excess = max(max(earnedIncome, adjustedGrossIncome) - terms.phaseoutStart, .zero)
  let limit = terms.maximum - terms.phaseoutRate.of(excess, rounded: .halfUp)
  return max(min(credit, limit), .zero)
}

/// The ages at the end of the year of a claim without children, IRC §32(c)(1)(A)(ii)(II).
private let claimingAges = 25...64

/// How near a return is to losing its earned income credit to investment income, IRC §32(i).
public struct InvestmentIncomeCliff: Sendable, Hashable {
  /// The credit that is at stake, or was lost; positive.
  public let credit: Money
  /// Investment income above which there is no credit.
  public let limit: Money
  /// Interest, tax-exempt interest, dividends, net gain and net passive income; not negative.
  public let disqualifiedIncome: Money

  /// How much more investment income the credit survives; negative where it is lost.
  public var room: Money { limit - disqualifiedIncome }
  /// Whether the credit is lost.
  public var isLost: Bool { room < .zero }
}

/// What investment income does to the earned income credit of a return.
///
/// Earned income is taken to be the wages, and qualifying children those under 17: the credit may
/// be larger. Gain of section 1231 property counts here, although the law leaves it out.
///
/// - Parameters:
///   - inputs: the amounts of the return.
///   - facts: the household.
///   - result: the return.
///   - law: the law of the year and status.
/// - Returns: `nil` where there is no credit to lose.
public func investmentIncomeCliff(
  _ inputs: ReturnInputs<Money>, facts: ReturnFacts, result: FederalReturn<Money>, law: FederalLaw
) -> InvestmentIncomeCliff? {
  // Who excludes foreign income has no credit, §32(c)(1)(C).
  guard facts.corporation == nil, inputs.foreignEarnedIncomeExclusion == .zero else { return nil }
  let credit = earnedIncomeCredit(
    earnedIncome: inputs.wages + inputs.spouseWages,
    adjustedGrossIncome: result.adjustedGrossIncome, children: facts.childrenUnder17, facts: facts,
    law: law)
  guard credit > .zero else { return nil }
  let always = inputs.taxableInterest + inputs.taxExemptInterest + inputs.ordinaryDividends
  return InvestmentIncomeCliff(
    credit: credit, limit: law.earnedIncomeCredit.investmentLimit,
    disqualifiedIncome: always + max(result.capitalGainOrLoss, .zero)
      + max(inputs.passiveIncome, .zero))
}
