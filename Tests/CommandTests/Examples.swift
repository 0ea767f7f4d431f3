/// Files for the tests of the commands.
enum Examples {
  /// A household with a large gain behind it, and lots at a gain and at a loss.
  static func scenario(_ more: String = "") -> String {
    """
    schema: harvest.scenario/1
    title: A year with a gain
    year: 2026
    taxpayer: {filing_status: married_joint, birth_year: 1980, children_under_17: 2}
    planning_dates: [2026-09-30]
    income: {wages: 420_000, taxable_interest: 3_100}
    capital: {realized_long_term: 30_000}
    accounts:
      - {id: joint, kind: joint, owner: both, lots: lots.csv}
      - {id: roth, kind: roth_ira, owner: spouse, lots: lots.csv}
    securities:
      VTI: {price: 301.00}
      GOOG: {price: 181.00}
    \(more)
    """
  }

  static let lots = """
    account,symbol,acquired,quantity,cost_basis,lot_id
    joint,VTI,2024-02-12,300,105000.00,V-1
    joint,VTI,2026-03-02,120,39000.50,V-2
    joint,GOOG,2019-05-20,400,22800.00,G-1
    roth,VTI,2025-01-15,50,14000.00,R-1

    """

  /// A question to `harvest tax`.
  static func question(_ id: String, _ more: String = "") -> String {
    #"{"id": "\#(id)", "year": 2026, "filing_status": "single", "wages": 90000\#(more)}"# + "\n"
  }
}
