import Foundation

/// The folder of the package, and what is shipped in it beside the sources.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The absolute path of something in the package.
  static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// The text of a file in the package.
  static func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The names of the folders in `Scenarios`, in order.
  static let scenarios: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: path("Scenarios"))) ?? [])
    .filter { FileManager.default.fileExists(atPath: path("Scenarios/\($0)/scenario.yaml")) }
    .sorted()
}
