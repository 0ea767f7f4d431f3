import FederalTax
import Quantities
import Testing

@Suite("Returns that two independent calculators agree on")
struct GoldenReturnTests {
  @Test(arguments: ["returns", "returns_with_age", "returns_with_given_deduction"])
  func `every line agrees within two cents`(file: String) throws {
    let rows = try GoldenFile(file).rows
    #expect(rows.count > 200)
    var differences: [Difference] = []
    for row in rows {
      let law = try row.law()
      let result = exactReturn(try row.inputs(), facts: try row.facts(law.status), law: law)
      for (name, amount) in result.goldenFields {
        if let difference = try Difference(row, name, amount) { differences.append(difference) }
      }
    }
    let wrong = Set(differences.map(\.row)).count
    #expect(
      differences.isEmpty,
      "\(wrong) of \(rows.count) rows disagree: \(differences.prefix(20))")
  }

  @Test(arguments: ["carryovers", "carryovers_below_zero"])
  func `losses carried to the next year agree to the cent`(file: String) throws {
    let rows = try GoldenFile(file).rows
    #expect(rows.count > 300)
    for row in rows {
      let law = try row.law()
      let result = exactReturn(
        try row.carryoverInputs(law), facts: try row.carryoverFacts(law), law: law)
      #expect(
        result.taxableIncomeBeforeFloor == (try row.money("taxable_income_before_floor")),
        "\(row.name)")
      #expect(
        result.shortTermCarryoverOut == (try row.money("short_term_carryover_out")), "\(row.name)")
      #expect(
        result.longTermCarryoverOut == (try row.money("long_term_carryover_out")), "\(row.name)")
    }
  }
}

extension GoldenFile.Row {
  fileprivate func facts(_ status: FilingStatus) throws -> ReturnFacts {
    ReturnFacts(
      status: status, age: try int("age"), spouseAge: try int("spouse_age"),
      blind: try int("blind") == 1, childrenUnder17: try int("children"),
      otherDependents: try int("other_dependents"),
      deduction: try blankableMoney("given_deduction").map {
        .given($0, taxes: try money("given_taxes"))
      } ?? .standard)
  }

  fileprivate func inputs() throws -> ReturnInputs<Money> {
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
    return inputs
  }

  /// What Form 1040 line 7a is for the gains of a carryover row.
  private func gain(_ law: FederalLaw) throws -> Money {
    max(try money("short_term") + money("long_term"), -law.capitalLossLimit)
  }

  /// The gains, and the other income that leads to the row's taxable income.
  fileprivate func carryoverInputs(_ law: FederalLaw) throws -> ReturnInputs<Money> {
    var inputs = ReturnInputs<Money>()
    inputs.shortTermGain = try money("short_term")
    inputs.longTermGain = try money("long_term")
    inputs.pensions = max(.zero, try money("taxable_income_before_floor") - gain(law))
    return inputs
  }

  /// The deduction that leads to a taxable income below the gains.
  fileprivate func carryoverFacts(_ law: FederalLaw) throws -> ReturnFacts {
    let deduction = max(.zero, try gain(law) - money("taxable_income_before_floor"))
    return ReturnFacts(status: law.status, deduction: .given(deduction, taxes: .zero))
  }
}
