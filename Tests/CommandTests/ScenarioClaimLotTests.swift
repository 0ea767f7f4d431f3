import Foundation
import Testing

#if GLPK
/// What the scenarios about kinds of lots, a business and a saver promise in their first lines.
@Suite("What the scenarios about lots, a business and a saver show")
struct ScenarioClaimLotTests {
  private func run(_ name: String, _ arguments: String...) throws -> Binary.Run {
    let binary = try Binary()
    defer { binary.remove() }
    let path = Repository.path("Scenarios/\(name)/scenario.yaml")
    return try binary.run([arguments[0], path] + arguments.dropFirst())
  }

  /// The sales of the optimal plan by lot.
  private func sales(
    _ name: String, variant: String? = nil
  ) throws -> [String: [String: Any]] {
    let run = try variant.map { try self.run(name, "plan", "--format", "json", "--variant", $0) }
    let document = try object(try (run ?? self.run(name, "plan", "--format", "json")).output)
    let sales = try #require(document["sales"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: try sales.map { (try #require($0["lot_id"] as? String), $0) })
  }

  @Test func `the plan takes losses until the minimum tax is gone`() throws {
    let comparison = try ScenarioComparison("business-sale")
    let (hold, plan) = (try comparison.plan("hold"), try comparison.plan("optimal"))
    #expect(hold.terms["amt"] == 24_266.50)
    #expect(plan.terms["amt"] == 0)
    #expect(plan.total > (try comparison.plan("harvest_all")).total)
    let lot = try run("business-sale", "explain", "--lot", "BABA-1").output
    #expect(lot.contains("(37.8%)"))
    #expect(lot.firstMatch(of: /Sell one share more on 2026-11-24 +-44\.89\s/) != nil)
    #expect(lot.firstMatch(of: /Sell one share less on 2026-11-24 +\+69\.65\s/) != nil)
    for lot in ["INTC-2", "ZM-2"] {
      let reason = try #require(sales("business-sale")[lot]?["reason"] as? String)
      #expect(reason.contains("(42.7"))
    }
  }

  @Test func `losses of earlier years make gain of the building ordinary`() throws {
    let hold = try ScenarioComparison("business-sale").plan("hold")
    let title = "A print shop sold piece by piece: No losses of earlier years"
    let without = try ScenarioComparison("business-sale", title: title).plan("hold")
    #expect(try without.first("long_term_net") - hold.first("long_term_net") == 40_000)
    #expect(abs(hold.total - without.total - 1_200) < 0.005)
    #expect(hold.terms["ordinary"] == without.terms["ordinary"])
    // 3.8% of interest, dividends and what was sold in February, and of nothing else.
    #expect(hold.terms["niit"] == 10_047.20)
  }

  @Test func `how shares were come by decides what a sale of them is`() throws {
    let sales = try sales("inheritance")
    #expect(
      sales.keys.sorted() == [
        "AAPL-1", "DIS-1", "EME-1", "EME-2", "NKE-1", "UNH-1", "VWELX-average",
      ])
    for lot in ["AAPL-1", "UNH-1"] { #expect(sales[lot]?["term"] as? String == "long") }
    #expect(sales["DIS-1"]?["term"] as? String == "short")
    #expect(sales["DIS-1"]?["cost_basis"] as? String == "12430.00")
    #expect(sales["NKE-1"]?["gain"] as? String == "0.00")
    #expect(sales["NKE-1"]?["proceeds"] as? String == "12233.88")
    #expect(sales["VWELX-average"]?["gain"] as? String == "294.95")
    // 166.08 of its own, and what it would take of the loss of the older lot.
    let reason = try #require(sales["EME-2"]?["reason"] as? String)
    #expect(reason.contains("2,612.16"))
  }

  @Test func `another price or another method changes the same lots`() throws {
    let nike = try sales("inheritance", variant: "Nike at 55")
    #expect(nike["NKE-1"]?["cost_basis"] as? String == "11900.00")
    #expect(nike["NKE-1"]?["gain"] as? String == "-905.50")
    let byLot = try sales("inheritance", variant: "The fund lot by lot")
    #expect(byLot["WEL-1"] == nil)
    for lot in ["WEL-2", "WEL-3", "WEL-4"] { #expect(try amount(byLot[lot]?["gain"]) < 0) }
  }

  @Test func `a loss is worth taking for the IRA deduction alone`() throws {
    let comparison = try ScenarioComparison("retirement-saver")
    let (hold, plan) = (try comparison.plan("hold"), try comparison.plan("optimal"))
    #expect(abs(hold.total - plan.total - 4_035.28) < 0.005)
    #expect(try saver("No contribution").sales == 0)
    // 8,600 deducted of 81,011.47: with a share's hundredth less it would be 8,590.
    #expect(try plan.first("adjusted_gross_income") == 72_411.47)
    #expect(try plan.first("adjusted_gross_income") + 8_600 < 81_011.63)
    let atLeast = try saver("Only Pfizer may be sold")
    #expect(try atLeast.first("adjusted_gross_income") == 90_999.45 - 200)
  }

  @Test func `whose return it is and which law decide about the IRA`() throws {
    #expect(try saver("Married, on separate returns").sales == 0)
    #expect(try saver("Married, apart all year").total == saver().total)
    let proposal = try saver("A proposal")
    #expect(try proposal.first("adjusted_gross_income") + 8_600 < 91_011.63)
    let base = try 16_000 - saver().first("long_term_net")
    #expect(try (16_000 - proposal.first("long_term_net")) * 3 < base)
  }

  @Test func `gain at 0% makes benefits taxable up to 85% of them`() throws {
    let title = "An IRA deduction that shrinks: Retired, with social security"
    let comparison = try ScenarioComparison("retirement-saver", title: title)
    let (hold, plan) = (try comparison.plan("hold"), try comparison.plan("optimal"))
    #expect(plan.terms["long_term"] == 0)
    #expect(plan.total > hold.total)
    let text = try run(
      "retirement-saver", "plan", "--variant", "Retired, with social security"
    ).output
    // The second is 85% of 27,600.
    #expect(text.firstMatch(of: /Taxable social security +8,835\.00 +23,460\.00\s/) != nil)
  }

  private func saver(_ variant: String? = nil) throws -> ScenarioComparison.Column {
    let title = variant.map { "An IRA deduction that shrinks: \($0)" }
    return try ScenarioComparison("retirement-saver", title: title).plan("optimal")
  }
}
#endif
