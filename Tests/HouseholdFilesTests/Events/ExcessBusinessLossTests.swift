import FederalTax
import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("The limit on business losses of a year")
struct ExcessBusinessLossTests {
  private let words = "the limit on excess business losses, 26 U.S.C. §461(l), is not modelled"

  @Test(
    arguments: [
      (2022, "single", 270_000), (2023, "single", 289_000), (2024, "married_separate", 305_000),
      (2025, "head_of_household", 313_000), (2026, "single", 256_000),
      (2022, "married_joint", 540_000), (2023, "married_joint", 578_000),
      (2024, "married_joint", 610_000), (2025, "married_joint", 626_000),
      (2026, "married_joint", 512_000), (2026, "qualifying_surviving_spouse", 256_000),
      (2026, "estate_or_trust", 256_000),
    ])
  func `a loss of trades beyond the amount of the year is refused`(
    year: Int, status: String, limit: Int
  ) throws {
    let status = try #require(FilingStatus(rawValue: status))
    let law = try FederalLaw.load(year: year, status: status)
    #expect(law.excessBusinessLoss == Money(dollars: Int64(limit)))
  }

  private func errors(_ lines: String, taxpayer: String = "{filing_status: single}") -> [String] {
    MemoryFiles.small(lines, taxpayer: taxpayer).errors
  }

  @Test func `losses of the household and of events count together`() {
    let income = "income: {business_income: -200_000}"
    let event = "events: [{kind: k1, year: 2026, entity: s_corporation, activity: active, "
    #expect(errors("\(income)\n\(event)ordinary_business: -56_000}]") == [])
    let over = errors("\(income)\n\(event)ordinary_business: -56_000.01}]")
    #expect(over.count == 1)
    #expect(
      over.first?.contains("the losses of trades in 2026, 256000.01, exceed 256000.00: \(words)")
        == true, "\(over)")
    #expect(
      errors("\(income)\n\(event)section_1231_gain: -56_000.01}]").first?.contains(words) == true)
    #expect(errors("income: {business_income: -256_000.01}").first?.contains(words) == true)
  }

  @Test func `gains of property are not set against losses, passive losses are no part`() {
    #expect(
      errors("income: {business_income: -257_000, other_gains: 50_000}").first?.contains(words)
        == true)
    #expect(errors("income: {passive_income: -900_000}") == [])
  }

  @Test func `a corporation has no such limit`() {
    #expect(errors("income: {business_income: -900_000}", taxpayer: "{kind: c_corporation}") == [])
  }
}
