import FederalTax
@testable import Planning
import Portfolio
import Quantities
import Testing

@Suite("Buying back, and other readings of the law")
struct WashOutlookRebuyTests {
  private typealias Household = WashHousehold

  @Test func `the original may be bought back on day 31, and a swap back costs a gain`() throws {
    var household = Household()
    household.replacements["VTI"] = Replacement(
      symbol: "SCHB", relation: .notIdentical, decidedBy: "Ann")
    let wash = PlanWash(exposures: [Household.exposure(.planned(0), 100, loss: 2_000)])
    let rebuy = try #require(try household.outlook(selling: [(0, 0)], wash: wash).rebuys.first)
    #expect(rebuy.symbol == "VTI")
    #expect(rebuy.buyBackFrom == Household.date("2026-10-31"))
    #expect(rebuy.proceeds == Money(dollars: 10_000))
    #expect(rebuy.gainPerPercent == Money(dollars: 100))
    #expect(rebuy.replacement?.decidedBy == "Ann")
    #expect(rebuy.obstacle == nil)
  }

  @Test func `a replacement that is identical or sold at a loss itself is not offered`() throws {
    var household = Household()
    let exposures = [
      Household.exposure(.planned(0), 100, loss: 2_000),
      Household.exposure(.planned(1), 100, loss: 1_000),
    ]
    func obstacle() throws -> WashOutlook.Rebuy.Obstacle? {
      try household.outlook(
        selling: [(0, 0), (1, 0)], wash: PlanWash(exposures: exposures)
      ).rebuys.first { $0.symbol == "VTI" }?.obstacle
    }
    household.replacements["VTI"] = Replacement(symbol: "ITOT", relation: .identical)
    #expect(try obstacle() == .identical)
    household.replacements["VTI"] = Replacement(symbol: "ITOT", relation: .judgement)
    #expect(try obstacle() == nil)
    household.facts.groups = [
      IdenticalGroup(members: [.init(symbol: "ITOT"), .init(symbol: "VTI")])
    ]
    #expect(try obstacle() == .identical)
    household.facts.groups = []
    household.replacements["VTI"] = Replacement(symbol: "BND", relation: .notIdentical)
    #expect(try obstacle() == .onDoNotBuyList)
  }

  @Test func `crypto assets may be bought back at once`() throws {
    var household = Household()
    household.lots = [Household.lot("C-1", "BTC", "2025-02-03", 10, basis: 9_000)]
    household.facts.assetClasses = ["BTC": .crypto]
    let rebuy = try #require(try household.outlook(selling: [(0, 0)]).rebuys.first)
    #expect(!rebuy.isSubject)
    #expect(rebuy.buyBackFrom == Household.date("2026-09-30"))
  }

  /// The outlook where every other reading disallows 300 more and asks for a further stop.
  private func assumptions(
    _ household: Household, selling sales: [(position: Int, date: Int)]
  ) throws -> [WashOutlook.Assumption] {
    let problem = try household.problem()
    let plan = Household.plan(problem, selling: sales)
    return WashOutlook(problem, plan) { policy in
      var other = plan
      other.years[0].plannedShortTerm += Money(dollars: 300)
      other.years[0].result = exactReturn(
        problem.scenario.years[0].inputs, facts: problem.scenario.years[0].facts,
        law: problem.scenario.years[0].law)
      other.wash.stops = policy.vest == .ignore ? [0] : []
      return other
    }.assumptions
  }

  @Test func `a vest near a loss tells what the other reading would change`() throws {
    var household = Household()
    #expect(try assumptions(household, selling: [(0, 0)]).isEmpty)
    household.facts.purchases = [Household.purchase("VTI", "2026-10-30", 10, kind: .vest)]
    let assumption = try #require(try assumptions(household, selling: [(0, 0)]).first)
    #expect(assumption.point == .vest)
    #expect(assumption.reading == "counts")
    let other = try #require(assumption.others.first)
    #expect(other.reading == "ignore")
    #expect(other.recognizedChange == Money(dollars: 300))
    // The other plan's return is made without the loss: 2,000 less the 200 that the vest replaces,
    // at 12%.
    #expect(other.taxChange == Money(dollars: 216))
    #expect(other.furtherStops == [0])
    household.facts.purchases = [Household.purchase("VTI", "2026-10-31", 10, kind: .vest)]
    #expect(try assumptions(household, selling: [(0, 0)]).isEmpty)
  }

  @Test func `each open point is named where it matters and nowhere else`() throws {
    func points(
      _ change: (inout Household) -> Void, selling sales: [(position: Int, date: Int)] = [(0, 0)]
    ) throws -> [WashOutlook.Assumption.Switch] {
      var household = Household()
      change(&household)
      return try assumptions(household, selling: sales).map(\.point)
    }
    func near(_ account: String) -> [Purchase] {
      [Household.purchase("VTI", "2026-10-15", 10, account: account)]
    }
    #expect(try points { $0.facts.purchases = near("joint") } == [])
    #expect(try points { $0.facts.purchases = near("hers") } == [.spouse])
    #expect(try points { $0.facts.purchases = near("work") } == [.retirementCounts])
    let recent = Household.lot("V-2", "VTI", "2026-09-14", 40, basis: 4_800)
    #expect(try points({ $0.lots.append(recent) }, selling: [(0, 0), (2, 0)]) == [.sameDaySales])
    #expect(
      try points { household in
        household.lots[0] = Household.lot("V-1", "VTI", "2026-09-20", 100, basis: 12_000)
        household.lots.append(recent)
      } == [.olderLots])
    #expect(
      try points { household in
        household.lots[0] = Household.lot("V-1", "VTI", "2026-09-20", 100, basis: 12_000)
        household.facts.pastSales = [Household.pastSale("VTI", "2026-09-25", 10, loss: 50)]
        household.facts.pastSales[0].lot = 0
      }.contains(.sameLot))
  }
}
