import FederalTax
import Quantities
import Testing

@Suite("Earned income credit and its cliff")
struct EarnedIncomeCreditTests {
  private func credit(
    _ income: Int64, children: Int, year: Int = 2026, status: FilingStatus = .single,
    age: Int = 40, spouseAge: Int = 0, livedApart: Bool = false, gross: Int64? = nil
  ) throws -> Money {
    var facts = ReturnFacts(status: status, age: age, spouseAge: spouseAge)
    facts.livedApart = livedApart
    return earnedIncomeCredit(
      earnedIncome: dollars(income), adjustedGrossIncome: dollars(gross ?? income),
      children: children, facts: facts, law: try FederalLaw.load(year: year, status: status))
  }

  @Test func `rows that two independent calculators agree on`() throws {
    let rows = try GoldenFile("earned_income").rows
    #expect(rows.count == 199)
    var differences: [Difference] = []
    for row in rows {
      let law = try row.law()
      var facts = ReturnFacts(
        status: law.status, age: try row.int("age"), spouseAge: try row.int("spouse_age"),
        childrenUnder17: try row.int("children"))
      // The calculators take every separate return with children for one of spouses apart.
      facts.livedApart = true
      var inputs = ReturnInputs<Money>()
      inputs.wages = try row.money("wages")
      inputs.taxableInterest = try row.money("interest")
      inputs.ordinaryDividends = try row.money("dividends")
      var result = exactReturn(inputs, facts: facts, law: law)
      result.capitalGainOrLoss = try row.money("gain")
      result.adjustedGrossIncome = try row.money("adjusted_gross_income")
      let cliff = investmentIncomeCliff(inputs, facts: facts, result: result, law: law)
      let credit = cliff.map { $0.isLost ? Money.zero : $0.credit } ?? .zero
      if let difference = try Difference(row, "credit", credit) { differences.append(difference) }
    }
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test(arguments: [
    (0, 8_680, "664"), (1, 13_020, "4427"), (2, 18_290, "7316"), (3, 18_290, "8231"),
    (5, 18_290, "8231"),
  ])
  func `the credit grows to its maximum of 2026`(
    children: Int, earned: Int64, maximum: String
  ) throws {
    #expect(try credit(earned + 1_000, children: children) == amount(maximum))
    #expect(try credit(earned - 100, children: children) < amount(maximum))
  }

  @Test(arguments: [
    (0, FilingStatus.single, 10_860), (1, .headOfHousehold, 23_890), (0, .marriedJoint, 18_140),
    (2, .marriedJoint, 31_160),
  ])
  func `the credit shrinks above its start, by income of either kind`(
    children: Int, status: FilingStatus, start: Int64
  ) throws {
    let whole = try credit(start, children: children, status: status)
    let shrunk = try credit(start + 100, children: children, status: status)
    let rate = ["7.65", "15.98", "21.06"][children]
    #expect(try whole - shrunk == amount(rate))
    #expect(
      try credit(start, children: children, status: status, gross: start + 100) == shrunk)
    #expect(try credit(start + 60_000, children: children, status: status) == .zero)
  }

  @Test func `who claims without children is 25 to 64 years old`() throws {
    #expect(try credit(8_680, children: 0, age: 24) == .zero)
    #expect(try credit(8_680, children: 0, age: 25) > .zero)
    #expect(try credit(8_680, children: 0, age: 64) > .zero)
    #expect(try credit(8_680, children: 0, age: 65) == .zero)
    #expect(try credit(8_680, children: 1, age: 65) > .zero)
    #expect(
      try credit(8_680, children: 0, status: .marriedJoint, age: 66, spouseAge: 64) > .zero)
    #expect(try credit(8_680, children: 0, status: .single, age: 66, spouseAge: 64) == .zero)
  }

  @Test func `a separate return has the credit only apart and with a child`() throws {
    #expect(try credit(13_020, children: 1, status: .marriedSeparate) == .zero)
    #expect(try credit(13_020, children: 1, status: .marriedSeparate, livedApart: true) > .zero)
    #expect(try credit(8_680, children: 0, status: .marriedSeparate, livedApart: true) == .zero)
  }

  @Test(arguments: [(2022, 10_300), (2023, 11_000), (2024, 11_600), (2025, 11_950), (2026, 12_200)])
  func `a cent of investment income beyond the limit loses the credit`(
    year: Int, limit: Int64
  ) throws {
    let law = try FederalLaw.load(year: year, status: .single)
    let facts = ReturnFacts(status: .single, childrenUnder17: 2)
    func cliff(_ gain: Money, earned: Int64 = 15_000) -> InvestmentIncomeCliff? {
      var inputs = ReturnInputs<Money>()
      inputs.wages = dollars(earned)
      inputs.taxableInterest = dollars(1_000)
      inputs.taxExemptInterest = dollars(500)
      inputs.ordinaryDividends = dollars(700)
      inputs.passiveIncome = dollars(300)
      inputs.longTermGain = gain
      return investmentIncomeCliff(
        inputs, facts: facts, result: exactReturn(inputs, facts: facts, law: law), law: law)
    }
    let atLimit = try #require(cliff(dollars(limit - 2_500)))
    #expect(atLimit.limit == dollars(limit))
    #expect(atLimit.room == .zero)
    #expect(!atLimit.isLost)
    let beyond = try #require(cliff(dollars(limit - 2_500) + Money(cents: 1)))
    #expect(beyond.isLost)
    #expect(beyond.credit > dollars(3_000))
    let loss = try #require(cliff(dollars(-2_000)))
    #expect(loss.disqualifiedIncome == dollars(2_500))
    #expect(cliff(.zero, earned: 90_000) == nil)
  }

  @Test func `who excludes foreign income has no credit to lose`() throws {
    let law = try FederalLaw.load(year: 2026, status: .single)
    let facts = ReturnFacts(status: .single, childrenUnder17: 1)
    var inputs = ReturnInputs<Money>()
    inputs.wages = dollars(12_000)
    let result = exactReturn(inputs, facts: facts, law: law)
    #expect(investmentIncomeCliff(inputs, facts: facts, result: result, law: law) != nil)
    inputs.foreignEarnedIncomeExclusion = dollars(1)
    #expect(investmentIncomeCliff(inputs, facts: facts, result: result, law: law) == nil)
  }
}
