import HouseholdFiles
import InputFiles
import Planning
import Portfolio
import Quantities
import Testing

@Suite("Activity of accounts")
struct ActivityTests {
  @Test func `an account has supplied activity, says there is none, or says nothing`() throws {
    let files = MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Coverage
        year: 2026
        taxpayer: {filing_status: single}
        accounts:
          - {id: a, kind: taxable, transactions: a.csv}
          - {id: b, kind: taxable, transactions: none}
          - {id: c, kind: roth_ira}
        """, others: ["a.csv": "date,action,symbol,quantity\n"])
    #expect(try files.scenario().accounts.map(\.activity) == [.supplied, .none, .notSupplied])
    #expect(try files.load().files == ["s.yaml", "a.csv"])
    #expect(try files.load().warnings.isEmpty)
  }

  @Test func `a purchase that is a lot tells how the lot was acquired, and is nothing more`() throws
  {
    let files = MemoryFiles.washSales(
      lots: """
        a,VTI,2026-11-20,10,2000,100,V1,
        a,VTI,2026-11-23,4,800,100,,
        a,VTI,2026-11-24,3,600,100,V3,
        a,VTI,2026-11-25,3,600,100,V4,vest
        """,
      activity: """
        2026-11-20,reinvest,VTI,10,,,,,,V1,,,
        2026-11-23,vest,VTI,6,,,,,,,,,
        2026-11-24,buy,VTI,3,,,,,,,espp,,
        2026-11-25,buy,VTI,3,,,,,,,,,
        """)
    #expect(try files.scenario().lots.map(\.acquisition) == [.drip, .vest, .espp, .vest])
    #expect(try files.purchases() == [])
    #expect(try files.load().warnings.isEmpty)
  }

  @Test func `purchases of one day belong to the lots of that day`() throws {
    let files = MemoryFiles.washSales(
      lots: """
        a,VTI,2026-11-20,10,2000,100,,
        a,VTI,2026-11-20,4,800,100,,
        a,VTI,2026-11-20,7,800,100,V7,
        """,
      activity: """
        2026-11-20,reinvest,VTI,4,,,,,,,,,
        2026-11-20,vest,VTI,10,,,,,,,,,
        2026-11-20,espp,VTI,7,,,,,,V7,,,
        """)
    #expect(try files.scenario().lots.map(\.acquisition) == [.vest, .drip, .espp])
    #expect(try files.purchases() == [])
  }

  @Test func `a purchase of another name than the lot of its day is another purchase`() throws {
    let files = MemoryFiles.washSales(
      lots: "a,VTI,2026-11-20,10,2000,100,V1,",
      activity: "2026-11-20,reinvest,VTI,10,,,,,,V2,,,")
    #expect(try files.scenario().lots[0].acquisition == .purchase)
    #expect(try files.purchases() == ["a VTI drip 2026-11-20: 10 drip"])
    #expect(
      try files.load().warnings.map { "\($0.location): \($0.summary)" } == [
        "a.csv:2:25: 10 shares are neither in a lot nor sold (they are taken as held; add their lot or their sale)"
      ])
  }

  @Test func `purchases in an account without lots are purchases, but gifts are none`() throws {
    let files = MemoryFiles.washSales(
      roth: """
        2026-12-01,Buy,VTI,10
        2026-11-02,Reinvest Shares,VTI,0.375
        2026-11-02,reinvestment,VTI,0.5
        2026-11-03,gift,VTI,7
        2026-11-04,stock_dividend,VTI,1
        """)
    #expect(
      try files.purchases() == [
        "r VTI drip 2026-11-02: 0.375 drip", "r VTI drip 2026-11-02 (2): 0.5 drip",
        "r VTI purchase 2026-12-01: 10 purchase",
      ])
    #expect(try files.scenario().wash.purchases.map(\.isScheduled) == [false, false, false])
    #expect(try files.load().warnings.isEmpty)
  }

  @Test func `sales take shares of the record, those bought first unless they name others`() throws
  {
    let files = MemoryFiles.washSales(
      roth: """
        2026-11-20,sell,VTI,12
        2026-11-01,buy,VTI,10
        2026-11-02,buy,VTI,10
        2026-11-21,buy,VTI,1
        """)
    #expect(
      try files.purchases() == [
        "r VTI purchase 2026-11-02: 8 purchase", "r VTI purchase 2026-11-21: 1 purchase",
      ])
    #expect(try files.pastSales() == [])
    var named = files
    named.files["r.csv"] = """
      date,action,symbol,quantity,acquired,lot_id
      2026-11-01,buy,VTI,10,,R1
      2026-11-02,buy,VTI,10,,R2
      2026-11-03,buy,VTI,10,,R3
      2026-11-20,sell,VTI,4,,R2
      2026-11-21,sell,VTI,3,2026-11-03,
      """
    #expect(try named.scenario().wash.purchases.map(\.shares.description) == ["10", "6", "7"])
  }

  @Test func `shares that were held after a loss are a purchase though they are sold`() throws {
    func shares(lossOn day: String, sold: String = "2026-12-03", _ more: String = "") throws
      -> [String]
    {
      try MemoryFiles.washSales(
        activity: "\(day),sell,VTI,10,50,,,900,2020-01-02,,,\(more),",
        roth: "2026-11-05,buy,VTI,8\n\(sold),sell,VTI,6\n"
      ).scenario().wash.purchases.map {
        "\($0.shares)\($0.soldOn.map { _ in " until sold" } ?? "")"
      }
    }
    #expect(try shares(lossOn: "2026-12-02") == ["2", "6 until sold"])
    #expect(try shares(lossOn: "2026-12-03") == ["2"])
    #expect(try shares(lossOn: "2026-10-06") == ["2", "6 until sold"])
    #expect(try shares(lossOn: "2026-10-05") == ["2"])
    #expect(try shares(lossOn: "2026-12-05", sold: "2026-12-06") == ["2", "6 until sold"])
    #expect(try shares(lossOn: "2026-12-06", sold: "2026-12-07") == ["2"])
    // What the household counts as disallowed already has met its purchase.
    #expect(try shares(lossOn: "2026-12-02", "400") == ["2"])
    #expect(try shares(lossOn: "2026-12-02", "399.99") == ["2", "6 until sold"])
  }

  @Test func `the rest of a purchase does not replace what was sold of it at a loss`() throws {
    let files = MemoryFiles.washSales(
      activity: """
        2026-11-05,buy,VTI,10,100,,,,,,,,
        2026-11-10,sell,VTI,4,50,,,,,,,,
        2026-11-12,sell,VTI,6,50,,,,,,,,
        """)
    #expect(try files.purchases() == [])
    #expect(
      try files.pastSales() == [
        "a VTI sale 2026-11-10: 4 at 200.00, 400.00 of 2026-11-05",
        "a VTI sale 2026-11-12: 6 at 300.00, 600.00 of 2026-11-05",
      ])
  }

  @Test func `of a lot the shares sold after a loss are a purchase besides`() throws {
    let files = MemoryFiles.washSales(
      lots: "a,VTI,2026-11-20,4,400,100,V1,",
      activity: """
        2026-11-20,buy,VTI,10,100,,,,,V1,,,
        2026-12-01,sell,VTI,5,50,,,900,2020-01-02,,,,
        2026-12-02,sell,VTI,6,110,,,,,V1,,,
        """)
    #expect(try files.purchases() == ["a VTI purchase 2026-11-20: 6 purchase"])
    #expect(try files.scenario().wash.pastSales.map(\.lot) == [nil, 0])
  }

  @Test func `that a sale is taken to have sold recent shares is a warning`() throws {
    func warnings(_ sale: String) throws -> [String] {
      var files = MemoryFiles.washSales()
      files.files["r.csv"] = """
        date,action,symbol,quantity,acquired
        2026-11-14,buy,VTI,2,
        2026-11-15,buy,VTI,10,
        \(sale)
        """
      return try files.load().warnings.map { "\($0.location): \($0.summary)" }
    }
    #expect(
      try warnings("2026-12-01,sell,VTI,4,") == [
        "r.csv:4:21: shares bought on 2026-11-15 are taken as sold, first in first out (state lot_id or acquired, or begin the record with the shares held before)"
      ])
    #expect(try warnings("2026-12-01,sell,VTI,2,") == [])
    #expect(try warnings("2026-12-01,sell,VTI,4,2026-11-15") == [])
  }

  @Test func `an identical security counts as the same`() throws {
    let files = MemoryFiles.washSales(
      activity: "2026-11-10,sell,GOOG,10,50,,,900,2020-01-02,,,,",
      roth: "2026-11-05,buy,GOOGL,8\n2026-12-01,sell,GOOGL,8\n",
      lines: "securities: {GOOG: {identical_to: [GOOGL]}}")
    #expect(try files.purchases() == ["r GOOGL purchase 2026-11-05: 8 purchase"])
  }

  @Test func `words of brokers are understood, and what cannot matter is a warning`() throws {
    let files = MemoryFiles.washSales(
      roth: """
        2026-11-01,Sell to Cover,VTI,1
        2026-11-02,DIVIDEND,VTI,
        2026-11-03,Contribution,,500
        2026-11-04,contribution,VTI,5
        ,journal,,
        2026-11-05,DIVIDEND,VOO,
        """)
    #expect(try files.purchases() == ["r VTI contribution 2026-11-04: 5 contribution"])
    #expect(
      try files.load().warnings.map { "\($0.location): \($0.path): \($0.summary)" } == [
        "r.csv:3:12: action: 2 records are ignored: \"DIVIDEND\" is neither a purchase nor a sale of shares",
        "r.csv:4:12: action: 1 record is ignored: \"Contribution\" is neither a purchase nor a sale of shares",
        "r.csv:6:2: action: 1 record is ignored: \"journal\" is neither a purchase nor a sale of shares",
      ])
  }

  @Test func `several accounts share a file`() throws {
    let files = MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Shared
        year: 2026
        taxpayer: {filing_status: single}
        accounts:
          - {id: r, kind: roth_ira, transactions: r.csv}
          - {id: h, kind: hsa, owner: spouse, transactions: r.csv}
        """,
      others: [
        "r.csv": """
        account,date,action,symbol,quantity
        h,2026-12-01,buy,VTI,1
        r,2026-12-01,buy,VTI,2
        """
      ])
    #expect(
      try files.purchases() == [
        "h VTI purchase 2026-12-01: 1 purchase", "r VTI purchase 2026-12-01: 2 purchase",
      ])
  }
}
