public import Quantities

/// The rules that a return can need, known before any of it is computed.
///
/// What a household has no amounts for costs nothing in any reading: no time in the exact one, no
/// lines in the traced one, no cells in the modelled one. A rule is in the set unless it cannot
/// change the return; leaving out one that can is an error.
public struct ReturnRules: OptionSet, Sendable, Hashable {
  /// The rules as bits.
  public var rawValue: UInt32

  /// A set of rules.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Social security benefits, IRC §86.
  public static let socialSecurity = ReturnRules(rawValue: 1 << 0)
  /// A contribution of the taxpayer to a traditional IRA, IRC §219.
  public static let iraContribution = ReturnRules(rawValue: 1 << 1)
  /// Income or adjustments of Schedule 1.
  public static let additionalIncome = ReturnRules(rawValue: 1 << 2)
  /// Gain at a rate of 25% or 28%: the Schedule D Tax Worksheet.
  public static let cappedGain = ReturnRules(rawValue: 1 << 3)
  /// Collectibles or section 1250 gain before losses: the worksheets of Schedule D lines 18 and 19.
  public static let cappedGainBeforeLosses = ReturnRules(rawValue: 1 << 4)
  /// The choice between the standard and the itemized deductions, IRC §63(e).
  public static let election = ReturnRules(rawValue: 1 << 5)
  /// Medical expenses among the itemized deductions.
  public static let medicalExpenses = ReturnRules(rawValue: 1 << 6)
  /// State and local taxes whose limit income can lower.
  public static let localTaxLimitShrinks = ReturnRules(rawValue: 1 << 7)
  /// Gifts among the itemized deductions.
  public static let itemizedGifts = ReturnRules(rawValue: 1 << 8)
  /// Qualified business income.
  public static let businessDeduction = ReturnRules(rawValue: 1 << 9)
  /// Qualified business income that the limit by wages and property can lower.
  public static let businessDeductionLimit = ReturnRules(rawValue: 1 << 10)
  /// Qualified business income large enough for the least deduction.
  public static let businessDeductionMinimum = ReturnRules(rawValue: 1 << 11)
  /// The foreign earned income exclusion.
  public static let foreignEarnedIncome = ReturnRules(rawValue: 1 << 12)
  /// Credits for children or other dependents.
  public static let dependentCredit = ReturnRules(rawValue: 1 << 13)
  /// A credit for children that can be refunded.
  public static let refundableChildCredit = ReturnRules(rawValue: 1 << 14)

  /// A contribution of the spouse to a traditional IRA.
  public static let spouseIraContribution = ReturnRules(rawValue: 1 << 15)

  /// Gifts in cash that deduct without itemizing, IRC §170(p).
  public static let charityWithoutItemizing = ReturnRules(rawValue: 1 << 16)

  /// Foreign tax on passive income.
  public static let foreignTax = ReturnRules(rawValue: 1 << 17)
  /// Foreign tax of more than may be credited without a limit, IRC §904(j).
  public static let foreignTaxLimit = ReturnRules(rawValue: 1 << 18)
  /// Gain or loss that is no net investment income.
  public static let gainOutsideInvestment = ReturnRules(rawValue: 1 << 19)

  /// What a plan brings that sells lots of collectibles held long.
  public static let collectiblesOfPlan: ReturnRules = [.cappedGain, .cappedGainBeforeLosses]
}

extension ReturnRules {
  /// The rules that the amounts and facts of a year can need.
  ///
  /// Gains, losses and their carryovers never decide: a plan may move them. A plan that may sell
  /// collectibles adds ``collectiblesOfPlan``.
  ///
  /// - Parameters:
  ///   - inputs: the amounts.
  ///   - facts: the household.
  ///   - law: the law of the year and status.
  public init(of inputs: ReturnInputs<Money>, facts: ReturnFacts, law: FederalLaw) {
    self = []
    let zero = Money.zero
    set(.socialSecurity, inputs.socialSecurityBenefits > zero)
    set(.iraContribution, inputs.iraContribution > zero)
    set(
      .spouseIraContribution,
      inputs.spouseIraContribution > zero && facts.status == .marriedJoint)
    set(
      .additionalIncome,
      inputs.passiveIncome != zero || inputs.businessIncome != zero || inputs.otherGains != zero)
    set(
      .cappedGainBeforeLosses, inputs.collectiblesGain != zero || inputs.section1250Gain != zero)
    set(
      .cappedGain,
      contains(.cappedGainBeforeLosses) || inputs.rate28Gain != zero
        || inputs.unrecaptured1250Gain != zero)
    set(.foreignTax, inputs.foreignTaxPaid > zero)
    set(
      .foreignTaxLimit,
      inputs.foreignTaxPaid > law.foreignTaxWithoutLimit
        || inputs.foreignEarnedIncomeExclusion > zero)
    set(.gainOutsideInvestment, inputs.gainOutsideInvestment != zero)
    set(.foreignEarnedIncome, inputs.foreignEarnedIncomeExclusion > zero)
    set(.dependentCredit, facts.childrenUnder17 > 0 || facts.otherDependents > 0)
    set(
      .refundableChildCredit,
      facts.childrenUnder17 > 0 && !contains(.foreignEarnedIncome)
        && inputs.wages + inputs.spouseWages > law.dependentCredit.refundStart)
    set(
      .charityWithoutItemizing,
      inputs.charityCash > zero && law.itemized.charityWithoutItemizing > zero)
    if facts.deduction == .elected { addDeductions(inputs, facts, law) }
    addBusinessDeduction(inputs, law.businessDeduction)
  }

  private mutating func addDeductions(
    _ inputs: ReturnInputs<Money>, _ facts: ReturnFacts, _ law: FederalLaw
  ) {
    let taxes = inputs.stateIncomeTax + inputs.realEstateTax
    let others =
      inputs.medicalExpenses + inputs.mortgageInterest + inputs.charityCash + inputs.otherItemized
    // Taxes alone are added back by the minimum tax whole, so that they must exceed the standard
    // deduction to be worth anything; unless a smaller deduction leaves more business income to
    // deduct, which the minimum tax keeps.
    set(
      .election,
      others > .zero || (taxes > .zero && inputs.qualifiedBusinessIncome > .zero)
        || min(taxes, law.itemized.localTaxes.cap) > standardDeduction(facts, law: law))
    guard contains(.election) else { return }
    set(.medicalExpenses, inputs.medicalExpenses > .zero)
    set(.itemizedGifts, inputs.charityCash > .zero)
    let limit = law.itemized.localTaxes
    let least = limit.separatePart?.of(limit.floor, rounded: .halfUp) ?? limit.floor
    set(.localTaxLimitShrinks, taxes > least && limit.rate > .zero)
  }

  private mutating func addBusinessDeduction(
    _ inputs: ReturnInputs<Money>, _ deduction: BusinessDeduction
  ) {
    let income = inputs.qualifiedBusinessIncome
    guard income > .zero else { return }
    insert(.businessDeduction)
    set(
      .businessDeductionLimit,
      deduction.rate.of(income, rounded: .halfUp) > inputs.qualifiedBusinessLimit)
    set(
      .businessDeductionMinimum,
      deduction.minimum > .zero && income >= deduction.minimumIncome)
  }

  private mutating func set(_ rule: ReturnRules, _ isNeeded: Bool) {
    if isNeeded { insert(rule) }
  }
}
