import FederalTax
import Planning
import Quantities

extension TaxTerm {
  /// The term in words, for a row of a table.
  var words: String {
    switch self {
    case .ordinary: "Ordinary rates"
    case .longTerm: "Long-term rates"
    case .unrecaptured1250: "25% rate, real estate"
    case .collectibles: "28% rate, collectibles"
    case .minimumTax: "Alternative minimum"
    case .netInvestmentIncome: "Net investment income"
    case .additionalMedicare: "Additional Medicare"
    case .credits: "Dependent credits"
    case .foreignTaxCredit: "Foreign tax credit"
    case .refundableCredits: "Refundable credits"
    case .premiumCredit: "Premium tax credit"
    case .medicarePremiums: "Medicare premiums"
    case .stateTax: "State tax"
    }
  }
}

/// A line of a year that a plan moves.
enum YearLine: CaseIterable {
  case netShortTerm, netLongTerm, lossesCarriedIn, capitalGainOrLoss, lossDeducted
  case shortTermCarryover, longTermCarryover, expiredLoss, taxableSocialSecurity
  case iraDeduction
  case adjustedGrossIncome, taxableIncome, totalTax
  case foreignTaxCarryover, refundableCredits, premiumCredit, stateTax, medicarePremiums

  /// The lines that a return has: only a corporation's losses are told apart from its year's.
  static func lines(of filer: Filer) -> [YearLine] {
    filer == .corporation ? allCases : allCases.filter { $0 != .lossesCarriedIn }
  }

  /// The line in words, for a row of a table.
  func words(of filer: Filer) -> String {
    switch filer {
    case .person: words
    case .fiduciary: fiduciaryWords ?? words
    case .corporation: corporateWords ?? words
    }
  }

  private var words: String {
    switch self {
    case .netShortTerm: "Net short-term"
    case .netLongTerm: "Net long-term"
    case .lossesCarriedIn: "Losses carried in"
    case .capitalGainOrLoss: "Capital gain or loss, line 7"
    case .lossDeducted: "Loss deducted"
    case .shortTermCarryover: "Short-term loss carried on"
    case .longTermCarryover: "Long-term loss carried on"
    case .expiredLoss: "Losses that expire unused"
    case .adjustedGrossIncome: "Adjusted gross income"
    case .taxableIncome: "Taxable income"
    case .totalTax: "Total tax"
    case .taxableSocialSecurity: "Taxable social security"
    case .iraDeduction: "Deduction for IRAs"
    case .foreignTaxCarryover: "Foreign tax carried on"
    case .refundableCredits: "Refundable credits"
    case .premiumCredit: "Premium tax credit, net"
    case .stateTax: "State tax"
    case .medicarePremiums: "Medicare premiums added"
    }
  }

  /// The lines that are others on Form 1041.
  private var fiduciaryWords: String? {
    switch self {
    case .capitalGainOrLoss: "Capital gain or loss, line 4"
    case .adjustedGrossIncome: "Adjusted gross income, 67(e)"
    default: nil
    }
  }

  /// The lines that are others on Form 1120; losses are carried by age, not by term.
  private var corporateWords: String? {
    switch self {
    case .netShortTerm: "Short-term of the year"
    case .netLongTerm: "Long-term of the year"
    case .capitalGainOrLoss: "Capital gain, line 8"
    case .shortTermCarryover: "Newer losses carried on"
    case .longTermCarryover: "Older losses carried on"
    case .adjustedGrossIncome: "Income, line 28"
    case .taxableIncome: "Taxable income, line 30"
    default: nil
    }
  }

  /// The line's amount in a year.
  func amount(in year: PricedYear) -> Money {
    switch self {
    case .netShortTerm: year.result.netShortTerm
    case .netLongTerm: year.result.netLongTerm
    case .lossesCarriedIn: year.lossesCarriedIn
    case .capitalGainOrLoss: year.result.capitalGainOrLoss
    case .lossDeducted: year.lossDeducted
    case .shortTermCarryover: year.result.shortTermCarryoverOut
    case .longTermCarryover: year.result.longTermCarryoverOut
    case .expiredLoss: year.result.expiredLoss
    case .adjustedGrossIncome: year.result.adjustedGrossIncome
    case .taxableIncome: year.result.taxableIncome
    case .totalTax: year.result.totalTax
    case .iraDeduction: year.result.iraDeduction
    case .taxableSocialSecurity: year.result.taxableSocialSecurity
    case .foreignTaxCarryover: year.result.foreignTaxCarryoverOut
    case .refundableCredits: year.result.refundableChildCredit
    case .premiumCredit: year.result.premiumCreditBalance
    case .stateTax: year.result.stateTax
    case .medicarePremiums: year.result.medicareSurcharge
    }
  }
}

extension FederalReturn<Money> {
  /// The premium tax credit that is still due; negative where advance credit is paid back.
  var premiumCreditBalance: Money { netPremiumCredit - excessPremiumCredit }
}
