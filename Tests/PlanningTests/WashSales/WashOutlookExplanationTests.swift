import Planning
import Portfolio
import Quantities
import Testing

@Suite("Explanations of sales with purchases near")
struct WashOutlookExplanationTests {
  private typealias Household = WashHousehold

  @Test func `the worth of a sale is the change of the whole plan without it`() throws {
    var household = Household()
    household.lots.append(Household.lot("V-2", "VTI", "2026-09-14", 40, basis: 4_600))
    household.facts.purchases = [Household.purchase("BND", "2026-10-20", 30, account: "roth")]
    let problem = try household.problem()
    let pricer = PlanPricer(problem)
    let plan = pricer.price(
      Plan(
        problem.positions.indices.map {
          Sale(position: $0, date: 0, shares: problem.positions[$0].shares)
        }))
    let explanations = PlanExplainer(pricer, priced: plan).explanationsOfSales()
    #expect(explanations.count == 3)
    for (sale, explanation) in zip(plan.plan.sales, explanations) {
      let without = pricer.price(Plan(plan.plan.sales.filter { $0 != sale }))
      #expect(explanation.worth == without.objective.value - plan.objective.value)
    }
  }

  @Test func `an order adds up the parts of its sale`() throws {
    let problem = try Household().problem()
    var plan = Household.plan(problem, selling: [(0, 0), (1, 0)])
    var (old, new) = (plan.sales[0], plan.sales[0])
    old.sale.shares = Shares(whole: 70)
    (old.proceeds, old.basis) = (Money(dollars: 7_000), Money(dollars: 8_000))
    new.sale.shares = Shares(whole: 30)
    (new.proceeds, new.basis) = (Money(dollars: 3_000), Money(dollars: 4_000))
    new.term = .short
    (new.disallowed, new.permanent) = (Money(dollars: 500), Money(dollars: 200))
    plan.sales.replaceSubrange(0...0, with: [old, new])
    let orders = plan.orders
    #expect(orders.map(\.sale) == plan.plan.sales)
    #expect(orders.map(\.parts.count) == [2, 1])
    #expect(orders[0].gain == Money(dollars: -2_000))
    #expect(orders[0].recognized == Money(dollars: -1_500))
    #expect(orders[0].permanent == Money(dollars: 200))
    #expect(orders[0].terms == [.long, .short])
    #expect(PlanExplainer(PlanPricer(problem), priced: plan).explanationsOfSales().count == 2)
  }
}
