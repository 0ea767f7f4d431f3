import Foundation
import Testing

#if GLPK
/// What the first lines of the scenarios about wash sales promise, to the cent and the day.
@Suite("What the scenarios about wash sales show")
struct ScenarioClaimWashTests {
  /// The document of a scenario's plan.
  private struct Plan {
    private let document: [String: Any]

    init(_ name: String, _ variant: String? = nil) throws {
      let binary = try Binary()
      defer { binary.remove() }
      let path = Repository.path("Scenarios/\(name)/scenario.yaml")
      let run = try binary.run(
        ["plan", path, "--format", "json"] + (variant.map { ["--variant", $0] } ?? []))
      #expect(run.status == 0, "\(run.error)")
      document = try object(run.output)
    }

    private func member(_ name: String, _ key: String) -> String? {
      (document[name] as? [String: Any])?[key] as? String
    }

    var tax: String? { member("tax", "total") }
    var saved: String? { member("tax", "saved_this_year") }
    var disallowed: String? { member("wash_sales", "disallowed") }
    var permanent: String? { member("wash_sales", "permanent") }

    /// The members of `sales`, each with the values of some keys.
    func sales(_ keys: String...) throws -> [String] {
      try rows(document["sales"], keys)
    }

    /// The members of a part of `wash_sales`, each with the values of some keys.
    func wash(_ part: String, _ keys: String...) throws -> [String] {
      try rows((document["wash_sales"] as? [String: Any])?[part], keys)
    }

