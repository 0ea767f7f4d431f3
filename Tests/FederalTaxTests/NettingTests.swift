import FederalTax
import Quantities
import Testing

@Suite("§1222 netting and the loss limit: examples of articles on harvesting")
struct NettingTests {
  /// A single filer of 2025 with wages of 150,000.
  private func year(
    _ fill: (inout ReturnInputs<Money>) -> Void
  ) throws -> FederalReturn<Money> {
    try computed(2025, .single) { inputs in
      inputs.wages = dollars(150_000)
      fill(&inputs)
    }
  }

  @Test func `equal gain and loss leave nothing taxable`() throws {
    let result = try year { $0.shortTermGain = dollars(5_000 - 5_000) }
    let across = try year {
      $0.shortTermGain = dollars(5_000)
      $0.longTermGain = dollars(-5_000)
    }
    #expect(result == (try year { _ in }))
    #expect(across.capitalGainOrLoss == .zero)
    #expect(across.totalTax == result.totalTax)
    #expect(across.longTermCarryoverOut == .zero)
  }

  @Test func `a net loss of 7,000 is deducted by 3,000 and carried by 4,000, long-term`() throws {
    let result = try year {
      $0.longTermGain = dollars(10_000 - 22_000)
      $0.shortTermGain = dollars(5_000)
    }
    #expect(result.capitalGainOrLoss == dollars(-3_000))
    #expect(result.longTermCarryoverOut == dollars(4_000))
    #expect(result.shortTermCarryoverOut == .zero)
  }

  @Test func `120,000 of losses against 70,000 of gains wipe out the next year's 47,000`() throws {
    let first = try year { $0.longTermGain = dollars(70_000 - 120_000) }
    #expect(first.capitalGainOrLoss == dollars(-3_000))
    #expect(first.longTermCarryoverOut == dollars(47_000))
    let second = try computed(2026, .single) {
      $0.wages = dollars(150_000)
      $0.longTermGain = dollars(47_000)
      $0.longTermCarryover = first.longTermCarryoverOut
    }
    #expect(second.capitalGainOrLoss == .zero)
    #expect(second.longTermCarryoverOut == .zero)
    #expect(
      second.totalTax == (try computed(2026, .single) { $0.wages = dollars(150_000) }).totalTax)
  }

  @Test func `20,000 of loss against gain at 20% and 3.8% saves 4,760`() throws {
    func tax(loss: Int64) throws -> Money {
      try computed(2025, .single) {
        $0.wages = dollars(900_000)
        $0.longTermGain = dollars(20_000 - loss)
      }.totalTax
    }
    #expect(try tax(loss: 0) - tax(loss: 20_000) == dollars(4_760))
  }

  @Test func `75,000 of gains less 70,000 of losses leave a short-term gain, no loss`() throws {
    // An article leaves 5,000 of loss over; line 7 is 10,000, line 15 is -5,000.
    let result = try year {
      $0.shortTermGain = dollars(30_000 - 20_000)
      $0.longTermGain = dollars(45_000 - 50_000)
    }
    #expect(result.capitalGainOrLoss == dollars(5_000))
    #expect(result.longTermTax == .zero)
    #expect(result.shortTermCarryoverOut + result.longTermCarryoverOut == .zero)
    #expect(result.totalTax == (try year { $0.wages += dollars(5_000) }).totalTax)
  }

  @Test func `a net short-term loss offsets long-term gains as well`() throws {
    // An article says that only long-term losses do.
    let result = try year {
      $0.shortTermGain = dollars(-8_000)
      $0.longTermGain = dollars(8_000)
    }
    #expect(result.capitalGainOrLoss == .zero)
    #expect(result.longTermTax == .zero)
  }

  @Test func `600,000 of losses save 120,000 at 20%, and 22,800 of surtax besides`() throws {
    func result(loss: Int64) throws -> FederalReturn<Money> {
      try computed(2025, .single) {
        $0.wages = dollars(900_000)
        $0.longTermGain = dollars(600_000 - loss)
      }
    }
    let hold = try result(loss: 0)
    let harvest = try result(loss: 600_000)
    #expect(hold.regularTax - harvest.regularTax == dollars(120_000))
    #expect(hold.netInvestmentIncomeTax - harvest.netInvestmentIncomeTax == dollars(22_800))
    #expect(hold.totalTax - harvest.totalTax == dollars(142_800))
  }

  @Test func `287,000 of losses against 10,000 of gains carry 274,000`() throws {
    let result = try year { $0.shortTermGain = dollars(10_000 - 287_000) }
    #expect(result.capitalGainOrLoss == dollars(-3_000))
    #expect(result.shortTermCarryoverOut == dollars(274_000))
  }
}
