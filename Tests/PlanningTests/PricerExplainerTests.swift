import FederalTax
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

@Suite("Explanations of lots and sales")
struct PricerExplainerTests {
  private func explainer(
    _ sample: SampleScenario, selling sales: [(lot: Int, shares: Int64)]
  ) throws -> PlanExplainer {
    let pricer = try sample.pricer()
    let plan = Plan(sales.map { Sale(position: $0.lot, date: 0, shares: Shares(whole: $0.shares)) })
    return PlanExplainer(pricer, priced: pricer.price(plan))
  }

  @Test func `a loss against gains tells the gains, the tax and the rate`() throws {
    var sample = SampleScenario([.init("A", value: 10_000, gain: -12_000, daysHeld: 50)])
    sample.shortTermGains = [30_000]
    sample.wages = 700_000
    let sale = try explainer(sample, selling: [(0, 100)]).explanation(ofSale: 0)
    #expect(sale.reason == .lossOffsetsGains)
    // 37% and 3.8%.
    #expect(sale.words == "offsets 12,000.00 of gains: 4,896.00 less tax in 2025 (40.8%)")
    #expect(sale.worth == Money(dollars: 4_896))
  }

  @Test func `a loss against other income stops at the limit`() throws {
    let sample = SampleScenario([.init("A", value: 10_000, gain: -12_000, daysHeld: 50)])
    let sale = try explainer(sample, selling: [(0, 100)]).explanation(ofSale: 0)
    #expect(sale.reason == .lossForOrdinaryLimit)
    #expect(sale.words == "offsets 3,000.00 of other income: 660.00 less tax in 2025 (22%)")
  }

  @Test func `a gain in the 0% band and a gain taken up by losses are told apart`() throws {
    var sample = SampleScenario([.init("A", value: 10_000, gain: 4_000, daysHeld: 500)])
    sample.wages = 30_000
    let free = try explainer(sample, selling: [(0, 100)]).explanation(ofSale: 0)
    #expect(free.reason == .gainInZeroBand)
    sample.wages = 200_000
    sample.carryover.longTerm = Money(dollars: 9_000)
    let absorbed = try explainer(sample, selling: [(0, 100)]).explanation(ofSale: 0)
    #expect(absorbed.reason == .gainAbsorbedByLosses)
    #expect(absorbed.words == "4,000.00 of its gain is taken up by losses: no tax in 2025")
  }

  @Test func `wishes of the household are the reason of what costs tax`() throws {
    var sample = SampleScenario([.init("A", value: 10_000, gain: 4_000, daysHeld: 50)])
    sample.constraints.raiseCash = Money(dollars: 5_000)
    let cash = try explainer(sample, selling: [(0, 50)]).explanation(ofSale: 0)
    #expect(cash.reason == .raisesCash)
    #expect(cash.words == "brings 5,000.00 of cash; 440.00 in taxes and costs")
    sample.constraints.raiseCash = .zero
    sample.constraints.mustSell = [
      RequiredSale(lot: 0, shares: Shares(whole: 50), words: "must_sell: A")
    ]
    let demanded = try explainer(sample, selling: [(0, 50)]).explanation(ofSale: 0)
    #expect(demanded.reason == .mustSell)
    #expect(demanded.words == "demanded by must_sell: A")
  }

  @Test func `a kept gain tells the tax, and the price at which selling would pay`() throws {
    // Held for 300 days: short-term, taxed at 22%; with a price below the basis of 80 it is a loss.
    let sample = SampleScenario([.init("A", value: 10_000, gain: 2_000, daysHeld: 300)])
    let explanation = try explainer(sample, selling: []).explanation(ofLot: 0)
    #expect(explanation.reason == .gainWouldBeTaxed)
    #expect(
      explanation.sentence
        == "Kept: selling all of it on 2025-09-30 with its gain of 2,000.00 would add 440.00 of tax "
        + "(22% of the gain).")
    #expect(explanation.decisionBelow?.price == UnitPrice(millionths: 79_990_000))
    #expect(explanation.decisionBelow?.sells == true)
    #expect(explanation.decisionAbove == nil)
    #expect(explanation.turnsLongTerm == CivilDate("2025-12-05"))
    // Long-term it would be taxed at 15%.
    #expect(explanation.worthOfLongTerm == Money(dollars: -140))
  }

  @Test func `alternatives are the exact changes of doing otherwise with one lot`() throws {
    let sample = SampleScenario([.init("A", value: 10_000, gain: -5_000, daysHeld: 50)])
    let explainer = try explainer(sample, selling: [(0, 50)])
    let explanation = explainer.explanation(ofLot: 0)
    let changes = explanation.alternatives.map { ($0.kind, $0.objective) }
    #expect(changes.map(\.0) == [.keepAll, .sellAll, .oneShareMore, .oneShareLess])
    #expect(
      changes.map(\.1)
        == [Money(dollars: 550), Money(dollars: -110), Money(dollars: -11), Money(dollars: 11)])
    #expect(explanation.alternatives.allSatisfy { $0.taxThisYear == $0.objective })
  }

  @Test func `a loss without use and a withheld lot say so`() throws {
    var sample = SampleScenario([
      .init("A", value: 10_000, gain: -5_000, daysHeld: 50),
      .init("B", value: 10_000, gain: -5_000, daysHeld: 50),
    ])
    sample.constraints.neverSell = [LotRule(lot: 1, words: "never_sell: B")]
    sample.shortTermGains = [-3_000]
    let explainer = try explainer(sample, selling: [])
    #expect(explainer.explanation(ofLot: 0).reason == .lossHasNoUseThisYear)
    #expect(explainer.explanation(ofLot: 1).sentence == "It cannot be sold: never_sell: B.")
  }

  @Test(arguments: UInt64(0)..<15)
  func `the worth of every sale is the exact change without it`(seed: UInt64) throws {
    let generator = ScenarioGenerator(years: 2, datesPerYear: 2, costs: true)
    let pricer = PlanPricer(Problem(try generator.scenario(seed: seed)))
    let plan = GreedyPlanner(pricer).plan()
    let explainer = PlanExplainer(pricer, priced: pricer.price(plan))
    for (sale, explanation) in zip(plan.sales, explainer.explanationsOfSales()) {
      let without = pricer.price(Plan(plan.sales.filter { $0 != sale }))
      #expect(
        explanation.worth == without.objective.value - explainer.priced.objective.value)
      #expect(explanation.worth >= .zero)
    }
  }
}
