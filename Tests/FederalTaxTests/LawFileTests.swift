import InputFiles
import Quantities
import Testing

@testable import FederalTax

@Suite("Malformed parameters and overlays")
struct LawFileTests {
  /// A way to spoil a good file, and what is said of it.
  struct Spoiled: CustomTestStringConvertible, Sendable {
    let good: String
    let bad: String
    let message: String

    var testDescription: String { message }
  }

  static let good = """
    schema: harvest.law/1
    title: A proposal
    child_credit:
      unit: money
      by: nothing
      reference: IRC §24(h)(2)
      values:
        - {from: 2026, reference: H.R. 1, value: 2_500}
        - {from: 2028, reference: H.R. 1, value: 2_600}
    long_term_rates:
      unit: rate
      by: nothing
      reference: IRC §1(h)(1)
      values: [{from: 2026, reference: H.R. 2, value: [15%, 25%]}]
    capital_loss_limit:
      unit: money
      by: filing_status
      reference: IRC §1211(b)
      values:
        - from: 2026
          reference: H.R. 3
          single: 10_000
          married_joint: 10_000
          married_separate: 5_000
          head_of_household: 10_000
          qualifying_surviving_spouse: 10_000
    minimum_tax_brackets:
      unit: money
      by: filing_status
      reference: IRC §55(b)(1)
      values:
        - from: 2026
          reference: H.R. 4
          single: [0, 250_000]
          married_joint: [0, 250_000]
          married_separate: [0, 125_000]
          head_of_household: [0, 250_000]
          qualifying_surviving_spouse: [0, 250_000]
    dependent_credit_width:
      unit: money
      by: nothing
      reference: IRC §24(b)(1)
      values: [{from: 2026, reference: H.R. 5, value: 500}]

    """

  static let spoiled = [
    Spoiled(
      good: "schema: harvest.law/1\n", bad: "", message: "required key \"schema\" is missing"),
    Spoiled(good: "law/1", bad: "law/2", message: "unknown schema \"harvest.law/2\""),
    Spoiled(good: "child_credit", bad: "child_credits", message: "did you mean \"child_credit\"?"),
    Spoiled(
      good: "unit: money\n  by: nothing\n  reference: IRC §24(h)(2)",
      bad: "by: nothing\n  reference: IRC §24(h)(2)",
      message: "required key \"unit\" is missing"),
    Spoiled(
      good: "by: nothing\n  reference: IRC §24(h)(2)", bad: "reference: IRC §24(h)(2)",
      message: "required key \"by\" is missing"),
    Spoiled(
      good: "  reference: IRC §24(h)(2)\n", bad: "",
      message: "required key \"reference\" is missing"),
    Spoiled(
      good: "reference: IRC §24(h)(2)", bad: "reference: ''", message: "is empty"),
    Spoiled(
      good: "unit: money\n  by: nothing\n  reference: IRC §24(h)(2)",
      bad: "unit: rate\n  by: nothing\n  reference: IRC §24(h)(2)",
      message: "found \"rate\" (expected money)"),
    Spoiled(
      good: "unit: money\n  by: nothing\n  reference: IRC §24(h)(2)",
      bad: "unit: pounds\n  by: nothing\n  reference: IRC §24(h)(2)",
      message: "unknown value \"pounds\""),
    Spoiled(
      good: "by: filing_status\n  reference: IRC §1211(b)",
      bad: "by: nothing\n  reference: IRC §1211(b)",
      message: "found \"nothing\" (expected filing_status)"),
    Spoiled(
      good: "  reference: IRC §1211(b)", bad: "  reference: IRC §1211(b)\n  note: none",
      message: "unknown key \"note\""),
    Spoiled(
      good: "[{from: 2026, reference: H.R. 5, value: 500}]", bad: "[]",
      message: "has no dated values"),
    Spoiled(
      good: "values: [{from: 2026, reference: H.R. 5, value: 500}]", bad: "values: 500",
      message: "expected a list"),
    Spoiled(
      good: "from: 2026, reference: H.R. 1", bad: "reference: H.R. 1",
      message: "required key \"from\" is missing"),
    Spoiled(
      good: "from: 2026, reference: H.R. 1", bad: "from: 26, reference: H.R. 1",
      message: "26 is out of range"),
    Spoiled(
      good: "from: 2028", bad: "from: 2026", message: "2026 does not come after 2026"),
    Spoiled(
      good: "reference: H.R. 1, value: 2_500", bad: "value: 2_500",
      message: "required key \"reference\" is missing"),
    Spoiled(
      good: "value: 2_500", bad: "amount: 2_500", message: "unknown key \"amount\""),
    Spoiled(good: "value: 2_500", bad: "value: much", message: "\"much\" is not an amount"),
    Spoiled(good: "value: 2_500", bad: "value: -1", message: "is out of range"),
    Spoiled(
      good: "value: 2_500", bad: "value: 2_000_000_000",
      message: "is out of range (0 to 1000000000.00)"),
    Spoiled(good: "value: 500", bad: "value: 0", message: "above zero"),
    Spoiled(good: "[15%, 25%]", bad: "[15%, 101%]", message: "is out of range (0% to 100%)"),
    Spoiled(good: "[15%, 25%]", bad: "[15%]", message: "found 1 numbers (expected 2)"),
    Spoiled(good: "[15%, 25%]", bad: "15%", message: "expected a list"),
    Spoiled(
      good: "      married_separate: 5_000\n", bad: "",
      message: "required key \"married_separate\" is missing"),
    Spoiled(
      good: "      married_separate: 5_000\n", bad: "      estate_or_trust: 5_000\n",
      message: "unknown key \"estate_or_trust\""),
    Spoiled(
      good: "single: [0, 250_000]", bad: "single: [1, 250_000]", message: "does not begin at zero"),
    Spoiled(good: "single: [0, 250_000]", bad: "single: []", message: "does not begin at zero"),
    Spoiled(good: "title: A proposal", bad: "title: [A]", message: "expected text"),
  ]

