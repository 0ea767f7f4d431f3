@testable import Planning
import Portfolio
import Quantities
import Testing

@Suite("What a plan means for wash sales")
struct WashOutlookTests {
  private typealias Household = WashHousehold

  @Test func `exposed shares may not be bought from day -30 through day 30`() throws {
    let wash = PlanWash(exposures: [Household.exposure(.planned(0), 60, loss: 1_200)])
    let outlook = try Household().outlook(selling: [(0, 0)], wash: wash)
    let span = try #require(outlook.doNotBuy.first)
    #expect(outlook.doNotBuy.count == 1)
    #expect(span.symbols == ["VTI"])
    #expect(span.from == Household.date("2026-08-31"))
    #expect(span.through == Household.date("2026-10-30"))
    #expect(span.shares == Shares(whole: 60))
    #expect(span.loss == Money(dollars: 1_200))
    let blackout = try #require(outlook.blackouts.first)
    #expect(blackout.shares == Shares(whole: 100))
    #expect(blackout.loss == Money(dollars: 2_000))
    #expect(blackout.exposedShares == Shares(whole: 60))
  }

  @Test func `a loss that is replaced in full leaves a blackout and nothing not to buy`() throws {
    let outlook = try Household().outlook(selling: [(0, 0)])
    #expect(outlook.blackouts.count == 1)
    #expect(outlook.doNotBuy.isEmpty)
  }

