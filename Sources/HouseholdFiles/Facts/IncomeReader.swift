import FederalTax
import InputFiles
import Quantities

/// Reads `income`.
struct IncomeReader {
  let taxpayer: TaxpayerFacts

  /// What each year brings apart from sales of lots.
  func amounts(_ top: Section<ScenarioKey>) -> YearlyAmounts {
    let income = Section(top[.income], keys: IncomeKey.self, into: top.diagnostics)
    var amounts = YearlyAmounts()
    for key in IncomeKey.allCases {
      let reader = key.isSigned ? Field.signedMoney : Field.nonNegativeMoney
      amounts.add(income.yearly(key, reader), at: key.place)
      if let reason = reasonAgainst(key) { income.refuse(key, reason) }
    }
    return amounts
  }

  /// Why the taxpayer cannot have an amount.
  private func reasonAgainst(_ key: IncomeKey) -> String? {
    guard let status = taxpayer.status else { return nil }
    if taxpayer.isCorporation {
      return key.isCorporate ? nil : "a corporation has no \(key.rawValue)"
    }
    let isOfSpouse = [.spouseWages, .spouseIraContribution].contains(key)
    let isOfTrust = [.distributionDeduction, .distributedInvestmentIncome].contains(key)
    if taxpayer.isTrust {
      if [.qualifiedBusinessIncome, .qualifiedBusinessLimit].contains(key) {
        return "the deduction of an estate or trust for it is not modelled: 26 U.S.C. §199A"
      }
      return isOfSpouse || key.isPersonal ? "an estate or trust has no \(key.rawValue)" : nil
    }
    if isOfTrust { return "only an estate or trust has it; filing_status is \(status.rawValue)" }
    guard isOfSpouse, status != .marriedJoint else { return nil }
    return "there are no spouse's \(key == .spouseWages ? "wages" : "contributions")"
      + " where filing_status is \(status.rawValue)"
  }
}

extension IncomeKey {
  /// Where the return has the amount.
  var place: YearlyAmounts.Place {
    switch self {
    case .wages: \.wages
    case .spouseWages: \.spouseWages
    case .taxableInterest: \.taxableInterest
    case .taxExemptInterest: \.taxExemptInterest
    case .ordinaryDividends: \.ordinaryDividends
    case .qualifiedDividends: \.qualifiedDividends
    case .pensions: \.pensions
    case .socialSecurityBenefits: \.socialSecurityBenefits
    case .passiveIncome: \.passiveIncome
    case .businessIncome: \.businessIncome
    case .otherGains: \.otherGains
    case .iraContribution: \.iraContribution
    case .spouseIraContribution: \.spouseIraContribution
    case .foreignEarnedIncomeExclusion: \.foreignEarnedIncomeExclusion
    case .qualifiedBusinessIncome: \.qualifiedBusinessIncome
    case .qualifiedBusinessLimit: \.qualifiedBusinessLimit
    case .foreignTaxPaid: \.foreignTaxPaid
    case .foreignPassiveIncome: \.foreignPassiveIncome
    case .distributionDeduction: \.distributionDeduction
    case .distributedInvestmentIncome: \.distributedInvestmentIncome
    case .amtPreferences: \.amtPreferences
    }
  }

  /// Whether a negative amount has a meaning: a loss, or an adjustment downwards.
  fileprivate var isSigned: Bool {
    [.passiveIncome, .businessIncome, .otherGains, .amtPreferences].contains(self)
  }

  /// Whether a corporation can have it.
  fileprivate var isCorporate: Bool {
    [
      .taxableInterest, .taxExemptInterest, .ordinaryDividends, .passiveIncome, .businessIncome,
      .otherGains,
    ].contains(self)
  }

  /// Whether only a living person has it.
  fileprivate var isPersonal: Bool {
    [
      .wages, .socialSecurityBenefits, .iraContribution, .foreignEarnedIncomeExclusion,
    ].contains(self)
  }
}
