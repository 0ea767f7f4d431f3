public import FederalTax
public import Quantities

/// One line of the answer of `harvest tax`: a return.
///
/// - Parameters:
///   - result: the return.
///   - id: the name that the question gave it.
///   - law: the law it was computed by.
/// - Returns: an object with its members in the order of the contract.
public func returnJSON(_ result: FederalReturn<Money>, id: String, law: FederalLaw) -> JSON {
  [
    "id": .string(id),
    "adjusted_gross_income": .money(result.adjustedGrossIncome),
    "capital_gain_or_loss": .money(result.capitalGainOrLoss),
    "taxable_social_security": .money(result.taxableSocialSecurity),
    "itemized": .boolean(result.isItemized),
    "deduction": .money(result.deduction),
    "senior_deduction": .money(result.seniorDeduction),
    "taxable_income": .money(result.taxableIncome),
    "regular_tax": .money(result.regularTax),
    "alternative_minimum_taxable_income": .money(result.alternativeMinimumTaxableIncome),
    "alternative_minimum_tax": .money(result.alternativeMinimumTax),
    "net_investment_income_tax": .money(result.netInvestmentIncomeTax),
    "additional_medicare_tax": .money(result.additionalMedicareTax),
    "child_and_dependent_credit": .money(result.childAndDependentCredit),
    "total_tax": .money(result.totalTax),
    "short_term_carryover_out": .money(result.shortTermCarryoverOut),
    "long_term_carryover_out": .money(result.longTermCarryoverOut),
    "ira_deduction": .money(result.iraDeduction),
    "qualified_business_deduction": .money(result.qualifiedBusinessDeduction),
    "foreign_tax_credit": .money(result.foreignTaxCredit),
    "refundable_child_credit": .money(result.refundableChildCredit),
    "rule_year": .integer(law.publishedYear),
  ]
}

/// One line of the answer of `harvest tax`: why there is no return.
///
/// - Parameters:
///   - id: the name that the question gave the return; `nil` where it could not be read.
///   - code: the kind of the error, a stable name.
///   - message: one sentence.
///   - path: the key at fault; may be empty.
///   - line: the line of the input, from 1.
/// - Returns: an object with the error.
public func returnErrorJSON(
  id: String?, code: String, message: String, path: String, line: Int
) -> JSON {
  [
    "id": id.map(JSON.string) ?? nil,
    "error": [
      "code": .string(code), "message": .string(message), "path": .string(path),
      "line": .integer(line),
    ],
  ]
}
