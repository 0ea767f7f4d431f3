public import ArgumentParser

/// The program: a command with a subcommand for each task.
public struct Harvest: ParsableCommand {
  /// The version of the program.
  public static let version = "0.1.0"

  /// The help text and the subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "harvest",
    abstract: "Decide which tax lots to sell so that federal tax is least, and prove it.",
    usage: """
      harvest init my-year
      harvest plan my-year/scenario.yaml
      harvest compare my-year/scenario.yaml
      """,
    discussion: """
      Start with `harvest init my-year`: it writes a commented scenario and a table of lots that the
      other commands accept as they are. Change a number, run `harvest plan` again, and see what
      the change does.

      Results go to standard output, everything else to standard error. The program opens no
      network connection and writes no file but those it is asked for.

      Exit status: 0 done; 1 no plan satisfies the constraints; 64 usage; 65 bad input; 69 the
      solver demanded by name is not there; 70 internal failure, such as a failed audit; 75 stopped
      at a limit with a plan and a bound.

      Completions for your shell: harvest --generate-completion-script bash (or zsh, fish).

      A planning estimate, not tax, legal or investment advice.
      """,
    version: version,
    subcommands: [
      PlanCommand.self, CompareCommand.self, ExplainCommand.self, CheckCommand.self,
      TaxCommand.self, ModelCommand.self, InitCommand.self, SchemaCommand.self,
    ])

  /// The program without arguments yet.
  public init() {}
}
