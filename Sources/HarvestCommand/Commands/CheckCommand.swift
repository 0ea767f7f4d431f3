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
    let households = [household] + household.entities.map(\.household)
    let contradictions = households.flatMap(\.scenarios).compactMap { loaded in
      PlanFeasibility.contradiction(in: Problem(loaded.scenario)).map {
        "\n\(loaded.scenario.title)\n\(contradictionText($0))\n"
      }
    }
    var text = checkText(household, name: scenario, isPossible: contradictions.isEmpty)
    for entity in household.entities {
      let file = entity.household.files.first ?? entity.name
      text += "\n" + entityHeading(entity.name) + checkText(entity.household, name: file)
    }
    try write(text + contradictions.joined(), to: "-")
    if !contradictions.isEmpty { throw Status.infeasible }
  }

  private func checkText(
    _ household: LoadedHousehold, name: String, isPossible: Bool = true
  ) -> String {
    Reports.checkText(
      Problem(household.scenarios[0].scenario), name: name,
      variants: household.scenarios.dropFirst().map(\.name), isPossible: isPossible)
  }
}
