import FederalTax
import Quantities
import Testing

@Suite("Worked returns of other authors")
struct WorkedReturnTests {
  @Test(arguments: [
    (100_525, FilingStatus.single, "17168.50"), (150_000, .single, "29042.50"),
    (150_000, .marriedJoint, "23106.00"),
  ])
  func `the tax of the 2024 rate schedules`(
    income: Int64, status: FilingStatus, tax: String
  ) throws {
    // Values listed in the validation notes of the project tenforty.
    let result = try computed(2024, status, deduction: .none) { $0.wages = dollars(income) }
    #expect(result.regularTax == (try amount(tax)))
  }

  @Test func `110,000 of wages in 2022 by the schedule`() throws {
    // An IRS Direct File fixture rounds it up to 17,128.
    let result = try computed(2022, .single) { $0.wages = dollars(110_000) }
    #expect(result.taxableIncome == dollars(97_050))
    #expect(result.regularTax == (try amount("17127.50")))
  }

  @Test func `short-term gain is taxed as ordinary income`() throws {
    let result = try computed(2024, .single) {
      $0.wages = dollars(50_000)
      $0.shortTermGain = dollars(25_000)
    }
    #expect(result.totalTax == dollars(8_341))
  }

  @Test func `an exercised incentive stock option brings minimum tax`() throws {
    // A walk through Form 6251 in the notes of tenforty; OpenTaxSolver agrees.
    let result = try computed(2024, .single) {
      $0.wages = dollars(150_000)
      $0.amtPreferences = dollars(200_000)
    }
    #expect(result.alternativeMinimumTaxableIncome == dollars(350_000))
    #expect(result.regularTax == (try amount("25538.50")))
    #expect(result.alternativeMinimumTax == (try amount("43813.50")))
  }

  @Test(arguments: [(2025, "37412.50", "68380.75"), (2024, "43512.50", "68696.75")])
  func `on a separate return the lost exemption turns negative`(
    year: Int, increase: String, tax: String
  ) throws {
    let result = try computed(year, .marriedSeparate) {
      $0.wages = dollars(750_000)
      $0.amtPreferences = dollars(300_000)
    }
    #expect(
      result.alternativeMinimumTaxableIncome == (try dollars(1_050_000) + amount(increase)))
    #expect(result.alternativeMinimumTax == (try amount(tax)))
  }

  @Test func `unused deductions lower the minimum tax`() throws {
    // Form 6251 (2024) line 1 keeps a negative amount; a floor at zero would give 35,412.
    let result = try computed(2024, .headOfHousehold) { $0.amtPreferences = dollars(200_000) }
    #expect(result.alternativeMinimumTaxableIncome == dollars(200_000))
    #expect(result.alternativeMinimumTax == dollars(29_718))
  }

  @Test func `the 2025 exemption of a couple shrinks by 11,825 at 1,300,000`() throws {
    // A page of ThinkAdvisor has the amount right, though it calls it what is left.
    var inputs = ReturnInputs<Money>()
    inputs.amtPreferences = dollars(1_300_000)
    let lines = tracedReturn(
      inputs, facts: ReturnFacts(status: .marriedJoint),
      law: try FederalLaw.load(year: 2025, status: .marriedJoint)
    ).lines
    let line5 = try #require(lines.first { $0.form == .form6251 && $0.number == "5" })
    #expect(line5.amount == dollars(137_000 - 11_825))
  }

  @Test(arguments: [
    // tenforty: short-term gain; only 3,000 of a loss counts. The last is of the IRS's answers.
    (2024, 300_000, 0, 50_000, "1900.00"), (2024, 300_000, 100_000, -50_000, "3686.00"),
    (2024, 180_000, 90_000, 0, "2660.00"),
  ])
  func `net investment income tax`(
    year: Int, wages: Int64, interest: Int64, shortTerm: Int64, tax: String
  ) throws {
    let result = try computed(year, .single) {
      $0.wages = dollars(wages)
      $0.taxableInterest = dollars(interest)
      $0.shortTermGain = dollars(shortTerm)
    }
    #expect(result.netInvestmentIncomeTax == (try amount(tax)))
  }

  @Test func `in 2026 the ordinary schedule is the lesser tax between the band's ends`() throws {
    // The zero rate ends at 49,450, the 12% bracket at 50,400: gain between them bears 12%, not 15%.
    let result = try computed(2026, .single, deduction: .none) {
      $0.wages = dollars(49_450)
      $0.longTermGain = dollars(950)
    }
    let without = try computed(2026, .single, deduction: .none) { $0.wages = dollars(49_450) }
    #expect(result.regularTax - without.regularTax == dollars(114))
  }
}
