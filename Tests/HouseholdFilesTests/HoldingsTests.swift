import HouseholdFiles
import InputFiles
import Planning
import Portfolio
import Quantities
import Testing

@Suite("Accounts, lots and securities")
struct HoldingsTests {
  func prices(_ lines: String, symbol: String = "VTI") throws -> [String] {
    let scenario = try MemoryFiles.small(lines).scenario()
    return scenario.securities.first { $0.symbol == symbol }?.prices.map(\.description) ?? []
  }

  @Test func `lots without a name get one that is theirs alone`() throws {
    let scenario = try MemoryFiles.small(
      lots: """
        account,symbol,acquired,quantity,cost_basis,lot_id,price
        a,VTI,2020-01-02,1,1,,300
        a,VTI,2020-01-02,1,1,,300
        a,VTI,2020-01-02,1,1,VTI-2020-01-02-2,300
        a,VTI,2020-01-02,1,1,,300
        """
    ).scenario()
    #expect(
      scenario.lots.map(\.id) == [
        "VTI-2020-01-02", "VTI-2020-01-02-3", "VTI-2020-01-02-2", "VTI-2020-01-02-4",
      ])
  }

  @Test func `a lot keeps its tacked holding period, adjusted basis and note`() throws {
    let lot = try #require(
      MemoryFiles.small(
        lots: """
          account,symbol,acquired,quantity,cost_basis,price,wash_adjustment,holding_start,note
          a,VXUS,2026-01-15,150,11754.91,71.40,19.66,2025-11-30,"tacked, once"
          """
      ).scenario().lots.first)
    #expect(lot.holdingStart.description == "2025-11-30")
    #expect(lot.adjustedBasis == Money("11754.91"))
    #expect(lot.note == "tacked, once")
  }

  @Test func `lots of retirement accounts need no basis`() throws {
    let files = MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Two accounts
        year: 2026
        taxpayer: {filing_status: single}
        accounts:
          - {id: a, kind: taxable, lots: lots.csv}
          - {id: r, kind: roth_ira, owner: spouse, lots: lots.csv, whole_shares: true}
        """,
      lots: """
        account,symbol,acquired,quantity,cost_basis,price
        r,VTI,2026-01-02,1,,300
        a,VTI,2026-01-02,1,5,300
        """)
    let scenario = try files.scenario()
    #expect(scenario.lots.map(\.adjustedBasis.cents) == [0, 500])
    #expect(
      scenario.accounts[1]
        == Account(id: "r", kind: .rothIRA, owner: "spouse", wholeShares: true))
  }

  @Test func `whole shares may be wanted of all accounts but one`() throws {
    let files = MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Two accounts
        year: 2026
        taxpayer: {filing_status: single}
        accounts: [{id: a, kind: taxable}, {id: b, kind: joint, whole_shares: false}]
        constraints: {whole_shares: true}
        """)
    #expect(try files.scenario().accounts.map(\.wholeShares) == [true, false])
  }

  @Test func `a stated price comes before that of the lots`() throws {
    #expect(try prices("") == ["300.00"])
    #expect(try prices("securities: {VTI: {price: 310.5}}") == ["310.50"])
    #expect(try prices("securities: {VTI: {spread: 1%}}") == ["300.00"])
  }

  @Test func `a price grows by whole tax years from its own`() throws {
    let dates = "planning_dates: [2026-03-31, 2026-12-31, 2027-01-02, 2028-12-31]\n"
    #expect(
      try prices(dates + "securities: {VTI: {price: 100, growth: 5%}}") == [
        "100.00", "100.00", "105.00", "110.25",
      ])
    #expect(
      try prices(dates + "securities: {VTI: {growth: -10%}}") == [
        "300.00", "300.00", "270.00", "243.00",
      ])
    #expect(
      try prices(
        dates
          + "securities: {VTI: {prices: {2026-12-31: 110, 2026-06-30: 100, 2027-06-30: 120}, growth: 10%}}"
      ) == ["100.00", "110.00", "121.00", "132.00"])
  }

  @Test func `the market shifts every price`() throws {
    #expect(try prices("market: {shift: -20%}") == ["240.00"])
    #expect(try prices("market: {shift: -20%}", symbol: "GOOG") == ["144.80"])
  }

  @Test func `a spread holds for all but those that state their own`() throws {
    let scenario = try MemoryFiles.small(
      "securities: {VTI: {spread: 0.02%, replacement: SCHB}}\nconstraints: {spread: 0.1%}"
    ).scenario()
    #expect(scenario.securities.map(\.spread.millionths) == [1_000, 200])
    #expect(scenario.securities.map(\.replacement?.symbol) == [nil, "SCHB"])
  }

  @Test func `a lot says how it was acquired, and how many of its shares replaced others`() throws {
    let lots = try MemoryFiles.small(
      lots: """
        account,symbol,acquired,quantity,cost_basis,price,wash_adjustment,kind,replaced_quantity
        a,VTI,2026-01-15,150,11754.91,71.40,19.66,drip,
        a,VTI,2026-01-16,150,11754.91,71.40,19.66,,12.5
        a,VTI,2026-01-17,150,11754.91,71.40,0,vest,
        a,VTI,2026-01-18,150,11754.91,71.40,,,20
        """
    ).scenario().lots
    #expect(lots.map(\.acquisition) == [.drip, .purchase, .vest, .purchase])
    #expect(lots.map(\.replacedShares.description) == ["150", "12.5", "0", "20"])
  }

  @Test func `a lot replaced no more shares than it has`() {
    #expect(
      MemoryFiles.small(
        lots: """
          account,symbol,acquired,quantity,cost_basis,price,replaced_quantity,kind
          a,VTI,2026-01-15,150,11754.91,71.40,151,
          a,VTI,2026-01-16,150,11754.91,71.40,-1,
          a,VTI,2026-01-17,150,11754.91,71.40,,bought
          """
      ).errors.map { String($0.prefix(100)) } == [
        "lots.csv:2:37: replaced_quantity: 151 is not a number of the lot's shares (0 to 150)",
        "lots.csv:3:37: replaced_quantity: -1 is not a number of the lot's shares (0 to 150)",
        "lots.csv:4:38: kind: unknown value \"bought\" (one of purchase, drip, automatic, contribution, vest, e",
      ])
  }
}
