import Foundation
import Testing

/// The program as built: it lies beside the tests.
struct Binary {
  /// What a run leaves.
  struct Run {
    var status: Int32
    var output: String
    var error: String
  }

  /// A folder of its own for the files of one test.
  let folder: URL

  /// Makes an empty folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("harvest-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs the program in the folder.
  func run(_ arguments: String..., input: String = "") throws -> Run {
    try run(arguments, input: input)
  }

  /// Runs the program in the folder.
  func run(_ arguments: [String], input: String = "") throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("harvest")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let source = folder.appendingPathComponent("standard-input")
    let result = folder.appendingPathComponent("standard-output")
    let error = folder.appendingPathComponent("standard-error")
    try Data(input.utf8).write(to: source)
    for file in [result, error] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: result)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    defer { for file in [source, result, error] { try? FileManager.default.removeItem(at: file) } }
    return Run(
      status: process.terminationStatus,
      output: try String(contentsOf: result, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8))
  }

  /// Writes a file in the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The text of a file in the folder.
  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Every file in the folder, in order.
  var files: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()) ?? []
  }
}

/// A JSON object by its members.
func object(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}
