import Foundation
import HouseholdFiles
import InputFiles
import Planning

/// A household's files in a folder of their own, gone with the value.
final class Household {
  private let folder: URL

  init(_ files: (scenario: String, lots: String)) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("harvest-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try files.scenario.write(
      to: folder.appendingPathComponent("scenario.yaml"), atomically: false, encoding: .utf8)
    try files.lots.write(
      to: folder.appendingPathComponent("lots.csv"), atomically: false, encoding: .utf8)
  }

  /// The path of the scenario file.
  var scenarioPath: String { folder.appendingPathComponent("scenario.yaml").path }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Reads the files.
  func problem() throws -> Problem {
    let household = try loadHousehold(at: scenarioPath)
    return Problem(household.scenarios[0].scenario)
  }
}
