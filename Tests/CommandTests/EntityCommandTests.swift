import Foundation
import Testing

@Suite("A household with a corporation beside it")
struct EntityCommandTests {
  /// The example household with a corporation that has lots at a gain and at a loss.
  private func household(_ corporation: String = "") throws -> Binary {
    let binary = try Binary()
    try binary.write(
      Examples.scenario(
        "entities: [{name: Holding Inc., kind: c_corporation, scenario: holding.yaml}]"),
      to: "scenario.yaml")
    try binary.write(Examples.lots, to: "lots.csv")
    try binary.write(
      """
      schema: harvest.scenario/1
      title: The holding
      year: 2026
      taxpayer: {kind: c_corporation}
      income: {business_income: 100_000}
      capital: {realized_long_term: 20_000}
      accounts: [{id: corp, kind: taxable, lots: corp.csv, transactions: none}]
      \(corporation)

      """, to: "holding.yaml")
    try binary.write(
      """
      account,symbol,acquired,quantity,cost_basis,price,lot_id
      corp,ABC,2024-01-02,100,15000,100,C1
      corp,DEF,2024-01-02,100,5000,100,C2

      """, to: "corp.csv")
    return binary
  }

  @Test func `its plan follows the household's, and no loss crosses`() throws {
    let binary = try household()
    defer { binary.remove() }
    let run = try binary.run("plan", "scenario.yaml", "--solver", "greedy")
    #expect(run.status == 0)
    let parts = run.output.components(separatedBy: "Holding Inc., planned by itself")
    #expect(parts.count == 2)
    #expect(parts[0].contains("Sell 2 lots on 2026-09-30"))
    #expect(!parts[0].contains("C1"))
    #expect(parts[1].contains("Tax year 2026, C corporation"))
    // 120,000 at 21%, and 115,000 once the loss of 5,000 is taken.
    #expect(parts[1].contains("25,200.00"))
    #expect(parts[1].contains("24,150.00"))
  }

  @Test func `its document is a member of the household's`() throws {
    let binary = try household()
    defer { binary.remove() }
    let run = try binary.run("plan", "scenario.yaml", "--solver", "greedy", "--format", "json")
    #expect(run.status == 0)
    let entities = try #require(try object(run.output)["entities"] as? [[String: Any]])
    #expect(entities.map { $0["name"] as? String } == ["Holding Inc."])
    #expect(entities.map { $0["kind"] as? String } == ["c_corporation"])
    let plan = try #require(entities[0]["plan"] as? [String: Any])
    #expect(plan["schema"] as? String == "harvest.plan/1")
    #expect((plan["tax"] as? [String: Any])?["total"] as? String == "24150.00")
  }

  @Test func `it is checked, compared and explained, too`() throws {
    let binary = try household()
    defer { binary.remove() }
    let check = try binary.run("check", "scenario.yaml")
    #expect(check.status == 0)
    #expect(check.output.contains("holding.yaml: valid"))
    let comparison = try binary.run("compare", "scenario.yaml", "--plans", "hold,greedy")
    #expect(comparison.status == 0)
    #expect(comparison.output.contains("\nThe holding\n"))
    let explanation = try binary.run("explain", "scenario.yaml", "--plan", "greedy")
    #expect(explanation.status == 0)
    #expect(explanation.output.contains("2026  Form 1120"))
    let lot = try binary.run("explain", "scenario.yaml", "--plan", "greedy", "--lot", "C1")
    #expect(lot.status == 0)
    #expect(lot.output.hasPrefix("Lot C1: 100 shares of ABC in corp"))
    let gift = try binary.run("explain", "scenario.yaml", "--plan", "hold", "--lot", "C2")
    #expect(gift.output.contains("A corporation deducts gifts within limits"))
    #expect(gift.output.contains("(IRC 170(b)(2)"))
  }

  @Test func `constraints of its own that contradict are named`() throws {
    let binary = try household("constraints: {raise_cash: 9_000_000}")
    defer { binary.remove() }
    let run = try binary.run("plan", "scenario.yaml", "--solver", "greedy")
    #expect(run.status == 1)
    #expect(run.output.contains("Sell 2 lots on 2026-09-30"))
    #expect(run.error.contains("raise_cash: 9000000.00"))
    let check = try binary.run("check", "scenario.yaml")
    #expect(check.status == 1)
  }
}
