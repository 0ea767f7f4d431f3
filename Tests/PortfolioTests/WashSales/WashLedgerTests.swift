import Portfolio
import Quantities
import Testing

@Suite struct WashLedgerTests {
  @Test(arguments: [
    ("2024-05-01", 0), ("2024-05-02", 100), ("2024-06-01", 100), ("2024-07-01", 100),
    ("2024-07-02", 0),
  ])
  func `thirty days on either side are inside the window, thirty-one are not`(
    bought: String, disallowed: Int
  ) throws {
    let result = try ledger([
      Record.buy("old", "2023-01-10", 10, at: 30),
      Record.sell("s", "2024-06-01", 10, at: 20, lots: [("old", 10)]),
      Record.buy("new", bought, 10, at: 25),
    ])
    #expect(result.sales.map(\.disallowed) == [Fraction(disallowed)])
  }

  @Test func `a share replaces once`() throws {
    let result = try ledger([
      Record.buy("a", "2023-01-10", 10, at: 30), Record.buy("b", "2023-02-10", 10, at: 40),
      Record.sell("s1", "2024-06-03", 10, at: 20, lots: [("b", 10)]),
      Record.sell("s2", "2024-06-04", 10, at: 20, lots: [("a", 10)]),
      Record.buy("new", "2024-06-20", 10, at: 25),
    ])
    #expect(result.sales.map(\.disallowed) == [200, 0])
  }

  @Test func `shares sold at or before the loss are no replacement`() throws {
    let result = try ledger([
      Record.buy("a", "2023-01-10", 10, at: 30), Record.buy("b", "2024-06-01", 10, at: 22),
      Record.sell("s1", "2024-06-10", 10, at: 25, lots: [("b", 10)]),
      Record.sell("s2", "2024-06-11", 10, at: 20, lots: [("a", 10)]),
    ])
    #expect(result.sales.map(\.disallowed) == [0, 0])
  }

  @Test func `lots sold on one day replace each other only under the other reading`() throws {
    let records = [
      try Record.buy("a", "2023-01-10", 10, at: 30), try Record.buy("b", "2024-06-01", 10, at: 22),
      try Record.sell("s", "2024-06-11", 20, at: 20),
    ]
    let result = try ledger(records)
    #expect(result.sales.map(\.disallowed) == [0, 0])
    let other = try ledger(records, policy: WashPolicy(sameDaySales: .regulationOrder))
    #expect(other.sales.map(\.disallowed) == [100, 0])
    let effect = try #require(result.policyEffects?.first { $0.policy == "same_day_sales" })
    #expect(effect.disallowedChange == 100)
  }

  @Test func `fills of a split security replace in split-adjusted shares`() throws {
    let result = try ledger([
      Record.buy("a", "2023-01-10", 10, at: 30), Record.sell("s", "2024-06-03", 10, at: 20),
      Record.record("x", "2024-06-10", .split(symbol: "M", ratio: 2)),
      Record.buy("b", "2024-06-12", 10, at: 9),
    ])
    #expect(result.sales[0].matches.map(\.quantity) == [5])
    #expect(result.sales[0].disallowed == 50)
    #expect(result.held.map(\.basis) == [140])
  }

  @Test func `a right to acquire replaces the shares, and not the other way round`() throws {
    let call = LedgerRecords.Security(
      symbol: "CALL", assetClass: .option, acquires: "M", acquiresPerUnit: 100)
    let records = [
      try Record.buy("a", "2023-01-10", 100, at: 30),
      try Record.sell("s", "2024-06-03", 100, at: 20),
      try Record.buy("c", "2024-06-10", 1, at: 150, of: "CALL"),
    ]
    #expect(try ledger(records, securities: [call]).sales.map(\.disallowed) == [1_000])
    let reverse = [
      try Record.buy("c", "2023-01-10", 1, at: 150, of: "CALL"),
      try Record.sell("s", "2024-06-03", 1, at: 50, of: "CALL"),
      try Record.buy("a", "2024-06-10", 100, at: 30),
    ]
    #expect(try ledger(reverse, securities: [call]).sales.map(\.disallowed) == [0])
  }

  @Test func `crypto assets are inside from the day a law says so`() throws {
    let coin = LedgerRecords.Security(symbol: "M", assetClass: .crypto)
    let records = [
      try Record.buy("a", "2023-01-10", 1, at: 30), try Record.sell("s", "2024-06-03", 1, at: 20),
      try Record.buy("b", "2024-06-10", 1, at: 25),
    ]
    for (from, disallowed) in [(nil, 0), ("2024-06-04", 0), ("2024-06-03", 10)] {
      let policy = WashPolicy(cryptoSubjectFrom: from.flatMap { CivilDate($0) })
      let result = try ledger(records, policy: policy, securities: [coin])
      #expect(result.sales.map(\.disallowed) == [Fraction(disallowed)])
    }
  }

  @Test func `a loss whose window is open is provisional, to 30 January across the year`() throws {
    let result = try ledger([
      Record.buy("a", "2023-01-10", 30, at: 30), Record.sell("s1", "2024-06-03", 10, at: 20),
      Record.sell("s2", "2024-11-29", 10, at: 20), Record.sell("s3", "2024-12-02", 10, at: 20),
    ])
    #expect(result.provisional.map(\.sale) == ["s2", "s3"])
    #expect(
      result.provisional.map(\.provisionalUntil)
        == [CivilDate("2024-12-29"), CivilDate("2025-01-30")])
  }

  @Test func `the order of the records changes nothing`() throws {
    let records = [
      try Record.buy("a", "2024-06-01", 10, at: 30), try Record.buy("b", "2024-06-01", 10, at: 30),
      try Record.buy("c", "2024-06-01", 10, at: 30, in: "IRA"),
      try Record.sell("s", "2024-06-03", 5, at: 20), try Record.sell("t", "2024-06-03", 5, at: 20),
      try Record.buy("d", "2024-06-20", 7, at: 22, in: "S"),
    ]
    let result = try ledger(records)
    let reversed = try ledger(records.reversed())
    #expect(result.sales == reversed.sales)
    #expect(result.held == reversed.held)
  }
}
