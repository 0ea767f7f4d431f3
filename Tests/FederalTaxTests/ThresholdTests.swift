import FederalTax
import Quantities
import Testing

@Suite("Both sides of every threshold, in every year and status")
struct ThresholdTests {
  @Test(arguments: YearAndStatus.all)
  func `an ordinary dollar bears the rate of its bracket`(case: YearAndStatus) throws {
    let law = try `case`.law()
    func tax(_ income: Money) throws -> Money {
      try computed(`case`.year, `case`.status, deduction: .none) { $0.pensions = income }.regularTax
    }
    for (below, above) in zip(law.ordinaryRates.brackets, law.ordinaryRates.brackets.dropFirst()) {
      let edge = above.from
      #expect(
        try tax(edge) - tax(edge - dollars(100))
          == below.rate.of(dollars(100), rounded: .halfUp))
      #expect(
        try tax(edge + dollars(100)) - tax(edge)
          == above.rate.of(dollars(100), rounded: .halfUp))
    }
  }

  @Test(arguments: YearAndStatus.all)
  func `long-term gain bears 0, 15 and 20 percent`(case: YearAndStatus) throws {
    let rates = try `case`.law().longTermRates
    func tax(_ gain: Money) throws -> Money {
      try computed(`case`.year, `case`.status, deduction: .none) { $0.longTermGain = gain }
        .regularTax
    }
    let hundred = dollars(100)
    #expect(try tax(rates.zeroRateTop) == .zero)
    #expect(try tax(rates.zeroRateTop + hundred) == dollars(15))
    #expect(try tax(rates.middleRateTop) - tax(rates.middleRateTop - hundred) == dollars(15))
    #expect(try tax(rates.middleRateTop + hundred) - tax(rates.middleRateTop) == dollars(20))
  }

  @Test(arguments: YearAndStatus.all)
  func `investment income above the threshold bears 3.8 percent`(case: YearAndStatus) throws {
    let threshold: Int64 =
      switch `case`.status {
      case .single, .headOfHousehold: 200_000
      case .marriedJoint, .qualifyingSurvivingSpouse: 250_000
      default: 125_000
      }
    func tax(_ interest: Money) throws -> Money {
      try computed(`case`.year, `case`.status) { $0.taxableInterest = interest }
        .netInvestmentIncomeTax
    }
    #expect(try tax(dollars(threshold)) == .zero)
    #expect(try tax(dollars(threshold + 100)) == Money(cents: 3_80))
  }

  @Test(arguments: YearAndStatus.all)
  func `wages above the threshold bear 0.9 percent more`(case: YearAndStatus) throws {
    let threshold: Int64 =
      switch `case`.status {
      case .single, .headOfHousehold, .qualifyingSurvivingSpouse: 200_000
      case .marriedJoint: 250_000
      default: 125_000
      }
    func tax(_ wages: Money) throws -> Money {
      try computed(`case`.year, `case`.status) {
        $0.wages = wages - dollars(40_000)
        $0.spouseWages = dollars(40_000)
        $0.longTermGain = dollars(1_000_000)
      }.additionalMedicareTax
    }
    #expect(try tax(dollars(threshold)) == .zero)
    #expect(try tax(dollars(threshold + 100)) == Money(cents: 90))
  }

  @Test(arguments: YearAndStatus.all)
  func `the dependent credits fall by 50 at each thousand or part of one`(
    case: YearAndStatus
  ) throws {
    let start: Int64 = `case`.status == .marriedJoint ? 400_000 : 200_000
    let child: Int64 = `case`.year < 2025 ? 2_000 : 2_200
    func credit(_ wages: Money, children: Int = 2, others: Int = 1) throws -> Money {
      try computed(
        `case`.year, `case`.status, children: children, otherDependents: others
      ) { $0.wages = wages }.childAndDependentCredit
    }
    let full = dollars(2 * child + 500)
    #expect(try credit(dollars(start)) == full)
    #expect(try credit(dollars(start) + Money(cents: 1)) == full - dollars(50))
    #expect(try credit(dollars(start + 1_000)) == full - dollars(50))
    #expect(try credit(dollars(start + 1_000) + Money(cents: 1)) == full - dollars(100))
    #expect(try credit(dollars(start + 9_000), children: 0) == dollars(50))
    #expect(try credit(dollars(start + 10_000), children: 0) == .zero)
    #expect(try credit(dollars(start + 90_000), children: 0) == .zero)
    #expect(try credit(dollars(1_000)) == .zero)
  }

  @Test(arguments: YearAndStatus.all)
  func `a phased out exemption raises the minimum tax`(case: YearAndStatus) throws {
    let minimum = try `case`.law().minimumTax
    func tax(_ income: Money) throws -> Money {
      let result = try computed(`case`.year, `case`.status, deduction: .none) {
        $0.amtPreferences = income
      }
      #expect(result.alternativeMinimumTax == result.totalTax)
      return result.totalTax
    }
    let hundred = dollars(100)
    #expect(try tax(minimum.exemption) == .zero)
    #expect(try tax(minimum.exemption + hundred) == dollars(26))
    let upper = minimum.exemption + minimum.rates.brackets[1].from
    #expect(try tax(upper) - tax(upper - hundred) == dollars(26))
    #expect(try tax(upper + hundred) - tax(upper) == dollars(28))
    let start = minimum.phaseoutStart
    #expect(try tax(start) - tax(start - hundred) == dollars(28))
    #expect(
      try tax(start + hundred) - tax(start) == dollars(`case`.year < 2026 ? 35 : 42))
  }

  @Test(arguments: [2022, 2023, 2024, 2025, 2026])
  func `the increase on separate returns begins where the exemption ends, and ends`(
    year: Int
  ) throws {
    let minimum = try FederalLaw.load(year: year, status: .marriedSeparate).minimumTax
    let start = try #require(minimum.increaseStart)
    let published = [
      2022: 776_100, 2023: 831_150, 2024: 875_950, 2025: 900_350, 2026: 640_200,
    ]
    #expect(start == dollars(Int64(try #require(published[year]))))
    func income(_ amount: Money) throws -> Money {
      try computed(year, .marriedSeparate, deduction: .none) { $0.amtPreferences = amount }
        .alternativeMinimumTaxableIncome
    }
    let share: Int64 = year < 2026 ? 25 : 50
    #expect(try income(start) == start)
    #expect(try income(start + dollars(100)) == start + dollars(100 + share))
    #expect(try income(dollars(5_000_000)) == dollars(5_000_000) + minimum.exemption)
  }
}
