import FederalTax
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Plan pricer")
struct PricerTests {
  @Test func `a sale brings its price less spread and trade cost`() throws {
    var sample = SampleScenario([.init("A", value: 10_000, gain: 4_000, daysHeld: 500)])
    sample.spread = Rate(millionths: 1_000)
    sample.constraints.tradeCost = Money(dollars: 5)
    let sale = try sample.pricer().price(Sale(position: 0, date: 0, shares: Shares(whole: 25)))
    #expect(sale.costs == Money(cents: 750))
    #expect(sale.proceeds == Money(cents: 249_250))
    #expect(sale.basis == Money(dollars: 1_500))
    #expect(sale.gain == Money(cents: 99_250))
    #expect(sale.term == .long)
  }

  @Test func `the objective counts taxes, costs, later tax and the worth of what is left`() throws {
    var sample = SampleScenario([.init("A", value: 10_000, gain: -10_000, daysHeld: 500)])
    sample.constraints.tradeCost = Money(dollars: 10)
    sample.outlook.laterTaxRate = Rate(percent: 15)
    sample.outlook.laterTaxYears = 0
    sample.outlook.longTermCarryoverValue = Rate(percent: 10)
    let pricer = try sample.pricer()
    let objective = pricer.price(Baselines(pricer).harvestAll).objective
    let hold = pricer.price(.hold).objective
    // 3,000 at 22% this year; 7,010 are left over; 10,010 more are taxed later.
    #expect(hold.taxes - objective.taxes == Money(dollars: 660))
    #expect(objective.costs == Money(dollars: 10))
    #expect(objective.laterTax == Money(cents: 150_150))
    #expect(objective.carryoverWorth == Money(dollars: 701))
    #expect(
      objective.value
        == objective.taxes + Money(dollars: 10) + Money(cents: 150_150) - Money(dollars: 701))
  }

  @Test func `later years are discounted, the tax itself is not`() throws {
    var sample = SampleScenario([.init("A", value: 10_000, gain: 0, daysHeld: 500)])
    sample.years = 2
    sample.outlook.discountRate = Rate(percent: 5)
    let priced = try sample.pricer().price(.hold)
    let taxes = priced.years.map(\.result.fullCost)
    let second = Rate(millionths: 952_381).of(taxes[1], rounded: .halfUp)
    #expect(priced.objective.taxes == taxes[0] + second)
    #expect(priced.tax == taxes[0] + taxes[1])
  }

  @Test(arguments: UInt64(0)..<20)
  func `totals alone give the same objective as the sales`(seed: UInt64) throws {
    let generator = ScenarioGenerator(years: 3, datesPerYear: 2, costs: true)
    let pricer = PlanPricer(Problem(try generator.scenario(seed: seed)))
    let priced = pricer.price(GreedyPlanner(pricer).plan())
    var totals = PlanTotals(yearCount: 3)
    for sale in priced.sales {
      totals.add(sale, year: pricer.problem.scenario.dates[sale.sale.date].yearIndex)
    }
    #expect(pricer.objective(of: totals) == priced.objective.value)
    for sale in priced.sales {
      totals.remove(sale, year: pricer.problem.scenario.dates[sale.sale.date].yearIndex)
    }
    #expect(totals == PlanTotals(yearCount: 3))
  }

  @Test func `the basis of a lot sold in two years adds up`() throws {
    var sample = SampleScenario([.init("A", value: 300, gain: 200, daysHeld: 500)])
    sample.years = 2
    let pricer = try sample.pricer()
    let third = Shares(millionths: 1_000_001)
    let plan = Plan([
      Sale(position: 0, date: 1, shares: Shares(whole: 3) - third),
      Sale(position: 0, date: 0, shares: third),
    ])
    let priced = pricer.price(plan)
    #expect(priced.sales.map(\.sale.date) == [0, 1])
    #expect(priced.sales.map(\.basis).total() == Money(dollars: 100))
  }

  @Test func `a plan adds sales of one lot and date and leaves out empty ones`() {
    let one = Sale(position: 1, date: 0, shares: Shares(whole: 2))
    let empty = Sale(position: 0, date: 0, shares: .zero)
    #expect(
      Plan([one, empty, one]).sales == [Sale(position: 1, date: 0, shares: Shares(whole: 4))])
    #expect(Plan([empty]) == .hold)
  }

  @Test func `a sale on a date that is not offered traps`() async {
    await #expect(processExitsWith: .failure) {
      let sample = SampleScenario([.init("A", value: 300, gain: 200, daysHeld: 500)])
      print(try sample.pricer().price(Sale(position: 0, date: 1, shares: Shares(whole: 1))))
    }
  }
}

