import FederalTax
import Quantities
import Testing

/// The option of the examples in IRS Publication 525, "Employee stock purchase plan": an option
/// price of 20 when the stock is worth 22, exercised when it is worth 23, for 100 shares.
@Suite("Employee stock purchase plans")
struct StockPlanTests {
  private let granted = CivilDate("2023-01-17")
  private let purchased = CivilDate("2024-07-17")

  private func sale(on date: String, at price: Int64) throws -> StockPlanSale {
    let plan = StockPurchasePlan(
      granted: try #require(granted), purchased: try #require(purchased),
      grantValue: UnitPrice(dollars: 22), purchaseValue: UnitPrice(dollars: 23),
      pricePaid: UnitPrice(dollars: 20))
    let day = try #require(CivilDate(date))
    return StockPlanSale(
      plan: plan, date: day, shares: Shares(whole: 100),
      value: UnitPrice(dollars: price).times(Shares(whole: 100)),
      isLongTerm: day >= plan.purchased.firstDay(afterYears: 1))
  }

  @Test func `a qualifying sale makes the discount at the grant ordinary`() throws {
    let effect = try sale(on: "2025-09-17", at: 30).effect()
    #expect(effect.amounts.pensions == dollars(200))
    #expect(effect.amounts.longTermGain == dollars(800))
    #expect(effect.amounts.wages == .zero)
  }

  @Test func `of a smaller gain no more than the gain is ordinary`() throws {
    let effect = try sale(on: "2025-09-17", at: 21).effect()
    #expect(effect.amounts.pensions == dollars(100))
    #expect(effect.amounts.longTermGain == .zero)
  }

  @Test func `costs of the sale lower the gain, not the ordinary income`() throws {
    var sale = try sale(on: "2025-09-17", at: 21)
    sale.costs = dollars(30)
    // IRC 423(c)(1) compares the value at the disposition with the price paid: 2,100 and 2,000.
    #expect(sale.effect().amounts.pensions == dollars(100))
    #expect(sale.effect().amounts.longTermGain == dollars(-30))
  }

  @Test func `a qualifying sale at a loss has no ordinary income`() throws {
    let effect = try sale(on: "2025-09-17", at: 18).effect()
    #expect(effect.amounts.pensions == .zero)
    #expect(effect.amounts.longTermGain == dollars(-200))
  }

  @Test func `a sale too early makes the discount at the purchase ordinary`() throws {
    let effect = try sale(on: "2025-02-03", at: 30).effect()
    #expect(effect.amounts.pensions == dollars(300))
    #expect(effect.amounts.shortTermGain == dollars(700))
  }

  @Test func `a sale too early is taxed so even at a loss`() throws {
    let effect = try sale(on: "2025-02-03", at: 19).effect()
    #expect(effect.amounts.pensions == dollars(300))
    #expect(effect.amounts.shortTermGain == dollars(-400))
  }

  @Test func `both periods have to be over`() throws {
    // Two years after the grant are over long before one year after the purchase.
    #expect(try sale(on: "2025-07-17", at: 30).ordinaryIncome == dollars(300))
    #expect(try sale(on: "2025-07-18", at: 30).ordinaryIncome == dollars(200))
    var other = try sale(on: "2025-09-17", at: 30)
    other.plan.granted = try #require(CivilDate("2023-09-17"))
    #expect(other.ordinaryIncome == dollars(300))
    other.plan.granted = try #require(CivilDate("2023-09-16"))
    #expect(other.ordinaryIncome == dollars(200))
  }

  @Test func `a price found at the purchase is compared as of the grant`() throws {
    // 85% of the lower value: paid 17, and 18.70 as of the grant; Form 3922 boxes 5 and 8.
    var sale = try sale(on: "2025-09-17", at: 30)
    sale.plan.purchaseValue = UnitPrice(dollars: 20)
    sale.plan.pricePaid = UnitPrice(dollars: 17)
    sale.plan.grantPrice = try #require(UnitPrice("18.70"))
    #expect(sale.ordinaryIncome == dollars(330))
    #expect(sale.basis == dollars(1_700 + 330))
  }

  @Test func `the broker's basis lacks the ordinary income`() throws {
    let effect = try sale(on: "2025-02-03", at: 30).effect()
    #expect(try effect.line("(d)", of: .form8949) == dollars(3_000))
    #expect(try effect.line("(e)", of: .form8949) == dollars(2_000))
    #expect(try effect.line("(g)", of: .form8949) == dollars(-300))
    #expect(try effect.line("(h)", of: .form8949) == dollars(3_000 - 2_000 - 300))
  }

  @Test func `the income stands on the line of the return that it enters`() throws {
    let effect = try sale(on: "2025-02-03", at: 30).effect()
    let law = try FederalLaw.load(year: 2025, status: .single)
    let facts = ReturnFacts(status: .single, deduction: .standard)
    let traced = tracedReturn(effect.amounts, facts: facts, law: law)
    #expect(try effect.line("5b", of: .form1040) == dollars(300))
    #expect(
      traced.lines.first { $0.form == .form1040 && $0.number == "5b" }?.amount == dollars(300))
  }

  @Test func `a period from the last day of February ends with that of another year`() throws {
    let first = try #require(CivilDate("2023-02-28")).firstDay(afterYears: 1)
    #expect(first == CivilDate("2024-03-01"))
    let leap = try #require(CivilDate("2024-02-28")).firstDay(afterYears: 2)
    #expect(leap == CivilDate("2026-03-01"))
  }
}
