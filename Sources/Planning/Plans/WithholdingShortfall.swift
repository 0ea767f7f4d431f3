public import FederalTax
public import Quantities

/// What the tax withheld from a year's supplemental wages, such as shares that vest, leaves to pay.
///
/// Such wages are withheld from at a flat rate, whatever the household's own; what they really cost
/// is the return with them less the return without them.
public struct WithholdingShortfall: Sendable, Hashable {
  /// The tax year.
  public var year: Int
  /// The supplemental wages of the year's events.
  public var wages: Money
  /// Federal income tax withheld from them.
  public var withheld: Money
  /// The income tax that they add, with the net investment income tax and what is lost of refundable
  /// credits. The additional Medicare tax is left out: employers withhold it apart, IRC §3102(f).
  public var tax: Money

  /// The part of the tax that is not withheld; negative where more is withheld.
  public var shortfall: Money { tax - withheld }

  /// The shortfall of a year; `nil` where no event pays supplemental wages.
  ///
  /// - Parameters:
  ///   - year: the year with its events.
  ///   - inputs: the amounts of the year, a plan's gains and carryovers included; by default those
  ///     known before any plan.
  public init?(of year: PlanningYear, inputs: ReturnInputs<Money>? = nil) {
    let paid = year.events.map(\.effect).filter { $0.supplementalWages != .zero }
    guard !paid.isEmpty else { return nil }
    let all = inputs ?? year.inputs
    var others = all
    for effect in paid {
      others.wages -= effect.amounts.wages
      others.spouseWages -= effect.amounts.spouseWages
    }
    func tax(_ inputs: ReturnInputs<Money>) -> Money {
      let result = exactReturn(inputs, facts: year.facts, law: year.law)
      return result.totalTax - result.additionalMedicareTax - result.refundableChildCredit
        - result.netPremiumCredit
    }
    self.year = year.year
    wages = paid.map(\.supplementalWages).total()
    withheld = paid.map(\.withheld).total()
    self.tax = tax(all) - tax(others)
  }
}
