import HouseholdFiles
import Planning
import Portfolio
import Quantities
import Testing

@Suite("Gifts, averages and currencies")
struct LotKindTests {
  private func lots(_ records: String, columns: String, lines: String = "") -> MemoryFiles {
    .small(
      lines, lots: "account,symbol,acquired,quantity,cost_basis,\(columns)\n" + records)
  }

  @Test func `a gift worth less than its basis keeps both`() throws {
    let lot = try #require(
      lots(
        "a,VTI,2026-02-01,10,1000,300,gift,800,2015-01-01\n",
        columns: "price,kind,gift_value,holding_start"
      ).scenario().lots.first)
    #expect(lot.adjustedBasis == Money(dollars: 1_000))
    #expect(lot.giftValue == Money(dollars: 800))
    #expect(lot.holdingStart.description == "2015-01-01")
    #expect(lot.acquired.description == "2026-02-01")
  }

  @Test func `a value that measures no loss is refused`() {
    let files = lots(
      """
      a,VTI,2026-02-01,10,1000,300,purchase,800,
      a,VTI,2026-02-01,10,1000,300,gift,1000,
      a,VTI,2026-02-01,10,1000,300,gift,800,5
      """, columns: "price,kind,gift_value,replaced_quantity")
    #expect(
      files.errors == [
        "lots.csv:2:39: gift_value: the lot is no gift (kind gift)",
        "lots.csv:3:35: gift_value: 1000.00 is not below cost_basis, 1000.00 (only a value that measures a loss, IRC §1015(a); leave it out: the donor's basis is the only one)",
        "lots.csv:4:39: replaced_quantity: a gift replaces no shares sold (leave it empty)",
      ])
  }

  private static let rates =
    "exchange_rates: {EUR: {2019-03-04: 1.1342, 2026-12-31: 1.08, 2027-12-31: 1.2}}\n"

  @Test func `a basis is translated on its day, and prices on each planning date`() throws {
    let scenario = try lots(
      "a,SAP,2019-03-04,10,1000.55,EUR,frozen\n", columns: "currency,note",
      lines: Self.rates + """
        planning_dates: [2026-12-31, 2027-12-31]
        securities: {SAP: {price: 100, growth: 10%, currency: EUR}}
        """
    ).scenario()
    // 1,000.55 x 1.1342 = 1,134.82381.
    #expect(scenario.lots[0].adjustedBasis == Money("1134.82"))
    #expect(scenario.lots[0].note == "frozen; basis 1,000.55 EUR at 1.1342")
    #expect(scenario.securities[0].prices == [UnitPrice(dollars: 108), UnitPrice(dollars: 132)])
  }

  @Test func `the two bases of a gift are translated on their own days`() throws {
    let file = lots(
      """
      a,SAP,2026-12-31,1,1000,EUR,gift,999,2019-03-04,G
      a,SAP,2027-12-31,1,1000,EUR,gift,999,2019-03-04,H
      """, columns: "currency,kind,gift_value,holding_start,lot_id",
      lines: Self.rates + "securities: {SAP: {price: 100}}")
    let lots = try file.scenario().lots
    #expect(lots.map(\.adjustedBasis) == [Money("1134.20"), Money("1134.20")])
    // The dollar value of the second is more than the donor's basis: it has only that.
    #expect(lots.map(\.giftValue) == [Money("1078.92"), nil])
  }

  @Test func `a missing rate is named by currency and day where it is asked for`() {
    let files = lots(
      "a,SAP,2019-03-05,10,1000,EUR\n", columns: "currency",
      lines: Self.rates + """
        planning_dates: [2026-12-30]
        securities: {SAP: {price: 100, currency: EUR}}
        """)
    #expect(
      files.errors == [
        "s.yaml:8:42: securities.SAP.currency: no exchange rate of EUR on 2026-12-30 (exchange_rates: {EUR: {2026-12-30: dollars}})",
        "lots.csv:2:26: currency: no exchange rate of EUR on 2019-03-05 (exchange_rates: {EUR: {2019-03-05: dollars}})",
      ])
  }

  @Test func `currencies and rates that are none are refused`() {
    let files = lots(
      "a,SAP,2019-03-04,10,1000,euro,12\n", columns: "currency,price",
      lines: "exchange_rates: {eur: {2019-03-04: 1}, USD: {2019-03-04: 1}, GBP: {2019-03-04: 0}}")
    #expect(
      files.errors == [
        "s.yaml:6:18: exchange_rates: \"eur\" is not a currency (three letters, such as EUR)",
        "s.yaml:6:40: exchange_rates: a dollar is worth a dollar (leave it out)",
        "s.yaml:6:80: exchange_rates.GBP.2019-03-04: \"0\" is not an exchange rate (dollars for a unit, above zero, at most nine decimals, such as 1.1342)",
        "lots.csv:2:26: currency: \"euro\" is not a currency (three letters, such as EUR)",
      ])
  }

  @Test func `a price beside a basis in euros must not be ambiguous`() {
    let files = lots(
      "a,SAP,2019-03-04,10,1000,EUR,12\n", columns: "currency,price", lines: Self.rates)
    #expect(
      files.errors == [
        "lots.csv:2:30: price: is it in EUR, or in USD? (currency: EUR under securities, or the price there)"
      ])
  }

  /// Shares of a fund bought in four years, and later ones of the same.
  private func fund(_ lines: String, date: String = "2026-12-31") -> MemoryFiles {
    lots(
      """
      a,FUND,2020-05-01,30,100,F1
      a,FUND,2021-05-01,10,200,F2
      a,FUND,2026-05-01,20,300.01,F3
      a,FUND,2026-07-01,10,90,F4
      """, columns: "lot_id",
      lines: "planning_dates: [\(date)]\n" + lines)
  }

  @Test func `all shares of a fund in an account have one basis a share, to the cent`() throws {
    let scenario = try fund("securities: {FUND: {price: 20, basis_method: average}}").scenario()
    // 690.01 over 70 shares.
    #expect(scenario.lots.map(\.id) == ["FUND-average", "F3", "F4"])
    #expect(
      scenario.lots.map(\.adjustedBasis) == [Money("394.29"), Money("197.15"), Money("98.57")])
    #expect(scenario.lots.map(\.quantity) == [40, 20, 10].map { Shares(whole: $0) })
    #expect(scenario.lots[0].note == "average basis of 2 lots acquired 2020-05-01 to 2021-05-01")
    let problem = Problem(scenario)
    #expect(problem.positions.map(\.lot) == [0])
    #expect(problem.withheld.map(\.code) == ["average_basis", "average_basis"])
  }

  @Test func `shares bought after the method was left keep their own basis and may be picked`()
    throws
  {
    let scenario = try fund(
      """
      securities: {FUND: {price: 20, basis_method: average, average_until: 2026-05-31}}
      constraints: {must_sell: [F4]}
      """
    ).scenario()
    // 600.01 over 60 shares, and 90 as stated.
    #expect(
      scenario.lots.map(\.adjustedBasis) == [Money("400.01"), Money("200.00"), Money("90.00")])
    #expect(scenario.lots.map(\.isAveraged) == [true, true, false])
    #expect(Problem(scenario).positions.map(\.lot) == [0, 2])
  }

  @Test func `lots on average basis cannot be picked, and their security can`() throws {
    let method = "securities: {FUND: {price: 20, basis_method: average}}\n"
    #expect(
      fund(method + "constraints: {never_sell: [F1], must_sell: {F3: 5}}").errors == [
        "s.yaml:8:28: constraints.never_sell[0]: lot \"F1\" is on average basis: its shares cannot be picked (Treas. Reg. §1.1012-1(e)(7)) (name the security or the account)",
        "s.yaml:8:45: constraints.must_sell: lot \"F3\" is on average basis: its shares cannot be picked (Treas. Reg. §1.1012-1(e)(7)) (name the security or the account)",
      ])
    let kept = try fund(method + "constraints: {never_sell: [FUND]}").scenario()
    #expect(kept.constraints.neverSell.map(\.lot) == [0, 1, 2])
  }

  @Test func `average basis is for funds and for gifts of one basis`() {
    let files = lots(
      "a,BTC,2026-02-01,1,1000,gift,800\n", columns: "kind,gift_value",
      lines: "securities: {BTC: {price: 1, class: crypto, basis_method: average}}")
    #expect(
      files.errors == [
        "s.yaml:6:59: securities.BTC.basis_method: average basis is for shares of funds and of reinvestment plans (Treas. Reg. §1.1012-1(e)(1)) (specific)",
        "lots.csv:2:30: gift_value: a gift with two bases is not averaged with others (Treas. Reg. §1.1012-1(e)(1)) (where the value when given is elected as its basis, state it as cost_basis)",
      ])
    #expect(
      fund("securities: {FUND: {price: 20, average_until: 2026-05-31}}").errors == [
        "s.yaml:7:47: securities.FUND.average_until: basis_method is not average (leave it out)"
      ])
  }

  @Test func `a past sale keeps its lot when older ones become one`() throws {
    let files = MemoryFiles.washSales(
      lots: """
        a,FUND,2020-01-02,10,100,20,F1,
        a,FUND,2021-01-02,10,200,20,F2,
        a,FUND,2026-11-10,10,300,20,F3,
        """,
      activity: "2026-11-25,sell,FUND,5,,,90,150,,F3,,,\n",
      lines: "securities: {FUND: {basis_method: average}}")
    let scenario = try files.scenario()
    #expect(scenario.lots.map(\.id) == ["FUND-average", "F3"])
    #expect(scenario.wash.pastSales.map(\.lot) == [1])
  }

  @Test func `an exchange between funds is a sale of one and a purchase of the other`() throws {
    let files = MemoryFiles.washSales(
      activity: """
        2026-11-20,buy,OLD,10,,,1000,,,,,,
        2026-12-01,exchange_out,OLD,10,,,900,,,,,,
        2026-12-01,Exchange In,NEW,9,,,900,,,,,,
        """)
    #expect(
      try files.pastSales() == ["a OLD sale 2026-12-01: 10 at 900.00, 1000.00 of 2026-11-20"])
    #expect(try files.purchases() == ["a NEW taxable_exchange 2026-12-01: 9 taxable_exchange"])
    #expect(
      MemoryFiles.washSales(activity: "2026-12-01,exchange,OLD,10,,,900,,,,,,\n").errors.count == 1)
  }

  @Test func `an inherited lot is sold long-term on the day after the death`() throws {
    let file = lots(
      "a,VTI,2026-12-30,10,1000,300,inherit\na,VTI,2026-12-30,10,1000,300,purchase\n",
      columns: "price,kind")
    let terms = Problem(try file.scenario()).positions.map(\.opportunities[0].term)
    #expect(terms == [.long, .short])
  }

  @Test func `a collectible is marked, and stays what it is to section 1091`() throws {
    let scenario = try MemoryFiles.small(
      "securities: {VTI: {collectible: true}, GOOG: {collectible: false}}"
    ).scenario()
    #expect(
      scenario.securities.filter(\.isCollectible).map(\.symbol) == ["VTI"])
    #expect(scenario.wash.assetClasses.isEmpty)
  }
}
