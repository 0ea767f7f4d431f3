import InputFiles
import Quantities
import Testing

@testable import FederalTax

@Suite("Parameters beside the income tax")
struct ChargeLawTests {
  private func overlay(_ text: String) -> (LawOverlay?, [InputError]) {
    let diagnostics = Diagnostics()
    let source = SourceText("schema: harvest.law/1\n" + text, name: "proposal.yaml")
    return (LawOverlay(source, into: diagnostics), diagnostics.errors)
  }

  private func parameter(_ name: String, unit: String, value: String, from: Int = 2026) -> String {
    """
    \(name):
      unit: \(unit)
      by: nothing
      reference: a section
      values: [{from: \(from), reference: a proposal, value: \(value)}]

    """
  }

  @Test(arguments: YearAndStatus.all)
  func `every year and status has them`(case: YearAndStatus) throws {
    let law = try `case`.law()
    #expect(law.corporateRate == Rate(percent: 21))
    #expect(law.earnedIncomeCredit.terms.count == 4)
    #expect(law.medicarePremiums.tiersApart.cliffs.count == 5)
    #expect(
      law.medicarePremiums.tiers.cliffs.count == (`case`.status == .marriedSeparate ? 2 : 5))
    #expect((law.premiumCredit != nil) == (`case`.year >= 2026))
  }

  @Test func `an overlay may move them`() throws {
    let (proposal, errors) = overlay(
      parameter("corporate_rate", unit: "rate", value: "28%")
        + parameter("premium_credit_range", unit: "percent", value: "[100, 600]")
        + parameter("poverty_line", unit: "money", value: "20_000")
        + parameter("medicare_part_b", unit: "money", value: "[1, 2, 3, 4, 5]"))
    #expect(errors.isEmpty)
    let law = try FederalLaw.load(year: 2026, status: .single, overlay: proposal)
    #expect(law.corporateRate == Rate(percent: 28))
    let credit = try #require(law.premiumCredit)
    #expect(credit.range == 100...600)
    #expect(credit.income(percent: 600, of: 2) == dollars(153_000))
    #expect(law.medicarePremiums.projectedFrom == nil)
    #expect(law.medicarePremiums.tiers.cliffs.first?.total == dollars(186))
  }

  @Test(arguments: [
    ("premium_credit_range", "percent", "[100, 1001]", "1001 is out of range"),
    ("premium_credit_range", "percent", "[100%, 400%]", "whole number"),
    ("premium_credit_range", "percent", "[400]", "found 1 numbers (expected 2)"),
    ("contribution_percents", "percent", "[1, 100]", "does not begin at zero"),
    ("medicare_tiers", "money", "[1, 2, 3, 4]", "found 4 numbers (expected 5)"),
    ("poverty_line", "money", "0", "above zero"),
    ("estimated_tax_percents", "rate", "[90, 100, 110]", "expected percent"),
  ])
  func `each way to be wrong is told`(
    name: String, unit: String, value: String, message: String
  ) {
    let (proposal, errors) = overlay(parameter(name, unit: unit, value: value))
    #expect(proposal == nil)
    #expect(errors.contains { "\($0)".contains(message) }, "\(errors)")
  }

  @Test(arguments: [
    ("medicare_tiers", "money", "[1, 2, 2, 4, 5]", "medicare_tiers of 2026 do not ascend"),
    ("contribution_percents", "percent", "[0, 10]", "contribution_percents of 2026 do not ascend"),
    ("premium_credit_range", "percent", "[400, 100]", "premium_credit_range of 2026 do not ascend"),
  ])
  func `lists that contradict each other are refused by name`(
    name: String, unit: String, value: String, message: String
  ) throws {
    let proposal = try #require(overlay(parameter(name, unit: unit, value: value)).0)
    let error = #expect(throws: LawError.self) {
      try FederalLaw.load(year: 2026, status: .single, overlay: proposal)
    }
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
  }
}
