import FederalTax
import GLPKSolver
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

/// Income on the very edge of a step or cliff, where the favorable side still holds.
@Suite("On the edge of steps and cliffs", .enabled(if: GLPKSolver.isAvailable))
struct EdgeTests {
  struct Edge: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let facts: ReturnFacts
    let income: Money
    var fill: @Sendable (inout ReturnInputs<Money>) -> Void = { _ in }
  }

  static let edges: [Edge] = {
    var family = ReturnFacts(status: .marriedJoint, childrenUnder17: 2)
    family.age = 40
    var retired = ReturnFacts(status: .single, age: 66)
    retired.medicareEnrollees = 1
    var insured = ReturnFacts(status: .single, age: 60)
    insured.marketplace = MarketplaceCoverage(
      benchmarkPremium: Money(dollars: 14_000), premium: Money(dollars: 12_500),
      advanceCredit: Money(dollars: 7_000), householdSize: 1)
    var covered = ReturnFacts(status: .single, age: 40)
    covered.isCoveredByPlan = true
    let cents: [Int64] = [-2, -1, 0, 1, 2]
    return cents.flatMap { offset in
      [
        Edge(
          testDescription: "child credit \(offset)", facts: family,
          income: Money(dollars: 401_000) + Money(cents: offset)),
        Edge(
          testDescription: "start of the child credit's steps \(offset)", facts: family,
          income: Money(dollars: 400_000) + Money(cents: offset)),
        Edge(
          testDescription: "Medicare tier \(offset)", facts: retired,
          income: Money(dollars: 109_000) + Money(cents: offset)),
        Edge(
          testDescription: "highest Medicare tier \(offset)", facts: retired,
          income: Money(dollars: 500_000) + Money(cents: offset)),
        Edge(
          testDescription: "four times the poverty line \(offset)", facts: insured,
          income: Money(dollars: 62_600) + Money(cents: offset)),
        Edge(
          testDescription: "last of the IRA deduction \(offset)", facts: covered,
          income: Money(dollars: 91_000) + Money(cents: offset)
        ) { $0.iraContribution = Money(dollars: 7_500) },
      ]
    }
  }()

  @Test(arguments: edges)
  func `a household without lots has its own tax for a proof`(edge: Edge) throws {
    let outcome = try optimum(of: try problem(edge, lots: []))
    #expect(outcome.priced.plan == .hold)
    #expect(try #require(outcome.proof).gap <= Money(cents: 2))
  }

  @Test(arguments: edges)
  func `lots of round gains are planned to the edge and never beaten`(edge: Edge) throws {
    // 100 a share of gain and of loss, so that whole shares come to the edge itself.
    let lots = [(1, Int64(100)), (2, -100), (3, 250)].map { number, gain in
      Lot(
        id: "lot-\(number)", account: "own", symbol: "S\(number)",
        acquired: CivilDate(dayNumber: 19_000), quantity: Shares(whole: 6),
        adjustedBasis: Money(dollars: 6 * (1_000 - gain)))
    }
    let problem = try problem(edge, lots: lots)
    let pricer = PlanPricer(problem)
    let judge = PlanFeasibility(problem)
    let outcome = try optimum(of: problem)
    let best = try #require(
      WholeSharePlans(problem).lazy.map(pricer.price).filter(judge.allows)
        .map(\.objective.value).min())
    #expect(outcome.priced.objective.value == best)
    #expect(try #require(outcome.proof).bound <= best)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a corporation's plan of three years is never beaten`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let days = (0..<3).compactMap { CivilDate("\(2026 + $0)-11-15") }
    let law = try FederalLaw.load(year: 2026, status: .single)
    let years = (0..<3).map { index in
      var facts = ReturnFacts(status: .single)
      facts.corporation = CorporationFacts(
        earlierGains: index == 0 ? [random.dollars(0...4_000), .zero, .zero] : [],
        unexpiredCarryover: Money(dollars: 50_000))
      var inputs = ReturnInputs<Money>()
      inputs.businessIncome = Money(dollars: 100_000)
      inputs.longTermGain = random.dollars(-30_000...30_000)
      return PlanningYear(year: 2026 + index, facts: facts, inputs: inputs, law: law)
    }
    let lots = (0..<2).map { index in
      Lot(
        id: "lot-\(index)", account: "own", symbol: "S\(index)",
        acquired: CivilDate(dayNumber: 19_000), quantity: Shares(whole: 3),
        adjustedBasis: random.dollars(2_000...40_000))
    }
    let problem = Problem(
      Scenario(
        title: "company", years: years,
        dates: days.enumerated().map { PlanningDate(date: $1, yearIndex: $0) },
        accounts: [Account(id: "own", kind: .taxable, wholeShares: true)],
        securities: lots.map {
          Security(symbol: $0.symbol, prices: days.map { _ in UnitPrice(dollars: 7_000) })
        },
        lots: lots,
        carryover: CarryoverIn(
          shortTerm: random.dollars(0...20_000), longTerm: random.dollars(0...20_000)),
        outlook: Outlook(laterTaxRate: Rate(percent: 15))))
    let pricer = PlanPricer(problem)
    let outcome = try optimum(of: problem)
    let best = try #require(
      WholeSharePlans(problem).lazy.map { pricer.price($0).objective.value }.min())
    #expect(outcome.priced.objective.value <= best + Money(dollars: 1))
    #expect(try #require(outcome.proof).bound <= best)
  }

  @Test func `a gain smaller than the cost of its trade can be sold for a loss`() throws {
    var inputs = ReturnInputs<Money>()
    inputs.wages = Money(dollars: 90_000)
    let lot = Lot(
      id: "L0", account: "own", symbol: "X", acquired: CivilDate(dayNumber: 18_300),
      quantity: Shares(whole: 100), adjustedBasis: Money(dollars: 9_990))
    let problem = Problem(
      Scenario(
        title: "cost",
        years: [
          PlanningYear(
            year: 2026, facts: ReturnFacts(status: .single), inputs: inputs,
            law: try FederalLaw.load(year: 2026, status: .single))
        ],
        dates: [PlanningDate(date: CivilDate(dayNumber: 20_700), yearIndex: 0)],
        accounts: [Account(id: "own", kind: .taxable)],
        securities: [Security(symbol: "X", prices: [UnitPrice(dollars: 100)])], lots: [lot],
        constraints: PlanConstraints(
          tradeCost: Money(cents: 9_90), raiseCash: Money(dollars: 5_000))))
    let outcome = try optimum(of: problem)
    // Half the lot gains 5 and costs 9.90: a loss, which the fixed range of gains once left out.
    #expect(outcome.priced.sales.map(\.gain).total() < .zero)
    #expect(try #require(outcome.proof).gap <= Money(cents: 1))
  }

  @Test(arguments: [Int64(100), 240, 250, 260, 500])
  func `no bound of two years lies above what greedy finds`(cost: Int64) throws {
    let pensions: [Int64] = [237_000, 37_000]
    let years = try pensions.enumerated().map { index, pension in
      var inputs = ReturnInputs<Money>()
      inputs.pensions = Money(dollars: pension)
      inputs.businessIncome = Money(dollars: 28_000)
      if index == 1 { inputs.socialSecurityBenefits = Money(dollars: 20_000) }
      return PlanningYear(
        year: 2026 + index, facts: ReturnFacts(status: .marriedJoint), inputs: inputs,
        law: try FederalLaw.load(year: 2026 + index, status: .marriedJoint))
    }
    let days = ["2026-03-16", "2027-03-16"].compactMap { CivilDate($0) }
    let holdings: [(String, Int64, Int64, Int64, String)] = [
      ("S0", 142, 83, 15_385, "2022-07-12"), ("S1", 243, 160, 22_377, "2025-05-08"),
      ("S2", 236, 363, 78_291, "2025-05-08"), ("S4", 202, 398, 54_621, "2025-05-08"),
    ]
    let problem = Problem(
      Scenario(
        title: "two years", years: years,
        dates: days.enumerated().map { PlanningDate(date: $1, yearIndex: $0) },
        accounts: [Account(id: "own", kind: .taxable)],
        securities: holdings.map { symbol, price, _, _, _ in
          Security(symbol: symbol, prices: days.map { _ in UnitPrice(dollars: price) })
        },
        lots: holdings.map { symbol, _, shares, basis, day in
          Lot(
            id: symbol, account: "own", symbol: symbol,
            acquired: CivilDate(day) ?? CivilDate(dayNumber: 20_000),
            quantity: Shares(whole: shares), adjustedBasis: Money(dollars: basis))
        },
        constraints: PlanConstraints(tradeCost: Money(dollars: cost)),
        outlook: Outlook(laterTaxRate: Rate(percent: 10))))
    // The planner refuses a plan below its own bound.
    let outcome = try optimum(of: problem)
    let greedy = PlanPricer(problem).price(GreedyPlanner(PlanPricer(problem)).plan())
    #expect(outcome.priced.objective.value <= greedy.objective.value)
    #expect(try #require(outcome.proof).gap <= Money(dollars: 1))
  }

  private func problem(_ edge: Edge, lots: [Lot]) throws -> Problem {
    var inputs = ReturnInputs<Money>()
    inputs.pensions = edge.income
    edge.fill(&inputs)
    let law = try FederalLaw.load(year: 2026, status: edge.facts.status)
    return Problem(
      Scenario(
        title: "edge",
        years: [PlanningYear(year: 2026, facts: edge.facts, inputs: inputs, law: law)],
        dates: [PlanningDate(date: CivilDate(dayNumber: 20_700), yearIndex: 0)],
        accounts: [Account(id: "own", kind: .taxable, wholeShares: true)],
        securities: lots.map { Security(symbol: $0.symbol, prices: [UnitPrice(dollars: 1_000)]) },
        lots: lots, outlook: Outlook(laterTaxRate: Rate(percent: 19))))
  }

  private func optimum(of problem: Problem) throws -> PlanOutcome {
    guard case .plan(let outcome) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      throw NoPlan()
    }
    return outcome
  }

  private struct NoPlan: Error {}
}
