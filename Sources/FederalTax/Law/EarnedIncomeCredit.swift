public import Quantities

/// The earned income credit of a filing status, IRC §32.
public struct EarnedIncomeCredit: Sendable, Hashable {
  /// The credit of a number of qualifying children.
  public struct Terms: Sendable, Hashable {
    /// The part of earned income that is credited.
    public let rate: Rate
    /// The largest credit.
    public let maximum: Money
    /// Income above which the credit shrinks.
    public let phaseoutStart: Money
    /// The part of income above the start that is taken away.
    public let phaseoutRate: Rate
  }

  /// The credit without children and with one, two, and three or more.
  public let terms: [Terms]
  /// Investment income above which there is no credit at all, IRC §32(i).
  public let investmentLimit: Money
}

extension EarnedIncomeCredit {
  init(_ law: LawOfYear) throws(LawError) {
    let starts = try law.amounts(.earnedIncomeStart)
    let own = law.status == .marriedJoint ? starts.suffix(2) : starts.prefix(2)
    let (rates, maximum) = (
      try law.rates(.earnedIncomeRates), try law.amounts(.earnedIncomeMaximum)
    )
    let phaseoutRates = try law.rates(.earnedIncomePhaseoutRates)
    terms = rates.indices.map { children in
      Terms(
        rate: rates[children], maximum: maximum[children],
        phaseoutStart: children == 0 ? own[own.startIndex] : own[own.startIndex + 1],
        phaseoutRate: phaseoutRates[children])
    }
    investmentLimit = try law.amount(.earnedIncomeInvestmentLimit)
  }
}
