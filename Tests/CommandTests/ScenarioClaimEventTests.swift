import Foundation
import Testing

#if GLPK
/// What the first lines of the scenarios about pay in shares and an exit promise.
@Suite("What the scenarios about vests and an exit show")
struct ScenarioClaimEventTests {
  private func document(_ command: String, _ name: String) throws -> [String: Any] {
    let binary = try Binary()
    defer { binary.remove() }
    let path = Repository.path("Scenarios/\(name)/scenario.yaml")
    return try object(try binary.run(command, path, "--format", "json").output)
  }

  /// The sales of the optimal plan: lot and day.
  private func sales(_ name: String) throws -> [(lot: String, date: String)] {
    let sales = try #require(try document("plan", name)["sales"] as? [[String: Any]])
    return try sales.map {
      (try #require($0["lot_id"] as? String), try #require($0["date"] as? String))
    }
  }

  /// A term of the tax of two plans of the base case.
  private func terms(_ term: String, of plans: [String], _ name: String) throws -> [String?] {
    let scenarios = try document("compare", name)["scenarios"] as? [[String: Any]]
    let all = try #require(scenarios?.first?["plans"] as? [[String: Any]])
    return plans.map { plan in
      (all.first { $0["plan"] as? String == plan }?["by_term"] as? [String: Any])?[term] as? String
    }
  }

  @Test func `stock of the employer is sold after the vest, other losses at once`() throws {
    let sales = try sales("rsu-and-espp")
    let ofEmployer = sales.filter { $0.lot.hasPrefix("WDAY") || $0.lot.hasPrefix("PLAN") }
    #expect(Set(ofEmployer.map(\.date)) == ["2026-12-18"])
    #expect(Set(sales.map(\.date)) == ["2026-10-30", "2026-12-18"])
    // Past its two years and below what was paid it is a lot like others; the later one is not.
    #expect(sales.contains { $0.lot == "PLAN-24" })
    #expect(!sales.contains { $0.lot == "PLAN-26" })
  }

  @Test func `a vest takes losses from a plan that sells at once`() throws {
    let scenarios = try document("compare", "rsu-and-espp")["scenarios"] as? [[String: Any]]
    let plans = try #require(scenarios?.first?["plans"] as? [[String: Any]])
    let disallowed = plans.filter { $0["plan"] as? String == "harvest_all" }
      .map { $0["disallowed"] as? String }
    #expect(disallowed == ["2206.67"])
  }

  @Test func `a gem sold at 28% is met by coins, a stamp and shares of the fund`() throws {
    let sales = try sales("nft-and-crypto").map(\.lot)
    #expect(sales == ["BTC-2", "ETH-1", "GEM-42", "STAMP-7", "GOLD-2"])
    let plan = try document("plan", "nft-and-crypto")
    let worths = try #require(plan["sales"] as? [[String: Any]]).compactMap {
      $0["reason"] as? String
    }
    // At 28% and 3.8%: of the stamp, which is a collectible itself, and of short-term losses.
    #expect(worths.filter { $0.hasSuffix("(31.8%)") }.count == 3)
    #expect(try terms("collectibles", of: ["optimal"], "nft-and-crypto") == ["3105.87"])
  }

  @Test func `a short loss takes the place of gain at 28%`() throws {
    #expect(try sales("founder-exit").map(\.lot).contains("ZM-2"))
    #expect(
      try terms("niit", of: ["hold", "optimal"], "founder-exit") == ["11567.01", "2496.26"])
  }
}
#endif
