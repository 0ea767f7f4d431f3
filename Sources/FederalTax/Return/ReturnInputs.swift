public import Quantities

/// The amounts that enter a return. Gains are positive, losses negative; carryovers are positive.
public struct ReturnInputs<Amount: TaxAmount>: Sendable {
  /// Wages, Form 1040 line 1; with those of a spouse below.
  public var wages: Amount
  /// The spouse's wages on a joint return.
  public var spouseWages: Amount
  /// Taxable interest, line 2b.
  public var taxableInterest: Amount
  /// Tax-exempt interest, line 2a: no income, but part of several modified incomes.
  public var taxExemptInterest: Amount
  /// Ordinary dividends, line 3b; they include the qualified ones.
  public var ordinaryDividends: Amount
  /// Qualified dividends, line 3a.
  public var qualifiedDividends: Amount
  /// Taxable pensions and other income outside net investment income.
  public var pensions: Amount
  /// Social security benefits before any exclusion, line 6a.
  public var socialSecurityBenefits: Amount
  /// Rents, royalties and passive business income, Schedule 1 line 5: within net investment
  /// income; a loss that is allowed is negative.
  public var passiveIncome: Amount
  /// Ordinary income of an active business, Schedule 1 line 5: outside net investment income;
  /// a loss is negative.
  public var businessIncome: Amount
  /// Ordinary gain or loss of business property, Schedule 1 line 4 (Form 4797 line 18b); within
  /// net investment income unless ``gainOutsideInvestment`` takes it out.
  public var otherGains: Amount
  /// Contribution of the taxpayer to a traditional IRA, deductible as far as IRC §219 allows.
  public var iraContribution: Amount
  /// The spouse's contribution to a traditional IRA on a joint return.
  public var spouseIraContribution: Amount
  /// The foreign earned income exclusion, Form 2555; wages are those after it.
  public var foreignEarnedIncomeExclusion: Amount
  /// Short-term gain or loss of the year, before carryovers.
  public var shortTermGain: Amount
  /// Long-term gain or loss of the year, before carryovers; collectibles and section 1250 gain are
  /// parts of it.
  public var longTermGain: Amount
  /// Short-term loss carried in, positive; Schedule D line 6.
  public var shortTermCarryover: Amount
  /// Long-term loss carried in, positive; Schedule D line 14.
  public var longTermCarryover: Amount
  /// Gain or loss of collectibles held long, and the taxed part of section 1202 gain: part of
  /// ``longTermGain``; 28% Rate Gain Worksheet lines 1 to 4.
  public var collectiblesGain: Amount
  /// Unrecaptured section 1250 gain before losses: worksheet line 13; part of ``longTermGain``.
  public var section1250Gain: Amount
  /// A finished Schedule D line 18, where ``collectiblesGain`` is not stated.
  public var rate28Gain: Amount
  /// A finished Schedule D line 19, where ``section1250Gain`` is not stated.
  public var unrecaptured1250Gain: Amount
  /// Gain or loss, capital or ordinary, that is no net investment income: Form 8960 lines 4b
  /// and 5b to 5c with their sign turned.
  public var gainOutsideInvestment: Amount
  /// Medical expenses before the floor, Schedule A line 1.
  public var medicalExpenses: Amount
  /// State and local income tax paid, Schedule A line 5a.
  public var stateIncomeTax: Amount
  /// Real estate and personal property tax paid, Schedule A lines 5b and 5c.
  public var realEstateTax: Amount
  /// Deductible mortgage interest, Schedule A line 8.
  public var mortgageInterest: Amount
  /// Gifts to charity in cash, Schedule A line 11, within the limits of adjusted gross income.
  public var charityCash: Amount
  /// Other itemized deductions, Schedule A line 16.
  public var otherItemized: Amount
  /// Qualified business income of trades that are no specified service, IRC §199A(c).
  public var qualifiedBusinessIncome: Amount
  /// The greater of the limits by wages and property of those trades, IRC §199A(b)(2)(B).
  public var qualifiedBusinessLimit: Amount
  /// Foreign tax on passive income, with what earlier years left over; Form 1116 line 14.
  public var foreignTaxPaid: Amount
  /// Foreign source taxable income of the passive category, Form 1116 line 17.
  public var foreignPassiveIncome: Amount
  /// Income distribution deduction of an estate or trust, Form 1041 line 18.
  public var distributionDeduction: Amount
  /// The part of that distribution that is net investment income, Form 8960 line 18b.
  public var distributedInvestmentIncome: Amount
  /// Adjustments and preferences of Form 6251 lines 2c to 3.
  public var amtPreferences: Amount

  /// Inputs that are all zero.
  public init() {
    let zero = Amount(.zero)
    wages = zero
    spouseWages = zero
    taxableInterest = zero
    taxExemptInterest = zero
    ordinaryDividends = zero
    qualifiedDividends = zero
    pensions = zero
    socialSecurityBenefits = zero
    passiveIncome = zero
    businessIncome = zero
    otherGains = zero
    iraContribution = zero
    spouseIraContribution = zero
    foreignEarnedIncomeExclusion = zero
    shortTermGain = zero
    longTermGain = zero
    shortTermCarryover = zero
    longTermCarryover = zero
    collectiblesGain = zero
    section1250Gain = zero
    rate28Gain = zero
    unrecaptured1250Gain = zero
    gainOutsideInvestment = zero
    medicalExpenses = zero
    stateIncomeTax = zero
    realEstateTax = zero
    mortgageInterest = zero
    charityCash = zero
    otherItemized = zero
    qualifiedBusinessIncome = zero
    qualifiedBusinessLimit = zero
    foreignTaxPaid = zero
    foreignPassiveIncome = zero
    distributionDeduction = zero
    distributedInvestmentIncome = zero
    amtPreferences = zero
  }
}

