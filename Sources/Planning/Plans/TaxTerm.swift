public import FederalTax
public import Quantities

/// A part of what a year costs; the parts of a return add up to its full cost.
public enum TaxTerm: String, Sendable, Hashable, CaseIterable {
  /// Regular tax at the ordinary rates.
  case ordinary
  /// Regular tax at the long-term rates.
  case longTerm = "long_term"
  /// Regular tax on unrecaptured section 1250 gain at its own rate.
  case unrecaptured1250 = "unrecaptured_1250"
  /// Regular tax on collectibles and section 1202 gain at their own rate.
  case collectibles
  /// The alternative minimum tax.
  case minimumTax = "amt"
  /// The net investment income tax.
  case netInvestmentIncome = "niit"
  /// The additional Medicare tax.
  case additionalMedicare = "additional_medicare"
  /// The credits for children and other dependents, as a negative amount.
  case credits
  /// The foreign tax credit, as a negative amount.
  case foreignTaxCredit = "foreign_tax_credit"
  /// The refundable child credit, as a negative amount.
  case refundableCredits = "refundable_credits"
  /// Advance premium credit paid back, less the premium tax credit still due.
  case premiumCredit = "premium_tax_credit"
  /// What income adds to Medicare premiums two years later.
  case medicarePremiums = "medicare_premiums"
  /// The income tax of the state.
  case stateTax = "state"
}

extension FederalReturn<Money> {
  /// What a term adds to the full cost.
  public func amount(of term: TaxTerm) -> Money {
    switch term {
    case .ordinary: regularTax - longTermTax - unrecaptured1250Tax - collectiblesTax
    case .longTerm: longTermTax
    case .unrecaptured1250: unrecaptured1250Tax
    case .collectibles: collectiblesTax
    case .minimumTax: alternativeMinimumTax
    case .netInvestmentIncome: netInvestmentIncomeTax
    case .additionalMedicare: additionalMedicareTax
    case .credits: -childAndDependentCredit
    case .foreignTaxCredit: -foreignTaxCredit
    case .refundableCredits: -refundableChildCredit
    case .premiumCredit: excessPremiumCredit - netPremiumCredit
    case .medicarePremiums: medicareSurcharge
    case .stateTax: stateTax
    }
  }
}

extension FederalReturn<Money> {
  /// What the return costs seen from its own year.
  ///
  /// - Parameter factor: what a dollar of the Medicare premiums two years later counts.
  /// - Returns: ``FederalReturn/yearCost`` and the premiums' present worth, in cents.
  public func presentCost(premiums factor: Rate) -> Money {
    medicareSurcharge == .zero
      ? yearCost : yearCost + factor.of(medicareSurcharge, rounded: .halfUp)
  }
}

extension PricedPlan {
  /// What a term adds to the full cost of all the years, not discounted.
  public func amount(of term: TaxTerm) -> Money {
    years.map { $0.result.amount(of: term) }.total()
  }
}