@Suite("Problem")
struct PricerProblemTests {
  private let lots: [SampleScenario.SampleLot] = [
    .init("A", value: 10_000, gain: -500, daysHeld: 365),
    .init("B", value: 10_000, gain: 500, daysHeld: 366),
  ]

  @Test func `a lot turns long-term on the day after the anniversary`() throws {
    let problem = Problem(try SampleScenario(lots).scenario())
    #expect(problem.positions.map { $0.opportunities[0].term } == [.short, .long])
  }

  @Test func `lots that cannot be sold are listed with the reason`() throws {
    var scenario = try SampleScenario(
      lots + [
        .init("C", value: 100, gain: 0, daysHeld: 1), .init("D", value: 100, gain: 0, daysHeld: -1),
        .init("E", value: 100, gain: 0, daysHeld: 1),
      ]
    ).scenario()
    scenario.accounts.append(Account(id: "roth", kind: .rothIRA))
    scenario.lots[0].account = "roth"
    let day = scenario.dates[0].date
    scenario.constraints.neverSell = [LotRule(lot: 1, words: "never_sell: B")]
    scenario.constraints.holdUntil = [
      HoldRule(lot: 2, until: day.adding(days: 1), words: "hold_until: C"),
      HoldRule(lot: 4, until: day, words: "hold_until: E"),
    ]
    let problem = Problem(scenario)
    #expect(
      problem.withheld.map(\.code) == [
        "account_not_harvestable", "never_sell", "hold_until", "not_yet_acquired",
      ])
    #expect(problem.withheld[1].reason == "never_sell: B")
    #expect(problem.withheld[2].reason == "hold_until: C")
    #expect(problem.positions.map(\.lot) == [4])
  }

  @Test func `a lot is offered on every date from the day it may be sold`() throws {
    var sample = SampleScenario(lots)
    sample.years = 3
    var scenario = try sample.scenario()
    scenario.constraints.holdUntil = [
      HoldRule(lot: 0, until: scenario.dates[1].date, words: "hold_until: A")
    ]
    let position = Problem(scenario).positions[0]
    #expect(position.opportunities.map(\.date) == [1, 2])
    #expect(position.opportunity(on: 0) == nil)
    #expect(position.opportunity(on: 1)?.year == 1)
    #expect(position.opportunity(on: 2)?.date == 2)
    #expect(position.opportunity(on: 3) == nil)
  }

  @Test func `a whole-share account offers the whole shares of a lot`() throws {
    var sample = SampleScenario(lots)
    sample.wholeShares = true
    var scenario = try sample.scenario()
    scenario.lots[0].quantity = Shares(millionths: 10_500_000)
    scenario.lots[1].quantity = Shares(millionths: 400_000)
    scenario.constraints.mustSell = [
      RequiredSale(lot: 0, shares: Shares(millionths: 10_500_000), words: "must_sell: A")
    ]
    let problem = Problem(scenario)
    #expect(problem.positions.map(\.shares) == [Shares(whole: 10)])
    #expect(problem.positions.map(\.required) == [Shares(whole: 10)])
    #expect(problem.withheld.map(\.code) == ["less_than_a_share"])
  }
}
