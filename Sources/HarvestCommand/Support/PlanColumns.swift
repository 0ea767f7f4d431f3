import ArgumentParser
import HouseholdFiles
import InputFiles
import Planning
import Reports

/// Makes the plans that were asked for by name.
struct PlanColumns {
  let search: PlanSearch
  let plans: PlanList
  private var planner: Planner { search.planner }

  init(_ search: PlanSearch, plans: PlanList) {
    self.search = search
    self.plans = plans
  }

  /// The plans in columns.
  ///
  /// The planner's answer is the optimal plan, unless greedy is asked for and optimal is not.
  ///
  /// - Parameter notices: what the reader must know of the input.
  /// - Returns: the plans that could be made.
  /// - Throws: the exit status, once the reason is on standard error.
  func report(_ notices: [Notice]) throws(ExitCode) -> ComparisonReport {
    let isGreedyEnough = plans.contains(.greedy) && !plans.contains(.optimal)
    let answer = try search.answer(by: isGreedyEnough ? .greedy : nil)
    let outcome: PlanOutcome? = if case .plan(let outcome) = answer { outcome } else { nil }
    var columns: [ComparisonReport.Column] = []
    for name in plans.names {
      if let column = try column(name, answer: outcome) { columns.append(column) }
    }
    return ComparisonReport(
      of: search.problem, hold: PlanPricer(search.problem).price(.hold), answer: answer,
      columns: columns, notices: notices)
  }

  /// A column, or none for a plan that cannot be made.
  private func column(
    _ name: PlanName, answer: PlanOutcome?
  ) throws(ExitCode) -> ComparisonReport.Column? {
    switch name {
    case .file(let path):
      let priced = PlanPricer(search.problem).price(try givenPlan(path, for: search.problem))
      return .init(PlanOutcome(priced: priced, maker: .given), name: path)
    case .made(.greedy):
      if let answer, answer.maker == .greedy { return .init(answer) }
      return answer?.greedy.map { .init(PlanOutcome(priced: $0, maker: .greedy)) }
    case .made(.optimal):
      // Where the greedy planner answers, its own column says all.
      guard let answer, answer.maker == .optimal || !plans.contains(.greedy) else { return nil }
      return .init(answer)
    case .made(let maker) where maker == .hold || maker == .harvestAll:
      return .init(planner.baseline(maker, like: .hold))
    case .made(let maker):
      return answer.map { .init(planner.baseline(maker, like: $0.priced.plan)) }
    }
  }
}

/// Reads a plan from a file.
///
/// - Parameters:
///   - path: a CSV file; `-` is standard input.
///   - problem: what might be sold.
/// - Returns: the plan.
/// - Throws: the exit status, once everything that is wrong is on standard error.
func givenPlan(_ path: String, for problem: Problem) throws(ExitCode) -> Plan {
  do throws(InputFailure) { return try loadPlan(at: path, for: problem) } catch {
    throw failure(error.description, Status.badInput)
  }
}
