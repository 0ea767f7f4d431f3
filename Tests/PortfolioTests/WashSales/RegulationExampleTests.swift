import Portfolio
import Quantities
import Testing

@Suite struct RegulationExampleTests {
  @Test func `Reg 1.1091-1(h) example 1: a purchase before the sale replaces`() throws {
    let result = try ledger([
      Record.buy("b1", "1954-12-01", 100, at: 100), Record.buy("b2", "1954-12-15", 100, at: 90),
      Record.sell("s1", "1955-01-03", 100, at: 90, lots: [("b1", 100)]),
    ])
    #expect(result.sales.map(\.disallowed) == [1_000])
    #expect(result.sales[0].recognized == 0)
    #expect(result.held.map(\.basis) == [10_000])
  }

  @Test func `Reg 1.1091-1(h) example 2: fewer bought than sold disallow in proportion`() throws {
    let result = try ledger([
      Record.buy("b1", "1954-09-21", 100, at: 50),
      Record.buy("b2", "1954-12-21", 50, at: 55),
      Record.buy("b3", "1954-12-27", 25, at: 45),
      Record.sell("s1", "1955-01-03", 100, at: 40, lots: [("b1", 100)]),
    ])
    #expect(result.sales.map(\.disallowed) == [750])
    #expect(result.sales.map(\.recognized) == [-250])
    #expect(result.held.map(\.basis) == [3_250, 1_375])
  }

  @Test func `Reg 1.1091-1(h) example 3: the first shares bought replace`() throws {
    let result = try ledger([
      Record.buy("b1", "1954-09-15", 100, at: 50), Record.sell("s1", "1956-02-01", 100, at: 40),
      Record.buy("b2", "1956-02-15", 50, at: 40), Record.buy("b3", "1956-02-16", 50, at: 40),
      Record.buy("b4", "1956-02-17", 50, at: 40), Record.buy("b5", "1956-02-18", 50, at: 40),
    ])
    #expect(result.sales[0].matches.map(\.replacement) == ["b2", "b3"])
    #expect(result.sales[0].matches.map(\.loss) == [500, 500])
    #expect(result.held.map(\.isReplacement) == [true, true, false, false])
    #expect(result.held[0].holdingStart == CivilDate("1954-09-29"))
    #expect(result.held[2].holdingStart == CivilDate("1956-02-17"))
  }

  @Test(arguments: [(90, 110), (70, 90)])
  func `Reg 1.1091-2 examples: the loss joins the cost of the new share`(
    cost: Int, basis: Int
  ) throws {
    let result = try ledger([
      Record.buy("b1", "1935-06-03", 1, at: 100), Record.sell("s1", "1955-01-15", 1, at: 80),
      Record.buy("b2", "1955-02-01", 1, at: Fraction(cost)),
    ])
    #expect(result.sales[0].disallowed == 20)
    #expect(result.held[0].basis == Fraction(basis))
  }

  @Test func `Rev. Rul. 2008-5: a loss replaced in an IRA is lost, and joins no basis`() throws {
    let result = try ledger([
      Record.buy("b1", "2007-06-01", 100, at: 10), Record.sell("s1", "2007-12-20", 100, at: 7),
      Record.buy("b2", "2007-12-21", 100, at: 8, in: "IRA"),
    ])
    #expect(result.sales[0].disallowed == 300)
    #expect(result.sales[0].permanent == 300)
    #expect(result.held.map(\.basis) == [800])
  }

  @Test func `Rev. Rul. 56-602: the rest of a purchase does not replace a part of it`() throws {
    let records = [
      try Record.buy("b1", "2024-03-01", 50, at: 10, order: "o"),
      try Record.buy("b2", "2024-03-01", 50, at: 10, order: "o"),
      try Record.sell("s1", "2024-03-15", 60, at: 8),
    ]
    #expect(try ledger(records).sales.map(\.disallowed) == [0, 0])
    let literal = try ledger(records, policy: WashPolicy(sameLot: .include))
    #expect(literal.sales.map(\.disallowed).total() == 80)
  }
}
