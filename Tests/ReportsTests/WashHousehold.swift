@testable import Planning
import Portfolio
import Quantities

extension Household {
  private static func purchase(
    _ symbol: String, _ day: String, _ shares: String, account: String, kind: AcquisitionKind,
    canBeStopped: Bool, isEstimated: Bool = false
  ) -> Purchase {
    guard let shares = Shares(shares) else { preconditionFailure("\(shares) is no number") }
    return Purchase(
      id: "\(account) \(symbol) \(day)", account: account, symbol: symbol, date: date(day),
      shares: shares, kind: kind, isScheduled: true, canBeStopped: canBeStopped,
      isEstimated: isEstimated)
  }

  /// A household with a recent purchase, reinvested dividends in a Roth IRA, a vest that cannot be
  /// stopped, a past sale at a loss and a replacement.
  static func nearPurchases(coverage: [String]? = nil) throws -> Problem {
    var scenario = try oneYear(title: "Purchases on both sides").scenario
    scenario.accounts[0].activity = .supplied
    scenario.lots.append(lot("G-2", "joint", "GOOG", "2024-06-03", 100, basis: "21000"))
    scenario.lots.append(lot("V-3", "joint", "VTI", "2026-09-14", 40, basis: "12100"))
    scenario.securities[2].replacement = Replacement(
      symbol: "SCHB", relation: .notIdentical, decidedBy: "Ann")
    scenario.wash = WashFacts(
      groups: [IdenticalGroup(members: [.init(symbol: "GOOG"), .init(symbol: "GOOGL")])],
      pastSales: [
        PastSale(
          id: "past-1", account: "joint", symbol: "BND", date: date("2026-09-10"),
          shares: Shares(whole: 100), proceeds: money("7200"), basis: money("8600"),
          acquired: date("2021-08-09"), lot: 4)
      ],
      purchases: [
        purchase(
          "VTI", "2026-10-09", "0.75", account: "roth", kind: .drip, canBeStopped: true,
          isEstimated: true),
        purchase("GOOGL", "2026-10-20", "30", account: "joint", kind: .vest, canBeStopped: false),
      ], accountsNotSupplied: coverage)
    return Problem(scenario)
  }

  /// A plan for ``nearPurchases(coverage:)`` with what the ledger says of it, written by hand: of
  /// 100 GOOG 30 are replaced by the vest, of 340 VTI 40 by the recent lot.
  static func washedOutcome(_ problem: Problem, losesForGood: Bool = false) -> PlanOutcome {
    var outcome = Household.outcome(problem, [(0, 0, 300), (4, 0, 100)])
    var priced = outcome.priced
    priced.sales = priced.sales.map { sale in
      var sale = sale
      let isFund = sale.sale.position == 0
      sale.disallowed = money(isFund ? "1960" : "870")
      sale.permanent = losesForGood && isFund ? sale.disallowed : .zero
      return sale
    }
    priced.wash = PlanWash(
      matches: [
        .init(
          sale: .planned(0), source: .lot(6), shares: Shares(whole: 40), loss: money("1960"),
          isPermanent: losesForGood),
        .init(
          sale: .planned(1), source: .purchase(1), shares: Shares(whole: 30), loss: money("870"),
          isPermanent: false),
      ],
      exposures: [
        .init(sale: .planned(0), shares: Shares(whole: 260), loss: money("12740")),
        .init(sale: .planned(1), shares: Shares(whole: 70), loss: money("2030")),
        .init(sale: .past(0), shares: Shares(whole: 100), loss: money("1400")),
      ], stops: [0])
    outcome.priced = priced
    return outcome
  }
}
