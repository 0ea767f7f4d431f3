import FederalTax
import Quantities
import Testing

@Suite("§63 standard deduction and §151(d)(5)(C) deduction for seniors")
struct DeductionTests {
  @Test(arguments: [
    (FilingStatus.single, 16_100, 2_050), (.marriedJoint, 32_200, 1_650),
    (.marriedSeparate, 16_100, 1_650), (.headOfHousehold, 24_150, 2_050),
    (.qualifyingSurvivingSpouse, 32_200, 1_650),
  ])
  func `each box adds its amount`(status: FilingStatus, basic: Int64, box: Int64) throws {
    func deduction(_ age: Int, _ spouse: Int, blind: Bool) throws -> Money {
      try computed(2026, status, age: age, spouseAge: spouse, blind: blind) { _ in }.deduction
    }
    let spouseCounts: Int64 = status == .marriedJoint ? 1 : 0
    #expect(try deduction(64, 64, blind: false) == dollars(basic))
    #expect(try deduction(65, 64, blind: false) == dollars(basic + box))
    #expect(try deduction(64, 65, blind: false) == dollars(basic + spouseCounts * box))
    #expect(try deduction(65, 65, blind: true) == dollars(basic + (2 + spouseCounts) * box))
  }

  @Test func `the deduction for seniors shrinks by six cents a dollar for each person`() throws {
    func deduction(_ status: FilingStatus, _ wages: Int64, ages: (Int, Int)) throws -> Money {
      try computed(2025, status, age: ages.0, spouseAge: ages.1) { $0.wages = dollars(wages) }
        .seniorDeduction
    }
    #expect(try deduction(.single, 75_000, ages: (65, 0)) == dollars(6_000))
    #expect(try deduction(.single, 75_100, ages: (65, 0)) == dollars(5_994))
    #expect(try deduction(.single, 174_900, ages: (65, 0)) == dollars(6))
    #expect(try deduction(.single, 175_000, ages: (65, 0)) == .zero)
    #expect(try deduction(.single, 60_000, ages: (64, 70)) == .zero)
    #expect(try deduction(.marriedJoint, 150_000, ages: (65, 70)) == dollars(12_000))
    #expect(try deduction(.marriedJoint, 150_100, ages: (65, 70)) == dollars(11_988))
    #expect(try deduction(.marriedJoint, 150_100, ages: (50, 70)) == dollars(5_994))
    #expect(try deduction(.marriedJoint, 250_000, ages: (65, 70)) == .zero)
    #expect(try deduction(.qualifyingSurvivingSpouse, 75_100, ages: (65, 0)) == dollars(5_994))
    #expect(try deduction(.marriedSeparate, 10_000, ages: (65, 70)) == .zero)
  }

  @Test(arguments: zip(2022...2030, [0, 0, 0, 6_000, 6_000, 6_000, 6_000, 0, 0]))
  func `the deduction for seniors is one of four years`(year: Int, deduction: Int64) throws {
    let result = try computed(year, .single, age: 70) { $0.wages = dollars(50_000) }
    #expect(result.seniorDeduction == dollars(deduction))
  }

  @Test func `the minimum tax adds back the standard deduction and the seniors' one`() throws {
    let result = try computed(2025, .single, age: 70) { $0.wages = dollars(70_000) }
    #expect(result.taxableIncome == dollars(70_000 - 17_750 - 6_000))
    #expect(result.alternativeMinimumTaxableIncome == dollars(70_000))
  }

  @Test func `of a given deduction the minimum tax adds back the taxes alone`() throws {
    let result = try computed(
      2025, .single, deduction: .given(dollars(30_000), taxes: dollars(10_000))
    ) { $0.wages = dollars(70_000) }
    #expect(result.deduction == dollars(30_000))
    #expect(result.taxableIncome == dollars(40_000))
    #expect(result.alternativeMinimumTaxableIncome == dollars(50_000))
  }
}
