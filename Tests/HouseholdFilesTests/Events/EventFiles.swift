import HouseholdFiles
import Planning
import Quantities

extension MemoryFiles {
  /// A household with two accounts, a price of ACME, and events, one YAML mapping a line.
  static func events(
    _ events: String..., dates: String = "[2026-09-30]", status: String = "single",
    lots: String = "", lines: String = "", activity: String = ""
  ) -> MemoryFiles {
    MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Events
        year: 2026
        taxpayer: {filing_status: \(status)}
        planning_dates: \(dates)
        accounts:
          - {id: a, kind: taxable, lots: lots.csv, transactions: a.csv}
          - {id: ira, kind: traditional_ira}
        securities: {ACME: {price: 90}, VTI: {price: 300}}
        \(lines)
        events:
        \(events.map { "  - \($0)" }.joined(separator: "\n"))

        """,
      lots: "account,symbol,acquired,quantity,cost_basis,lot_id,kind\n" + lots,
      others: ["a.csv": "date,action,symbol,quantity,price,lot_id,kind\n" + activity])
  }

  /// The amounts of the first year.
  func firstYear() throws -> PlanningYear { try scenario().years[0] }
}

/// A vest of 100 shares at 150; further keys may follow.
func vest(_ date: String = "2026-05-15", _ more: String = "") -> String {
  "{kind: vest, date: \(date), account: a, symbol: ACME, shares: 100, price: 150\(more)}"
}
