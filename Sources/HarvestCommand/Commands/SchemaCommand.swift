import ArgumentParser
import HouseholdFiles
import Reports

/// Prints the JSON Schema of a document.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft-07) of a document.",
    discussion: """
      Examples:
        harvest schema scenario > scenario.schema.json
        harvest schema plan
      """)

  /// The documents that have a schema.
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case scenario, plan, comparison, tax
  }

  @Argument(help: "The document.")
  var name: Name

  func run() throws {
    let schema: String =
      switch name {
      case .scenario: ScenarioSchema.json
      case .plan: OutputSchema.plan.document
      case .comparison: OutputSchema.comparison.document
      case .tax: OutputSchema.tax.document
      }
    try write(schema, to: "-")
  }
}
