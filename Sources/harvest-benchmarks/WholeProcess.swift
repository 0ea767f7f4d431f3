import Dispatch
import Foundation

/// The `harvest` beside this executable on a scenario of 100 lots, from start to exit.
func wholeProcess() throws -> Table {
  var table = Table("Whole process, 100 lots", ["command", "median", "slowest"])
  let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("harvest")
  guard FileManager.default.isExecutableFile(atPath: executable.path) else {
    table.add(["(build the product harvest first)", "", ""])
    return table
  }
  var generator = ClientGenerator(seed: 1)
  let household = try Household(generator.files(for: .tech, lots: 100, years: 1))
  for command in ["plan", "compare"] {
    let runs = try (0..<15).map { _ in
      let process = Process()
      process.executableURL = executable
      process.arguments = [command, household.scenarioPath]
      process.standardOutput = FileHandle.nullDevice
      // `waitUntilExit` looks only now and then.
      let exited = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in exited.signal() }
      return try ContinuousClock().measure {
        try process.run()
        exited.wait()
      }
    }
    table.add([
      "harvest \(command)", median(runs)?.milliseconds ?? "", runs.max()?.milliseconds ?? "",
    ])
  }
  return table
}

/// The most memory this process has held, as the kernel counts it.
func peakMemory() -> String? {
  let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  return status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    .map { $0.dropFirst("VmHWM:".count).trimmingCharacters(in: .whitespaces) }
}
