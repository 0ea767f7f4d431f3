import Foundation
import Testing

/// The plans of one scenario side by side, as `harvest compare` writes them.
struct ScenarioComparison {
  /// One plan.
  struct Column {
    var total: Double
    var sales: Int
    var terms: [String: Double]
    var years: [[String: Any]]

    /// An amount of the first year.
    func first(_ key: String) throws -> Double { try amount(years.first?[key]) }
  }

  var greedyLeaves = 0.0
  private var columns: [String: Column] = [:]

  /// The comparison of a shipped scenario.
  ///
  /// - Parameters:
  ///   - name: its folder.
  ///   - title: a variant or an entity by its title; by default the file as it stands.
  /// - Throws: when the program fails, or its document lacks something.
  init(_ name: String, title: String? = nil) throws {
    let binary = try Binary()
    defer { binary.remove() }
    let path = Repository.path("Scenarios/\(name)/scenario.yaml")
    let run = try binary.run("compare", path, "--format", "json")
    let scenarios = try #require(try object(run.output)["scenarios"] as? [[String: Any]])
    let chosen = try #require(
      scenarios.first { title == nil || $0["title"] as? String == title })
    greedyLeaves = try amount((chosen["proof"] as? [String: Any])?["greedy_leaves"])
    for plan in try #require(chosen["plans"] as? [[String: Any]]) {
      let name = try #require(plan["plan"] as? String)
      let terms = try #require(plan["by_term"] as? [String: Any])
      columns[name] = Column(
        total: try amount(plan["total"]), sales: try #require(plan["sales"] as? Int),
        terms: try terms.mapValues(amount),
        years: try #require(plan["years"] as? [[String: Any]]))
    }
  }

  /// A plan by the name of its maker.
  func plan(_ name: String) throws -> Column { try #require(columns[name]) }
}

/// An amount as the documents write it.
func amount(_ value: Any?) throws -> Double {
  let text = try #require(value as? String)
  return try #require(Double(text))
}
