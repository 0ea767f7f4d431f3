/// A rule of the return that is not modelled, so that an amount that needs it is refused.
public struct UnmodelledRule: Sendable, Hashable {
  /// The input that needs the rule.
  public let input: String
  /// The rule in words, with its source.
  public let rule: String

  /// Every input that is refused where it is not zero.
  public static let all: [UnmodelledRule] = [
    UnmodelledRule(
      input: "social_security_benefits", rule: "taxable social security, 26 U.S.C. §86"),
    UnmodelledRule(
      input: "collectibles_gain", rule: "28% Rate Gain Worksheet, 26 U.S.C. §1(h)(4), (5)"),
    UnmodelledRule(
      input: "rate_28_gain", rule: "Schedule D Tax Worksheet, 26 U.S.C. §1(h)(1)(F)"),
    UnmodelledRule(
      input: "section_1250_gain",
      rule: "Unrecaptured Section 1250 Gain Worksheet, 26 U.S.C. §1(h)(6)"),
    UnmodelledRule(
      input: "unrecaptured_1250_gain", rule: "Schedule D Tax Worksheet, 26 U.S.C. §1(h)(1)(E)"),
    UnmodelledRule(
      input: "state_income_tax", rule: "deduction of state and local taxes, 26 U.S.C. §164(b)"),
    UnmodelledRule(
      input: "real_estate_tax", rule: "deduction of state and local taxes, 26 U.S.C. §164(b)"),
    UnmodelledRule(
      input: "mortgage_interest", rule: "deduction of mortgage interest, 26 U.S.C. §163(h)"),
    UnmodelledRule(
      input: "charity_cash", rule: "deduction of charitable gifts, 26 U.S.C. §170"),
    UnmodelledRule(
      input: "foreign_earned_income_exclusion",
      rule: "Foreign Earned Income Tax Worksheet, 26 U.S.C. §911(f)"),
  ]

  /// The filing status of estates and trusts, IRC §1(e), which is refused.
  public static let estateOrTrust = UnmodelledRule(
    input: "estate_or_trust", rule: "return of an estate or trust, 26 U.S.C. §§1(e), 641")

  /// The printed Tax Table, IRC §3, asked for by `tax_computation: table`, which is refused.
  public static let taxTable = UnmodelledRule(
    input: "tax_computation", rule: "printed Tax Table, 26 U.S.C. §3")

  /// The premium tax credit of years before ``PremiumCredit/firstYear``, which is refused.
  public static let earlierPremiumCredit = UnmodelledRule(
    input: "marketplace", rule: "premium tax credit before 2026, 26 U.S.C. §36B")

  /// The rule that an input needs, or `nil` where the input is modelled or unknown.
  public static func needed(by input: String) -> UnmodelledRule? {
    all.first { $0.input == input }
  }
}
