import ArgumentParser
import Planning
import Portfolio
import Reports

/// Prints the return line by line, or why a lot is sold or kept.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the return line by line, or why one lot is sold or kept.",
    usage: "harvest explain <scenario> [<options>]",
    discussion: """
      Examples:
        harvest explain scenario.yaml
        harvest explain scenario.yaml --plan hold
        harvest explain scenario.yaml --lot VTI-1

      Every line is shown under the plan beside its amount when nothing is sold. Each form is \
      followed by the sections of the Internal Revenue Code (26 U.S.C.) that it carries out.
      """)

  @OptionGroup var source: ScenarioOptions

  @Option(help: "The plan to explain.")
  var plan = PlanName.made(.optimal)

  @Option(help: ArgumentHelp("A lot, by its lot_id.", valueName: "id"))
  var lot: String?

  @OptionGroup var search: SearchOptions

  @Option(
    help: ArgumentHelp("A file to write instead of standard output (-).", valueName: "file"))
  var output = "-"

  func run() throws {
    let chosen = try source.load()
    if let lot { return try explain(lot, in: chosen.all) }
    var pages: [String] = []
    var isStopped = false
    for (index, scenario) in chosen.all.enumerated() {
      let search = PlanSearch(scenario, search)
      // A plan of a person's own names the lots of the household.
      let outcome = try outcome(search, of: index > 0 && plan.isFile ? .made(.optimal) : plan)
      let page = explanationText(
        of: search.problem, plan: outcome.priced, name: outcome.maker.title,
        hold: PlanPricer(search.problem).price(.hold))
      pages.append(index == 0 ? page : entityHeading(chosen.entities[index - 1].name) + page)
      isStopped = isStopped || outcome.stoppedAtLimit
    }
    try write(pages.joined(separator: "\n"), to: output)
    if isStopped { throw Status.stoppedAtLimit }
  }

  private func explain(_ lot: String, in scenarios: [Scenario]) throws {
    func index(in scenario: Scenario) -> Int? { scenario.lots.firstIndex { $0.id == lot } }
    guard let scenario = scenarios.first(where: { index(in: $0) != nil }),
      let index = index(in: scenario)
    else { throw failure("error: there is no lot \"\(lot)\"", Status.badInput) }
    let search = PlanSearch(scenario, search)
    let outcome = try outcome(search, of: plan)
    try write(lotExplanationText(lot: index, of: search.problem, plan: outcome.priced), to: output)
    if outcome.stoppedAtLimit { throw Status.stoppedAtLimit }
  }

  private func outcome(_ search: PlanSearch, of plan: PlanName) throws -> PlanOutcome {
    switch plan {
    case .file(let path):
      return PlanOutcome(
        priced: PlanPricer(search.problem).price(try givenPlan(path, for: search.problem)),
        maker: .given)
    case .made(let maker) where maker == .hold || maker == .harvestAll:
      return search.planner.baseline(maker, like: .hold)
    case .made(let maker):
      switch try search.answer(by: maker == .greedy ? .greedy : nil) {
      case .contradiction(let contradiction):
        throw failure(contradictionText(contradiction), Status.infeasible)
      case .plan(let outcome):
        return maker == .optimal || maker == .greedy
          ? outcome : search.planner.baseline(maker, like: outcome.priced.plan)
      }
    }
  }
}
