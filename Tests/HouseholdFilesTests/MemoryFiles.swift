import HouseholdFiles
import InputFiles
import Planning
import Testing

/// A household whose files exist only in the test.
struct MemoryFiles {
  var files: [String: String]

  /// A scenario file, `s.yaml`, and a file of lots, `lots.csv`.
  init(scenario: String, lots: String = "", others: [String: String] = [:]) {
    files = others
    files["s.yaml"] = scenario
    files["lots.csv"] = lots
  }

  func load() throws(InputFailure) -> LoadedHousehold {
    try loadHousehold(at: "s.yaml") { path throws(InputError) in
      guard let text = files[path] else {
        throw InputError(
          code: .unreadableFile, location: SourceLocation(file: path), message: "no such file")
      }
      return SourceText(text, name: path)
    }
  }

  /// The scenario as it stands.
  func scenario() throws -> Scenario { try #require(load().scenarios.first).scenario }

  /// Every error on one line, or none.
  var errors: [String] {
    do {
      _ = try load()
      return []
    } catch {
      return error.errors.map { error in
        "\(error.location): \(error.path.isEmpty ? "" : error.path + ": ")\(error.summary)"
      }
    }
  }
}

extension MemoryFiles {
  /// A household with one account, one security and two lots, and further lines of YAML.
  static func small(
    _ lines: String = "", taxpayer: String = "{filing_status: single}", lots: String? = nil
  ) -> MemoryFiles {
    MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Small
        year: 2026
        taxpayer: \(taxpayer)
        accounts: [{id: a, kind: taxable, lots: lots.csv}]

        """ + lines,
      lots: lots ?? """
        account,symbol,acquired,quantity,cost_basis,price,lot_id
        a,VTI,2020-01-02,10,1000,300,V1
        a,VTI,2026-01-02,5.5,2000,300,V2
        a,GOOG,2025-06-30,20,5000.55,181,G1

        """)
  }
}
