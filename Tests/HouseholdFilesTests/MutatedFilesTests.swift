import Foundation
import HouseholdFiles
import InputFiles
import Planning
import TestSupport
import Testing

/// Changed anywhere, a household's files either load or give errors with places.
@Suite("Mutated household files")
struct MutatedFilesTests {
  static let values = [
    "-1", "0", "1e9", "999999999999", "-999999999999.99", "99999999999999999999", "100%", "-100%",
    "1000%", "2026-02-29", "9999-12-31", "0000-01-01", "2200", "1900", "[]", "{}", "~", "''",
    "{2026: 1, 2070: 2}", "[a, b]", "lots.csv", "s.yaml", "all", "true", "\u{e9}", "VTI", "GOOG-1",
    "joint", "1_000_000_000", "0.000001", "trust", "itemized", "single", "\"", ": ", "- ", "\n",
    "buy", "sell", "reinvest", "gift", "none", "roth", "2026-09-01", "activity.csv", "INTC-2",
  ]

  static let activity = """
    date,action,symbol,quantity,account,amount,cost_basis,acquired,lot_id,kind,disallowed,id
    2026-08-03,buy,VTI,12.5,roth,,,,,drip,,R1
    2026-09-01,buy,VTI,5,joint,1500,,,J1,,,
    2026-09-02,sell,VTI,5,joint,1400,,,J1,,,S1
    2026-09-03,sell,INTC,50,joint,1200,2265.12,2026-01-22,INTC-2,,500,
    2026-09-03,reinvest,GOOG,1,joint,180,,,,,,
    2026-09-04,sell,GOOG,1,joint,170,,2026-09-03,,,,
    2026-09-05,sell,VTI,1,roth,,,,,,,
    2026-09-06,dividend,VTI,,roth,100,,,,,,

    """

  /// The template with activity, purchases and a policy.
  static let scenario = MemoryFiles.templateWithWashSales.replacingOccurrences(
    of: "lots: lots.csv}", with: "lots: lots.csv, transactions: activity.csv}")

  @Test func `they load unchanged`() throws {
    let files = MemoryFiles(
      scenario: Self.scenario, lots: ScenarioTemplate.lots,
      others: ["activity.csv": Self.activity])
    let wash = try files.scenario().wash
    #expect(wash.pastSales.count == 3)
    #expect(wash.purchases.count == 5)
  }

  @Test(arguments: 0..<600)
  func `load or are refused`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var files = MemoryFiles(
      scenario: Self.scenario, lots: ScenarioTemplate.lots,
      others: ["activity.csv": Self.activity])
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let name =
        ["s.yaml", "lots.csv", "activity.csv"].randomElement(using: &generator) ?? "s.yaml"
      files.files[name] = mutated(files.files[name] ?? "", using: &generator)
    }
    do {
      for loaded in try files.load().scenarios {
        let problem = Problem(loaded.scenario)
        let all = problem.positions.indices.map { index in
          Sale(
            position: index, date: problem.positions[index].opportunities[0].date,
            shares: problem.positions[index].shares)
        }
        _ = PlanPricer(problem).price(Plan(all))
      }
    } catch {
      #expect(!error.errors.isEmpty)
      #expect(error.errors.allSatisfy { !$0.location.file.isEmpty && !$0.message.isEmpty })
    }
  }

  /// Replaces a word by a value, or removes or repeats a line.
  private func mutated(_ text: String, using generator: inout SplitMix64) -> String {
    var lines = text.components(separatedBy: "\n")
    let index = Int.random(in: 0..<lines.count, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    default:
      let separators = CharacterSet(charactersIn: " ,{}[]:")
      let words = lines[index].components(separatedBy: separators).filter { !$0.isEmpty }
      guard let word = words.randomElement(using: &generator),
        let value = Self.values.randomElement(using: &generator),
        let range = lines[index].range(of: word)
      else { break }
      lines[index].replaceSubrange(range, with: value)
    }
    return lines.joined(separator: "\n")
  }
}
