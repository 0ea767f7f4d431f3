import HouseholdFiles
import Planning
import Foundation
import Testing

@Suite("The files of harvest init")
struct ScenarioTemplateTests {
  @Test func `the template loads unchanged, with its variants`() throws {
    var files = MemoryFiles(
      scenario: ScenarioTemplate.scenario, lots: ScenarioTemplate.lots)
    let household = try files.load()
    #expect(household.warnings.isEmpty)
    #expect(
      household.scenarios.map(\.name) == [
        "Base", "Market down 20%", "A bonus", "Wait until December",
      ])
    #expect(household.files == ["s.yaml", "lots.csv"])
    let base = try #require(household.scenarios.first?.scenario)
    #expect(base.lots.count == 8)
    #expect(Problem(base).positions.count == 7)
    // Every remark that shows a key is a line that can be used.
    files.files["s.yaml"] = ScenarioTemplate.scenario
      .replacingOccurrences(of: "\n  # ", with: "\n  ")
      .replacingOccurrences(of: "deductions: {kind: standard}\n# deductions", with: "deductions")
    #expect(files.errors == [])
    files.files["s.yaml"] = MemoryFiles.templateWithWashSales
    let wash = try files.scenario().wash
    #expect(wash.purchases.count == 3)
    #expect(wash.accountsNotSupplied == [])
  }

  @Test func `template and schema say that cost_basis includes wash_adjustment`() {
    #expect(ScenarioTemplate.scenario.contains("cost_basis\n# includes that already"))
    #expect(ScenarioSchema.json.contains("wash_adjustment is the part of it"))
  }

  @Test func `the template has no tabs and no long lines`() {
    for text in [ScenarioTemplate.scenario, ScenarioTemplate.lots] {
      #expect(!text.contains("\t"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
  }
}
