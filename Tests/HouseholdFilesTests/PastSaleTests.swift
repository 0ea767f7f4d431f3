import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("Past sales")
struct PastSaleTests {
  @Test func `a sale that states basis and acquisition is taken at its word`() throws {
    let files = MemoryFiles.washSales(
      lots: "a,VTI,2020-01-02,10,2000,100,V1,\na,GOOG,2020-01-02,1,1,100,G1,",
      activity: """
        2026-11-10,sell,VTI,5,50.123456,1.25,,900,2020-01-02,,,400,first
        2026-11-09,sold,VTI,5,50,,249.99,900,,V1,,,
        2026-11-08,sale,VTI,5,50,,249.99,900,2019-01-02,,,,
        """)
    #expect(
      try files.pastSales() == [
        "a VTI sale 2026-11-08: 5 at 249.99, 900.00 of 2019-01-02",
        "a VTI sale 2026-11-09: 5 at 249.99, 900.00 of 2020-01-02, lot 0",
        "first: 5 at 249.37, 900.00 of 2020-01-02, lot 0",
      ])
    #expect(try files.scenario().wash.pastSales.map(\.disallowed.cents) == [0, 0, 40_000])
  }

  @Test func `a sale of several purchases is several sales, whose parts add up`() throws {
    let files = MemoryFiles.washSales(
      activity: """
        2026-11-01,buy,VTI,3,,,100,,,,,,
        2026-11-02,buy,VTI,3,10,0.99,,,,,,,
        2026-11-10,sell,VTI,1,,,5,,,,,,
        2026-11-11,sell,VTI,5,,,10.01,,,,,,s
        """)
    #expect(
      try files.pastSales() == [
        "a VTI sale 2026-11-10: 1 at 5.00, 33.33 of 2026-11-01",
        "s: 2 at 4.00, 66.67 of 2026-11-01", "s (2): 3 at 6.01, 30.99 of 2026-11-02",
      ])
  }

  @Test func `a sale of a lot's purchase knows the lot that holds the rest`() throws {
    let files = MemoryFiles.washSales(
      lots: "a,VTI,2026-11-02,6,600,100,V2,",
      activity: """
        2026-11-01,buy,VTI,3,10,,,,,,,,
        2026-11-02,buy,VTI,10,10,,,,,,,,
        2026-11-10,sell,VTI,4,9,,,,,V2,,,
        """)
    #expect(
      try files.pastSales() == ["a VTI sale 2026-11-10: 4 at 36.00, 40.00 of 2026-11-02, lot 0"])
    #expect(try files.purchases() == ["a VTI purchase 2026-11-01: 3 purchase"])
  }

  @Test func `a sale says when the holding period of its shares begins`() throws {
    var files = MemoryFiles.washSales()
    files.files["a.csv"] = """
      date,action,symbol,quantity,amount,cost_basis,acquired,holding_start
      2026-11-01,buy,VTI,3,30,,,2026-10-01
      2026-11-10,sell,VTI,3,20,,,
      2026-11-11,sell,VTI,1,20,10,2020-05-05,2020-05-01
      2026-11-12,sell,VTI,1,20,10,2020-05-05,
      """
    #expect(
      try files.scenario().wash.pastSales.map(\.holdingStart.description) == [
        "2026-10-01", "2020-05-01", "2020-05-05",
      ])
  }

  @Test(arguments: [
    (
      "2026-11-10,sell,VTI,5,,,,900,2020-01-02,,,,",
      "a.csv:2:25: amount: is empty (what the sale brought net of fees, or price and fee)"
    ),
    (
      "2026-11-10,sell,VTI,5,50,,,,,,,,",
      "a.csv:2:28: cost_basis: the record has the purchase of 0 of 5 shares sold (cost_basis and acquired, or the purchase)"
    ),
    (
      "2026-11-10,sell,VTI,5,50,,,900,,,,,",
      "a.csv:2:28: cost_basis: the record has the purchase of 0 of 5 shares sold (cost_basis and acquired, or the purchase)"
    ),
    (
      "2026-11-09,buy,VTI,5,,,,,,,,,\n2026-11-10,sell,VTI,5,50,,,,,,,,",
      "a.csv:3:28: cost_basis: the purchase on 2026-11-09 states no cost (cost_basis, or amount or price of the purchase)"
    ),
    (
      "2026-11-09,buy,VTI,5,1,,,,,,,,\n2026-11-10,sell,VTI,4,50,,,,,,,,\n2026-11-10,sell,VTI,2,50,,,,,,,,",
      "a.csv:4:28: cost_basis: the record has the purchase of 1 of 2 shares sold (cost_basis and acquired, or the purchase)"
    ),
    (
      "2026-11-09,buy,GOOG,5,1,,,,,,,,\n2026-11-10,sell,GOOG,4,50,,,,,,,,",
      "a.csv:3:31: lot_id: first in first out would take lot G1, which is still held (lot_id, or cost_basis and acquired)"
    ),
    (
      "2026-11-08,buy,VTI,5,1,,,,,,,,\n2026-11-09,buy,VTI,5,1,,,,,,,,\n2026-11-10,sell,VTI,8,50,,,90,,,,,",
      "a.csv:4:28: cost_basis: belongs to shares acquired on 2026-11-08, 2026-11-09 (a record for each with its acquired and cost_basis)"
    ),
    (
      "2026-11-10,sell,VTI,5,50,,,900,2020-01-02,,,650.01,",
      "a.csv:2:45: disallowed: 650.01 is more than the loss, 650.00"
    ),
    (
      "2026-11-10,sell,VTI,5,50,,,100,2020-01-02,,,0.01,",
      "a.csv:2:45: disallowed: 0.01 is more than the loss, 0.00"
    ),
    (
      "2026-11-10,sell,GOOG,5,50,,,900,2020-01-03,G1,,,",
      "a.csv:2:33: acquired: lot G1 was acquired on 2020-01-02"
    ),
    (
      "2026-11-10,sell,VTI,5,50,,,900,2026-11-11,,,,",
      "a.csv:2:32: acquired: 2026-11-11 is after the sale on 2026-11-10"
    ),
    (
      "2026-11-10,sell,VTI,5,1,5.01,,900,2020-01-02,,,,",
      "a.csv:2:25: fee: 5.01 is more than the sale brings, 5.00"
    ),
  ])
  func `a sale whose shares are not known is refused`(activity: String, error: String) {
    #expect(
      MemoryFiles.washSales(lots: "a,GOOG,2020-01-02,1,1,100,G1,", activity: activity).errors
        == [error])
  }
}
