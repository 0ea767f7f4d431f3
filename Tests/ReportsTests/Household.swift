import FederalTax
import Planning
import Portfolio
import Quantities

/// Small households made by hand.
enum Household {
  static func date(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  static func money(_ text: String) -> Money {
    guard let money = Money(text) else { preconditionFailure("\(text) is no amount") }
    return money
  }

  static func lot(
    _ id: String, _ account: String, _ symbol: String, _ acquired: String, _ shares: Int64,
    basis: String
  ) -> Lot {
    Lot(
      id: id, account: account, symbol: symbol, acquired: date(acquired),
      quantity: Shares(whole: shares), adjustedBasis: money(basis))
  }

  static func year(
    _ year: Int, status: FilingStatus = .marriedJoint, age: Int = 46, gains: String = "0",
    overlay: LawOverlay? = nil
  ) throws -> PlanningYear {
    var inputs = ReturnInputs<Money>()
    inputs.wages = money("420000")
    inputs.taxableInterest = money("3100")
    inputs.ordinaryDividends = money("9000")
    inputs.qualifiedDividends = money("7500")
    inputs.longTermGain = money(gains)
    return PlanningYear(
      year: year, facts: ReturnFacts(status: status, age: age, childrenUnder17: 2),
      inputs: inputs, law: try FederalLaw.load(year: year, status: status, overlay: overlay))
  }

  static let accounts = [
    Account(id: "joint", kind: .joint, owner: "both"),
    Account(id: "roth", kind: .rothIRA, owner: "spouse"),
  ]

  static let lots = [
    lot("V-1", "joint", "VTI", "2024-02-12", 300, basis: "105000"),
    lot("V-2", "joint", "VTI", "2026-03-02", 120, basis: "39000.50"),
    lot("G-1", "joint", "GOOG", "2019-05-20", 400, basis: "22800"),
    lot("R-1", "roth", "VTI", "2025-01-15", 50, basis: "14000"),
    lot("B-1", "joint", "BND", "2021-08-09", 1_000, basis: "86000"),
  ]

  static func security(_ symbol: String, _ prices: Int64...) -> Security {
    Security(symbol: symbol, prices: prices.map(UnitPrice.init(dollars:)))
  }

  /// A year with a long-term gain, lots at a gain and at a loss, and a lot in a Roth IRA.
  static func oneYear(
    title: String = "A year with a gain", constraints: PlanConstraints = PlanConstraints(),
    outlook: Outlook = Outlook(), age: Int = 46
  ) throws -> Problem {
    Problem(
      Scenario(
        title: title, years: [try year(2026, age: age, gains: "30000")],
        dates: [PlanningDate(date: date("2026-09-30"), yearIndex: 0)], accounts: accounts,
        securities: [security("BND", 72), security("GOOG", 181), security("VTI", 301)], lots: lots,
        constraints: constraints, outlook: outlook, inputFingerprint: "00ff"))
  }

  /// Two years, the second after the published law, with a date in each.
  static func twoYears() throws -> Problem {
    Problem(
      Scenario(
        title: "A loss banked for the next year",
        years: [try year(2026), try year(2027, gains: "60000")],
        dates: [
          PlanningDate(date: date("2026-09-30"), yearIndex: 0),
          PlanningDate(date: date("2027-06-30"), yearIndex: 1),
        ], accounts: accounts,
        securities: [
          security("BND", 72, 73), security("GOOG", 181, 190), security("VTI", 301, 280),
        ], lots: lots, outlook: Outlook(discountRate: Rate(percent: 4)), inputFingerprint: "00ff"))
  }

  /// The plan that sells shares of lots, named by their place among the problem's positions.
  static func outcome(
    _ problem: Problem, _ sales: [(position: Int, date: Int, shares: Int64)],
    maker: PlanMaker = .optimal, gap: String? = "0.00", isComplete: Bool = true,
    greedy: PricedPlan? = nil
  ) -> PlanOutcome {
    let priced = PlanPricer(problem).price(
      Plan(
        sales.map { Sale(position: $0.position, date: $0.date, shares: Shares(whole: $0.shares)) }))
    let proof = gap.map { gap in
      Proof(
        bound: priced.objective.value - money(gap), gap: money(gap), isComplete: isComplete)
    }
    return PlanOutcome(
      priced: priced, maker: maker, proof: proof, greedy: greedy,
      effort: Effort(rows: 12, columns: 20, binaries: 4, nodes: 3, seconds: 0.012345))
  }
}
