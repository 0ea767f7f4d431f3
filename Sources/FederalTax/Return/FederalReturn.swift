import Quantities

/// The lines of a federal return that others ask for.
public struct FederalReturn<Amount: TaxAmount>: Sendable {
  /// Schedule D line 7: net short-term gain or loss, carryover included; of a corporation without it.
  public var netShortTerm: Amount
  /// Schedule D line 15: net long-term gain or loss, carryover included; of a corporation without it.
  public var netLongTerm: Amount
  /// Form 1040 line 7: capital gain, or the loss allowed (negative).
  public var capitalGainOrLoss: Amount
  /// Form 1040 line 11; of an estate or trust what IRC §67(e) says, Form 8960 line 19a; of a
  /// corporation, which has none, Form 1120 line 28.
  public var adjustedGrossIncome: Amount
  /// Form 1040 line 12, the senior deduction not included.
  public var deduction: Amount
  /// Schedule 1-A Part V: the enhanced deduction for seniors.
  public var seniorDeduction: Amount
  /// Adjusted gross income less deductions; negative where the deductions are larger.
  public var taxableIncomeBeforeFloor: Amount
  /// Form 1040 line 15, never negative.
  public var taxableIncome: Amount
  /// The part of the regular tax at the long-term rates of 15% and 20%.
  public var longTermTax: Amount
  /// Form 1040 line 16.
  public var regularTax: Amount
  /// Form 6251 line 4.
  public var alternativeMinimumTaxableIncome: Amount
  /// Form 6251 line 11.
  public var alternativeMinimumTax: Amount
  /// Form 8960 line 17.
  public var netInvestmentIncomeTax: Amount
  /// Form 8959 line 18.
  public var additionalMedicareTax: Amount
  /// Form 1040 line 19: the credits used, positive.
  public var childAndDependentCredit: Amount
  /// Form 1040 line 24.
  public var totalTax: Amount
  /// Form 1040 line 6b: the taxable part of social security benefits.
  public var taxableSocialSecurity = Amount(.zero)
  /// Schedule 1 line 20: the deduction for contributions to traditional IRAs.
  public var iraDeduction = Amount(.zero)
  /// Whether itemized deductions were taken.
  public var isItemized = false
  /// Form 1040 line 13a: the qualified business income deduction.
  public var qualifiedBusinessDeduction = Amount(.zero)
  /// The part of the regular tax on unrecaptured section 1250 gain at its own rate.
  public var unrecaptured1250Tax = Amount(.zero)
  /// The part of the regular tax on 28% rate gain at its own rate.
  public var collectiblesTax = Amount(.zero)
  /// Schedule 3 line 1: the foreign tax credit used.
  public var foreignTaxCredit = Amount(.zero)
  /// Foreign tax left over for other years.
  public var foreignTaxCarryoverOut = Amount(.zero)
  /// Schedule 2 line 1a: advance premium credit to be paid back, part of the total tax.
  public var excessPremiumCredit = Amount(.zero)
  /// Schedule 3 line 9: the premium tax credit beyond what was paid in advance.
  public var netPremiumCredit = Amount(.zero)
  /// Form 1040 line 28: the refundable child credit.
  public var refundableChildCredit = Amount(.zero)
  /// What income adds to Medicare premiums two years later, all enrollees together.
  public var medicareSurcharge = Amount(.zero)
  /// The income tax of the state.
  public var stateTax = Amount(.zero)
  /// Losses of a corporation that no later year can use, positive.
  public var expiredLoss = Amount(.zero)
  /// Short-term loss carried to the next year, positive; of a corporation the newer losses.
  public var shortTermCarryoverOut: Amount
  /// Long-term loss carried to the next year, positive; of a corporation the older losses.
  public var longTermCarryoverOut: Amount
}

extension FederalReturn {
  /// What the year costs when its return is filed: total tax less refundable credits, and the tax
  /// of the state.
  public var yearCost: Amount {
    totalTax - refundableChildCredit - netPremiumCredit + stateTax
  }

  /// ``yearCost`` and the Medicare premiums that the year's income adds two years later.
  public var fullCost: Amount { yearCost + medicareSurcharge }
}

extension FederalReturn: Equatable where Amount: Equatable {}
extension FederalReturn: Hashable where Amount: Hashable {}
