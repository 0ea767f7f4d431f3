import Quantities
import Testing

@testable import FederalTax

@Suite("Where rules meet")
struct MeetingRuleTests {
  @Test func `a loss beyond taxable investment gain leaves interest and dividends in the surtax`()
    throws
  {
    // 900,000 of net gain, of which 1,000,000 is of an active business: 100,000 is lost outside it,
    // and 3,000 of that may lower the interest.
    func tax(outside: Int64, gain: Int64) throws -> Money {
      try computed(2026, .marriedJoint) {
        $0.taxableInterest = dollars(100_000)
        $0.longTermGain = dollars(gain)
        $0.gainOutsideInvestment = dollars(outside)
      }.netInvestmentIncomeTax
    }
    #expect(try tax(outside: 1_000_000, gain: 900_000) == dollars(3_686))
    #expect(try tax(outside: 1_000_000, gain: 1_000_000) == dollars(3_800))
    #expect(try tax(outside: 1_000_000, gain: 1_010_000) == dollars(4_180))
    // A loss outside leaves the gain inside whole: 160,000 of it and the interest, 10,000 more than
    // income has above 250,000.
    #expect(try tax(outside: -50_000, gain: 260_000) == dollars(4_180))
    #expect(try tax(outside: -50_000, gain: 100_000) == .zero)
  }

  @Test func `ordinary gain of an active business does not become investment income`() throws {
    let result = try computed(2026, .marriedJoint) {
      $0.taxableInterest = dollars(10_000)
      $0.otherGains = dollars(300_000)
      $0.gainOutsideInvestment = dollars(300_000)
    }
    #expect(result.netInvestmentIncomeTax == dollars(380))
  }

  @Test func `taxes alone are itemized where that leaves more business income to deduct`() throws {
    let result = try computed(2026, .marriedJoint, deduction: .elected) {
      $0.stateIncomeTax = dollars(1_000)
      $0.businessIncome = dollars(49_000)
      $0.qualifiedBusinessIncome = dollars(49_000)
      $0.amtPreferences = dollars(200_000)
      $0.longTermGain = dollars(55_000)
    }
    #expect(result.isItemized)
    #expect(result.totalTax == dollars(25_792))
  }

  @Test func `the deduction for an IRA is rounded up from its exact part`() throws {
    var facts = ReturnFacts(status: .marriedJoint, age: 40)
    facts.isCoveredByPlan = true
    var inputs = ReturnInputs<Money>()
    inputs.pensions = Money(cents: 145_142_85)
    inputs.iraContribution = dollars(7_000)
    let law = try FederalLaw.load(year: 2025, status: .marriedJoint)
    // 857.15 at 35% is 300.0025, and the next multiple of ten is 310.
    #expect(exactReturn(inputs, facts: facts, law: law).iraDeduction == dollars(310))
  }

  @Test func `an estate has no printed table`() throws {
    var facts = ReturnFacts(status: .estateOrTrust)
    facts.computation = .table
    var inputs = ReturnInputs<Money>()
    inputs.taxableInterest = dollars(9_000)
    let law = try FederalLaw.load(year: 2025, status: .estateOrTrust)
    #expect(exactReturn(inputs, facts: facts, law: law).regularTax == dollars(1_695))
  }
}
