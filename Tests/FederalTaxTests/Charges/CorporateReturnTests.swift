import Quantities
import Testing

@testable import FederalTax

@Suite("Corporations")
struct CorporateReturnTests {
  private func corporate(
    _ facts: CorporationFacts = CorporationFacts(), year: Int = 2026,
    _ fill: (inout ReturnInputs<Money>) -> Void
  ) throws -> FederalReturn<Money> {
    var inputs = ReturnInputs<Money>()
    fill(&inputs)
    var household = ReturnFacts(status: .single)
    household.corporation = facts
    var reading = ExactArithmetic(computation: .schedule)
    return corporateReturn(
      inputs, facts: household, law: try FederalLaw.load(year: year, status: .single),
      reading: &reading)
  }

  @Test(arguments: [2022, 2024, 2026])
  func `one rate on ordinary income and gain alike`(year: Int) throws {
    let result = try corporate(year: year) {
      $0.businessIncome = dollars(70_000)
      $0.taxableInterest = dollars(4_000)
      $0.ordinaryDividends = dollars(3_000)
      $0.passiveIncome = dollars(2_000)
      $0.otherGains = dollars(1_000)
      $0.shortTermGain = dollars(30_000)
      $0.longTermGain = dollars(-10_000)
    }
    #expect(result.taxableIncome == dollars(100_000))
    #expect(result.capitalGainOrLoss == dollars(20_000))
    #expect(result.totalTax == dollars(21_000))
    #expect(result.netInvestmentIncomeTax == .zero)
    #expect(result.yearCost == dollars(21_000))
  }

  @Test func `a capital loss lowers no other income and is carried as a newer one`() throws {
    let result = try corporate {
      $0.businessIncome = dollars(50_000)
      $0.longTermGain = dollars(-8_000)
      $0.shortTermGain = dollars(1_000)
    }
    #expect(result.totalTax == dollars(10_500))
    #expect(result.capitalGainOrLoss == .zero)
    #expect(result.shortTermCarryoverOut == dollars(7_000))
    #expect(result.longTermCarryoverOut == .zero)
  }

  @Test func `an ordinary loss takes gain of the year but gives nothing back`() throws {
    let result = try corporate {
      $0.businessIncome = dollars(-50_000)
      $0.longTermGain = dollars(40_000)
    }
    #expect(result.taxableIncomeBeforeFloor == dollars(-10_000))
    #expect(result.totalTax == .zero)
  }

  @Test func `gain takes the older losses first, then the newer ones`() throws {
    func result(_ gain: Int64) throws -> FederalReturn<Money> {
      try corporate(CorporationFacts(unexpiredCarryover: dollars(100_000))) {
        $0.longTermGain = dollars(gain)
        $0.longTermCarryover = dollars(10_000)
        $0.shortTermCarryover = dollars(5_000)
      }
    }
    let small = try result(4_000)
    #expect(small.totalTax == .zero)
    #expect(small.longTermCarryoverOut == dollars(6_000))
    #expect(small.shortTermCarryoverOut == dollars(5_000))
    let middle = try result(12_000)
    #expect(middle.totalTax == .zero)
    #expect(middle.longTermCarryoverOut == .zero)
    #expect(middle.shortTermCarryoverOut == dollars(3_000))
    let large = try result(16_000)
    #expect(large.totalTax == dollars(210))
    #expect(large.shortTermCarryoverOut == .zero)
  }

  @Test func `older losses that end with the year do not outlast it`() throws {
    func lost(_ gain: Int64, unexpired: Int64) throws -> [Money] {
      let result = try corporate(CorporationFacts(unexpiredCarryover: dollars(unexpired))) {
        $0.longTermGain = dollars(gain)
        $0.longTermCarryover = dollars(10_000)
      }
      // The year's own gain, not what earlier years lost.
      #expect(result.netLongTerm == dollars(gain))
      return [result.longTermCarryoverOut, result.expiredLoss]
    }
    // Of 10,000 the oldest 4,000 end now.
    #expect(try lost(0, unexpired: 6_000) == [dollars(6_000), dollars(4_000)])
    #expect(try lost(3_000, unexpired: 6_000) == [dollars(6_000), dollars(1_000)])
    #expect(try lost(5_000, unexpired: 6_000) == [dollars(5_000), .zero])
  }

  @Test func `a loss returns the tax on gains of earlier years`() throws {
    let facts = CorporationFacts(earlierGains: [dollars(3_000), .zero, dollars(2_000)])
    let part = try corporate(facts) {
      $0.businessIncome = dollars(10_000)
      $0.longTermGain = dollars(-4_000)
    }
    #expect(part.totalTax == dollars(2_100 - 840))
    #expect(part.shortTermCarryoverOut == .zero)
    let more = try corporate(facts) { $0.longTermGain = dollars(-9_000) }
    #expect(more.totalTax == dollars(-1_050))
    #expect(more.yearCost == dollars(-1_050))
    #expect(more.shortTermCarryoverOut == dollars(4_000))
    let gain = try corporate(facts) { $0.longTermGain = dollars(1_000) }
    #expect(gain.totalTax == dollars(210))
  }
}
