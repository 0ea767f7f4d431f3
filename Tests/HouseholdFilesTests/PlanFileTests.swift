import HouseholdFiles
import InputFiles
import Planning
import Quantities
import Testing

@Suite("A plan in a file")
struct PlanFileTests {
  let problem: Problem

  init() throws {
    problem = Problem(
      try MemoryFiles.small(
        "planning_dates: [2026-09-30, 2026-12-31]\n"
          + "constraints: {never_sell: [V2], whole_shares: true}"
      ).scenario())
  }

  func load(_ text: String) throws(InputFailure) -> Plan {
    try loadPlan(at: "p.csv", for: problem) { path throws(InputError) in
      SourceText(text, name: path)
    }
  }

  @Test func `records become sales, in any order and with columns that are not needed`() throws {
    let plan = try load(
      """
      date,symbol,lot_id,quantity,gain
      2026-12-31,GOOG,G1,5,1
      2026-09-30,VTI,V1,10,2
      2026-12-31,GOOG,G1,2,3
      """)
    #expect(
      plan.sales == [
        Sale(position: 0, date: 0, shares: Shares(whole: 10)),
        Sale(position: 1, date: 1, shares: Shares(whole: 7)),
      ])
  }

  @Test func `everything wrong is reported at its place`() throws {
    let failure = try #require(throws: InputFailure.self) {
      try load(
        """
        lot_id,quantity,date,account,symbol
        V9,1,2026-09-30,,
        V2,1,2026-09-30,,
        V1,-1,2026-09-30,,
        V1,1,2026-09-29,,
        V1,1,,,
        V1,1.5,2026-09-30,,
        V1,1,2026-09-30,b,
        V1,1,2026-09-30,,GOOG
        V1,9,2026-12-31,,
        """)
    }
    #expect(
      failure.errors.map { "\($0.location.line):\($0.location.column) \($0.summary)" } == [
        "2:1 no lot is named \"V9\" (did you mean \"V1\"?)",
        "3:1 lot V2 may not be sold: never_sell: V2",
        "4:4 -1 is not a number of shares held (more than zero)",
        "5:6 2026-09-29 is not a planning date (one of 2026-09-30, 2026-12-31)",
        "6:6 is empty (one of 2026-09-30, 2026-12-31)",
        "7:4 lot V1 is sold in whole shares only",
        "8:17 lot V1 has the account a",
        "9:18 lot V1 has the symbol VTI",
        "10:4 10.5 shares of lot V1 are sold; it has 10",
      ])
  }
}