    private func rows(_ value: Any?, _ keys: [String]) throws -> [String] {
      try #require(value as? [[String: Any]]).map { row in
        keys.map { key in
          switch row[key] {
          case let texts as [String]: texts.joined(separator: "/")
          case let flag as Bool: String(flag)
          default: row[key] as? String ?? "-"
          }
        }.joined(separator: " ")
      }
    }
  }

  /// The columns of a scenario's comparison, each with the values of some keys.
  private func column(
    _ plan: String, of name: String, _ keys: String..., variant: Int = 0
  ) throws -> [String] {
    let binary = try Binary()
    defer { binary.remove() }
    let path = Repository.path("Scenarios/\(name)/scenario.yaml")
    let run = try binary.run("compare", path, "--format", "json")
    let scenarios = try #require(try object(run.output)["scenarios"] as? [[String: Any]])
    let plans = try #require(scenarios[variant]["plans"] as? [[String: Any]])
    let column = try #require(plans.first { $0["plan"] as? String == plan })
    return keys.map { column[$0] as? String ?? "-" }
  }

  @Test func `the robo-adviser's purchases are stopped, and 90,000 of loss saves 20,700`() throws {
    let plan = try Plan("robo-rebuy")
    #expect((plan.saved, plan.disallowed) == ("20700.00", "0.00"))
    #expect(
      try plan.wash("stops", "date", "symbol", "shares", "effect") == [
        "2026-11-19 TLT 500 deferred", "2026-11-20 VNQ 900 deferred",
        "2026-11-23 ICLN 1600 deferred",
      ])
    #expect(
      try plan.wash("do_not_buy", "symbols", "through", "loss_at_stake") == [
        "ICLN 2026-12-10 30320.00", "TLT 2026-12-10 37900.00", "VNQ 2026-12-10 21780.00",
      ])
  }

  @Test func `bought back within two weeks, all 90,000 is disallowed and 20,700 more is due`()
    throws
  {
    let plan = try Plan("robo-rebuy", "Sold, and bought back")
    #expect((plan.tax, plan.disallowed, plan.permanent) == ("28766.00", "90000.00", "0.00"))
    #expect(try Plan("robo-rebuy").tax == "8066.00")
    #expect(try plan.wash("do_not_buy", "symbols") == [])
  }

  @Test func `what cannot be stopped is waited for: 31 days after the last purchase`() throws {
    let fixed = try Plan("robo-rebuy", "The purchases cannot be stopped")
    #expect(try fixed.sales("lot_id") == [])
    #expect(
      try fixed.wash("safe_dates", "lot_id", "free_from") == [
        "ICLN-1 2026-12-24", "TLT-1 2026-12-20", "VNQ-1 2026-12-21",
      ])
    let later = try Plan("robo-rebuy", "Sold 31 days after the last of them")
    #expect((later.saved, later.disallowed) == ("20700.00", "0.00"))
    #expect(try later.wash("stops", "id") == [])
  }

  @Test func `no loss is lost for good in a Roth IRA unless the household accepts it`() throws {
    let plan = try Plan("ira-trap")
    #expect(try plan.sales("lot_id", "disallowed") == ["DIS-1 0.00"])
    #expect(
      try plan.wash("safe_dates", "lot_id", "free_from", "replaced_shares", "permanent") == [
        "VXUS-1 2027-01-22 12.604 192.84"
      ])
    let accepting = try Plan("ira-trap", "A loss of 200 for good is accepted")
    #expect((accepting.disallowed, accepting.permanent) == ("192.84", "192.84"))
    #expect(
      try accepting.sales("lot_id", "quantity", "permanent").contains("VXUS-1 1200 192.84"))
    #expect((plan.tax, accepting.tax) == ("27881.68", "23884.90"))
  }

  @Test func `one reinvestment in the Roth IRA stopped, and nothing is lost`() throws {
    let plan = try Plan("ira-trap", "The reinvestment is stopped")
    #expect((plan.disallowed, plan.permanent) == ("0.00", "0.00"))
    #expect(
      try plan.wash("stops", "date", "account", "effect") == ["2026-12-22 roth lost_for_good"])
    #expect(try plan.sales("lot_id").contains("VXUS-1"))
  }

  @Test func `the vest meets 42 shares of the lot that loses least, not the largest loss`() throws {
    let plan = try Plan("rsu-wash")
    #expect(try plan.sales("lot_id", "quantity", "disallowed").first == "WDAY-1 42 470.40")
    #expect(plan.disallowed == "470.40")
    #expect(
      try column("broker_order", of: "rsu-wash", "total", "disallowed") == ["75629.46", "4179.00"])
    #expect(plan.tax == "75263.73")
  }

  @Test func `31 days after the vest, or by the other reading, nothing meets it`() throws {
    let waiting = try Plan("rsu-wash", "Sold on 17 December")
    let ignoring = try Plan("rsu-wash", "A vest is no purchase")
    #expect((waiting.disallowed, ignoring.disallowed) == ("0.00", "0.00"))
    #expect(waiting.tax == ignoring.tax)
    #expect(
      try Plan("rsu-wash").wash("safe_dates", "lot_id", "free_from")
        .contains("WDAY-1 2026-12-17"))
  }

  @Test func `0.375 of a share reinvested defers its loss and no more`() throws {
    let plan = try Plan("drip")
    #expect(try plan.sales("lot_id", "quantity", "disallowed") == ["UNH-1 51 121.69"])
    #expect(
      try plan.wash("matches", "shares", "loss", "permanent") == ["0.375 121.69 false"])
    #expect(
      try plan.wash("do_not_buy", "through", "exposed_shares") == ["2026-10-15 50.625"])
    #expect(plan.tax == "25720.33")
    #expect(try Plan("drip", "Wait until 23 October").tax == "25691.12")
    #expect(try Plan("drip", "Wait, and the price rises by 3%").tax == "25801.83")
  }

  @Test func `a purchase in January reaches back to 15 December, and not to the 4th`() throws {
    let plan = try Plan("december-january")
    #expect((plan.disallowed, plan.permanent) == ("1180.00", "0.00"))
    #expect(
      try plan.wash("stops", "date", "account", "effect") == ["2027-01-05 roth lost_for_good"])
    #expect(
      try plan.wash("provisional", "last_day", "final_on") == [
        "2027-01-14 2027-01-30", "2027-01-14 2027-01-30",
      ])
    let earlier = try Plan("december-january", "Sold on 4 December")
    #expect(earlier.disallowed == "0.00")
    #expect(try earlier.wash("stops", "id") == [])
    #expect(try earlier.wash("do_not_buy", "symbols", "through") == ["VBR 2027-01-03"])
  }

  @Test
  func `a contribution that is invested all the same would destroy 4,248, so nothing is sold`()
    throws
  {
    let plan = try Plan("december-january", "The contribution is invested on 5 January")
    #expect(try plan.sales("lot_id") == [])
    #expect(
      try column("harvest_all", of: "december-january", "permanent", variant: 2) == ["4248.00"])
  }

  @Test func `the spouse's shares of another class are sold too, and clear the way`() throws {
    let plan = try Plan("identical-funds")
    #expect(try plan.sales("lot_id", "quantity").contains("VXUS-1 200"))
    #expect(plan.disallowed == "0.00")
    #expect(
      try plan.wash("do_not_buy", "symbols", "through") == [
        "BND 2026-12-12", "SCHH 2026-12-12", "VTIAX/VXUS 2026-12-12",
      ])
    #expect(
      try plan.wash("replacements", "symbol", "replacement", "relation", "obstacle") == [
        "BND SCHZ judgement -", "SCHH VNQ not_identical -", "VTIAX VXUS identical identical",
        "VXUS - - -",
      ])
  }

  @Test func `200 shares that the spouse keeps replace 374 of the other class until 20 November`()
    throws
  {
    let plan = try Plan("identical-funds", "The spouse keeps the shares")
    #expect(try plan.wash("matches", "shares", "loss") == ["374 2075.70"])
    #expect(
      try plan.wash("safe_dates", "lot_id", "free_from").contains("VTIAX-1 2026-11-21"))
    #expect(try Plan("identical-funds", "They wait until 23 November").disallowed == "0.00")
  }

  @Test func `coins are bought back at once, and shares of a fund of coins are not`() throws {
    let plan = try Plan("crypto-rebuy")
    #expect(
      try plan.sales("lot_id", "gain", "disallowed") == [
        "BTC-2 -81502.23 0.00", "ETH-1 -50773.69 0.00", "IBIT-1 -13117.65 0.00",
      ])
    #expect(
      try plan.wash("replacements", "symbol", "inside_1091", "buy_back_from") == [
        "BTC false 2026-12-29", "ETH false 2026-12-29", "IBIT true 2027-01-29",
      ])
    #expect(try plan.wash("stops", "symbol") == ["IBIT"])
  }

  @Test func `with coins inside, buying back makes their loss worthless`() throws {
    let inside = try Plan("crypto-rebuy", "Coins inside from 2026 on")
    #expect(try inside.sales("lot_id") == ["IBIT-1"])
    let staying = try Plan("crypto-rebuy", "Coins inside, and not bought back")
    #expect(try staying.wash("stops", "symbol") == ["BTC", "ETH", "IBIT"])
    #expect(staying.tax == (try Plan("crypto-rebuy").tax))
  }

  @Test(
    arguments: zip(
      [
        "carryforward", "property-sale", "quarterly-review", "rsu-year", "year-end-bill",
        "direct-index",
      ], [true, true, true, true, true, false]))
  func `what is known of purchases is told`(name: String, isUndisturbed: Bool) throws {
    let plan = try Plan(name)
    #expect((plan.disallowed == "0.00") == isUndisturbed)
    #expect(try !plan.wash("do_not_buy", "symbols").isEmpty)
    let binary = try Binary()
    defer { binary.remove() }
    let text = try binary.run("plan", Repository.path("Scenarios/\(name)/scenario.yaml")).output
    #expect(text.contains("has no other accounts"))
    #expect(!text.contains("not supplied"))
  }
}
#endif