  private func overlay(_ text: String) -> (LawOverlay?, [InputError]) {
    let diagnostics = Diagnostics()
    let overlay = LawOverlay(SourceText(text, name: "proposal.yaml"), into: diagnostics)
    return (overlay, diagnostics.errors)
  }

  @Test func `a good file has nothing wrong`() {
    let (overlay, errors) = overlay(Self.good)
    #expect(overlay != nil)
    #expect(errors.isEmpty)
  }

  @Test(arguments: spoiled) func `each way to be wrong is told`(spoiled: Spoiled) throws {
    #expect(Self.good.contains(spoiled.good))
    let (overlay, errors) = overlay(
      Self.good.replacing(spoiled.good, with: spoiled.bad, maxReplacements: 1))
    #expect(overlay == nil)
    #expect(errors.contains { $0.summary.contains(spoiled.message) }, "\(errors)")
    #expect(errors.allSatisfy { $0.location.file == "proposal.yaml" })
  }

  @Test func `everything wrong is told at once, in file order`() {
    let text = Self.good.replacing("value: 2_500", with: "value: much")
      .replacing("[15%, 25%]", with: "[15%]").replacing("from: 2026\n", with: "from: soon\n")
    let (_, errors) = overlay(text)
    #expect(errors.count == 4)
    #expect(errors.map(\.location.line) == errors.map(\.location.line).sorted())
  }

  @Test func `an overlay holds from its years on and is named with what it changes`() throws {
    let overlay = try #require(overlay(Self.good).0)
    func law(_ year: Int) throws -> FederalLaw {
      try FederalLaw.load(year: year, status: .marriedSeparate, overlay: overlay)
    }
    #expect(try law(2025) == FederalLaw.load(year: 2025, status: .marriedSeparate))
    let first = try law(2026)
    #expect(first.dependentCredit.perChild == dollars(2_500))
    #expect(first.capitalLossLimit == dollars(5_000))
    #expect(first.longTermRates.topRate == Rate(percent: 25))
    #expect(first.minimumTax.rates.brackets[1].from == dollars(125_000))
    #expect(
      first.overlays == [
        "A proposal (proposal.yaml): long_term_rates, capital_loss_limit, minimum_tax_brackets, "
          + "child_credit, dependent_credit_width"
      ])
    #expect(try law(2027).dependentCredit.perChild == dollars(2_500))
    #expect(try law(2028).dependentCredit.perChild == dollars(2_600))
  }

  @Test func `values that were to follow an overlaid one do not come back`() throws {
    let text = """
      schema: harvest.law/1
      standard_deduction:
        unit: money
        by: filing_status
        reference: IRC §63(c)(2)
        values:
          - {from: 2024, reference: a proposal, single: 20_000, married_joint: 40_000,
             married_separate: 20_000, head_of_household: 30_000,
             qualifying_surviving_spouse: 40_000}
      """
    let overlay = try #require(overlay(text).0)
    func basic(_ year: Int) throws -> Money {
      try FederalLaw.load(year: year, status: .single, overlay: overlay).standardDeduction.basic
    }
    #expect(try basic(2023) == dollars(13_850))
    #expect(try basic(2024) == dollars(20_000))
    #expect(try basic(2026) == dollars(20_000))
    #expect(overlay.title == "proposal.yaml")
  }

  @Test func `brackets that no longer match their rates are refused by name`() throws {
    let text = """
      schema: harvest.law/1
      ordinary_rates:
        unit: rate
        by: nothing
        reference: IRC §1(j)(2)
        values: [{from: 2026, reference: a proposal, value: [10%, 25%]}]
      """
    let overlay = try #require(overlay(text).0)
    let error = #expect(throws: LawError.self) {
      try FederalLaw.load(year: 2026, status: .single, overlay: overlay)
    }
    #expect(
      error?.description
        == "ordinary_brackets of 2026 do not ascend, or are not as many as ordinary_rates")
  }

  @Test func `where gains bear more than the minimum tax, its own rates are a ceiling`() throws {
    let text = Self.good.replacing("[15%, 25%]", with: "[15%, 40%]")
    let overlay = try #require(overlay(text).0)
    let gain = dollars(10_000_000)
    let result = try computed(2026, .single, deduction: .none, overlay: overlay) {
      $0.longTermGain = gain
      $0.amtPreferences = dollars(5_000_000)
    }
    // Line 39: 26% to 250,000 and 28% above, on 15,000,000 without exemption.
    let ceiling = dollars(65_000) + Rate(percent: 28).of(dollars(14_750_000), rounded: .halfUp)
    #expect(result.regularTax + result.alternativeMinimumTax == ceiling)
  }
}
