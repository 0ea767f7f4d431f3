import ArgumentParser
import HouseholdFiles
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
    let chosen = try source.load()
    let whole = try answer(chosen.scenario, chosen.notices)
    let entities = try chosen.entities.map { entity in
      EntityAnswer(
        name: entity.name, kind: entity.kind.rawValue, answer: try answer(entity.scenario))
    }
    let answers = [whole] + entities.map(\.answer)
    if result.format == .json {
      try write(householdJSON(whole, entities: entities).document, to: result.output)
    } else if answers.contains(where: { $0.text != nil }) {
      try write(householdText(whole, entities: entities), to: result.output)
    }
    let contradictions = answers.compactMap(\.contradiction).map(contradictionText)
    if !contradictions.isEmpty {
      throw failure(contradictions.joined(separator: "\n"), Status.infeasible)
    }
    if answers.contains(where: \.stoppedAtLimit) { throw Status.stoppedAtLimit }
  }

  private func answer(_ scenario: Scenario, _ notices: [Notice] = []) throws -> PlanDocument {
    let search = PlanSearch(scenario, search)
    switch try search.answer(by: solver) {
    case .contradiction(let contradiction):
      return PlanDocument(
        contradiction, of: search.problem, solver: solver == .greedy ? .greedy : .optimal)
    case .plan(var outcome):
      // The text's reader has them on standard error, with their places.
      if result.format == .json { outcome.notices += notices }
      return PlanDocument(
        PlanReport(outcome, of: search.problem, hold: PlanPricer(search.problem).price(.hold)))
    }
  }
}
