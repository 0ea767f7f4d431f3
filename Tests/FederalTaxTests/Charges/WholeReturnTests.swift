import FederalTax
import Quantities
import Testing

@Suite("Charges within the whole return")
struct WholeReturnTests {
  private func traced(
    _ facts: ReturnFacts, year: Int = 2026, _ fill: (inout ReturnInputs<Money>) -> Void
  ) throws -> (result: FederalReturn<Money>, line: (TaxForm, String) -> Money?) {
    var inputs = ReturnInputs<Money>()
    fill(&inputs)
    let law = try FederalLaw.load(year: year, status: facts.status)
    let (result, lines) = tracedReturn(inputs, facts: facts, law: law)
    #expect(result == exactReturn(inputs, facts: facts, law: law))
    return (
      result, { form, number in lines.first { $0.form == form && $0.number == number }?.amount }
    )
  }

  private func covered(
    _ status: FilingStatus = .single, advance: Int64, benchmark: Int64 = 12_000, children: Int = 0
  ) -> ReturnFacts {
    var facts = ReturnFacts(status: status, childrenUnder17: children)
    facts.marketplace = MarketplaceCoverage(
      benchmarkPremium: dollars(benchmark), premium: dollars(benchmark),
      advanceCredit: dollars(advance), householdSize: 1 + children)
    return facts
  }

  @Test func `foreign tax comes off before the credit for children`() throws {
    let facts = ReturnFacts(status: .single, childrenUnder17: 1)
    // Taxable income of 10,000 bears 1,000, of which 600 can be foreign tax.
    let (result, line) = try traced(facts) {
      $0.pensions = dollars(20_100)
      $0.taxableInterest = dollars(6_000)
      $0.foreignPassiveIncome = dollars(6_000)
      $0.foreignTaxPaid = dollars(900)
    }
    #expect(result.regularTax == dollars(1_000))
    #expect(result.foreignTaxCredit == dollars(600))
    #expect(result.foreignTaxCarryoverOut == dollars(300))
    #expect(line(.schedule8812, "13") == dollars(400))
    #expect(result.childAndDependentCredit == dollars(400))
    #expect(line(.form1040, "21") == dollars(1_000))
    #expect(result.totalTax == .zero)
  }

  @Test func `without foreign tax no line of it is kept`() throws {
    let (result, line) = try traced(ReturnFacts(status: .single)) { $0.wages = dollars(50_000) }
    #expect(result.foreignTaxCredit == .zero)
    #expect(line(.form1116, "24") == nil)
    #expect(line(.form1040, "20") == nil)
    #expect(line(.form6251, "8") == nil)
  }

