import ArgumentParser
import HouseholdFiles
import Planning
import Reports

/// Validates a scenario.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a scenario with its variants, report every problem, change nothing.",
    discussion: """
      Examples:
        harvest check scenario.yaml

      Every problem is reported in one run with file, line and column, and the exit status is \
      then 65. Constraints that exclude each other whatever the tax are reported too, with exit \
      status 1.
      """)

  @Argument(help: "A scenario file (YAML); - is standard input.")
  var scenario: String

  func run() throws {
    let household = try loadReporting(scenario)
    let contradictions = household.scenarios.compactMap { loaded in
      PlanFeasibility.contradiction(in: Problem(loaded.scenario)).map {
        "\n\(loaded.scenario.title)\n\(contradictionText($0))\n"
      }
    }
    let text = checkText(
      Problem(household.scenarios[0].scenario), name: scenario,
      variants: household.scenarios.dropFirst().map(\.name), isPossible: contradictions.isEmpty)
    try write(text + contradictions.joined(), to: "-")
    if !contradictions.isEmpty { throw Status.infeasible }
  }
}
