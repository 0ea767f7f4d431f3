import FederalTax
public import Quantities

/// What a plan is worth once the tax it puts off is paid.
///
/// A loss that is taken lowers the basis of what is bought instead, so that a later sale there
/// gains as much more. Only what is left after that later tax is a saving that lasts.
public struct LastingBenefit: Sendable, Hashable {
  /// By how much the plan is better than selling nothing: taxes, costs and later tax together.
  public var amount: Money
  /// By how much later gains grow; negative when the plan takes gains now.
  public var laterGain: Money
  /// The rate of the later tax.
  public var rate: Rate
  /// Whether the household stated the rate.
  public var isRateStated: Bool
  /// The present worth of the later tax.
  public var laterTax: Money
}

extension PlanPricer {
  /// What a plan is worth once the tax it puts off is paid.
  ///
  /// Where the household states the rate of the later tax, the benefit is the difference of the
  /// objectives. Otherwise the present long-term rate serves, and losses that are left over, unless
  /// the household states their worth, lower the later gain.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - hold: the plan that sells nothing, of the same problem.
  /// - Returns: the benefit and how it comes about.
  public func lastingBenefit(of plan: PricedPlan, over hold: PricedPlan) -> LastingBenefit {
    let outlook = problem.scenario.outlook
    // A loss that is lost for good is not deducted, and still lowers a basis.
    let gain =
      plan.years.map { $0.plannedShortTerm + $0.plannedLongTerm }.total()
      - plan.sales.map(\.permanent).total()
    let saved = hold.objective.value - plan.objective.value
    if let rate = outlook.laterTaxRate {
      return LastingBenefit(
        amount: saved, laterGain: -gain, rate: rate, isRateStated: true,
        laterTax: plan.objective.laterTax)
    }
    var laterGain = -gain
    if !outlook.valuesCarryover { laterGain -= plan.carryoverOut - hold.carryoverOut }
    let rate = presentLongTermRate
    let laterTax = outlook.discountFactor(after: outlook.laterTaxYears)
      .of(rate.of(laterGain, rounded: .halfUp), rounded: .halfUp)
    return LastingBenefit(
      amount: saved - laterTax, laterGain: laterGain, rate: rate, isRateStated: false,
      laterTax: laterTax)
  }

  /// The tax on one more thousand of long-term gain in the first year, were there no other gains
  /// and losses of capital: what the rates ask, without credits, premiums, and their steps and cliffs,
  /// which the later year need not share.
  private var presentLongTermRate: Rate {
    let year = problem.scenario.years[0]
    var inputs = year.inputs
    inputs.shortTermGain = .zero
    inputs.longTermGain = .zero
    inputs.collectiblesGain = .zero
    inputs.section1250Gain = .zero
    inputs.rate28Gain = .zero
    inputs.unrecaptured1250Gain = .zero
    inputs.gainOutsideInvestment = .zero
    func tax(_ inputs: ReturnInputs<Money>) -> Money {
      let result = exactReturn(inputs, facts: year.facts, law: year.law)
      return result.regularTax + result.alternativeMinimumTax + result.netInvestmentIncomeTax
        + result.stateTax
    }
    let without = tax(inputs)
    inputs.longTermGain = Money(dollars: 1_000)
    return Rate(millionths: (tax(inputs) - without).cents * 10)
  }
}

extension Outlook {
  /// Whether the household states what a loss is worth that is left after the last year.
  public var valuesCarryover: Bool {
    shortTermCarryoverValue != .zero || longTermCarryoverValue != .zero
  }
}

extension PricedPlan {
  /// The losses of both characters left after the last year, positive.
  public var carryoverOut: Money {
    guard let last = years.last?.result else { return .zero }
    return last.shortTermCarryoverOut + last.longTermCarryoverOut
  }
}
