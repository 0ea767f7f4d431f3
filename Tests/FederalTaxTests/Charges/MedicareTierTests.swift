import Quantities
import Testing

@testable import FederalTax

@Suite("Medicare premium tiers")
struct MedicareTierTests {
  /// What an income adds to premiums.
  private func surcharge(
    _ income: Money, year: Int = 2024, status: FilingStatus = .single, enrollees: Int = 1,
    livedApart: Bool = false, exempt: Money = .zero
  ) throws -> Money {
    var facts = ReturnFacts(status: status)
    facts.medicareEnrollees = enrollees
    facts.livedApart = livedApart
    var reading = ExactArithmetic(computation: .schedule)
    return medicareSurcharge(
      modifiedIncome: income, taxExemptInterest: exempt, facts: facts,
      law: try FederalLaw.load(year: year, status: status), reading: &reading)
  }

  /// Tiers of the premium year 2026 and twelve months of what each adds to Parts B and D.
  static let tiers: [(own: Int64, joint: Int64, added: String)] = [
    (109_000, 218_000, "1148.40"), (137_000, 274_000, "2884.80"), (171_000, 342_000, "4620.00"),
    (205_000, 410_000, "6355.20"), (500_000, 750_000, "6936.00"),
  ]

  @Test(arguments: [
    FilingStatus.single, .headOfHousehold, .qualifyingSurvivingSpouse, .marriedJoint,
  ])
  func `income must exceed four thresholds, and reach the last`(status: FilingStatus) throws {
    var below = Money.zero
    for (index, tier) in Self.tiers.enumerated() {
      let threshold = dollars(status == .marriedJoint ? tier.joint : tier.own)
      let added = try amount(tier.added)
      let isLast = index == 4
      #expect(try surcharge(threshold - Money(cents: 1), status: status) == below)
      #expect(try surcharge(threshold, status: status) == (isLast ? added : below))
      #expect(try surcharge(threshold + Money(cents: 1), status: status) == added)
      below = added
    }
    #expect(try surcharge(dollars(90_000_000), status: status) == below)
  }

  @Test func `a separate return of spouses who lived together has only the two highest tiers`()
    throws
  {
    func together(_ income: Money) throws -> Money {
      try surcharge(income, status: .marriedSeparate)
    }
    #expect(try together(dollars(109_000)) == .zero)
    #expect(try together(dollars(109_000) + Money(cents: 1)) == amount("6355.20"))
    #expect(try together(dollars(391_000) - Money(cents: 1)) == amount("6355.20"))
    #expect(try together(dollars(391_000)) == amount("6936.00"))
    let apart = dollars(109_000) + Money(cents: 1)
    #expect(
      try surcharge(apart, status: .marriedSeparate, livedApart: true) == amount("1148.40"))
  }

  @Test(arguments: [
    (2022, 103_000, 206_000, 397_000, "993.60", "6003.60"),
    (2023, 106_000, 212_000, 394_000, "1052.40", "6356.40"),
  ])
  func `the tiers of earlier incomes`(
    year: Int, own: Int64, joint: Int64, separate: Int64, first: String, last: String
  ) throws {
    let cent = Money(cents: 1)
    #expect(try surcharge(dollars(own), year: year) == .zero)
    #expect(try surcharge(dollars(own) + cent, year: year) == amount(first))
    #expect(try surcharge(dollars(joint), year: year, status: .marriedJoint) == .zero)
    #expect(
      try surcharge(dollars(joint) + cent, year: year, status: .marriedJoint) == amount(first))
    #expect(
      try surcharge(dollars(separate), year: year, status: .marriedSeparate) == amount(last))
    #expect(try surcharge(dollars(500_000), year: year) == amount(last))
  }

  @Test func `each person enrolled pays, and nobody without enrollees`() throws {
    let income = dollars(150_000)
    #expect(try surcharge(income, enrollees: 0) == .zero)
    #expect(try surcharge(income, enrollees: 2) == amount("5769.60"))
    #expect(try surcharge(income, enrollees: 3) == amount("8654.40"))
  }

  @Test func `exempt interest counts`() throws {
    let (income, cent) = (dollars(100_000), Money(cents: 1))
    #expect(try surcharge(income, exempt: dollars(9_000)) == .zero)
    #expect(try surcharge(income, exempt: dollars(9_000) + cent) == amount("1148.40"))
  }

  @Test(arguments: [(2022, 2024, nil), (2024, 2026, nil), (2025, 2027, 2026), (2030, 2032, 2026)])
  func `premium years after the last published one keep its tiers and say so`(
    year: Int, premiumYear: Int, projectedFrom: Int?
  ) throws {
    let premiums = try FederalLaw.load(year: year, status: .single).medicarePremiums
    #expect(premiums.premiumYear == premiumYear)
    #expect(premiums.projectedFrom == projectedFrom)
    if projectedFrom != nil {
      let published = try FederalLaw.load(year: 2024, status: .single).medicarePremiums
      #expect(premiums.tiers == published.tiers)
    }
  }
}
