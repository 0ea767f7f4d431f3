import LinearModel
import Planning
import Quantities
import TestSupport
import Testing

@Suite("When the solver is wrong or missing")
struct SolverFailureTests {
  /// Says of every model that nothing satisfies it.
  private struct Denier: Solver {
    let name = "denier"

    func solve(_ model: Model, _ options: SolveOptions) throws(SolverError) -> SolveResult {
      SolveResult(termination: .infeasible, statusSentence: "no solution")
    }

    func minima(
      of objectives: [LinearExpression], over model: Model, _ options: SolveOptions
    ) throws(SolverError) -> [Double?] { objectives.map { _ in nil } }
  }

  /// Fails at once.
  private struct Breaker: Solver {
    let name = "breaker"

    func solve(_ model: Model, _ options: SolveOptions) throws(SolverError) -> SolveResult {
      throw .internalFailure("it broke")
    }

    func minima(
      of objectives: [LinearExpression], over model: Model, _ options: SolveOptions
    ) throws(SolverError) -> [Double?] { throw .internalFailure("it broke") }
  }

  private func answer(_ solver: (any Solver)?) throws -> PlanOutcome {
    var sample = SampleScenario([.init("loss", value: 9_000, gain: -8_000, daysHeld: 500)])
    sample.longTermGains = [20_000]
    sample.constraints.raiseCash = Money(dollars: 5_000)
    let answer = try Planner(Problem(try sample.scenario()), solver: solver).optimal()
    guard case .plan(let outcome) = answer else { throw Denied() }
    return outcome
  }

  private struct Denied: Error {}

  @Test func `a contradiction is not believed where the greedy planner has a plan`() throws {
    let outcome = try answer(Denier())
    #expect(outcome.maker == .greedy)
    #expect(outcome.notices.first?.code == "solver_failed")
    #expect(outcome.proof == nil)
  }

  @Test func `a solver that breaks leaves the greedy plan, with the reason`() throws {
    let outcome = try answer(Breaker())
    #expect(outcome.maker == .greedy)
    #expect(outcome.notices.first?.message.contains("it broke") == true)
  }

  @Test func `without a solver the greedy planner answers and says so`() throws {
    #expect(try answer(nil).notices.first?.code == "solver_unavailable")
  }
}
