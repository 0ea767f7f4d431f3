import Foundation
import Testing

#if GLPK
/// What the first lines of the scenarios promise, in dollars.
@Suite("What the shipped scenarios show")
struct ScenarioClaimTests {
  private struct Column {
    var total: Double
    var sales: Int
    var years: [[String: Any]]
  }

  /// The comparison of a scenario's base case.
  private struct Comparison {
    var greedyLeaves = 0.0
    private var columns: [String: Column] = [:]

    init(_ name: String) throws {
      let binary = try Binary()
      defer { binary.remove() }
      let path = Repository.path("Scenarios/\(name)/scenario.yaml")
      let run = try binary.run("compare", path, "--format", "json")
      let scenarios = try object(run.output)["scenarios"] as? [[String: Any]]
      let base = try #require(scenarios?.first)
      greedyLeaves = try amount((base["proof"] as? [String: Any])?["greedy_leaves"])
      for plan in try #require(base["plans"] as? [[String: Any]]) {
        let name = try #require(plan["plan"] as? String)
        columns[name] = Column(
          total: try amount(plan["total"]), sales: try #require(plan["sales"] as? Int),
          years: try #require(plan["years"] as? [[String: Any]]))
      }
    }

    func plan(_ name: String) throws -> Column { try #require(columns[name]) }
  }

  @Test func `greedy leaves some hundred dollars in the year of vests`() throws {
    let comparison = try Comparison("rsu-year")
    #expect((300...1_000).contains(comparison.greedyLeaves))
  }

  @Test func `a bill of about 80,000 is brought to about 22,000`() throws {
    let comparison = try Comparison("year-end-bill")
    #expect(try (79_000...81_000).contains(comparison.plan("hold").total))
    #expect(try (21_500...22_500).contains(comparison.plan("optimal").total))
  }

  @Test func `two rentals sold cost about 142,000, and with the plan a few thousand`() throws {
    let comparison = try Comparison("rental-exit")
    #expect(try (140_000...144_000).contains(comparison.plan("hold").total))
    #expect(try (3_000...6_000).contains(comparison.plan("optimal").total))
  }

  @Test func `a home and a quarter of the land's gain are offset by few lots, and 3,000 besides`()
    throws
  {
    let comparison = try Comparison("downsizing")
    let plan = try comparison.plan("optimal")
    #expect(try plan.sales < comparison.plan("harvest_all").sales)
    #expect(plan.years.first?["capital_gain_or_loss"] as? String == "-3000.00")
    #expect(plan.years.first?["net_long_term"] as? String != "-3000.00")
  }

  @Test func `120,000 at once leaves 47,000, which wipes out the gain of the next year`() throws {
    let comparison = try Comparison("carryforward")
    let harvested = try comparison.plan("harvest_all")
    #expect(
      harvested.years.map { $0["long_term_carryover_out"] as? String }
        == ["47000.00", "0.00", "0.00"])
    #expect(
      harvested.years.map { $0["capital_gain_or_loss"] as? String } == ["-3000.00", "0.00", "0.00"])
    #expect(try comparison.plan("optimal").total < harvested.total)
  }

  @Test func `coins save 120,000 of tax at 20%, and the surtax besides`() throws {
    let comparison = try Comparison("crypto-winter")
    let saved = try comparison.plan("hold").total - comparison.plan("optimal").total
    #expect(saved > 142_800)
    #expect(saved < 145_000)
  }

  @Test func `the 0% band is filled with gains at no tax`() throws {
    let comparison = try Comparison("zero-band")
    let plan = try comparison.plan("optimal")
    #expect(try plan.total - comparison.plan("hold").total < 1)
    let taxable = try amount(plan.years.first?["taxable_income"])
    #expect(abs(taxable - 98_900) < 1)
  }

  @Test func `a direct index is served by few of its lots`() throws {
    let comparison = try Comparison("direct-index")
    let (plan, all) = (try comparison.plan("optimal"), try comparison.plan("harvest_all"))
    #expect(plan.total <= all.total)
    #expect(plan.sales * 5 < all.sales)
  }
}

/// An amount as the documents write it.
private func amount(_ value: Any?) throws -> Double {
  let text = try #require(value as? String)
  return try #require(Double(text))
}
#endif
