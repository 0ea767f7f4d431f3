import FederalTax
import Quantities
import Testing

@Suite("Social security benefits and IRAs")
struct RetirementTests {
  /// Two examples of Pub. 915.
  @Test func `published examples`() throws {
    let single = try returned(2024) {
      $0.pensions = dollars(18_600)
      $0.wages = dollars(9_400)
      $0.taxableInterest = dollars(990)
      $0.socialSecurityBenefits = dollars(5_980)
    }
    #expect(single.taxableSocialSecurity == dollars(2_990))
    #expect(single.adjustedGrossIncome == dollars(31_980))
    let joint = try returned(2024, .marriedJoint) {
      $0.pensions = dollars(40_500)
      $0.socialSecurityBenefits = dollars(10_000)
    }
    #expect(joint.taxableSocialSecurity == dollars(6_275))
  }

  @Test(arguments: [
    (FilingStatus.single, Int64(25_000), Int64(34_000)), (.headOfHousehold, 25_000, 34_000),
    (.qualifyingSurvivingSpouse, 25_000, 34_000), (.marriedJoint, 32_000, 44_000),
  ])
  func `half is taxed above the base and more above the second`(
    status: FilingStatus, base: Int64, second: Int64
  ) throws {
    func taxed(_ provisional: Money) throws -> Money {
      try returned(2026, status) {
        $0.socialSecurityBenefits = dollars(20_000)
        $0.pensions = provisional - dollars(10_000)
      }.taxableSocialSecurity
    }
    #expect(try taxed(dollars(base)) == .zero)
    #expect(try taxed(dollars(base + 2)) == dollars(1))
    let half = dollars((second - base) / 2)
    #expect(try taxed(dollars(second)) == half)
    #expect(try taxed(dollars(second + 1)) == half + Money(cents: 85))
    #expect(try taxed(dollars(200_000)) == dollars(17_000))
  }

  @Test func `on a separate return the base is zero unless the spouses lived apart`() throws {
    func taxed(apart: Bool) throws -> Money {
      try returned(2026, .marriedSeparate, facts: { $0.livedApart = apart }) {
        $0.socialSecurityBenefits = dollars(10_000)
      }.taxableSocialSecurity
    }
    #expect(try taxed(apart: false) == dollars(4_250))
    #expect(try taxed(apart: true) == .zero)
  }

  @Test func `tax-exempt interest and income excluded abroad count, gains do and losses too`()
    throws
  {
    func taxed(_ fill: (inout ReturnInputs<Money>) -> Void) throws -> Money {
      try returned(2026) {
        $0.socialSecurityBenefits = dollars(10_000)
        $0.pensions = dollars(20_000)
        fill(&$0)
      }.taxableSocialSecurity
    }
    #expect(try taxed { _ in } == .zero)
    #expect(try taxed { $0.taxExemptInterest = dollars(2_000) } == dollars(1_000))
    #expect(try taxed { $0.foreignEarnedIncomeExclusion = dollars(2_000) } == dollars(1_000))
    #expect(try taxed { $0.longTermGain = dollars(2_000) } == dollars(1_000))
    #expect(
      try taxed {
        $0.longTermGain = dollars(-9_000)
        $0.taxExemptInterest = dollars(5_000)
      } == dollars(1_000))
  }

  private func deducted(
    _ income: String, status: FilingStatus = .single, contribution: Int64 = 7_500, age: Int = 40,
    covered: Bool = true, spouseCovered: Bool = false, apart: Bool = false
  ) throws -> Money {
    let amount = try amount(income)
    return try returned(
      2026, status,
      facts: {
        $0.age = age
        $0.isCoveredByPlan = covered
        $0.isSpouseCoveredByPlan = spouseCovered
        $0.livedApart = apart
      }
    ) {
      $0.pensions = amount
      $0.iraContribution = dollars(contribution)
    }.iraDeduction
  }

  /// Notice 2025-67: 7,500, and 81,000 to 91,000 for a single person covered by a plan.
  @Test func `the deduction shrinks to 200 and falls to nothing`() throws {
    #expect(try deducted("81000") == dollars(7_500))
    #expect(try deducted("81040") == dollars(7_470))
    #expect(try deducted("90184.80") == dollars(620))
    #expect(try deducted("90999.99") == dollars(200))
    #expect(try deducted("91000") == .zero)
    #expect(try deducted("88000", contribution: 1_000) == dollars(1_000))
    #expect(try deducted("500000", covered: false) == dollars(7_500))
  }

  @Test func `from age 50 more is deducted, and nobody deducts more than the limit`() throws {
    #expect(try deducted("0", contribution: 9_000, age: 49) == dollars(7_500))
    #expect(try deducted("0", contribution: 9_000, age: 50) == dollars(8_600))
    #expect(try deducted("86000", contribution: 9_000, age: 50) == dollars(4_300))
  }

  @Test func `a spouse's plan counts on joint returns from a higher income`() throws {
    func joint(_ income: String) throws -> Money {
      try deducted(income, status: .marriedJoint, covered: false, spouseCovered: true)
    }
    #expect(try joint("242000") == dollars(7_500))
    #expect(try joint("247000") == dollars(3_750))
    #expect(try joint("252000") == .zero)
    #expect(try deducted("139000", status: .marriedJoint) == dollars(3_750))
    #expect(try deducted("139000", status: .qualifyingSurvivingSpouse) == dollars(3_750))
  }

  @Test func `on separate returns the range begins at zero unless the spouses lived apart`() throws
  {
    #expect(try deducted("4000", status: .marriedSeparate) == dollars(4_500))
    #expect(
      try deducted("4000", status: .marriedSeparate, covered: false, spouseCovered: true)
        == dollars(4_500))
    #expect(try deducted("81000", status: .marriedSeparate, apart: true) == dollars(7_500))
    #expect(
      try deducted(
        "81000", status: .marriedSeparate, covered: false, spouseCovered: true, apart: true)
        == dollars(7_500))
  }

  @Test func `each spouse has a limit of one's own`() throws {
    let result = try returned(
      2026, .marriedJoint,
      facts: {
        $0.age = 40
        $0.spouseAge = 55
      }
    ) {
      $0.wages = dollars(100_000)
      $0.iraContribution = dollars(8_000)
      $0.spouseIraContribution = dollars(8_000)
    }
    #expect(result.iraDeduction == dollars(15_500))
    #expect(result.adjustedGrossIncome == dollars(84_500))
  }

  /// Pub. 590-A, App. B: 17,000 of the benefits make the income of the limit 87,000; 86% of the
  /// 4,000 below its end are left.
  @Test func `the limit looks at benefits taxed as if nothing were deducted`() throws {
    let result = try returned(
      2026,
      facts: {
        $0.age = 66
        $0.isCoveredByPlan = true
      }
    ) {
      $0.pensions = dollars(70_000)
      $0.socialSecurityBenefits = dollars(20_000)
      $0.iraContribution = dollars(5_000)
    }
    #expect(result.iraDeduction == dollars(3_440))
    #expect(result.adjustedGrossIncome == dollars(83_560))
  }
}
