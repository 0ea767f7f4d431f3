import Quantities
import Testing

@testable import FederalTax

@Suite("State income tax")
struct StateTaxTests {
  private func tax(
    income: Int64, gain: Int64, taxesGains: Bool, deduction: Int64 = 10_000
  ) throws -> Money {
    let schedule = try #require(
      RateSchedule(
        starts: [.zero, dollars(50_000)], rates: [Rate(percent: 4), Rate(percent: 6)]))
    var facts = ReturnFacts(status: .single)
    facts.stateTax = StateTax(
      name: "State", schedule: schedule, deduction: dollars(deduction), taxesGains: taxesGains)
    var reading = ExactArithmetic(computation: .schedule)
    return stateIncomeTax(
      adjustedGrossIncome: dollars(income), capitalGainOrLoss: dollars(gain), facts: facts,
      reading: &reading)
  }

  @Test func `the schedule applies to income less the deduction`() throws {
    #expect(try tax(income: 60_000, gain: 20_000, taxesGains: true) == dollars(2_000))
    #expect(try tax(income: 60_100, gain: 20_000, taxesGains: true) == dollars(2_006))
    #expect(try tax(income: 10_000, gain: 0, taxesGains: true) == .zero)
    #expect(try tax(income: 4_000, gain: 0, taxesGains: true) == .zero)
  }

  @Test func `where gains are not taxed neither gain nor allowed loss counts`() throws {
    #expect(try tax(income: 60_000, gain: 20_000, taxesGains: false) == dollars(1_200))
    #expect(try tax(income: 37_000, gain: -3_000, taxesGains: false) == dollars(1_200))
    #expect(try tax(income: 37_000, gain: -3_000, taxesGains: true) == dollars(1_080))
  }

  @Test func `without a state there is neither tax nor line`() {
    var reading = TracedArithmetic(computation: .schedule)
    let tax = stateIncomeTax(
      adjustedGrossIncome: dollars(60_000), capitalGainOrLoss: .zero,
      facts: ReturnFacts(status: .single), reading: &reading)
    #expect(tax == .zero)
    #expect(reading.lines.isEmpty)
  }
}
