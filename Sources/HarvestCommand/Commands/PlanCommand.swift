import ArgumentParser
import Planning
import Reports

/// Prints which lots to sell.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say which lots to sell, how many shares, and what it saves.",
    usage: "harvest plan <scenario> [<options>]",
    discussion: """
      Examples:
        harvest plan scenario.yaml
        harvest plan scenario.yaml --format json --output plan.json
        harvest plan scenario.yaml --variant "Market down 20%"
        harvest plan scenario.yaml --solver greedy

      The plan is priced by the exact federal return and comes with its proof: how much better \
      any other plan could be at most. Without a solver the greedy planner answers, and says so. \
      Ctrl-C stops the search and prints the best plan so far; a second one ends the program.
      """)

  @OptionGroup var source: ScenarioOptions

  @Option(help: "Who makes the plan; by default optimal, or greedy where there is no solver.")
  var solver: SolverChoice?

  @OptionGroup var search: SearchOptions
  @OptionGroup var result: ResultOptions

  func run() throws {
    let (scenario, notices) = try source.load()
    let search = PlanSearch(scenario, search)
    switch try search.answer(by: solver) {
    case .contradiction(let contradiction):
      try report(contradiction, of: search.problem)
    case .plan(var outcome):
      // The text's reader has them on standard error, with their places.
      if result.format == .json { outcome.notices += notices }
      let report = PlanReport(
        outcome, of: search.problem, hold: PlanPricer(search.problem).price(.hold))
      try write(
        result.format == .text ? report.text : report.json.document, to: result.output)
      if outcome.stoppedAtLimit { throw Status.stoppedAtLimit }
    }
  }

  private func report(_ contradiction: Contradiction, of problem: Problem) throws {
    if result.format == .json {
      let document = contradictionJSON(
        contradiction, of: problem, solver: solver == .greedy ? .greedy : .optimal)
      try write(document.document, to: result.output)
    }
    throw failure(contradictionText(contradiction), Status.infeasible)
  }
}
