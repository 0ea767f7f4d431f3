public import Quantities

/// What is known of a household apart from its amounts.
public struct ReturnFacts: Sendable, Hashable {
  /// Filing status.
  public var status: FilingStatus
  /// Age at the end of the year; zero when not stated.
  public var age: Int
  /// The spouse's age at the end of the year; zero for none.
  public var spouseAge: Int
  /// Whether the taxpayer is blind.
  public var blind: Bool
  /// Qualifying children under 17, IRC §24(c).
  public var childrenUnder17: Int
  /// Dependents with the credit for other dependents, IRC §24(h)(4).
  public var otherDependents: Int
  /// Standard or given deduction.
  public var deduction: DeductionChoice

  /// Facts of a household; by default there are no dependents and the deduction is standard.
  public init(
    status: FilingStatus, age: Int = 0, spouseAge: Int = 0, blind: Bool = false,
    childrenUnder17: Int = 0, otherDependents: Int = 0, deduction: DeductionChoice = .standard
  ) {
    self.status = status
    self.age = age
    self.spouseAge = spouseAge
    self.blind = blind
    self.childrenUnder17 = childrenUnder17
    self.otherDependents = otherDependents
    self.deduction = deduction
  }
}

/// The deduction of Form 1040 line 12.
public enum DeductionChoice: Sendable, Hashable {
  /// The standard deduction of the status, IRC §63(c).
  case standard
  /// A given total of itemized deductions; `taxes` is the part of it that the alternative minimum
  /// tax adds back (Form 6251 line 2a), not negative.
  case given(Money, taxes: Money)
}

/// The amounts that enter a return. Gains are positive, losses negative; carryovers are positive.
public struct ReturnInputs<Amount: TaxAmount>: Sendable {
  /// Wages, Form 1040 line 1; with those of a spouse below.
  public var wages: Amount
  /// The spouse's wages on a joint return.
  public var spouseWages: Amount
  /// Taxable interest, line 2b.
  public var taxableInterest: Amount
  /// Ordinary dividends, line 3b; they include the qualified ones.
  public var ordinaryDividends: Amount
  /// Qualified dividends, line 3a.
  public var qualifiedDividends: Amount
  /// Taxable pensions and other income outside net investment income.
  public var pensions: Amount
  /// Short-term gain or loss of the year, before carryovers.
  public var shortTermGain: Amount
  /// Long-term gain or loss of the year, before carryovers.
  public var longTermGain: Amount
  /// Short-term loss carried in, positive; Schedule D line 6.
  public var shortTermCarryover: Amount
  /// Long-term loss carried in, positive; Schedule D line 14.
  public var longTermCarryover: Amount
  /// Adjustments and preferences of Form 6251 lines 2c to 3.
  public var amtPreferences: Amount

  /// Inputs that are all zero.
  public init() {
    let zero = Amount(.zero)
    wages = zero
    spouseWages = zero
    taxableInterest = zero
    ordinaryDividends = zero
    qualifiedDividends = zero
    pensions = zero
    shortTermGain = zero
    longTermGain = zero
    shortTermCarryover = zero
    longTermCarryover = zero
    amtPreferences = zero
  }
}

extension ReturnInputs: Equatable where Amount: Equatable {}
extension ReturnInputs: Hashable where Amount: Hashable {}

/// The lines of a federal return that others ask for.
public struct FederalReturn<Amount: TaxAmount>: Sendable {
  /// Schedule D line 7: net short-term gain or loss, carryover included.
  public var netShortTerm: Amount
  /// Schedule D line 15: net long-term gain or loss, carryover included.
  public var netLongTerm: Amount
  /// Form 1040 line 7: capital gain, or the loss allowed (negative).
  public var capitalGainOrLoss: Amount
  /// Form 1040 line 11.
  public var adjustedGrossIncome: Amount
  /// Form 1040 line 12, the senior deduction not included.
  public var deduction: Amount
  /// Schedule 1-A Part V: the enhanced deduction for seniors.
  public var seniorDeduction: Amount
  /// Adjusted gross income less deductions; negative where the deductions are larger.
  public var taxableIncomeBeforeFloor: Amount
  /// Form 1040 line 15, never negative.
  public var taxableIncome: Amount
  /// The part of the regular tax at the long-term rates.
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
  /// Short-term loss carried to the next year, positive.
  public var shortTermCarryoverOut: Amount
  /// Long-term loss carried to the next year, positive.
  public var longTermCarryoverOut: Amount
}

extension FederalReturn: Equatable where Amount: Equatable {}
extension FederalReturn: Hashable where Amount: Hashable {}