  @Test func `windows that meet are one span and those apart are two`() throws {
    var household = Household()
    household.dates = ["2026-09-30", "2026-11-29"]
    household.lots.append(Household.lot("V-9", "VTI", "2023-01-03", 10, basis: 2_000))
    let exposures = [
      Household.exposure(.planned(0), 100, loss: 2_000),
      Household.exposure(.planned(1), 10, loss: 1_000),
    ]
    let meeting = try household.outlook(
      selling: [(0, 0), (2, 1)], wash: PlanWash(exposures: exposures))
    #expect(meeting.doNotBuy.map(\.through) == [Household.date("2026-12-29")])
    #expect(meeting.doNotBuy.map(\.loss) == [Money(dollars: 3_000)])
    household.dates = ["2026-09-30", "2026-12-01"]
    let apart = try household.outlook(
      selling: [(0, 0), (2, 1)], wash: PlanWash(exposures: exposures))
    #expect(
      apart.doNotBuy.map(\.through) == [Household.date("2026-10-30"), Household.date("2026-12-31")])
  }

  @Test func `a past loss counts as long as its window is open`() throws {
    var household = Household()
    household.facts.pastSales = [
      Household.pastSale("VTI", "2026-08-30", 10, loss: 500),
      Household.pastSale("VTI", "2026-08-31", 10, loss: 500),
      Household.pastSale("BND", "2026-09-20", 10, loss: -500),
    ]
    let wash = PlanWash(exposures: [Household.exposure(.past(1), 10, loss: 500)])
    let outlook = try household.outlook(selling: [], wash: wash)
    #expect(outlook.blackouts.map(\.sale) == [.past(1)])
    #expect(outlook.doNotBuy.map(\.from) == [Household.date("2026-08-31")])
    #expect(outlook.doNotBuy.map(\.through) == [Household.date("2026-09-30")])
  }

  @Test func `identical securities are one entry, in the measure of the group`() throws {
    var household = Household()
    household.facts.groups = [
      IdenticalGroup(members: [
        .init(symbol: "VTI", ratio: Rate(millionths: 2_500_000)), .init(symbol: "VTSAX"),
      ])
    ]
    let wash = PlanWash(exposures: [Household.exposure(.planned(0), 100, loss: 2_000)])
    let span = try #require(household.outlook(selling: [(0, 0)], wash: wash).doNotBuy.first)
    #expect(span.symbols == ["VTI", "VTSAX"])
    #expect(span.shares == Shares(whole: 250))
  }

  @Test func `crypto assets are outside until the policy takes them in`() throws {
    var household = Household()
    household.lots = [Household.lot("C-1", "BTC", "2025-02-03", 10, basis: 9_000)]
    household.facts.assetClasses = ["BTC": .crypto]
    let outside = try household.outlook(selling: [(0, 0)])
    #expect(outside.blackouts.isEmpty)
    #expect(outside.rebuys.map(\.isSubject) == [false])
    household.facts.policy.cryptoSubjectFrom = Household.date("2026-09-30")
    #expect(try household.outlook(selling: [(0, 0)]).blackouts.count == 1)
    household.facts.policy.cryptoSubjectFrom = Household.date("2026-10-01")
    #expect(try household.outlook(selling: [(0, 0)]).blackouts.isEmpty)
  }

  @Test func `each account has the effect that the policy gives it`() throws {
    func effects(_ policy: WashPolicy) throws -> [WashOutlook.Effect] {
      var household = Household()
      household.facts.policy = policy
      return try household.outlook(selling: [(0, 0)]).accounts.map(\.effect)
    }
    #expect(try effects(WashPolicy()) == [.deferred, .deferred, .permanent, .notCounted])
    #expect(
      try effects(WashPolicy(spouse: .permanent))
        == [.deferred, .permanent, .permanent, .notCounted])
    #expect(
      try effects(WashPolicy(spouse: .ignore))
        == [.deferred, .notCounted, .notCounted, .notCounted])
    #expect(
      try effects(WashPolicy(retirementCounts: [.plan401k]))
        == [.deferred, .deferred, .notCounted, .permanent])
  }

  @Test func `the spouse's own purchase is no purchase by another`() throws {
    var household = Household()
    household.facts.policy.spouse = .ignore
    household.lots[0].account = "hers"
    household.facts.purchases = [
      Household.purchase("VTI", "2026-10-20", 40, account: "hers"),
      Household.purchase("VTI", "2026-10-20", 40, account: "joint"),
    ]
    let outlook = try household.outlook(selling: [(0, 0)])
    #expect(outlook.standing.map(\.purchase) == [0])
    #expect(outlook.standing.map(\.effect) == [.deferred])
    #expect(outlook.accounts.map(\.effect) == [.notCounted, .deferred, .permanent, .notCounted])
    #expect(outlook.safeDays.map(\.obstacles.count) == [1])
  }

  @Test func `purchases to stop and those that stay tell what they do`() throws {
    var household = Household()
    household.facts.purchases = [
      Household.purchase("VTI", "2026-10-09", 3, account: "roth", kind: .drip, canBeStopped: true),
      Household.purchase("VTI", "2026-10-20", 40, kind: .vest),
      Household.purchase("VTI", "2026-10-31", 40, kind: .vest),
      Household.purchase("VTI", "2026-10-15", 7, account: "work", kind: .contribution),
      Household.purchase("BND", "2026-10-15", 7),
    ]
    let wash = PlanWash(
      matches: [
        .init(
          sale: .planned(0), source: .purchase(1), shares: Shares(whole: 40),
          loss: Money(dollars: 800), isPermanent: false)
      ], stops: [0])
    let outlook = try household.outlook(selling: [(0, 0)], wash: wash)
    #expect(outlook.stops.map(\.purchase) == [0])
    #expect(outlook.stops.map(\.effect) == [.permanent])
    // The third lies on day 31, the fourth in an account that does not count, and no BND is sold.
    #expect(outlook.standing.map(\.purchase) == [1])
    #expect(outlook.standing.map(\.deferred) == [Money(dollars: 800)])
    #expect(outlook.standing.map(\.matchedShares) == [Shares(whole: 40)])
    #expect(wash.disallowed == Money(dollars: 800))
  }

  @Test func `coverage is what the household states`() throws {
    var household = Household()
    #expect(try household.outlook(selling: []).coverage.isComplete)
    household.facts.accountsNotSupplied = nil
    #expect(try !household.outlook(selling: []).coverage.isComplete)
    household.facts.accountsNotSupplied = ["an old 401(k)"]
    #expect(try !household.outlook(selling: []).coverage.isComplete)
    household.facts.accountsNotSupplied = []
    household.accounts[1].activity = .notSupplied
    let coverage = try household.outlook(selling: []).coverage
    #expect(!coverage.isComplete)
    #expect(coverage.accounts(.notSupplied) == ["hers"])
  }

  @Test func `an exposed loss of December whose window ends in January is provisional`() throws {
    func provisional(_ day: String) throws -> [WashOutlook.Provisional] {
      var household = Household()
      household.dates = [day]
      return try household.outlook(
        selling: [(0, 0)],
        wash: PlanWash(exposures: [Household.exposure(.planned(0), 100, loss: 2_000)])
      ).provisional
    }
    #expect(try provisional("2026-12-01").isEmpty)
    #expect(try provisional("2026-12-02").map(\.lastDay) == [Household.date("2027-01-01")])
    #expect(try provisional("2026-12-31").map(\.finalOn) == [Household.date("2027-01-30")])
  }
}
