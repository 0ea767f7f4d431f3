import FederalTax
import HouseholdFiles
import InputFiles
import Planning
import Quantities
import Testing

@Suite("A law overlay of a scenario")
struct OverlayTests {
  static let proposal = """
    schema: harvest.law/1
    title: A proposal
    child_credit:
      unit: money
      by: nothing
      reference: IRC §24(h)(2)
      values: [{from: 2026, reference: H.R. 1, value: 2_500}]

    """

  func household(_ lines: String, proposal: String = proposal) -> MemoryFiles {
    var files = MemoryFiles.small(lines)
    files.files["proposal.yaml"] = proposal
    return files
  }

  @Test func `it changes the law of the scenario, or of one variant`() throws {
    let always = try household("law: proposal.yaml").load()
    #expect(always.files == ["s.yaml", "proposal.yaml", "lots.csv"])
    #expect(
      always.scenarios[0].scenario.years[0].law.dependentCredit.perChild == Money(dollars: 2_500))
    let once = try household("scenarios: [{name: Proposal, set: {law: proposal.yaml}}]").load()
    #expect(once.scenarios.map { $0.scenario.years[0].law.overlays.count } == [0, 1])
  }

  @Test func `what is wrong with it is reported in its own file`() {
    let errors = household(
      "law: proposal.yaml",
      proposal: Self.proposal.replacing("money", by: "rate")
    ).errors
    #expect(errors.count == 1)
    #expect(errors.allSatisfy { $0.hasPrefix("proposal.yaml:") })
  }

  @Test func `it is reported when it is missing`() {
    #expect(
      MemoryFiles.small("law: proposal.yaml").errors == [
        "s.yaml:6:6: law: proposal.yaml: no such file"
      ])
  }
}

extension String {
  fileprivate func replacing(_ text: String, by other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
