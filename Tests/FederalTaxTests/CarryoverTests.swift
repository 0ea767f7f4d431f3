import FederalTax
import Quantities
import Testing

@Suite("§1212(b) Capital Loss Carryover Worksheet")
struct CarryoverTests {
  /// A worked example by lines 7 and 15 and taxable income before its floor.
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let taxableIncome: Int64
    let line7: Int64
    let line15: Int64
    let shortTermOut: Int64
    let longTermOut: Int64

    var testDescription: String { name }
  }

  static let examples = [
    // Unit tests of an open-source preparer of returns, on the worksheet of 2025.
    Example(
      name: "both losses", taxableIncome: 23_720, line7: -8_500, line15: -3_500,
      shortTermOut: 5_500, longTermOut: 3_500),
    Example(
      name: "short gain, long loss", taxableIncome: 50_000, line7: 1_000, line15: -6_000,
      shortTermOut: 0, longTermOut: 2_000),
    Example(
      name: "deductions exceed income: nothing is used up", taxableIncome: -8_750, line7: -3_000,
      line15: 0, shortTermOut: 3_000, longTermOut: 0),
    Example(
      name: "deductions exceed income, both losses", taxableIncome: -6_750, line7: -6_500,
      line15: -3_001, shortTermOut: 6_500, longTermOut: 3_001),
    Example(
      name: "long loss alone", taxableIncome: 23_720, line7: 0, line15: -5_000, shortTermOut: 0,
      longTermOut: 2_000),
    // A page on personal finance, budgeting.thenest.com.
    Example(
      name: "short loss is used up first", taxableIncome: 50_000, line7: -4_000, line15: -7_000,
      shortTermOut: 1_000, longTermOut: 7_000),
    // By the words of §1212(b)(2): the loss is used up only by what taxable income it met.
    Example(
      name: "part of the loss met income", taxableIncome: -1_000, line7: -5_000, line15: 0,
      shortTermOut: 3_000, longTermOut: 0),
    Example(
      name: "short loss eats long gain first", taxableIncome: 50_000, line7: -10_000,
      line15: 4_000, shortTermOut: 3_000, longTermOut: 0),
  ]

  @Test(arguments: examples) func `losses carried out`(example: Example) throws {
    let gain = max(example.line7 + example.line15, -3_000)
    let result = try computed(
      2025, .single,
      deduction: .given(dollars(max(0, gain - example.taxableIncome)), taxes: .zero)
    ) {
      $0.shortTermGain = dollars(example.line7)
      $0.longTermGain = dollars(example.line15)
      $0.pensions = dollars(max(0, example.taxableIncome - gain))
    }
    #expect(result.taxableIncomeBeforeFloor == dollars(example.taxableIncome))
    #expect(result.shortTermCarryoverOut == dollars(example.shortTermOut))
    #expect(result.longTermCarryoverOut == dollars(example.longTermOut))
  }

  @Test func `a loss runs out over three years`() throws {
    // Fairmark's Ted, 2007: 4,000 of gain and 11,400 of loss, then 500 of gain.
    let first = try computed(2022, .single) {
      $0.wages = dollars(60_000)
      $0.longTermGain = dollars(4_000 - 11_400)
    }
    #expect(first.longTermCarryoverOut == dollars(4_400))
    let second = try computed(2023, .single) {
      $0.wages = dollars(60_000)
      $0.longTermGain = dollars(500)
      $0.longTermCarryover = first.longTermCarryoverOut
    }
    #expect(second.capitalGainOrLoss == dollars(-3_000))
    #expect(second.longTermCarryoverOut == dollars(900))
    let third = try computed(2024, .single) {
      $0.wages = dollars(60_000)
      $0.longTermCarryover = second.longTermCarryoverOut
    }
    #expect(third.capitalGainOrLoss == dollars(-900))
    #expect(third.longTermCarryoverOut == .zero)
  }

  @Test(arguments: FilingStatus.individuals)
  func `the limit itself is deducted whole, a dollar more is carried`(status: FilingStatus) throws {
    let limit: Int64 = status == .marriedSeparate ? 1_500 : 3_000
    for (loss, carried) in [(limit - 1, Int64(0)), (limit, 0), (limit + 1, 1)] {
      let result = try computed(2026, status) {
        $0.wages = dollars(90_000)
        $0.shortTermGain = dollars(-loss)
      }
      #expect(result.capitalGainOrLoss == dollars(-min(loss, limit)))
      #expect(result.shortTermCarryoverOut == dollars(carried))
    }
  }

  @Test func `the deduction for seniors counts before a loss is used up`() throws {
    let result = try computed(2025, .single, age: 70) {
      $0.pensions = dollars(25_000)
      $0.shortTermGain = dollars(-10_000)
    }
    // 25,000 less 3,000, 17,750 and 6,000: of the 3,000 only 1,250 met income.
    #expect(result.taxableIncomeBeforeFloor == dollars(-1_750))
    #expect(result.shortTermCarryoverOut == dollars(8_750))
  }
}