extension ReturnInputs: Equatable where Amount: Equatable {}
extension ReturnInputs: Hashable where Amount: Hashable {}

extension ReturnInputs<Money> {
  /// The same amounts in another reading.
  ///
  /// - Parameter convert: an amount in the other reading.
  /// - Returns: inputs whose every amount is converted.
  public func map<Other: TaxAmount>(_ convert: (Money) -> Other) -> ReturnInputs<Other> {
    var result = ReturnInputs<Other>()
    result.wages = convert(wages)
    result.spouseWages = convert(spouseWages)
    result.taxableInterest = convert(taxableInterest)
    result.taxExemptInterest = convert(taxExemptInterest)
    result.ordinaryDividends = convert(ordinaryDividends)
    result.qualifiedDividends = convert(qualifiedDividends)
    result.pensions = convert(pensions)
    result.socialSecurityBenefits = convert(socialSecurityBenefits)
    result.passiveIncome = convert(passiveIncome)
    result.businessIncome = convert(businessIncome)
    result.otherGains = convert(otherGains)
    result.iraContribution = convert(iraContribution)
    result.spouseIraContribution = convert(spouseIraContribution)
    result.foreignEarnedIncomeExclusion = convert(foreignEarnedIncomeExclusion)
    result.shortTermGain = convert(shortTermGain)
    result.longTermGain = convert(longTermGain)
    result.shortTermCarryover = convert(shortTermCarryover)
    result.longTermCarryover = convert(longTermCarryover)
    result.collectiblesGain = convert(collectiblesGain)
    result.section1250Gain = convert(section1250Gain)
    result.rate28Gain = convert(rate28Gain)
    result.unrecaptured1250Gain = convert(unrecaptured1250Gain)
    result.gainOutsideInvestment = convert(gainOutsideInvestment)
    result.medicalExpenses = convert(medicalExpenses)
    result.stateIncomeTax = convert(stateIncomeTax)
    result.realEstateTax = convert(realEstateTax)
    result.mortgageInterest = convert(mortgageInterest)
    result.charityCash = convert(charityCash)
    result.otherItemized = convert(otherItemized)
    result.qualifiedBusinessIncome = convert(qualifiedBusinessIncome)
    result.qualifiedBusinessLimit = convert(qualifiedBusinessLimit)
    result.foreignTaxPaid = convert(foreignTaxPaid)
    result.foreignPassiveIncome = convert(foreignPassiveIncome)
    result.distributionDeduction = convert(distributionDeduction)
    result.distributedInvestmentIncome = convert(distributedInvestmentIncome)
    result.amtPreferences = convert(amtPreferences)
    return result
  }
}

extension ReturnInputs<Money> {
  /// Adds the amounts of others, each to its own.
  public static func += (left: inout Self, right: Self) {
    left.wages += right.wages
    left.spouseWages += right.spouseWages
    left.taxableInterest += right.taxableInterest
    left.taxExemptInterest += right.taxExemptInterest
    left.ordinaryDividends += right.ordinaryDividends
    left.qualifiedDividends += right.qualifiedDividends
    left.pensions += right.pensions
    left.socialSecurityBenefits += right.socialSecurityBenefits
    left.passiveIncome += right.passiveIncome
    left.businessIncome += right.businessIncome
    left.otherGains += right.otherGains
    left.iraContribution += right.iraContribution
    left.spouseIraContribution += right.spouseIraContribution
    left.foreignEarnedIncomeExclusion += right.foreignEarnedIncomeExclusion
    left.shortTermGain += right.shortTermGain
    left.longTermGain += right.longTermGain
    left.shortTermCarryover += right.shortTermCarryover
    left.longTermCarryover += right.longTermCarryover
    left.collectiblesGain += right.collectiblesGain
    left.section1250Gain += right.section1250Gain
    left.rate28Gain += right.rate28Gain
    left.unrecaptured1250Gain += right.unrecaptured1250Gain
    left.gainOutsideInvestment += right.gainOutsideInvestment
    left.medicalExpenses += right.medicalExpenses
    left.stateIncomeTax += right.stateIncomeTax
    left.realEstateTax += right.realEstateTax
    left.mortgageInterest += right.mortgageInterest
    left.charityCash += right.charityCash
    left.otherItemized += right.otherItemized
    left.qualifiedBusinessIncome += right.qualifiedBusinessIncome
    left.qualifiedBusinessLimit += right.qualifiedBusinessLimit
    left.foreignTaxPaid += right.foreignTaxPaid
    left.foreignPassiveIncome += right.foreignPassiveIncome
    left.distributionDeduction += right.distributionDeduction
    left.distributedInvestmentIncome += right.distributedInvestmentIncome
    left.amtPreferences += right.amtPreferences
  }
}
