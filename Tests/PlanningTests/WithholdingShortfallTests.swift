import FederalTax
import Planning
import Quantities
import Testing

@Suite("Withholding on supplemental wages")
struct WithholdingShortfallTests {
  private func year(vested shares: Int64) throws -> PlanningYear {
    var inputs = ReturnInputs<Money>()
    inputs.wages = Money(dollars: 400_000)
    var year = PlanningYear(
      year: 2026, facts: ReturnFacts(status: .single, deduction: .given(.zero, taxes: .zero)),
      inputs: inputs, law: try FederalLaw.load(year: 2026, status: .single))
    let vest = StockVest(
      year: 2026, shares: Shares(whole: shares), price: UnitPrice(dollars: 100))
    var losses = BusinessPropertyLosses()
    let records = [EventRecord(title: "Vest", effects: [vest.effect()])]
    year.add(shares == 0 ? [] : records, losses: &losses)
    return year
  }

  @Test func `22% is withheld where 35% is due`() throws {
    let shortfall = try #require(WithholdingShortfall(of: year(vested: 1_000)))
    #expect(shortfall.wages == Money(dollars: 100_000))
    #expect(shortfall.withheld == Money(dollars: 22_000))
    // 400,000 to 500,000 of a single person is taxed at 35%. The 0.9% beside it are no income tax,
    // and the employer withholds them apart.
    #expect(shortfall.tax == Money(dollars: 35_000))
    #expect(shortfall.shortfall == Money(dollars: 13_000))
  }

  @Test func `a plan's losses lower what the wages cost`() throws {
    let year = try year(vested: 1_000)
    var inputs = year.inputs
    inputs.longTermGain = Money(dollars: 200_000)
    let shortfall = try #require(WithholdingShortfall(of: year, inputs: inputs))
    #expect(shortfall.tax != Money(dollars: 35_000))
  }

  @Test func `a year without vests has no shortfall`() throws {
    #expect(WithholdingShortfall(of: try year(vested: 0)) == nil)
  }
}
