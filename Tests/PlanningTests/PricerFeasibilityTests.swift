import FederalTax
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Plan feasibility")
struct PricerFeasibilityTests {
  private let lots: [SampleScenario.SampleLot] = [
    .init("A", value: 10_000, gain: 5_000, daysHeld: 500),
    .init("B", value: 10_000, gain: -5_000, daysHeld: 50),
  ]

  private func violations(
    selling shares: [String], _ change: (inout SampleScenario) -> Void
  ) throws -> [ConstraintViolation] {
    var sample = SampleScenario(lots)
    change(&sample)
    let pricer = try sample.pricer()
    let sales = shares.enumerated().map { index, text in
      Sale(position: index, date: 0, shares: Shares(text) ?? .zero)
    }
    return PlanFeasibility(pricer.problem).violations(of: pricer.price(Plan(sales)))
  }

  @Test func `a plan that breaks nothing is allowed`() throws {
    let found = try violations(selling: ["10", "20"]) {
      $0.constraints.raiseCash = Money(dollars: 3_000)
      $0.constraints.maximumProceeds = Money(dollars: 3_000)
      $0.constraints.minimumTrade = Money(dollars: 1_000)
    }
    #expect(found == [])
  }

  @Test func `more than a lot's shares and parts of a share are violations`() throws {
    let found = try violations(selling: ["100.5"]) { $0.wholeShares = true }
    #expect(found.map(\.constraint) == ["lot A", "whole_shares"])
  }

  @Test func `each limit is named in the scenario's words, with the amount`() throws {
    let cash = try violations(selling: ["10"]) {
      $0.constraints.raiseCash = Money(cents: 100_001)
    }
    #expect(cash.map(\.constraint) == ["raise_cash: 1000.01"])
    #expect(cash.map(\.amount) == [Money(cents: 1)])
    let proceeds = try violations(selling: ["10"]) {
      $0.constraints.maximumProceeds = Money(dollars: 900)
    }
    #expect(proceeds.map(\.constraint) == ["maximum_proceeds: 900.00"])
    #expect(proceeds.map(\.amount) == [Money(dollars: 100)])
    let trade = try violations(selling: ["10", "1"]) {
      $0.constraints.minimumTrade = Money(dollars: 1_000)
    }
    #expect(trade.map(\.constraint) == ["minimum_trade: 1000.00"])
    #expect(trade.map(\.amount) == [Money(dollars: 900)])
    let income = try violations(selling: ["10"]) {
      $0.constraints.adjustedGrossIncomeAtMost = [
        IncomeCeiling(yearIndex: 0, amount: Money(dollars: 100_000))
      ]
    }
    #expect(income.map(\.constraint) == ["agi_at_most: {2025: 100000.00}"])
    #expect(income.map(\.amount) == [Money(dollars: 500)])
    let required = try violations(selling: ["10"]) {
      $0.constraints.mustSell = [
        RequiredSale(lot: 0, shares: Shares(whole: 11), words: "must_sell: A")
      ]
    }
    #expect(required.map(\.constraint) == ["must_sell: A"])
    #expect(required.map(\.message) == ["10 of 11 required shares of lot A are sold"])
  }

  private func contradiction(_ change: (inout SampleScenario) -> Void) throws -> [String]? {
    var sample = SampleScenario(lots)
    change(&sample)
    return PlanFeasibility.contradiction(in: Problem(try sample.scenario()))?.constraints
  }

  private let mustSell = RequiredSale(lot: 0, shares: Shares(whole: 100), words: "must_sell: A")

  @Test func `a required sale of a lot that is never sold is a contradiction`() throws {
    let found = try contradiction {
      $0.constraints.mustSell = [mustSell]
      $0.constraints.neverSell = [LotRule(lot: 0, words: "never_sell: A")]
    }
    #expect(found == ["must_sell: A", "never_sell: A"])
  }

  @Test func `a required sale of more than the lot is a contradiction`() throws {
    let found = try contradiction {
      $0.constraints.mustSell = [
        RequiredSale(lot: 0, shares: Shares(whole: 101), words: "must_sell: A")
      ]
    }
    #expect(found == ["must_sell: A"])
  }

  @Test func `required sales above the most proceeds, or below the least, contradict`() throws {
    let above = try contradiction {
      $0.constraints.mustSell = [mustSell]
      $0.constraints.maximumProceeds = Money(dollars: 9_999)
    }
    #expect(above == ["must_sell: A", "maximum_proceeds: 9999.00"])
    let below = try contradiction {
      $0.constraints.mustSell = [mustSell]
      $0.constraints.minimumTrade = Money(dollars: 10_001)
    }
    #expect(below == ["must_sell: A", "minimum_trade: 10001.00"])
  }

  @Test func `more cash than may be sold, or than there is, contradicts`() throws {
    let above = try contradiction {
      $0.constraints.raiseCash = Money(dollars: 5_000)
      $0.constraints.maximumProceeds = Money(dollars: 4_000)
    }
    #expect(above == ["raise_cash: 5000.00", "maximum_proceeds: 4000.00"])
    let missing = try contradiction { $0.constraints.raiseCash = Money(dollars: 20_001) }
    #expect(missing == ["raise_cash: 20001.00"])
    let enough = try contradiction { $0.constraints.raiseCash = Money(dollars: 20_000) }
    #expect(enough == nil)
  }

  @Test func `the least benefit is judged over selling nothing where that is allowed`() throws {
    var sample = SampleScenario(lots)
    sample.constraints.minimumBenefit = Money(dollars: 661)
    let pricer = try sample.pricer()
    let hold = pricer.price(.hold)
    let plan = pricer.price(Plan([Sale(position: 1, date: 0, shares: Shares(whole: 60))]))
    #expect(hold.objective.value - plan.objective.value == Money(dollars: 660))
    #expect(!PlanFeasibility(pricer.problem).isWorthMaking(plan, over: hold))
    sample.constraints.raiseCash = Money(dollars: 1)
    #expect(PlanFeasibility(try sample.pricer().problem).isWorthMaking(plan, over: hold))
  }
}
