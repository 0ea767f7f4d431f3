import FederalTax
import Quantities
import Testing

@Suite("Whole returns that other calculators computed")
struct GoldenWholeReturnTests {
  private func expectNone(_ differences: [Difference], of rows: Int) {
    let wrong = Set(differences.map(\.row)).count
    #expect(
      differences.isEmpty, "\(wrong) of \(rows) rows disagree: \(differences.prefix(20))")
  }

  @Test(arguments: [("whole_returns", "0.02"), ("whole_returns_of_one", "1.00")])
  func `benefits, elections, gain of 25% and 28%: every line agrees`(
    file: String, tolerance: String
  ) throws {
    let rows = try GoldenFile(file).rows
    #expect(rows.count > 300)
    var differences: [Difference] = []
    for row in rows {
      let law = try row.law()
      let result = exactReturn(
        try row.wholeInputs(), facts: try row.wholeFacts(law.status), law: law)
      let fields =
        result.goldenFields + [
          ("deduction", result.deduction),
          ("taxable_social_security", result.taxableSocialSecurity),
        ]
      for (name, found) in fields {
        if let difference = try Difference(row, name, found, tolerance: amount(tolerance)) {
          differences.append(difference)
        }
      }
      let itemized = try row.text("itemized")
      #expect(itemized.isEmpty || (itemized == "1") == result.isItemized, "\(row.name)")
    }
    expectNone(differences, of: rows.count)
  }

  @Test func `what is excluded abroad fills the lower brackets`() throws {
    let rows = try GoldenFile("foreign_earned_income").rows
    #expect(rows.count > 200)
    var differences: [Difference] = []
    for row in rows {
      let law = try row.law()
      var inputs = ReturnInputs<Money>()
      inputs.wages = try row.money("wages")
      inputs.foreignEarnedIncomeExclusion = try row.money("exclusion")
      inputs.taxableInterest = try row.money("interest")
      inputs.ordinaryDividends = try row.money("ordinary_dividends")
      inputs.qualifiedDividends = try row.money("qualified_dividends")
      inputs.shortTermGain = try row.money("short_term")
      inputs.longTermGain = try row.money("long_term")
      inputs.unrecaptured1250Gain = try row.money("section_1250")
      inputs.rate28Gain = try row.money("rate_28")
      let result = exactReturn(inputs, facts: ReturnFacts(status: law.status), law: law)
      differences += try row.differences(result, tolerance: dollars(1))
    }
    expectNone(differences, of: rows.count)
  }

  @Test func `losses leave the gain of 28% and 25% that the worksheets say`() throws {
    let rows = try GoldenFile("gain_worksheets").rows
    #expect(rows.count > 300)
    var differences: [Difference] = []
    for row in rows {
      let law = try row.law()
      var inputs = ReturnInputs<Money>()
      inputs.wages = try row.money("wages")
      inputs.qualifiedDividends = try row.money("qualified_dividends")
      inputs.ordinaryDividends = inputs.qualifiedDividends
      inputs.shortTermGain = try row.money("short_term")
      inputs.longTermCarryover = try row.money("long_term_carryover")
      inputs.longTermGain = try row.money("long_term") + inputs.longTermCarryover
      inputs.collectiblesGain = try row.money("collectibles")
      inputs.section1250Gain = try row.money("section_1250_before_losses")
      let facts = ReturnFacts(status: law.status)
      let (result, lines) = tracedReturn(inputs, facts: facts, law: law)
      differences += try row.differences(result, tolerance: dollars(1))
      guard min(result.netLongTerm, result.netShortTerm + result.netLongTerm) > .zero else {
        continue
      }
      for (form, number, column) in [
        (TaxForm.rate28Gain, "7", "rate_28"), (.unrecaptured1250Gain, "18", "section_1250"),
      ] {
        let line = lines.first { $0.form == form && $0.number == number }?.amount ?? .zero
        if let difference = try Difference(row, column, line) { differences.append(difference) }
      }
    }
    expectNone(differences, of: rows.count)
  }

  @Test func `the printed table gives the tax of filed returns`() throws {
    let rows = try GoldenFile("tax_table").rows
    #expect(rows.count > 500)
    var differences: [Difference] = []
    for row in rows {
      let law = try row.law()
      let deduction = try row.money("adjusted_gross_income") - row.money("taxable_income")
      var facts = ReturnFacts(status: law.status, deduction: .given(deduction, taxes: .zero))
      facts.computation = .table
      var inputs = ReturnInputs<Money>()
      inputs.qualifiedDividends = try row.money("qualified_dividends")
      inputs.ordinaryDividends = inputs.qualifiedDividends
      inputs.shortTermGain = try row.money("short_term")
      inputs.longTermGain = try row.money("long_term")
      inputs.amtPreferences = try row.money("preferences")
      let gain = max(inputs.shortTermGain + inputs.longTermGain, -law.capitalLossLimit)
      inputs.pensions =
        try row.money("adjusted_gross_income") - gain - inputs.qualifiedDividends
      let result = exactReturn(inputs, facts: facts, law: law)
      if let difference = try Difference(
        row, "regular_tax", result.regularTax, tolerance: amount("0.51"))
      {
        differences.append(difference)
      }
    }
    expectNone(differences, of: rows.count)
  }
}

extension GoldenFile.Row {
  /// The fields that families of rows share.
  fileprivate func differences(
    _ result: FederalReturn<Money>, tolerance: Money
  ) throws -> [Difference] {
    try [
      ("taxable_income", result.taxableIncome), ("regular_tax", result.regularTax),
      ("amt", result.alternativeMinimumTax), ("niit", result.netInvestmentIncomeTax),
    ].compactMap { try Difference(self, $0.0, $0.1, tolerance: tolerance) }
  }

  fileprivate func wholeFacts(_ status: FilingStatus) throws -> ReturnFacts {
    ReturnFacts(
      status: status, age: try int("age"), spouseAge: try int("spouse_age"),
      blind: try int("blind") == 1, childrenUnder17: try int("children"),
      otherDependents: try int("other_dependents"), deduction: .elected)
  }

  fileprivate func wholeInputs() throws -> ReturnInputs<Money> {
    var inputs = ReturnInputs<Money>()
    inputs.wages = try money("wages")
    inputs.spouseWages = try money("spouse_wages")
    inputs.taxableInterest = try money("interest")
    inputs.ordinaryDividends = try money("ordinary_dividends")
    inputs.qualifiedDividends = try money("qualified_dividends")
    inputs.pensions = try money("pensions")
    inputs.shortTermGain = try money("short_term")
    inputs.longTermGain = try money("long_term")
    inputs.amtPreferences = try money("preferences")
    inputs.rate28Gain = try money("rate_28")
    inputs.unrecaptured1250Gain = try money("section_1250")
    inputs.socialSecurityBenefits = try money("social_security")
    inputs.stateIncomeTax = try money("income_tax")
    inputs.realEstateTax = try money("real_estate_tax")
    inputs.mortgageInterest = try money("mortgage")
    inputs.charityCash = try money("charity")
    return inputs
  }
}
