import ArgumentParser
import HouseholdFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes a scenario to fill in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented scenario and a table of lots to fill in.",
    discussion: """
      Examples:
        harvest init my-year
        harvest plan my-year/scenario.yaml

      The folder is made when there is none. Files that are there already are never overwritten. \
      Beside the two stands the schema of scenarios, by which an editor completes and checks keys.
      """)

  @Argument(help: "The folder.")
  var folder = "."

  func run() throws {
    let files = [
      ("scenario.yaml", ScenarioTemplate.scenario), ("lots.csv", ScenarioTemplate.lots),
      ("scenario.schema.json", ScenarioSchema.json),
    ].map { (path: folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)", text: $1) }
    for file in files where isThere(file.path) {
      throw failure("error: \(file.path) is there already", Status.badInput)
    }
    if !isThere(folder), unsafe mkdir(folder, 0o777) != 0 {
      throw failure("error: cannot make \(folder): \(systemReason())", Status.badInput)
    }
    for file in files { try write(file.text, to: file.path, replacing: false) }
    StandardStream.error.write(
      files.map { "wrote \($0.path)\n" }.joined() + "next: harvest plan \(files[0].path)\n")
  }

  private func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
