import ArgumentParser
import GLPKSolver
import LinearModel
import Planning

/// Who is to make the plan.
enum SolverChoice: String, ExpressibleByArgument, CaseIterable {
  case optimal, greedy
}

/// Asks the planners about a scenario, with Ctrl-C and progress in place.
struct PlanSearch {
  let problem: Problem
  let planner: Planner
  private let timeLimit: Double?

  init(_ scenario: Scenario, _ options: SearchOptions) {
    problem = Problem(scenario)
    planner = Planner(problem, solver: GLPKSolver())
    timeLimit = options.boundedTimeLimit
  }

  /// The answer of the planner that was asked.
  ///
  /// - Parameter choice: `nil` lets the greedy planner answer where there is no solver.
  /// - Returns: a plan, or the constraints that contradict each other.
  /// - Throws: the exit status, once the reason is on standard error.
  func answer(by choice: SolverChoice?) throws(ExitCode) -> PlanAnswer {
    if choice == .greedy { return try greedy() }
    if choice == .optimal { try demandSolver() }
    Interruption.listen()
    let progress = ProgressLine()
    defer { progress.clear() }
    var options = PlannerOptions(timeLimit: timeLimit, isCancelled: { Interruption.wasAsked })
    if progress.isShown { options.progress = { progress.show($0) } }
    do throws(PlannerError) {
      return try planner.optimal(options)
    } catch {
      throw status(of: error)
    }
  }

  private func greedy() throws(ExitCode) -> PlanAnswer {
    do throws(PlannerError) { return try planner.greedy() } catch { throw status(of: error) }
  }

  private func demandSolver() throws(ExitCode) {
    guard !GLPKSolver.isAvailable else { return }
    do throws(SolverError) { _ = try GLPKSolver().solve(Model()) } catch {
      throw failure("error: \(error)", Status.unavailable)
    }
  }

  private func status(of error: PlannerError) -> ExitCode {
    switch error {
    case .auditFailure(let year, let modelled, let exact, let tolerance):
      failure(
        "error: the audit failed: for \(year) the model gives a tax of \(modelled), the exact"
          + " return \(exact), more than \(tolerance) apart; no plan is printed",
        Status.internalFailure)
    case .boundFailure(let bound, let value):
      failure(
        "error: the audit failed: the plan costs \(value), less than the bound of \(bound) that no"
          + " plan is below; no plan is printed", Status.internalFailure)
    case .ledgerFailure(let lot, let planned, let ledger):
      failure(
        "error: the audit failed: of the loss on lot \(lot) the plan disallows \(planned), the"
          + " wash-sale ledger of the whole household \(ledger); no plan is printed",
        Status.internalFailure)
    }
  }
}
