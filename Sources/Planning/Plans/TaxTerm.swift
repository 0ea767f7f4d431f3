public import FederalTax
public import Quantities

/// A part of the total tax; the parts of a return add up to its total.
public enum TaxTerm: String, Sendable, Hashable, CaseIterable {
  /// Regular tax at the ordinary rates.
  case ordinary
  /// Regular tax at the long-term rates.
  case longTerm = "long_term"
  /// The alternative minimum tax.
  case minimumTax = "amt"
  /// The net investment income tax.
  case netInvestmentIncome = "niit"
  /// The additional Medicare tax.
  case additionalMedicare = "additional_medicare"
  /// The credits for children and other dependents, as a negative amount.
  case credits
}

extension FederalReturn<Money> {
  /// What a term adds to the total tax.
  public func amount(of term: TaxTerm) -> Money {
    switch term {
    case .ordinary: regularTax - longTermTax
    case .longTerm: longTermTax
    case .minimumTax: alternativeMinimumTax
    case .netInvestmentIncome: netInvestmentIncomeTax
    case .additionalMedicare: additionalMedicareTax
    case .credits: -childAndDependentCredit
    }
  }
}

extension PricedPlan {
  /// What a term adds to the total tax of all the years, not discounted.
  public func amount(of term: TaxTerm) -> Money {
    years.map { $0.result.amount(of: term) }.total()
  }
}
