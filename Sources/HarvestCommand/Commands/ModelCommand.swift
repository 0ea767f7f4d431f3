import ArgumentParser
import GLPKSolver
import LinearModel
import Planning
import Reports

/// Prints the integer model.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Print the integer model as text that any solver reads.",
    discussion: """
      Examples:
        harvest model scenario.yaml --format lp > model.lp
        harvest model scenario.yaml --format mps --output model.mps

      The model has a variable for every lot and date. Its optimum is what the plan makes least, \
      in dollars; all other amounts are in thousands of dollars. A constant that the format cannot \
      hold stands in a comment.
      """)

  /// The formats of other solvers.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case lp, mps
  }

  @OptionGroup var source: ScenarioOptions

  @Option(help: "CPLEX LP or free MPS.")
  var format: Format

  @Option(
    help: ArgumentHelp("A file to write instead of standard output (-).", valueName: "file"))
  var output = "-"

  func run() throws {
    let problem = Problem(try source.load().scenario)
    // The model leaves out what cannot be sold, and with it the rules that demand its sale.
    if let contradiction = PlanFeasibility.contradiction(in: problem) {
      throw failure(contradictionText(contradiction), Status.infeasible)
    }
    let model = Planner(problem, solver: nil).model()
    let units = "the objective is in dollars, all other amounts in thousands of dollars"
    let text =
      switch format {
      case .lp: "\\ \(units)\n" + LPFormat.text(of: model)
      case .mps: "* \(units)\n" + MPSFormat.text(of: model)
      }
    try write(text, to: output)
  }
}
