import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  private static let commands = [
    "plan", "compare", "explain", "check", "tax", "model", "init", "schema",
  ]

  private func run(_ arguments: String...) throws -> Binary.Run {
    let binary = try Binary()
    defer { binary.remove() }
    return try binary.run(arguments)
  }

  @Test(arguments: commands) func `help begins with examples`(command: String) throws {
    let help = try run(command, "--help")
    #expect(help.status == 0)
    let lines = help.output.split(separator: "\n")
    #expect(lines.count > 3)
    #expect(lines.prefix(4).contains("Examples:"))
    #expect(help.output.contains("  harvest \(command) "))
    #expect(lines.allSatisfy { $0.count <= 130 && !$0.hasSuffix("\\") })
  }

  @Test func `the default of a plan is named as it is written`() throws {
    let help = try run("explain", "--help").output
    #expect(help.contains("default: optimal"))
    #expect(!help.contains("PlanMaker"))
  }

  @Test func `the program names its commands, version and completions`() throws {
    let help = try run("--help")
    for command in Self.commands { #expect(help.output.contains("\n  \(command) ")) }
    #expect(help.output.contains("--generate-completion-script"))
    let version = try run("--version")
    #expect(version.status == 0)
    #expect(version.output.split(separator: ".").count == 3)
    #expect(try run("--generate-completion-script", "bash").output.contains("harvest"))
  }

  @Test(
    arguments: [
      ["nonsense"], ["plan"], ["plan", "a.yaml", "--format", "xml"], ["plan", "a.yaml", "b.yaml"],
      ["plan", "a.yaml", "--time-limit", "0"], ["plan", "a.yaml", "--time-limit", "nan"],
      ["plan", "a.yaml", "--time-limit", "-1"], ["plan", "a.yaml", "--solver", "cplex"],
      ["compare"], ["compare", "a.yaml", "--plans", "hold,hold"],
      ["compare", "a.yaml", "--plans", ""], ["compare", "a.yaml", "--plans", "hold,,fifo"],
      ["compare", "a.yaml", "--plans", "given"], ["model", "a.yaml"],
      ["model", "a.yaml", "--format", "gams"], ["schema"], ["schema", "wash"], ["tax", "a", "b"],
      ["explain", "a.yaml", "--plan", "best"], ["plan", "--\u{FFFD}"],
    ]) func `a wrong command line is status 64`(arguments: [String]) throws
  {
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run(arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.error.contains("Usage: "))
  }

  @Test(
    arguments: [
      (
        ["compare", "a.yaml", "--plans", "hold,bogus"], #"there is no plan "bogus"; the plans are"#
      ),
      (["compare", "a.yaml", "--plans", "hold,bogus"], "hold, harvest_all, fifo, highest_cost"),
      (["compare", "a.yaml", "--plans", "fifo,hold,fifo"], #""fifo" is named twice"#),
      (["compare", "-", "a.yaml", "-"], "Standard input (-) can be read only once."),
      (
        ["plan", "a.yaml", "--time-limit", "-1"], "--time-limit is a positive number of seconds."
      ),
    ]) func `a wrong command line is told what is wrong`(arguments: [String], message: String)
    throws
  {
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run(arguments)
    #expect(run.status == 64)
    #expect(run.error.contains(message))
  }

  @Test(
    arguments: [
      "nowhere.yaml", "", ".", "/dev/null", "a/b/c.yaml", String(repeating: "x", count: 5_000),
      "\u{1B}[31m.yaml",
    ]) func `a scenario that cannot be read is bad input`(path: String) throws
  {
    let binary = try Binary()
    defer { binary.remove() }
    for command in ["plan", "compare", "explain", "check"] {
      let run = try binary.run(command, path)
      #expect(run.status == 65)
      #expect(run.output == "")
      #expect(run.error.contains("error: "))
    }
  }

  @Test func `init writes what plan accepts, and overwrites nothing`() throws {
    let binary = try Binary()
    defer { binary.remove() }
    #expect(try binary.run("init", "my-year").status == 0)
    #expect(binary.files.contains("my-year/scenario.yaml"))
    #expect(binary.files.contains("my-year/lots.csv"))
    #expect(try binary.run("plan", "my-year/scenario.yaml").status == 0)
    #expect(try binary.run("check", "my-year/scenario.yaml").error == "")
    let scenario = try binary.read("my-year/scenario.yaml")
    let again = try binary.run("init", "my-year")
    #expect(again.status == 65)
    #expect(again.error.contains("is there already"))
    #expect(try binary.read("my-year/scenario.yaml") == scenario)
    let changed = scenario.replacingOccurrences(of: "wages: 420_000", with: "wages: 90_000")
    #expect(changed != scenario)
    let before = try binary.run("plan", "my-year/scenario.yaml").output
    try binary.write(changed, to: "my-year/scenario.yaml")
    let after = try binary.run("plan", "my-year/scenario.yaml")
    #expect(after.status == 0)
    #expect(after.output != before)
  }

  @Test(arguments: ["scenario", "plan", "comparison", "tax"])
  func `a schema is an object of draft 7`(name: String) throws {
    let schema = try run("schema", name)
    #expect(schema.status == 0)
    #expect(
      try object(schema.output)["$schema"] as? String
        == "http://json-schema.org/draft-07/schema#")
  }

  @Test func `the tax schema knows the keys that tax reads, and no other`() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let schema = try object(try binary.run("schema", "tax").output)
    let keys = try #require(schema["properties"] as? [String: Any]).keys.sorted()
    // A key that tax does not know would be answered by an error about itself.
    let input = keys.map { key in
      let value =
        switch key {
        case "id": #""x""#
        case "year": "2026"
        case "filing_status": #""single""#
        case "blind", "covered_by_plan", "spouse_covered_by_plan", "lived_apart": "false"
        case "trust": #""estate""#
        case "tax_computation": #""schedule""#
        default: "0"
        }
      var members = ["id": #""x""#, "year": "2026", "filing_status": #""single""#]
      members[key] = value
      return
        "{\(members.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }.joined(separator: ", "))}\n"
    }
    let run = try binary.run("tax", input: input.joined())
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == keys.count)
  }
}
