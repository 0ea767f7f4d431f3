#if GLPK
import TestSupport
import Testing

@Suite("Plans at the edge of what is possible")
struct EdgeCaseTests {
  private static let base = """
    schema: harvest.scenario/1
    title: Edge
    year: 2026
    taxpayer: {filing_status: single}
    income: {wages: 100_000}
    accounts: [{id: a, kind: taxable, lots: lots.csv}]

    """

  /// The plan document of a scenario that adds lines to the base.
  private func plan(
    _ lines: String, lots: [String], replacing base: String = base, expecting status: Int32 = 0
  ) throws -> [String: Any] {
    let binary = try Binary()
    defer { binary.remove() }
    try binary.write(base + lines, to: "s.yaml")
    let header = "account,symbol,acquired,quantity,cost_basis,lot_id"
    try binary.write(([header] + lots).joined(separator: "\n") + "\n", to: "lots.csv")
    let run = try binary.run("plan", "s.yaml", "--format", "json")
    #expect(run.status == status, "\(run.error)")
    return try object(run.output)
  }

  private func tax(_ plan: [String: Any]) throws -> [String: Any] {
    try #require(plan["tax"] as? [String: Any])
  }

  @Test func `whole shares that just fit between raise_cash and maximum_proceeds are found`() throws
  {
    // Only 5 of A and 1 of B bring between 716 and 726: 721.
    let plan = try plan(
      """
      securities: {AA: {price: 68}, BB: {price: 381}}
      constraints: {whole_shares: true, raise_cash: 716, maximum_proceeds: 726}
      """, lots: ["a,AA,2020-01-01,16,1500,A", "a,BB,2020-01-01,16,3000,B"])
    let sales = try #require(plan["sales"] as? [[String: Any]])
    #expect(sales.map { $0["quantity"] as? String } == ["5", "1"])
  }

  @Test func `whole shares that cannot fit are proven not to`() throws {
    let plan = try plan(
      """
      securities: {AA: {price: 68}}
      constraints: {whole_shares: true, raise_cash: 70, maximum_proceeds: 130}
      """, lots: ["a,AA,2020-01-01,16,1500,A"], expecting: 1)
    let contradiction = try #require(plan["contradiction"] as? [String: Any])
    #expect(
      contradiction["constraints"] as? [String] == [
        "raise_cash: 70.00", "maximum_proceeds: 130.00",
      ])
  }

  @Test func `a lot whose sale costs more than it brings is sold where its loss is worth more`()
    throws
  {
    let plan = try plan(
      "securities: {AA: {price: 0.40}}\nconstraints: {trade_cost: 50}\n",
      lots: ["a,AA,2020-01-01,100,3500,A1"])
    // 3,000 of the loss against wages in the 22% bracket.
    #expect(try tax(plan)["saved_this_year"] as? String == "660.00")
    let sales = try #require(plan["sales"] as? [[String: Any]])
    #expect(sales.count == 1)
  }

  @Test func `a worthless lot is sold and proven`() throws {
    let plan = try plan(
      "securities: {AA: {price: 0}, BB: {price: 10}}\n",
      lots: ["a,AA,2020-01-01,100,2500,A1", "a,BB,2020-01-01,100,1000,B1"])
    #expect(plan["termination"] as? String == "optimal")
    #expect(try tax(plan)["saved_this_year"] as? String == "550.00")
  }

  @Test func `three lots of dear whole shares are sold as trying all of them would`() throws {
    let plan = try plan(
      """
      securities: {S0: {price: 31000}, S1: {price: 2500}, S2: {price: 31000}}
      constraints: {whole_shares: true, raise_cash: 191000}
      """,
      lots: [
        "a,S0,2019-01-02,6,176700,L0", "a,S1,2019-01-02,4,2000,L1", "a,S2,2019-01-02,6,130200,L2",
      ],
      replacing: """
        schema: harvest.scenario/1
        title: Edge
        year: 2023
        taxpayer: {filing_status: married_joint}
        income: {wages: 120_000, taxable_interest: 2_000, ordinary_dividends: 3_000, qualified_dividends: 2_000}
        capital: {realized_short_term: -4_000, realized_long_term: 30_000}
        accounts: [{id: a, kind: taxable, lots: lots.csv}]

        """)
    #expect(try tax(plan)["total"] as? String == "17776.00")
  }

  @Test func `a plan that saves too little is not made, and the bound tells what it would save`()
    throws
  {
    let plan = try plan(
      "securities: {AA: {price: 1}}\nconstraints: {minimum_benefit: 700}\n",
      lots: ["a,AA,2020-01-01,100,3500,A1"])
    #expect((plan["sales"] as? [Any])?.isEmpty == true)
    #expect(plan["termination"] as? String == "optimal")
    let gap = try #require((try tax(plan)["gap"] as? String).flatMap(Double.init))
    #expect((659.9...660.1).contains(gap))
  }
}
#endif