  @Test func `the minimum tax has a foreign tax credit of its own`() throws {
    var facts = ReturnFacts(status: .single, deduction: .given(.zero, taxes: .zero))
    facts.deduction = .none
    func result(_ paid: Int64) throws -> FederalReturn<Money> {
      try traced(facts) {
        $0.taxableInterest = dollars(100_000)
        $0.amtPreferences = dollars(200_000)
        $0.foreignPassiveIncome = dollars(30_000)
        $0.foreignTaxPaid = dollars(paid)
      }.result
    }
    // Tax on 300,000 less 90,100 at 26%: 54,574, of which a tenth is on foreign income.
    let without = try result(0)
    #expect(without.regularTax + without.alternativeMinimumTax == dollars(54_574))
    let small = try result(5_000)
    #expect(small.foreignTaxCredit == dollars(5_000))
    #expect(
      small.regularTax + small.alternativeMinimumTax - small.foreignTaxCredit == dollars(49_574))
    // Regular tax of 16,712 leaves 5,013.60; the minimum tax alone would leave 5,457.40.
    let large = try result(5_400)
    #expect(large.foreignTaxCredit == (try amount("5013.60")))
    #expect(
      large.regularTax + large.alternativeMinimumTax - large.foreignTaxCredit == dollars(49_174))
    let larger = try result(9_000)
    #expect(
      larger.regularTax + larger.alternativeMinimumTax - larger.foreignTaxCredit
        == (try amount("49116.60")))
    #expect(larger.foreignTaxCarryoverOut == (try amount("3986.40")))
  }

  @Test func `premium credit paid back is tax that credits for children can lower`() throws {
    let (result, line) = try traced(covered(advance: 7_000, children: 1)) {
      $0.pensions = dollars(30_100)
    }
    // 142% of the poverty line of two, 21,150: 3.70% of income is contributed.
    let credit = dollars(12_000) - (try amount("1113.70"))
    #expect(result.netPremiumCredit == credit - dollars(7_000))
    #expect(result.excessPremiumCredit == .zero)
    #expect(line(.form1040, "18") == result.regularTax)
    #expect(result.yearCost == result.totalTax - result.netPremiumCredit)

    let beyond = try traced(covered(advance: 7_000, children: 1)) {
      $0.pensions = dollars(84_600) + Money(cents: 1)
    }
    #expect(beyond.result.excessPremiumCredit == dollars(7_000))
    #expect(beyond.result.alternativeMinimumTax == .zero)
    #expect(beyond.line(.form1040, "17") == dollars(7_000))
    #expect(beyond.line(.form1040, "18") == beyond.result.regularTax + dollars(7_000))
    #expect(
      beyond.result.totalTax == beyond.result.regularTax + dollars(7_000 - 2_200))
    let within = try traced(covered(advance: 7_000, children: 1)) {
      $0.pensions = dollars(84_600)
    }
    // 9.96% of 84,600 is 8,426.16.
    #expect(within.result.excessPremiumCredit == (try amount("3426.16")))
  }

  @Test func `premium credit paid back covers children where there is no other tax`() throws {
    var facts = covered(.marriedSeparate, advance: 1_500, children: 1)
    facts.deduction = .given(dollars(50_000), taxes: .zero)
    let (result, _) = try traced(facts) { $0.pensions = dollars(30_000) }
    #expect(result.regularTax == .zero)
    #expect(result.excessPremiumCredit == dollars(1_500))
    #expect(result.childAndDependentCredit == dollars(1_500))
    #expect(result.totalTax == .zero)
  }

  @Test func `benefits and interest that are not taxed count for the premium credit`() throws {
    // Half of the benefits is below the base, so that none are taxed.
    func credit(_ benefits: Money) throws -> Money {
      try traced(covered(advance: 0)) {
        $0.taxExemptInterest = dollars(8_000)
        $0.socialSecurityBenefits = benefits
      }.result.netPremiumCredit
    }
    #expect(try credit(dollars(7_650)) > .zero)
    #expect(try credit(dollars(7_650) - Money(cents: 1)) == .zero)
  }

  @Test func `premiums and the state's tax stand beside the total tax`() throws {
    var facts = ReturnFacts(status: .marriedJoint, age: 66, spouseAge: 66)
    facts.medicareEnrollees = 2
    let flat = try #require(RateSchedule(starts: [.zero], rates: [Rate(percent: 5)]))
    facts.stateTax = StateTax(
      name: "State", schedule: flat, deduction: dollars(10_000), taxesGains: false)
    func result(_ gain: Money) throws -> FederalReturn<Money> {
      try traced(facts) {
        $0.pensions = dollars(110_000)
        $0.longTermGain = gain
      }.result
    }
    let at = try result(dollars(108_000))
    #expect(at.medicareSurcharge == .zero)
    #expect(at.stateTax == dollars(5_000))
    #expect(at.yearCost == at.totalTax + dollars(5_000))
    let beyond = try result(dollars(108_000) + Money(cents: 1))
    #expect(beyond.medicareSurcharge == (try amount("2296.80")))
    #expect(beyond.fullCost == beyond.yearCost + (try amount("2296.80")))
    #expect(beyond.stateTax == dollars(5_000))
  }

  @Test func `an excluded foreign income counts for premiums`() throws {
    var facts = ReturnFacts(status: .single, age: 66)
    facts.medicareEnrollees = 1
    let (result, _) = try traced(facts) {
      $0.wages = dollars(20_000)
      $0.foreignEarnedIncomeExclusion = dollars(100_000)
    }
    #expect(result.medicareSurcharge == (try amount("1148.40")))
  }

  @Test func `a corporation files its own return`() throws {
    var facts = ReturnFacts(status: .single, childrenUnder17: 2)
    facts.corporation = CorporationFacts()
    facts.medicareEnrollees = 1
    let (result, line) = try traced(facts) {
      $0.businessIncome = dollars(300_000)
      $0.longTermGain = dollars(100_000)
    }
    #expect(result.totalTax == dollars(84_000))
    #expect(result.fullCost == dollars(84_000))
    #expect(line(.form1120, "30") == dollars(400_000))
    #expect(line(.form1040, "11") == nil)
  }

  @Test func `a trust has the foreign tax credit and the state's tax`() throws {
    var facts = ReturnFacts(status: .estateOrTrust)
    let flat = try #require(RateSchedule(starts: [.zero], rates: [Rate(percent: 5)]))
    facts.stateTax = StateTax(name: "State", schedule: flat, deduction: .zero, taxesGains: true)
    let (result, line) = try traced(facts) {
      $0.taxableInterest = dollars(10_100)
      $0.foreignPassiveIncome = dollars(1_000)
      $0.foreignTaxPaid = dollars(500)
    }
    // 330 and 24% of 6,700: 1,938, of which a tenth is on foreign income.
    #expect(result.regularTax == dollars(1_938))
    #expect(result.foreignTaxCredit == (try amount("193.80")))
    #expect(line(.form1041, "G 2a") == result.foreignTaxCredit)
    #expect(result.totalTax == (try amount("1744.20")))
    #expect(result.stateTax == dollars(500))
  }
}
