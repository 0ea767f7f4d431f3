@testable import Planning
import Portfolio
import Quantities
import Testing

@Suite("First days without a purchase in the way")
struct WashOutlookSafeDayTests {
  private typealias Household = WashHousehold

  private func safeDay(
    _ household: Household, selling sales: [(position: Int, date: Int)] = [],
    wash: PlanWash = PlanWash()
  ) throws -> WashOutlook.SafeDay? {
    try household.outlook(selling: sales, wash: wash).safeDays.first { $0.position == 0 }
  }

  /// The household with a recent purchase of VTI at a gain.
  private func recent(_ day: String, replaced: Int64 = 0) -> Household {
    var household = Household()
    household.lots.append(
      Household.lot("V-2", "VTI", day, 40, basis: 3_600, replaced: replaced))
    return household
  }

  @Test func `a recent purchase is in the way for thirty days unless it is sold too`() throws {
    let day = try #require(try safeDay(recent("2026-09-14")))
    #expect(day.freeFrom == Household.date("2026-10-15"))
    #expect(day.obstacles.map(\.source) == [.lot(2)])
    #expect(day.obstacles.map(\.remedy) == [.sellToo])
    #expect(day.isFreeWhenSoldTogether)
    // 40 of 100 shares of a loss of 2,000.
    #expect(day.replacedShares == Shares(whole: 40))
    #expect(day.deferred == Money(dollars: 800))
    #expect(day.permanent == .zero)
  }

  @Test func `the window has thirty days and not thirty-one`() throws {
    #expect(try safeDay(recent("2026-08-31"))?.freeFrom == Household.date("2026-10-01"))
    #expect(try safeDay(recent("2026-08-30")) == nil)
  }

  @Test func `a lot does not stand in its own way`() throws {
    var household = Household()
    household.lots[0] = Household.lot("V-1", "VTI", "2026-09-14", 100, basis: 12_000)
    #expect(try safeDay(household) == nil)
  }

  @Test func `shares that already replaced others are not in the way`() throws {
    #expect(try safeDay(recent("2026-09-14", replaced: 40)) == nil)
    let partly = try #require(try safeDay(recent("2026-09-14", replaced: 15)))
    #expect(partly.obstacles.map(\.shares) == [Shares(whole: 25)])
    let match = PlanWash.Match(
      sale: .past(0), source: .lot(2), shares: Shares(whole: 40), loss: Money(dollars: 1),
      isPermanent: false)
    var household = recent("2026-09-14")
    household.facts.pastSales = [Household.pastSale("VTI", "2026-09-20", 40, loss: 1)]
    #expect(try safeDay(household, wash: PlanWash(matches: [match])) == nil)
  }

  @Test func `what the plan sells on the same day is out of the way`() throws {
    let household = recent("2026-09-14")
    let day = try #require(try safeDay(household, selling: [(0, 0), (2, 0)]))
    #expect(day.obstacles.map(\.remedy) == [.soldByPlan])
    #expect(day.remaining.isEmpty)
    #expect(day.freeFrom == Household.date("2026-09-30"))
    var ordered = household
    ordered.facts.policy.sameDaySales = .regulationOrder
    #expect(try safeDay(ordered, selling: [(0, 0), (2, 0)])?.obstacles.map(\.remedy) == [.wait])
  }

  @Test func `purchases that cannot be stopped put the day off one after the other`() throws {
    var household = recent("2026-09-14")
    household.facts.purchases = [
      Household.purchase("VTI", "2026-10-20", 10, kind: .vest),
      Household.purchase("VTI", "2026-12-15", 10, kind: .vest),
      Household.purchase("VTI", "2027-02-15", 10, kind: .vest),
    ]
    let day = try #require(try safeDay(household))
    // 20 October, then 15 December, which is within thirty days of 20 November; 15 January is more
    // than thirty days before 15 February.
    #expect(day.freeFrom == Household.date("2027-01-15"))
    #expect(day.obstacles.map(\.remedy) == [.sellToo, .wait])
    #expect(!day.isFreeWhenSoldTogether)
  }

  @Test func `what can be stopped puts nothing off`() throws {
    var household = Household()
    household.facts.purchases = [
      Household.purchase("VTI", "2026-10-20", 10, kind: .drip, canBeStopped: true)
    ]
    let day = try #require(try safeDay(household))
    #expect(day.obstacles.map(\.remedy) == [.stop])
    #expect(day.freeFrom == Household.date("2026-09-30"))
    #expect(day.replacedShares == .zero)
  }

  @Test func `an IRA's shares cannot be sold too and destroy the loss`() throws {
    var household = Household()
    household.lots.append(
      Household.lot("R-1", "VTI", "2026-09-14", 25, basis: 2_500, account: "roth"))
    let day = try #require(try safeDay(household))
    #expect(day.obstacles.map(\.remedy) == [.wait])
    #expect(day.permanent == Money(dollars: 500))
    #expect(day.deferred == .zero)
  }

  @Test func `older shares and vests count as the policy says`() throws {
    var household = recent("2026-09-14")
    household.lots[0] = Household.lot("V-1", "VTI", "2026-09-20", 100, basis: 12_000)
    #expect(try safeDay(household) != nil)
    household.facts.policy.olderLots = .exclude
    #expect(try safeDay(household) == nil)
    var vest = Household()
    vest.lots.append(Household.lot("V-2", "VTI", "2026-09-14", 40, basis: 3_600, kind: .vest))
    #expect(try safeDay(vest) != nil)
    vest.facts.policy.vest = .ignore
    #expect(try safeDay(vest) == nil)
    var gift = Household()
    gift.lots.append(Household.lot("V-2", "VTI", "2026-09-14", 40, basis: 3_600, kind: .gift))
    #expect(try safeDay(gift) == nil)
  }

  @Test func `a lot's explanation tells what is near it`() throws {
    let problem = try recent("2026-09-14").problem()
    let match = PlanWash.Match(
      sale: .planned(0), source: .lot(2), shares: Shares(whole: 40), loss: Money(dollars: 800),
      isPermanent: false)
    let plan = Household.plan(problem, selling: [(0, 0)], wash: PlanWash(matches: [match]))
    let explainer = PlanExplainer(PlanPricer(problem), priced: plan)
    #expect(explainer.explanation(ofLot: 0).wash?.disallowed == [match])
    #expect(explainer.explanation(ofLot: 0).wash?.safeDay?.position == 0)
    #expect(explainer.explanation(ofLot: 0).decisionAbove == nil)
    #expect(explainer.explanation(ofLot: 2).wash?.replaces == [match])
    #expect(explainer.explanation(ofLot: 1).wash == nil)
  }
}
