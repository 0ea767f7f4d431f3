import HouseholdFiles
import Testing

@Suite("Refused activity")
struct ActivityErrorsTests {
  @Test func `every error of the files of activity is reported, in one run`() {
    let files = MemoryFiles.washSales(
      lots: "a,VTI,2026-11-20,10,2000,100,V1,vest\na,GOOG,2026-11-20,10,2000,100,G1,",
      activity: """
        2026-12-16,buy,VTI,1,,,,,,,,,
        2026-11-31,byu,VTI,1,,,,,,,,,
        2026-11-30,buy,,-1,x,,,,,,,,
        2026-11-30,buy,VTI,0,,,,1,2020-01-02,,drop,1,
        2026-11-20,reinvest,VTI,10,,,,,,,,,
        2026-11-30,buy,VTI,1,,,,,,G1,,,x
        2026-11-30,sell,VTI,1,1,,,1,2020-01-01,,drip,,x
        2026-11-30,buy,VTI,1000000000,1000000000,,,,,,,,
        """,
      roth: """
        2026-11-30,Short Sale,VTI,1
        2026-11-30,split,VTI,2
        2026-11-30,transfer,VTI,2
        """)
    let expected = Self.errors.split(separator: "\n").map(String.init)
    #expect(files.errors == expected)
  }

  static let errors = #"""
    a.csv:2:1: date: 2026-12-16 is after the first planning date, 2026-12-15 (purchases to come belong to purchases)
    a.csv:3:12: action: unknown action "byu" (such as buy, sell, reinvest, vest, espp, exercise, gift, inherit, dividend; did you mean "buy"?)
    a.csv:4:16: symbol: is empty
    a.csv:4:17: quantity: -1 is not a number of shares traded (more than zero)
    a.csv:4:20: price: "x" is not a price (dollars with at most six decimals, such as 301.25)
    a.csv:5:20: quantity: 0 is not a number of shares traded (more than zero)
    a.csv:5:25: cost_basis: an acquisition has no cost_basis
    a.csv:5:27: acquired: an acquisition has no acquired
    a.csv:5:39: kind: unknown value "drop" (one of purchase, drip, automatic, contribution, vest, espp, exercise, taxable_exchange, contract, gift, inherit, stock_dividend, spinoff, conversion; did you mean "drip"?)
    a.csv:5:44: disallowed: an acquisition has no disallowed
    a.csv:6:12: action: drip contradicts the kind of lot V1 (vest)
    a.csv:7:27: lot_id: lot G1 is GOOG in account a
    a.csv:8:41: kind: a sale has no kind
    a.csv:8:47: id: record "x" is described twice
    a.csv:9:20: quantity: the shares are worth more than 1000000000000.00 (shares and dollars)
    r.csv:2:12: action: "Short Sale" needs a rule that is not modelled yet: short sales, 26 U.S.C. §§1091(e), 1233 (leave the symbol's losses out of the plan)
    r.csv:3:12: action: "split" needs a rule that is not modelled yet: splits, 26 U.S.C. §307 (state every quantity as after the split and leave the record out)
    r.csv:4:12: action: "transfer" needs a rule that is not modelled yet: transfers of shares between accounts (state the purchase in the account that holds the shares, and leave the record out)

    """#

  @Test func `a purchase that cannot be read is reported once, not with its sale`() {
    #expect(
      MemoryFiles.washSales(
        activity: "2026-11-08,buy,VTI,five,1,,,,,,,,\n2026-11-10,sell,VTI,5,50,,,,,,,,"
      ).errors == [
        "a.csv:2:20: quantity: \"five\" is not a number of shares (at most six decimals, such as 12.5)"
      ])
  }

  @Test func `a record belongs to an account that names its file`() {
    let files = MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Accounts
        year: 2026
        taxpayer: {filing_status: single}
        accounts:
          - {id: a, kind: taxable, transactions: x.csv}
          - {id: b, kind: taxable, transactions: x.csv}
          - {id: c, kind: taxable, transactions: missing.csv}
        """,
      others: [
        "x.csv": """
        date,action,symbol,quantity,account
        2026-11-30,buy,VTI,1,
        2026-11-30,buy,VTI,1,c
        2026-11-30,buy,VTI,1,dd
        """
      ])
    #expect(
      files.errors == [
        "s.yaml:8:42: accounts[2].transactions: missing.csv: no such file",
        "x.csv:2:22: account: is empty (one of a, b, which share the file)",
        "x.csv:3:22: account: account \"c\" does not name this file (add transactions: x.csv to the account)",
        "x.csv:4:22: account: no account is named \"dd\" (add it to accounts)",
      ])
  }

  @Test func `records together are not worth more than a household can be`() {
    let record = "2026-11-30,buy,VTI,1,,,900000000000,,,,,,\n"
    #expect(
      MemoryFiles.washSales(activity: record + record + record).errors == [
        "a.csv:3:20: quantity: the records up to here are worth more than 1000000000000.00 (shares and dollars)"
      ])
  }
}
