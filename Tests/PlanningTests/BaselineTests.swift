import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Baselines")
struct BaselineTests {
  @Test func `harvest all sells whole losing lots on their first date`() throws {
    var sample = SampleScenario([
      .init("loss", value: 10_000, gain: -1, daysHeld: 50),
      .init("gain", value: 10_000, gain: 1, daysHeld: 50),
      .init("even", value: 10_000, gain: 0, daysHeld: 50),
    ])
    sample.years = 2
    let pricer = try sample.pricer()
    #expect(
      Baselines(pricer).harvestAll == Plan([Sale(position: 0, date: 0, shares: Shares(whole: 100))])
    )
  }

  @Test func `a cost turns a lot without gain into a loss`() throws {
    var sample = SampleScenario([.init("even", value: 10_000, gain: 0, daysHeld: 50)])
    sample.spread = Rate(percent: 1)
    #expect(Baselines(try sample.pricer()).harvestAll.sales.count == 1)
  }

  /// Shares of each account, symbol and date, in order.
  private func orders(_ plan: Plan, _ problem: Problem) -> [String] {
    var totals: [String: Shares] = [:]
    for sale in plan.sales {
      let lot = problem.scenario.lots[problem.positions[sale.position].lot]
      totals["\(lot.account) \(lot.symbol) \(sale.date)", default: .zero] += sale.shares
    }
    return totals.map { "\($0.key) \($0.value)" }.sorted()
  }

  @Test(arguments: LotSelection.allCases)
  func `a rule keeps the shares of each account, security and date`(rule: LotSelection) throws {
    for seed in UInt64(0)..<20 {
      let problem = Problem(try ScenarioGenerator(lots: 30).scenario(seed: seed))
      let pricer = PlanPricer(problem)
      let plan = Baselines(pricer).harvestAll
      let other = Baselines(pricer).orders(of: plan, by: rule)
      #expect(orders(other, problem) == orders(plan, problem))
      let violations = PlanFeasibility(problem).violations(of: pricer.price(other))
      #expect(violations == [])
    }
  }

  @Test func `the rules pick their lots`() throws {
    var scenario = try SampleScenario([
      .init("oldest", value: 10_000, gain: 5_000, daysHeld: 900),
      .init("dearest", value: 10_000, gain: -5_000, daysHeld: 700),
      .init("recent", value: 10_000, gain: -1_000, daysHeld: 50),
    ]).scenario()
    for index in scenario.lots.indices { scenario.lots[index].symbol = "oldest" }
    let baselines = Baselines(PlanPricer(Problem(scenario)))
    let order = Plan([Sale(position: 0, date: 0, shares: Shares(whole: 150))])
    func positions(_ rule: LotSelection) -> [Int] {
      baselines.orders(of: order, by: rule).sales.sorted { $0.shares > $1.shares }.map(\.position)
    }
    #expect(positions(.firstInFirstOut) == [0, 1])
    #expect(positions(.highestCost) == [1, 2])
    #expect(positions(.brokerOrder) == [2, 1])
  }
}
