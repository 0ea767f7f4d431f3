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
    let search = PlanSearch(try source.load().scenario, search)
    let outcome = try outcome(search)
    if let lot {
      try write(try explanation(of: lot, search.problem, outcome.priced), to: output)
    } else {
      try write(
        explanationText(
          of: search.problem, plan: outcome.priced, name: outcome.maker.title,
          hold: PlanPricer(search.problem).price(.hold)), to: output)
    }
    if outcome.stoppedAtLimit { throw Status.stoppedAtLimit }
  }

  private func outcome(_ search: PlanSearch) throws -> PlanOutcome {
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

  private func explanation(
    of lot: String, _ problem: Problem, _ plan: PricedPlan
  ) throws -> String {
    guard let index = problem.scenario.lots.firstIndex(where: { $0.id == lot }) else {
      throw failure("error: there is no lot \"\(lot)\"", Status.badInput)
    }
    return lotExplanationText(lot: index, of: problem, plan: plan)
  }
}
