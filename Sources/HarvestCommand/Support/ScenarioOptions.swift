import ArgumentParser
import HouseholdFiles
import InputFiles
import Planning

/// The scenario that a command is about.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "A scenario file (YAML); - is standard input.")
  var scenario: String

  @Option(
    help: ArgumentHelp("A variant of the file's scenarios, by name.", valueName: "name"))
  var variant: String?

  /// Reads the scenario and says on standard error what is wrong with it.
  ///
  /// - Returns: the scenario, and what the reader of a plan must know of its files.
  func load() throws -> (scenario: Scenario, notices: [Notice]) {
    let household = try loadReporting(scenario)
    guard let variant else { return (household.scenarios[0].scenario, household.notices) }
    if let found = household.scenarios.first(where: { $0.name == variant }) {
      return (found.scenario, household.notices)
    }
    let names = household.scenarios.map(\.name).joined(separator: ", ")
    throw failure(
      "error: \(scenario) has no variant \"\(variant)\"; it has: \(names)", Status.badInput)
  }
}

/// Reads a scenario file, with every error and warning on standard error.
///
/// - Parameter path: the file; `-` is standard input.
/// - Returns: at least one scenario.
/// - Throws: the exit status.
func loadReporting(_ path: String) throws(ExitCode) -> LoadedHousehold {
  do throws(InputFailure) {
    let household = try loadHousehold(at: path)
    for warning in household.warnings {
      StandardStream.error.write(warning.rendered(as: "warning") + "\n")
    }
    return household
  } catch {
    throw failure(error.description, Status.badInput)
  }
}
