import ArgumentParser
import HouseholdFiles
import Planning
import Reports

/// Lays plans side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Lay plans, and scenarios, side by side.",
    usage: "harvest compare <scenario> ... [<options>]",
    discussion: """
      Examples:
        harvest compare scenario.yaml
        harvest compare base.yaml proposal.yaml --plans hold,greedy,optimal
        harvest compare scenario.yaml --plans hold,optimal,mine.csv --format json

      The plans are hold (sell nothing), harvest_all (every lot at a loss), fifo, highest_cost \
      and broker_order (the orders of the planner's plan, the lots picked by the rule), greedy, \
      optimal, and plans of your own: FILE.csv with the columns lot_id, quantity and, where there \
      are several planning dates, date. Variants of a scenario are compared like scenarios, and so \
      are the entities of a household after it, each by itself.
      """)

  @Argument(help: "Scenario files (YAML); - is standard input.")
  var scenarios: [String]

  @Option(
    help: ArgumentHelp(
      "The plans, in columns; by default \(PlanList.standard).", valueName: "names"),
    transform: PlanList.init(argument:))
  var plans = PlanList.standard

  @OptionGroup var search: SearchOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if scenarios.isEmpty { throw ValidationError("At least one scenario is needed.") }
    if scenarios.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  func run() throws {
    let households = try scenarios.map { path throws(ExitCode) in try loadReporting(path) }
    // Plans of a person's own name the lots of one household.
    let ownPlans = plans.withoutFiles
    let reports = try households.flatMap { household in
      try household.scenarios.map { loaded in
        try report(loaded.scenario, plans, result.format == .json ? household.notices : [])
      }
        + household.entities.flatMap(\.household.scenarios).map { loaded in
          try report(loaded.scenario, ownPlans)
        }
    }
    try write(
      result.format == .text ? comparisonText(reports) : comparisonJSON(reports).document,
      to: result.output)
    if reports.contains(where: { $0.contradiction != nil }) { throw Status.infeasible }
    if reports.contains(where: { $0.answer?.stoppedAtLimit == true }) {
      throw Status.stoppedAtLimit
    }
  }

  private func report(
    _ scenario: Scenario, _ plans: PlanList, _ notices: [Notice] = []
  ) throws -> ComparisonReport {
    try PlanColumns(PlanSearch(scenario, search), plans: plans).report(notices)
  }
}
