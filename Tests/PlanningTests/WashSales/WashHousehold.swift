import FederalTax
@testable import Planning
import Portfolio
import Quantities

/// A household with purchases near its one planning date, 30 September 2026; what the ledger says of
/// a plan is written by hand.
struct WashHousehold {
  static func date(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  var accounts = [
    Account(id: "joint", kind: .joint, owner: "both", activity: .supplied),
    Account(id: "hers", kind: .taxable, owner: "spouse", activity: .supplied),
    Account(id: "roth", kind: .rothIRA, owner: "spouse", activity: .supplied),
    Account(id: "work", kind: .plan401k, activity: .none),
  ]
  var prices: [(symbol: String, price: Int64)] = [("BND", 80), ("BTC", 500), ("VTI", 100)]
  var replacements: [String: Replacement] = [:]
  var dates = ["2026-09-30"]
  var lots = [
    lot("V-1", "VTI", "2024-01-02", 100, basis: 12_000),
    lot("B-1", "BND", "2025-02-03", 100, basis: 9_000),
  ]
  var facts = WashFacts(accountsNotSupplied: [])

  static func lot(
    _ id: String, _ symbol: String, _ acquired: String, _ shares: Int64, basis: Int64,
    account: String = "joint", kind: AcquisitionKind = .purchase, replaced: Int64 = 0
  ) -> Lot {
    Lot(
      id: id, account: account, symbol: symbol, acquired: date(acquired),
      quantity: Shares(whole: shares), adjustedBasis: Money(dollars: basis), acquisition: kind,
      replacedShares: Shares(whole: replaced))
  }

  static func purchase(
    _ symbol: String, _ day: String, _ shares: Int64, account: String = "joint",
    kind: AcquisitionKind = .purchase, canBeStopped: Bool = false
  ) -> Purchase {
    Purchase(
      id: "\(account) \(symbol) \(day)", account: account, symbol: symbol, date: date(day),
      shares: Shares(whole: shares), kind: kind, isScheduled: true, canBeStopped: canBeStopped)
  }

  static func pastSale(
    _ symbol: String, _ day: String, _ shares: Int64, loss: Int64
  ) -> PastSale {
    PastSale(
      id: "\(symbol) \(day)", account: "joint", symbol: symbol, date: date(day),
      shares: Shares(whole: shares), proceeds: Money(dollars: 10_000),
      basis: Money(dollars: 10_000 + loss), acquired: date("2023-01-03"))
  }

  func problem() throws -> Problem {
    let first = Self.date(dates[0]).year
    let last = Self.date(dates[dates.count - 1]).year
    var inputs = ReturnInputs<Money>()
    inputs.wages = Money(dollars: 100_000)
    let years = try (first...last).map { year in
      PlanningYear(
        year: year, facts: ReturnFacts(status: .marriedJoint), inputs: inputs,
        law: try FederalLaw.load(year: year, status: .marriedJoint))
    }
    return Problem(
      Scenario(
        title: "wash sales", years: years,
        dates: dates.map {
          PlanningDate(date: Self.date($0), yearIndex: Self.date($0).year - first)
        }, accounts: accounts,
        securities: prices.map { symbol, price in
          Security(
            symbol: symbol,
            prices: Array(repeating: UnitPrice(dollars: price), count: dates.count),
            replacement: replacements[symbol])
        }, lots: lots, wash: facts))
  }

  /// A plan of whole lots with what the ledger says of it.
  static func plan(
    _ problem: Problem, selling sales: [(position: Int, date: Int)], wash: PlanWash = PlanWash()
  ) -> PricedPlan {
    var plan = PlanPricer(problem).price(
      Plan(
        sales.map {
          Sale(position: $0.position, date: $0.date, shares: problem.positions[$0.position].shares)
        }))
    plan.wash = wash
    return plan
  }

  /// Every share of a sale exposed.
  static func exposure(
    _ sale: PlanWash.LossSale, _ shares: Int64, loss: Int64
  ) -> PlanWash.Exposure {
    PlanWash.Exposure(sale: sale, shares: Shares(whole: shares), loss: Money(dollars: loss))
  }

  func outlook(
    selling sales: [(position: Int, date: Int)], wash: PlanWash = PlanWash()
  ) throws -> WashOutlook {
    let problem = try problem()
    return WashOutlook(problem, Self.plan(problem, selling: sales, wash: wash))
  }
}
