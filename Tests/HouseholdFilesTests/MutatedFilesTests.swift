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
  ]

  @Test(arguments: 0..<400)
  func `load or are refused`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var files = MemoryFiles(scenario: ScenarioTemplate.scenario, lots: ScenarioTemplate.lots)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let name = Bool.random(using: &generator) ? "s.yaml" : "lots.csv"
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
