import FederalTax
import Quantities
import Testing

@Suite("Itemized deductions and the election")
struct ItemizedTests {
  private func itemized(
    _ year: Int, _ status: FilingStatus = .single, income: Int64,
    _ fill: (inout ReturnInputs<Money>) -> Void
  ) throws -> FederalReturn<Money> {
    try returned(year, status, facts: { $0.deduction = .elected }) {
      $0.pensions = dollars(income)
      fill(&$0)
    }
  }

  private func localTaxes(
    _ year: Int, _ status: FilingStatus, income: Int64, paid: Int64 = 100_000
  ) throws -> Money {
    let result = try itemized(year, status, income: income) {
      $0.stateIncomeTax = dollars(paid - 1_000)
      $0.realEstateTax = dollars(1_000)
      $0.mortgageInterest = dollars(60_000)
    }
    #expect(result.isItemized)
    return result.deduction - dollars(60_000)
  }

  @Test(arguments: [
    (2024, FilingStatus.single, Int64(100_000), "10000"), (2024, .marriedSeparate, 100_000, "5000"),
    (2025, .marriedJoint, 500_000, "40000"), (2025, .marriedJoint, 500_010, "39997"),
    (2025, .marriedJoint, 550_000, "25000"), (2025, .marriedJoint, 600_000, "10000"),
    (2025, .marriedJoint, 700_000, "10000"), (2025, .marriedSeparate, 250_000, "20000"),
    (2025, .marriedSeparate, 260_000, "18500"), (2025, .marriedSeparate, 350_000, "5000"),
    (2026, .single, 505_000, "40400"), (2026, .marriedJoint, 610_000, "10000"),
    (2027, .single, 510_050, "40804"), (2028, .single, 100_000, "41212.04"),
    (2029, .single, 520_302, "41624.16"), (2030, .single, 100_000, "10000"),
  ])
  func `state and local taxes have their limit`(
    year: Int, status: FilingStatus, income: Int64, expected: String
  ) throws {
    #expect(try localTaxes(year, status, income: income) == amount(expected))
    #expect(try localTaxes(year, status, income: income, paid: 4_000) == dollars(4_000))
  }

  @Test func `medical expenses and gifts look at income`() throws {
    let medical = try itemized(2025, income: 100_000) {
      $0.medicalExpenses = dollars(20_000)
      $0.mortgageInterest = dollars(40_000)
    }
    #expect(medical.deduction == dollars(52_500))
    func gifts(_ year: Int, _ given: Int64) throws -> Money {
      try itemized(year, income: 100_000) {
        $0.charityCash = dollars(given)
        $0.mortgageInterest = dollars(40_000)
      }.deduction - dollars(40_000)
    }
    #expect(try gifts(2025, 10_000) == dollars(10_000))
    #expect(try gifts(2025, 70_000) == dollars(60_000))
    #expect(try gifts(2026, 10_000) == dollars(9_500))
    #expect(try gifts(2026, 500) == .zero)
    #expect(try gifts(2026, 501) == dollars(1))
  }

  /// The 37% bracket of a single person begins at 640,600 in 2026.
  @Test func `the highest bracket takes two in 37 from 2026 on`() throws {
    func deduction(_ year: Int, _ income: Int64) throws -> Money {
      try itemized(year, income: income) { $0.mortgageInterest = dollars(37_000) }.deduction
    }
    #expect(try deduction(2026, 640_600) == dollars(37_000))
    #expect(try deduction(2026, 659_100) == dollars(36_000))
    #expect(try deduction(2026, 677_600) == dollars(35_000))
    #expect(try deduction(2026, 2_000_000) == dollars(35_000))
    #expect(try deduction(2025, 2_000_000) == dollars(37_000))
  }

  @Test func `gifts deduct without itemizing from 2026 on, for the minimum tax too`() throws {
    let single = try itemized(2026, income: 50_000) { $0.charityCash = dollars(1_500) }
    #expect(single.deduction == dollars(17_100))
    #expect(!single.isItemized)
    #expect(single.alternativeMinimumTaxableIncome == dollars(49_000))
    let joint = try itemized(2026, .marriedJoint, income: 50_000) {
      $0.charityCash = dollars(1_500)
    }
    #expect(joint.deduction == dollars(33_700))
    #expect(
      try itemized(2025, income: 50_000) { $0.charityCash = dollars(1_500) }.deduction
        == dollars(15_750))
  }

  @Test func `the larger deduction is taken where the regular tax decides`() throws {
    func result(_ mortgage: Int64) throws -> FederalReturn<Money> {
      try itemized(2024, income: 100_000) { $0.mortgageInterest = dollars(mortgage) }
    }
    #expect(try !result(14_600).isItemized)
    let itemizing = try result(14_601)
    #expect(itemizing.isItemized)
    #expect(itemizing.deduction == dollars(14_601))
  }

  @Test func `where the minimum tax decides, what it leaves of a deduction counts`() throws {
    // 10,000 of the 14,000 are added back, all 14,600 of the standard deduction are.
    let smaller = try itemized(2024, income: 150_000) {
      $0.stateIncomeTax = dollars(10_000)
      $0.mortgageInterest = dollars(4_000)
      $0.amtPreferences = dollars(500_000)
    }
    #expect(smaller.isItemized)
    #expect(smaller.deduction == dollars(14_000))
    #expect(smaller.alternativeMinimumTaxableIncome == dollars(646_000))
    // Gifts below their floor deduct nothing where they are itemized, and 1,000 where they are not.
    let plain = try itemized(2026, income: 450_000) {
      $0.stateIncomeTax = dollars(40_000)
      $0.charityCash = dollars(2_000)
      $0.amtPreferences = dollars(500_000)
    }
    #expect(!plain.isItemized)
    #expect(plain.deduction == dollars(17_100))
  }

  @Test(arguments: UInt64(0)..<300)
  func `no other choice costs less`(seed: UInt64) throws {
    let household = try DrawnWholeHousehold(seed: seed)
    var facts = household.facts
    facts.deduction = .elected
    let elected = exactReturn(household.inputs, facts: facts, law: household.law)
    facts.deduction = .standard
    let standard = exactReturn(household.inputs, facts: facts, law: household.law)
    #expect(
      elected.regularTax + elected.alternativeMinimumTax
        <= standard.regularTax + standard.alternativeMinimumTax + Money(cents: 1))
    #expect(elected.isItemized || elected == standard)
  }

  @Test func `a deduction that is given leaves no choice`() throws {
    let result = try returned(2025, facts: { $0.deduction = .given(dollars(5_000), taxes: .zero) })
    {
      $0.pensions = dollars(100_000)
      $0.mortgageInterest = dollars(60_000)
    }
    #expect(result.deduction == dollars(5_000))
    #expect(!result.isItemized)
  }
}
