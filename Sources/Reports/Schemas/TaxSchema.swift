import FederalTax

private typealias Part = SchemaParts

extension OutputSchema {
  /// A line that `harvest tax` reads and, under `definitions`, the lines that it writes.
  public static let tax: JSON = {
    guard
      case .object(let members) = Part.document(
        "harvest.tax/1",
        Part.object(
          taxInput,
          optional: taxInput.map(\.0).filter { !["id", "year", "filing_status"].contains($0) },
          "One line of input of `harvest tax`; amounts are zero by default."))
    else { return nil }
    return .object(members + [("definitions", ["answer": taxAnswer, "failure": taxFailure])])
  }()

  private static func amount(_ description: String) -> JSON {
    ["type": ["string", "number"], "description": .string(description)]
  }

  private static func flag(_ description: String) -> JSON {
    ["type": "boolean", "description": .string(description)]
  }

  private static func count(_ most: Int, _ description: String) -> JSON {
    [
      "type": "integer", "minimum": 0, "maximum": .integer(most),
      "description": .string(description),
    ]
  }

  private static let taxInput: [(String, JSON)] = [
    ("id", Part.string("a name that the answer repeats")),
    ("year", Part.integer("the tax year")),
    (
      "filing_status",
      Part.choice(
        FilingStatus.allCases.map(\.rawValue), "the filing status")
    ),
    ("age", count(130, "at the end of the year; 0 when not stated")),
    ("spouse_age", count(130, "at the end of the year; 0 for none")),
    ("blind", flag("whether the taxpayer is blind")),
    ("children_under_17", count(100, "qualifying children")),
    ("other_dependents", count(100, "dependents with the smaller credit")),
    ("wages", amount("the taxpayer's wages")),
    ("spouse_wages", amount("the spouse's wages on a joint return")),
    ("taxable_interest", amount("Form 1040 line 2b")),
    ("ordinary_dividends", amount("Form 1040 line 3b, the qualified ones included")),
    ("qualified_dividends", amount("Form 1040 line 3a")),
    ("short_term_gain", amount("Schedule D line 7 before the carryover")),
    ("long_term_gain", amount("Schedule D line 15 before the carryover")),
    ("short_term_carryover", amount("short-term loss carried in, positive")),
    ("long_term_carryover", amount("long-term loss carried in, positive")),
    ("collectibles_gain", amount("gain or loss on collectibles")),
    ("section_1250_gain", amount("Unrecaptured Section 1250 Gain Worksheet line 13")),
    ("rate_28_gain", amount("Schedule D line 18")),
    ("unrecaptured_1250_gain", amount("Schedule D line 19")),
    ("pensions", amount("taxable pensions and other income")),
    ("social_security_benefits", amount("before any exclusion")),
    ("state_income_tax", amount("paid")),
    ("real_estate_tax", amount("paid")),
    ("mortgage_interest", amount("deductible")),
    ("charity_cash", amount("given")),
    ("amt_preferences", amount("Form 6251 lines 2c to 3")),
    ("foreign_earned_income_exclusion", amount("Form 2555 line 45; wages are after it")),
    ("given_deduction", amount("when present it is the deduction, zero included")),
    (
      "tax_computation",
      Part.choice(["schedule", "table"], "tax rate schedules or the printed table")
    ),
    ("tax_exempt_interest", amount("Form 1040 line 2a")),
    ("passive_income", amount("rents, royalties and passive business, Schedule 1 line 5")),
    ("business_income", amount("of an active business, Schedule 1 line 5")),
    ("other_gains", amount("Schedule 1 line 4")),
    ("gain_outside_investment_income", amount("gain that is no net investment income")),
    ("ira_contribution", amount("to a traditional IRA")),
    ("spouse_ira_contribution", amount("on a joint return")),
    ("covered_by_plan", flag("whether a plan at work covers the taxpayer")),
    ("spouse_covered_by_plan", flag("whether one covers the spouse")),
    ("lived_apart", flag("on a separate return, whether the spouses lived apart all year")),
    ("medical_expenses", amount("Schedule A line 1")),
    ("other_itemized", amount("Schedule A line 16")),
    ("qualified_business_income", amount("of trades that are no specified service")),
    ("qualified_business_limit", amount("by wages and property of these")),
    ("foreign_tax_paid", amount("on passive income, what earlier years left over included")),
    ("foreign_passive_income", amount("Form 1116 line 17")),
    (
      "trust",
      Part.choice(TrustKind.allCases.map(\.rawValue), "what files as estate_or_trust")
    ),
    ("distribution_deduction", amount("Form 1041 line 18")),
    ("distributed_investment_income", amount("the net investment income within it")),
  ]

  private static let taxAnswer = Part.object([
    ("id", Part.string("of the question")),
    ("adjusted_gross_income", Part.money("Form 1040 line 11; of a trust as IRC 67(e) says")),
    ("capital_gain_or_loss", Part.money("Form 1040 line 7")),
    ("taxable_social_security", Part.money("Form 1040 line 6b")),
    (
      "itemized",
      ["type": "boolean", "description": "whether the deduction is itemized by election"]
    ),
    ("deduction", Part.money("Form 1040 line 12")),
    ("senior_deduction", Part.money("Schedule 1-A Part V")),
    ("taxable_income", Part.money("Form 1040 line 15")),
    ("regular_tax", Part.money("Form 1040 line 16")),
    ("alternative_minimum_taxable_income", Part.money("Form 6251 line 4")),
    ("alternative_minimum_tax", Part.money("Form 6251 line 11")),
    ("net_investment_income_tax", Part.money("Form 8960 line 17")),
    ("additional_medicare_tax", Part.money("Form 8959 line 18")),
    ("child_and_dependent_credit", Part.money("Form 1040 line 19")),
    ("total_tax", Part.money("Form 1040 line 24")),
    ("short_term_carryover_out", Part.money("carried to the next year")),
    ("long_term_carryover_out", Part.money("carried to the next year")),
    ("ira_deduction", Part.money("Schedule 1 line 20")),
    ("qualified_business_deduction", Part.money("Form 1040 line 13a")),
    ("foreign_tax_credit", Part.money("Schedule 3 line 1, before other credits")),
    ("refundable_child_credit", Part.money("Form 1040 line 28, no part of the total tax")),
    ("rule_year", Part.integer("the year whose published law serves for the return")),
  ])

  private static let taxFailure = Part.object([
    ("id", Part.nullable(Part.string("of the question, where it could be read"))),
    (
      "error",
      Part.object([
        ("code", Part.string("stable name")), ("message", Part.string("one sentence")),
        ("path", Part.string("the key at fault; may be empty")),
        ("line", Part.integer("of the input, from 1")),
      ])
    ),
  ])
}
