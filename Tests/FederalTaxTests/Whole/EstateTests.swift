import FederalTax
import Quantities
import Testing

@Suite("Estates and trusts")
struct EstateTests {
  private func trust(
    _ kind: TrustKind = .complexTrust, year: Int = 2025, spends: Int64 = 0,
    _ fill: (inout ReturnInputs<Money>) -> Void
  ) throws -> FederalReturn<Money> {
    try returned(
      year, .estateOrTrust,
      facts: {
        $0.trust = kind
        $0.deduction = .given(dollars(spends), taxes: .zero)
      }, fill)
  }

  /// 2025: 10% to 3,150, 24% to 11,450, 35% to 15,650 and 37%, Rev. Proc. 2024-40.
  @Test func `four brackets and an exemption of 100`() throws {
    let result = try trust { $0.taxableInterest = dollars(20_000) }
    #expect(result.taxableIncome == dollars(19_900))
    #expect(try result.regularTax == amount("5349.50"))
    #expect(try result.netInvestmentIncomeTax == amount("161.50"))
    #expect(result.alternativeMinimumTax == .zero)
    #expect(try result.totalTax == amount("5511"))
  }

  @Test(arguments: [
    (TrustKind.estate, Int64(600)), (.simpleTrust, 300), (.complexTrust, 100),
  ])
  func `each kind has its exemption, which the minimum tax takes away`(
    kind: TrustKind, exemption: Int64
  ) throws {
    let result = try trust(kind) { $0.taxableInterest = dollars(10_000) }
    #expect(result.taxableIncome == dollars(10_000 - exemption))
    #expect(result.alternativeMinimumTaxableIncome == dollars(10_000))
  }

  @Test func `investment income is taxed above the start of the highest bracket`() throws {
    #expect(try trust { $0.taxableInterest = dollars(15_750) }.netInvestmentIncomeTax == .zero)
    #expect(
      try trust { $0.taxableInterest = dollars(15_850) }.netInvestmentIncomeTax == amount("3.80"))
  }

  @Test func `what is spent or distributed is not taxed, and its investment income neither`() throws
  {
    let result = try trust(spends: 1_000) {
      $0.taxableInterest = dollars(40_000)
      $0.distributionDeduction = dollars(30_000)
      $0.distributedInvestmentIncome = dollars(30_000)
    }
    #expect(result.taxableIncome == dollars(8_900))
    // All of it is deducted before adjusted gross income, §67(e): Form 8960 line 19a.
    #expect(result.adjustedGrossIncome == dollars(8_900))
    #expect(result.netInvestmentIncomeTax == .zero)
    let half = try trust {
      $0.taxableInterest = dollars(60_000)
      $0.distributionDeduction = dollars(30_000)
      $0.distributedInvestmentIncome = dollars(50_000)
    }
    // 10,000 are undistributed; 29,900 less 15,650 are above the start.
    #expect(half.netInvestmentIncomeTax == dollars(380))
  }

  @Test func `gain has the breakpoints of trusts, and losses the limit of 3,000`() throws {
    let gain = try trust { $0.longTermGain = dollars(20_100) }
    // 0% to 3,250, 15% to 15,900, 20% above.
    #expect(try gain.regularTax == amount("1897.50") + dollars(820))
    let loss = try trust {
      $0.taxableInterest = dollars(10_000)
      $0.longTermGain = dollars(-10_000)
    }
    #expect(loss.capitalGainOrLoss == dollars(-3_000))
    #expect(loss.longTermCarryoverOut == dollars(7_000))
  }

  @Test func `nobody depends on a trust, and it has no standard deduction`() throws {
    let result = try returned(
      2026, .estateOrTrust,
      facts: {
        $0.childrenUnder17 = 2
        $0.age = 70
      }
    ) { $0.taxableInterest = dollars(1_000) }
    #expect(result.taxableIncome == dollars(900))
    #expect(result.childAndDependentCredit == .zero)
    #expect(result.regularTax == dollars(90))
  }

  @Test(arguments: FederalLaw.publishedYears)
  func `every year has its law`(year: Int) throws {
    let law = try FederalLaw.load(year: year, status: .estateOrTrust)
    #expect(law.ordinaryRates.brackets.count == 4)
    #expect(law.capitalLossLimit == dollars(3_000))
    #expect(law.netInvestmentIncomeTax.threshold == law.ordinaryRates.brackets[3].from)
    #expect(law.longTermRates.cappedRateBottom == law.ordinaryRates.brackets[2].from)
  }
}
