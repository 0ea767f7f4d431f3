import Portfolio
import Quantities
import Testing

@Suite struct LedgerProblemTests {
  @Test func `everything that is wrong is reported, with its record and place`() throws {
    let found = try problems([
      Record.buy("a", "2024-01-10", 10, at: 30),
      Record.buy("a", "2024-01-11", 10, at: 30),
      Record.buy("b", "2024-01-12", 0, at: 30),
      Record.buy("c", "2024-01-12", 1, at: 30, in: "X"),
      Record.sell("s1", "2024-02-01", 21, at: 30),
      Record.sell("s2", "2024-02-01", 1, at: 30, lots: [("z", 1)]),
      Record.sell("s3", "2024-02-01", 2, at: 30, lots: [("a", 1)]),
      Record.sell("s4", "2024-01-01", 1, at: 30, lots: [("a", 1)]),
      Record.sell("s5", "2024-02-01", 1, at: 30, in: "S", lots: [("a", 1)]),
      Record.record("x", "2024-02-02", .split(symbol: "M", ratio: 0)),
    ])
    #expect(
      found.map(\.path) == [
        "transactions[1].id", "transactions[2].qty", "transactions[3].account",
        "transactions[4].qty", "transactions[5].lots[0].lot", "transactions[6].lots",
        "transactions[7].lots[0]", "transactions[8].lots[0]", "transactions[9].ratio",
      ])
    #expect(found.map(\.transaction) == ["a", "b", "c", "s1", "s2", "s3", "s4", "s5", "x"])
    #expect(
      found.map(\.code) == [
        .duplicateID, .invalidValue, .unknownName, .notHeld, .unknownName, .invalidValue,
        .notHeld, .notHeld, .invalidValue,
      ])
  }

  @Test func `owning and owing identical shares is refused by name`() throws {
    let found = try problems([
      Record.buy("a", "2024-01-10", 10, at: 30), Record.short("h", "2024-02-01", 5, at: 30),
    ])
    #expect(found.map(\.transaction) == ["h"])
    #expect(found.map(\.code) == [.notSupported])
    let bought = try problems([
      Record.short("h", "2024-02-01", 5, at: 30), Record.buy("a", "2024-02-10", 10, at: 30),
    ])
    #expect(bought.map(\.transaction) == ["a"])
  }

  @Test func `a short position is fine once what was owned is gone`() throws {
    #expect(
      try problems([
        Record.buy("a", "2024-01-10", 10, at: 30), Record.sell("s", "2024-02-01", 10, at: 30),
        Record.short("h", "2024-02-01", 5, at: 30), Record.cover("c", "2024-02-05", 5, at: 29),
        Record.buy("b", "2024-02-05", 10, at: 30),
      ]) == [])
    // At known times the same day is not one moment.
    #expect(
      try problems([
        Record.buy("a", "2024-01-10", 10, at: 30),
        Record.short("h", "2024-02-01", 5, at: 30, time: "10:00:00"),
        Record.sell("s", "2024-02-01", 10, at: 30, time: "11:00:00"),
      ]).map(\.transaction) == ["h"])
  }

  @Test func `a lot is sold where it was moved to, and moves from where it is`() throws {
    let records = [
      try Record.buy("a", "2024-01-10", 10, at: 30),
      try Record.record("m", "2024-02-01", .transfer(lot: "a", from: "T", to: "S")),
    ]
    #expect(try problems(records + [Record.sell("s", "2024-02-02", 10, at: 1, in: "S")]) == [])
    #expect(
      try problems(records + [Record.sell("s", "2024-02-02", 10, at: 1)]).map(\.code)
        == [.notHeld])
    let again = try Record.record("n", "2024-02-03", .transfer(lot: "a", from: "T", to: "S"))
    #expect(try problems(records + [again]).map(\.path) == ["transactions[2].from"])
    let early = try Record.record("n", "2024-01-09", .transfer(lot: "a", from: nil, to: "S"))
    #expect(try problems([records[0], early]).map(\.path) == ["transactions[1].date"])
    let distribution = try Record.record(
      "n", "2024-02-03", .transfer(lot: "a", from: nil, to: "IRA"))
    #expect(try problems([records[0], distribution]).map(\.code) == [.notSupported])
  }
}
