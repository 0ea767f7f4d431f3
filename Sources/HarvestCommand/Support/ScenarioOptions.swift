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
  /// - Returns: the scenario, the entities of the household, and what the reader of a plan must
  ///   know of the files.
  func load() throws -> ChosenScenario {
    let household = try loadReporting(scenario)
    guard let chosen = household.scenario(variant) else {
      let names = household.scenarios.map(\.name).joined(separator: ", ")
      throw failure(
        "error: \(scenario) has no variant \"\(variant ?? "")\"; it has: \(names)",
        Status.badInput)
    }
    let entities = household.entities.map { entity in
      // A market or a law that changes does so for the entities that say what it means for them.
      ChosenEntity(
        name: entity.name, kind: entity.kind,
        scenario: entity.household.scenario(variant) ?? entity.household.scenarios[0].scenario)
    }
    return ChosenScenario(scenario: chosen, entities: entities, notices: household.notices)
  }
}

/// The scenario that was asked for, with the entities beside it.
struct ChosenScenario {
  var scenario: Scenario
  var entities: [ChosenEntity]
  /// What the reader must know of the files.
  var notices: [Notice]

  /// The household's scenario, then those of its entities.
  var all: [Scenario] { [scenario] + entities.map(\.scenario) }
}

/// An entity of a household with the scenario that stands beside the household's.
struct ChosenEntity {
  var name: String
  var kind: HouseholdEntityKind
  var scenario: Scenario
}

extension LoadedHousehold {
  /// The variant of a name, or the file as it stands where none is asked for.
  fileprivate func scenario(_ variant: String?) -> Scenario? {
    guard let variant else { return scenarios[0].scenario }
    return scenarios.first { $0.name == variant }?.scenario
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
