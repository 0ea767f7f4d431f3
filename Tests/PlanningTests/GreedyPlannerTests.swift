import FederalTax
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Greedy planner")
struct GreedyPlannerTests {
  private static let kinds = [
    ScenarioGenerator(), ScenarioGenerator(lots: 40), ScenarioGenerator(years: 3),
    ScenarioGenerator(years: 2, datesPerYear: 2, costs: true), ScenarioGenerator(costs: true),
  ]

  @Test(arguments: 0..<10)
  func `is never worse than holding, harvesting all, or the same orders by a rule`(
    seed: Int
  ) throws {
    for kind in Self.kinds {
      let pricer = PlanPricer(Problem(try kind.scenario(seed: UInt64(seed))))
      let plan = GreedyPlanner(pricer).plan()
      let value = pricer.price(plan).objective.value
      let baselines = Baselines(pricer)
      #expect(value <= pricer.price(.hold).objective.value)
      #expect(value <= pricer.price(baselines.harvestAll).objective.value)
      for rule in LotSelection.allCases {
        let other = pricer.price(baselines.orders(of: plan, by: rule))
        // Round numbers of shares may cost a cent a sale.
        let rounding = Money(cents: Int64(min(plan.sales.count, 20)))
        #expect(value <= other.objective.value + rounding, "\(rule)")
      }
    }
  }

  @Test(arguments: 0..<25)
  func `keeps every constraint or says which one it cannot keep`(seed: Int) throws {
    for kind in [
      ScenarioGenerator(constrained: true),
      ScenarioGenerator(years: 2, constrained: true, costs: true),
    ] {
      let problem = Problem(try kind.scenario(seed: UInt64(seed)))
      switch GreedyPlanner(PlanPricer(problem)).answer() {
      case .plan(let outcome):
        let violations = PlanFeasibility(problem).violations(of: outcome.priced)
        #expect(violations == [])
      case .contradiction(let contradiction): #expect(!contradiction.constraints.isEmpty)
      }
    }
  }

  /// Every plan that sells quarters of three lots over the dates.
  private func exhaustiveBest(_ pricer: PlanPricer) -> Money {
    let problem = pricer.problem
    let choices = problem.positions.indices.map { index -> [[Sale]] in
      let position = problem.positions[index]
      var choices: [[Sale]] = [[]]
      for opportunity in position.opportunities {
        choices = choices.flatMap { sales in
          (Int64(0)...4).compactMap { quarter -> [Sale]? in
            let used = sales.map(\.shares.millionths).reduce(0, +)
            let shares = position.shares.millionths * quarter / 4
            guard used + shares <= position.shares.millionths else { return nil }
            return sales + [
              Sale(position: index, date: opportunity.date, shares: Shares(millionths: shares))
            ]
          }
        }
      }
      return choices
    }
    var best = pricer.price(.hold).objective.value
    for first in choices[0] {
      for second in choices[1] {
        for third in choices[2] {
          let plan = Plan(first + second + third)
          best = min(best, pricer.price(plan).objective.value)
        }
      }
    }
    return best
  }

  @Test func `comes near the best of all plans of quarters of three lots`() throws {
    // Against the proven optimum, over 200 seeds of one year and 12 lots and 60 of 60 lots, nothing
    // was left; over three years 4 dollars in the mean and 144 at most.
    for (years, most) in [(1, Money.zero), (2, Money(dollars: 1))] {
      var left = Money.zero
      for seed in UInt64(0)..<10 {
        let generator = ScenarioGenerator(lots: 3, years: years, wholeShares: false)
        let pricer = PlanPricer(Problem(try generator.scenario(seed: seed)))
        let value = pricer.price(GreedyPlanner(pricer).plan()).objective.value
        left += max(.zero, value - exhaustiveBest(pricer))
      }
      #expect(left <= most, "\(years) years: \(left)")
    }
  }

  @Test func `a scenario without lots has the plan that sells nothing`() throws {
    let sample = SampleScenario([])
    let planner = GreedyPlanner(try sample.pricer())
    #expect(planner.plan() == .hold)
    #expect(planner.repair(.hold) == .hold)
  }

  @Test func `the same problem gives the same plan`() throws {
    let scenario = try ScenarioGenerator(lots: 60, years: 2, constrained: true).scenario(seed: 5)
    let plans = (0..<2).map { _ in GreedyPlanner(PlanPricer(Problem(scenario))).plan() }
    #expect(plans[0] == plans[1])
  }

  @Test func `a plan below the least benefit is not made`() throws {
    var sample = SampleScenario([.init("loss", value: 5_000, gain: -1_000, daysHeld: 50)])
    sample.constraints.minimumBenefit = Money(dollars: 221)
    guard case .plan(let outcome) = GreedyPlanner(try sample.pricer()).answer() else {
      Issue.record("there is a plan")
      return
    }
    #expect(outcome.priced.sales.isEmpty)
    #expect(outcome.notices.map(\.code) == ["below_minimum_benefit"])
    sample.constraints.minimumBenefit = Money(dollars: 220)
    guard case .plan(let worthwhile) = GreedyPlanner(try sample.pricer()).answer() else {
      Issue.record("there is a plan")
      return
    }
    #expect(worthwhile.priced.sales.count == 1)
  }

  @Test func `what must be sold is sold although it costs tax`() throws {
    var sample = SampleScenario([.init("gain", value: 10_000, gain: 6_000, daysHeld: 50)])
    sample.constraints.mustSell = [
      RequiredSale(lot: 0, shares: Shares(whole: 40), words: "must_sell: gain")
    ]
    let pricer = try sample.pricer()
    let plan = GreedyPlanner(pricer).plan()
    #expect(plan == Plan([Sale(position: 0, date: 0, shares: Shares(whole: 40))]))
  }

  @Test func `cash is raised from the lot that costs least`() throws {
    var sample = SampleScenario([
      .init("short gain", value: 20_000, gain: 10_000, daysHeld: 50),
      .init("long gain", value: 20_000, gain: 10_000, daysHeld: 500),
      .init("flat", value: 4_000, gain: 0, daysHeld: 50),
    ])
    sample.constraints.raiseCash = Money(dollars: 10_000)
    let pricer = try sample.pricer()
    let plan = pricer.price(GreedyPlanner(pricer).plan())
    #expect(plan.proceeds == Money(dollars: 10_000))
    #expect(plan.plan.sales.map(\.position) == [1, 2])
  }

  @Test func `income above its ceiling is lowered by selling losses`() throws {
    var sample = SampleScenario([.init("loss", value: 50_000, gain: -30_000, daysHeld: 50)])
    sample.longTermGains = [40_000]
    sample.wages = 20_000
    sample.constraints.adjustedGrossIncomeAtMost = [
      IncomeCeiling(yearIndex: 0, amount: Money(dollars: 35_000))
    ]
    let pricer = try sample.pricer()
    let plan = pricer.price(GreedyPlanner(pricer).plan())
    #expect(plan.years[0].result.adjustedGrossIncome <= Money(dollars: 35_000))
  }

  @Test func `what cannot be raised is named with what is missing`() throws {
    var sample = SampleScenario([.init("A", value: 5_000, gain: 0, daysHeld: 50)])
    sample.constraints.raiseCash = Money(dollars: 6_000)
    guard case .contradiction(let contradiction) = GreedyPlanner(try sample.pricer()).answer()
    else {
      Issue.record("no plan raises so much")
      return
    }
    #expect(contradiction.constraints == ["raise_cash: 6000.00"])
    #expect(contradiction.message.contains("1000.00 too little"))
  }
}
