import Foundation
import TestSupport
import Testing

/// Every folder in `Scenarios` is a test: what the program prints of it is kept beside it.
@Suite("The shipped scenarios")
struct ScenarioTests {
  /// Runs the program beside the scenarios, so that the files it names have the same names anywhere.
  private func run(_ arguments: String...) throws -> Binary.Run {
    let binary = try Binary()
    defer { binary.remove() }
    try FileManager.default.createSymbolicLink(
      at: binary.folder.appendingPathComponent("Scenarios"),
      withDestinationURL: Repository.root.appendingPathComponent("Scenarios"))
    return try binary.run(arguments)
  }

  private func scenario(_ name: String) -> String { "Scenarios/\(name)/scenario.yaml" }

  /// How what a run warns of differs from the kept warnings; a scenario without any has no file.
  private func differenceOfWarnings(_ run: Binary.Run, _ name: String) -> String? {
    let kept = Repository.path("Scenarios/\(name)/expected/warnings.txt")
    guard FileManager.default.fileExists(atPath: kept) || !run.error.isEmpty else { return nil }
    return Golden.difference(of: run.error, from: kept)
  }

  @Test func `the shipped scenarios are all here`() {
    #expect(
      Repository.scenarios == [
        "business-sale", "carryforward", "crypto-rebuy", "crypto-winter", "december-january",
        "direct-index", "downsizing", "drip", "early-retiree", "expat", "family-business",
        "founder-exit", "identical-funds", "inheritance", "ira-trap", "nft-and-crypto",
        "property-sale", "quarterly-review", "rental-exit", "retiree-medicare",
        "retirement-saver", "robo-rebuy", "rsu-and-espp", "rsu-wash", "rsu-year", "trust",
        "year-end-bill", "zero-band",
      ])
  }

  @Test(arguments: Repository.scenarios)
  func `a scenario is valid and tells a newcomer what to look for`(name: String) throws {
    let check = try run("check", scenario(name))
    #expect(check.status == 0)
    #expect(differenceOfWarnings(check, name) == nil)
    let text = try Repository.read("Scenarios/\(name)/scenario.yaml")
    #expect(text.hasPrefix("# "))
    #expect(text.contains("\n# What to look for: "))
    #expect(text.contains("\ntitle: "))
  }

  #if GLPK
  @Test(
    arguments: Repository.scenarios,
    [
      ["plan", "--format", "text", "plan.txt"], ["plan", "--format", "json", "plan.json"],
      ["compare", "--format", "text", "compare.txt"],
    ])
  func `what is printed is what is kept`(name: String, how: [String]) throws {
    let printed = try run(how[0], scenario(name), how[1], how[2])
    #expect(printed.status == 0)
    #expect(differenceOfWarnings(printed, name) == nil)
    let kept = Repository.path("Scenarios/\(name)/expected/\(how[3])")
    let difference = Golden.difference(of: printed.output.withoutSeconds, from: kept)
    #expect(difference == nil, "\(difference ?? "")")
  }
  #else
  @Test(arguments: Repository.scenarios)
  func `without a solver the greedy planner answers and says so`(name: String) throws {
    let plan = try run("plan", scenario(name))
    #expect(plan.status == 0)
    #expect(plan.output.contains("No proof: this is the greedy plan"))
    #expect((plan.output + plan.error).contains("libglpk-dev"))
    let comparison = try run("compare", scenario(name))
    #expect(comparison.status == 0)
    #expect(comparison.output.contains("Greedy"))
  }
  #endif
}

extension String {
  /// The text without the seconds of the effort, the one thing that differs from run to run.
  fileprivate var withoutSeconds: String {
    replacingOccurrences(
      of: #",\n *"seconds": [0-9.]+"#, with: "", options: .regularExpression)
  }
}
