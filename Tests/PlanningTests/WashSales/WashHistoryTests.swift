import FederalTax
@testable import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("§1091 before the plan")
struct WashHistoryTests {
  /// A household on one date in December 2025: ten shares sold at a loss of 80 each twelve days
  /// before, and a lot bought a year ago.
  private func scenario() throws -> (scenario: Scenario, date: CivilDate) {
    var household = RandomWashHousehold()
    household.drawsPolicy = false
    var scenario = try household.scenario(seed: 1)
    let date = scenario.dates[0].date
    scenario.wash = WashFacts()
    scenario.securities = [Security(symbol: "AAA", prices: [UnitPrice(dollars: 100)])]
    scenario.lots = [lot("old", date.adding(days: -400), 5, basis: 750)]
    scenario.wash.pastSales = [
      PastSale(
        id: "X", account: "own", symbol: "AAA", date: date.adding(days: -12),
        shares: Shares(whole: 10), proceeds: Money(dollars: 1_000), basis: Money(dollars: 1_800),
        acquired: date.adding(days: -112))
    ]
    return (scenario, date)
  }

  private func lot(_ id: String, _ acquired: CivilDate, _ shares: Int64, basis: Int64) -> Lot {
    Lot(
      id: id, account: "own", symbol: "AAA", acquired: acquired, quantity: Shares(whole: shares),
      adjustedBasis: Money(dollars: basis))
  }

  @Test func `a lot bought after a past loss takes it up, and the year's gains lose it`() throws {
    var (scenario, date) = try scenario()
    scenario.lots.append(lot("new", date.adding(days: -5), 4, basis: 420))
    let stated = scenario.years[0].inputs.shortTermGain
    let problem = Problem(scenario)
    let new = problem.scenario.lots[1]
    #expect(new.adjustedBasis == Money(dollars: 420 + 320))
    #expect(new.replacedShares == Shares(whole: 4))
    // A hundred days were held before the sale.
    #expect(new.holdingStart == date.adding(days: -105))
    #expect(problem.scenario.years[0].inputs.shortTermGain - stated == Money(dollars: 320))
    #expect(problem.history.exposures.map(\.shares) == [Shares(whole: 6)])
    #expect(problem.history.exposures.map(\.loss) == [Money(dollars: 480)])
    // Settled once, there is nothing more to settle.
    let again = Problem(problem.scenario)
    #expect(again.scenario.lots == problem.scenario.lots)
    #expect(again.history.exposures.map(\.loss) == [Money(dollars: 480)])
  }

  @Test func `a lot of which a part replaces becomes two, and rules hold for both`() throws {
    var (scenario, date) = try scenario()
    scenario.lots.append(lot("new", date.adding(days: -5), 16, basis: 1_680))
    scenario.constraints.neverSell = [LotRule(lot: 1, words: "never_sell: new")]
    scenario.constraints.mustSell = []
    let lots = Problem(scenario).scenario.lots
    #expect(lots.map(\.id) == ["old", "new", "new (replacement)"])
    #expect(lots.map(\.quantity) == [5, 6, 10].map(Shares.init(whole:)))
    #expect(lots[1].adjustedBasis == Money(dollars: 630))
    #expect(lots[2].adjustedBasis == Money(dollars: 1_050 + 800))
    #expect(Problem(scenario).withheld.map(\.lot) == [1, 2])
  }

  @Test func `what the household counts already is not counted again`() throws {
    var (scenario, date) = try scenario()
    scenario.lots.append(lot("new", date.adding(days: -5), 4, basis: 740))
    scenario.lots[1].replacedShares = Shares(whole: 4)
    scenario.wash.pastSales[0].disallowed = Money(dollars: 320)
    let problem = Problem(scenario)
    #expect(problem.scenario.lots == scenario.lots)
    #expect(problem.history.matches.isEmpty)
    #expect(problem.history.exposures.map(\.shares) == [Shares(whole: 6)])
  }

  @Test func `shares bought and sold again meet the loss before, and none after`() throws {
    var (scenario, date) = try scenario()
    scenario.wash.purchases = [
      Purchase(
        id: "P", account: "own", symbol: "AAA", date: date.adding(days: -20),
        shares: Shares(whole: 15), soldOn: date.adding(days: -2))
    ]
    let problem = Problem(scenario)
    #expect(problem.history.matches.map(\.shares) == [Shares(whole: 10)])
    let plan = PlanPricer(problem).price(
      Plan([Sale(position: 0, date: 0, shares: Shares(whole: 5))]))
    #expect(plan.wash.disallowed == .zero)
    #expect(WashOutlook(problem, plan).safeDays.isEmpty)
    scenario.wash.purchases[0].soldOn = nil
    let held = Problem(scenario)
    let washed = PlanPricer(held).price(plan.plan)
    #expect(washed.wash.disallowed == Money(dollars: 250))
    #expect(WashOutlook(held, washed).safeDays.count == 1)
  }

  @Test func `what another reading of a vest would change is told though the past would differ`()
    throws
  {
    var (scenario, date) = try scenario()
    scenario.lots.append(lot("vest", date.adding(days: -5), 16, basis: 1_680))
    scenario.lots[1].acquisition = .vest
    scenario.wash.policy.vest = .ignore
    let problem = Problem(scenario)
    let plan = PlanPricer(problem).price(
      Plan([Sale(position: 0, date: 0, shares: Shares(whole: 5))]))
    let vest = try #require(
      WashOutlook(problem, plan).assumptions.first { $0.point == .vest })
    // Five shares with a loss of 50 each would meet the vest.
    #expect(vest.others.map(\.recognizedChange) == [Money(dollars: 250)])
  }
}
