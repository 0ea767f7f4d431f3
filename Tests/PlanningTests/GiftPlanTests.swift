import FederalTax
import LinearModel
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

#if GLPK
import GLPKSolver
#endif

/// A household that was given 100 shares, half a year ago, whose donor bought them long before.
struct GiftHousehold {
  var basis: Int64 = 12_000
  var giftValue: Int64 = 9_000
  /// The price on each planning date, the last days of years from 2025 on.
  var prices: [Int64] = [100]
  var tradeCost: Int64 = 0
  var wholeShares = false
  var spread = Rate.zero
  var gains: Int64 = 0

  func scenario(_ others: [SampleScenario.SampleLot] = []) throws -> Scenario {
    var sample = SampleScenario(
      [.init("G", value: 10_000, gain: 0, daysHeld: 180)] + others)
    sample.years = prices.count
    sample.wholeShares = wholeShares
    sample.spread = spread
    sample.longTermGains = [gains]
    sample.constraints.tradeCost = Money(dollars: tradeCost)
    var scenario = try sample.scenario()
    scenario.securities[0].prices = prices.map { UnitPrice(dollars: $0) }
    scenario.lots[0].adjustedBasis = Money(dollars: basis)
    scenario.lots[0].giftValue = Money(dollars: giftValue)
    scenario.lots[0].holdingStart = scenario.lots[0].acquired.adding(days: -3_000)
    scenario.lots[0].acquisition = .gift
    return scenario
  }

  func problem() throws -> Problem { Problem(try scenario()) }
}

@Suite("Gifts with two bases in plans")
struct GiftPlanTests {
  private func sale(_ household: GiftHousehold, date: Int = 0) throws -> PricedSale {
    let problem = try household.problem()
    return PlanPricer(problem).price(
      Sale(position: 0, date: date, shares: Shares(whole: 100)))
  }

  @Test func `a gain has the donor's basis and period, a loss those of the gift`() throws {
    let gain = try sale(GiftHousehold(prices: [150]))
    #expect(gain.gain == Money(dollars: 3_000))
    #expect(gain.term == .long)
    let loss = try sale(GiftHousehold(prices: [80]))
    #expect(loss.gain == Money(dollars: -1_000))
    #expect(loss.term == .short)
    let neither = try sale(GiftHousehold(prices: [100]))
    #expect(neither.gain == .zero)
  }

  @Test func `the spread of a sale decides which basis is used`() throws {
    // 92 less 5% is below the value when given.
    #expect(
      try sale(GiftHousehold(prices: [92], spread: Rate(percent: 5))).gain
        == Money(dollars: 8_740 - 9_000))
    #expect(try sale(GiftHousehold(prices: [92])).gain == .zero)
  }

  @Test func `the model, the greedy planner and the ledger see the basis that the price asks for`()
    throws
  {
    for (price, basis, start): (Int64, Int64, Int) in [(150, 12_000, 3_000), (80, 9_000, 0)] {
      let problem = try GiftHousehold(prices: [price]).problem()
      for scenario in [problem.scenario, problem.stated] {
        #expect(scenario.lots[0].adjustedBasis == Money(dollars: basis))
        #expect(scenario.lots[0].giftValue == nil)
        #expect(
          scenario.lots[0].holdingStart == scenario.lots[0].acquired.adding(days: -start))
      }
    }
  }

  @Test(
    arguments: [
      ([80, 70, 150, 80], 2), ([150, 160, 80, 170], 2), ([100, 100, 110, 100], 2), ([80, 85], 2),
    ] as [([Int64], Int)])
  func `only the first dates with one basis are offered, and the rest is said`(
    prices: [Int64], count: Int
  ) throws {
    let problem = try GiftHousehold(prices: prices).problem()
    #expect(problem.positions[0].opportunities.map(\.date) == Array(0..<count))
    #expect((problem.positions[0].limit == nil) == (count == prices.count))
  }

  @Test func `a hold moves the first date`() throws {
    var scenario = try GiftHousehold(prices: [80, 150, 160]).scenario()
    scenario.constraints.holdUntil = [
      HoldRule(lot: 0, until: scenario.dates[1].date, words: "hold")
    ]
    let problem = Problem(scenario)
    #expect(problem.positions[0].opportunities.map(\.date) == [1, 2])
    #expect(problem.scenario.lots[0].adjustedBasis == Money(dollars: 12_000))
    scenario.constraints.holdUntil[0].until = scenario.dates[2].date.adding(days: 1)
    #expect(Problem(scenario).withheld.map(\.code) == ["hold_until"])
  }

  @Test func `a cost of trades that could cross the donor's basis keeps a gain out of plans`()
    throws
  {
    var household = GiftHousehold(prices: [150], tradeCost: 40)
    #expect(try household.problem().withheld.map(\.code) == ["gift_basis"])
    // Whole shares gain 30 each, which a cost of 20 does not undo.
    household.wholeShares = true
    #expect(try household.problem().withheld.map(\.code) == ["gift_basis"])
    household.tradeCost = 20
    #expect(try household.problem().positions.count == 1)
    household.prices = [100]
    #expect(try household.problem().withheld.map(\.code) == ["gift_basis"])
    // A loss is only larger.
    household.prices = [80]
    household.wholeShares = false
    #expect(try household.problem().positions.count == 1)
  }

  @Test func `the price at which a gift would be sold asks for the other basis`() throws {
    var household = GiftHousehold(prices: [100], gains: 20_000)
    household.giftValue = 9_500
    let problem = try household.problem()
    let pricer = PlanPricer(problem)
    let explanation = PlanExplainer(pricer, priced: pricer.price(.hold)).explanation(ofLot: 0)
    // Between the bases nothing changes: one cent below the value a share, it is a loss.
    #expect(explanation.decisionBelow?.price == UnitPrice(millionths: 94_990_000))
    #expect(explanation.decisionAbove == nil)
  }

  #if GLPK
  @Test(arguments: 0..<24)
  func `no plan of quarters of lots is below the bound of one with a gift`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var household = GiftHousehold()
    household.prices = (0..<2).map { _ in Int64.random(in: 60...160, using: &random) }
    household.gains = Int64.random(in: -5_000...40_000, using: &random)
    household.wholeShares = seed.isMultiple(of: 2)
    household.tradeCost = seed.isMultiple(of: 3) ? 15 : 0
    let problem = Problem(
      try household.scenario([
        .init("A", value: 8_000, gain: -3_000, daysHeld: 200),
        .init("B", value: 9_000, gain: 4_000, daysHeld: 600),
      ]))
    let pricer = PlanPricer(problem)
    guard case .plan(let optimal) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      Issue.record("an unconstrained problem has a plan")
      return
    }
    let proof = try #require(optimal.proof)
    #expect(proof.gap <= Money(dollars: household.wholeShares ? 5 : 1))
    for _ in 0..<400 {
      let sales = problem.positions.indices.flatMap { index in
        let parts = Int64.random(in: 0...4, using: &random)
        let first = Int64.random(in: 0...parts, using: &random)
        return zip([first, parts - first], [0, 1]).compactMap { part, date -> Sale? in
          guard problem.positions[index].opportunity(on: date) != nil else { return nil }
          let shares = problem.positions[index].shares.millionths / 4_000_000 * part
          return Sale(position: index, date: date, shares: Shares(whole: shares))
        }
      }
      #expect(proof.bound <= pricer.price(Plan(sales)).objective.value)
    }
  }
  #endif
}
