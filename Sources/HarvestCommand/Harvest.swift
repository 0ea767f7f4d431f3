import ArgumentParser

/// Runs the program with the arguments of the process, and ends it with the status of the run.
public func runHarvest() { Harvest.main() }

/// The program: a command with a subcommand for each task.
struct Harvest: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "harvest",
    abstract: "Decide which tax lots to sell so that federal tax is least, and prove it.",
    discussion: """
      Examples:
        harvest init my-year
        harvest plan my-year/scenario.yaml
        harvest compare my-year/scenario.yaml
        harvest explain my-year/scenario.yaml --lot VTI-1

      `harvest init` writes a commented scenario and a table of lots that the other commands \
      accept as they are. Change a number, run `harvest plan` again, and see what it does.

      Results go to standard output, everything else to standard error. The program opens no \
      network connection and writes no file but those it is asked for.

      Exit status:
        0   done
        1   no plan satisfies the constraints
        64  the command line is wrong
        65  the input is wrong
        69  the solver demanded by name is not there
        70  the program failed, or its audit of a plan did
        75  stopped at a limit, with a plan and a bound

      Completions for your shell: harvest --generate-completion-script bash (or zsh, fish).

      A planning estimate, not tax, legal or investment advice.
      """,
    version: version,
    subcommands: [
      PlanCommand.self, CompareCommand.self, ExplainCommand.self, CheckCommand.self,
      TaxCommand.self, WashCommand.self, ModelCommand.self, InitCommand.self, SchemaCommand.self,
    ])
}
