import FederalTax
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Audit of plans")
struct AuditTests {
  private let problem: Problem
  private let plan: PricedPlan

  init() throws {
    var sample = SampleScenario([.init("loss", value: 9_000, gain: -8_000, daysHeld: 500)])
    sample.longTermGains = [20_000]
    problem = Problem(try sample.scenario())
    let pricer = PlanPricer(problem)
    plan = pricer.price(Baselines(pricer).harvestAll)
  }

  @Test func `model and exact return agree on a plan`() throws {
    let cells = Formulation.cells(of: problem, over: NetGainRanges(of: problem))
    try Audit.check(plan, of: problem, by: cells)
    try Audit.check(plan, of: problem, by: [])
  }

  @Test func `cells of another household's law stop the plan, with both numbers`() throws {
    var other = problem.scenario
    other.years[0].inputs.wages += Money(dollars: 1)
    let cells = Formulation.cells(of: Problem(other), over: NetGainRanges(of: problem))
    // A dollar of wages at 22%.
    let exact = plan.years[0].result.fullCost
    #expect(
      throws: PlannerError.auditFailure(
        year: 2025, modelled: exact + Money(cents: 22), exact: exact,
        tolerance: Audit.tolerancePerYear)
    ) { try Audit.check(plan, of: problem, by: cells) }
  }

  @Test func `an exact tax that is off by more than the tolerance stops the plan`() throws {
    var wrong = plan
    wrong.years[0].inputs.shortTermGain += Money(dollars: 1)
    #expect(throws: PlannerError.self) { try Audit.check(wrong, of: problem, by: []) }
  }
}
