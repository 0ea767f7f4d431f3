import FederalTax
import Foundation
import HouseholdFiles
import InputFiles
import Planning
import Quantities
import Testing

@Suite("Property sales in scenario files")
struct PropertySaleFileTests {
  private static let rental =
    "kind: property_sale, title: Duplex, date: 2026-05-20, acquired: 2012-08-01, use: rental, price: 480_000, basis: 300_000"
  private static let home =
    "kind: property_sale, title: House, date: 2026-05-20, acquired: 2012-08-01, use: home, price: 900_000, basis: 300_000"

  /// The file with events, each the members of a mapping.
  private func files(
    _ events: String..., lines: String = "", status: String = "single"
  ) -> MemoryFiles {
    let list = events.map { "  - {\($0)}\n" }.joined()
    return MemoryFiles.small(
      "\(lines)\nevents:\n\(list)", taxpayer: "{filing_status: \(status)}")
  }

  @Test func `a rental's sale joins the year as net business property`() throws {
    let year = try #require(
      files("\(Self.rental), costs: 20_000, depreciation: 110_000, suspended_losses: 12_000")
        .scenario().years.first)
    #expect(year.events.map(\.title) == ["Duplex", "Business property of the year"])
    #expect(year.inputs.longTermGain == Money(dollars: 270_000))
    #expect(year.inputs.section1250Gain == Money(dollars: 110_000))
    #expect(year.inputs.passiveIncome == Money(dollars: -12_000))
    #expect(year.events[1].effect.lines.contains { $0.form == .form4797 && $0.number == "7" })
  }

  @Test func `business property is netted over all events of a year`() throws {
    let year = try #require(
      files(Self.rental, Self.rental.replacing("480_000", with: "250_000")).scenario().years.first)
    #expect(year.inputs.longTermGain == Money(dollars: 130_000))
    #expect(year.inputs.otherGains == .zero)
    #expect(year.events.count == 3)
  }

  @Test func `losses of earlier years and of the scenario's own make gains ordinary`() throws {
    let second = Self.rental.replacing("2026-05-20", with: "2027-05-20")
    let years = try files(
      Self.rental.replacing("480_000", with: "250_000"), second,
      lines: "last_year: 2027\ncapital: {section_1231_losses: {2024: 30_000, 2021: 5_000}}"
    ).scenario().years
    #expect(years.map(\.inputs.otherGains) == [-50_000, 80_000].map(Money.init(dollars:)))
    #expect(years.map(\.inputs.longTermGain) == [0, 100_000].map(Money.init(dollars:)))
  }

  @Test func `installments bring gain to later years, and years after the last are left alone`()
    throws
  {
    let years = try files(
      "\(Self.rental), installments: {received: {2028: 240_000, 2026: 120_000, 2027: 120_000}}",
      lines: "last_year: 2027"
    ).scenario().years
    #expect(years.map(\.inputs.longTermGain) == [45_000, 45_000].map(Money.init(dollars:)))
  }

  @Test func `a sale of an earlier year still brings its installments`() throws {
    let sale = Self.rental.replacing("2026-05-20", with: "2019-05-20")
    let years = try files(
      "\(sale), installments: {received: {2019: 240_000, 2026: 240_000}}"
    ).scenario().years
    #expect(years.map(\.inputs.longTermGain) == [Money(dollars: 90_000)])
  }

  @Test(arguments: [
    ("single", "used_months: 24", 350_000), ("married_separate", "used_months: 24", 350_000),
    ("married_joint", "used_months: 24", 100_000),
    ("married_joint", "used_months: 24, spouse_used_months: 0", 350_000),
    ("married_joint", "used_months: 24, spouse_last_exclusion: 2025-01-01", 350_000),
    ("single", "used_months: 24, last_exclusion: 2025-01-01", 600_000),
  ])
  func `a home's gain is excluded by those who qualify`(
    status: String, residence: String, gain: Int64
  ) throws {
    let years = try files("\(Self.home), residence: {\(residence)}", status: status).scenario()
      .years
    #expect(years.map(\.inputs.longTermGain) == [Money(dollars: gain)])
  }

  @Test func `the exclusion is a parameter of the law`() throws {
    var files = files(
      "\(Self.home), residence: {used_months: 24}", lines: "law: proposal.yaml")
    files.files["proposal.yaml"] = """
      schema: harvest.law/1
      title: More for a home
      home_sale_exclusion:
        unit: money
        by: nothing
        reference: IRC §121(b)(1)
        values: [{from: 2026, reference: H.R. 1340, value: 500_000}]
      """
    #expect(
      try files.scenario().years.map(\.inputs.longTermGain) == [Money(dollars: 100_000)])
  }

  @Test func `what is inherited is long-term from the first day`() throws {
    let sale = Self.rental.replacing("2012-08-01", with: "2026-04-01")
    let year = try #require(files("\(sale), inherited: true").scenario().years.first)
    #expect(year.inputs.longTermGain == Money(dollars: 180_000))
    let bought = try #require(files(sale).scenario().years.first)
    #expect(bought.inputs.otherGains == Money(dollars: 180_000))
  }

  @Test(arguments: [
    (
      "depreciation: 300_000.01",
      "depreciation: 300000.01 is more than basis, 300000.00 (a part of it)"
    ),
    (
      "depreciation: 5, additional_depreciation: 6",
      "additional_depreciation: 6.00 is more than depreciation, 5.00 (a part of it)"
    ),
    ("deprecation: 5", "unknown key \"deprecation\" (did you mean \"depreciation\"?)"),
    (
      "residence: {used_months: 24}, suspended_losses: 5",
      "suspended_losses: whether a sale with gain excluded releases passive losses is not modelled: 26 U.S.C. §469(g)"
    ),
    (
      "residence: {used_months: 61}",
      "residence.used_months: 61 is out of range (0 to 60)"
    ),
    (
      "residence: {used_months: 24, spouse_used_months: 24}",
      "residence.spouse_used_months: no spouse excludes gain where filing_status is single"
    ),
    (
      "residence: {used_months: 24, last_exclusion: 2026-05-20}",
      "residence.last_exclusion: 2026-05-20 does not come before the sale, 2026-05-20"
    ),
    (
      "residence: {used_months: 24, nonqualified_days: 6000}",
      "residence.nonqualified_days: 6000 is more than the days of ownership, 5040"
    ),
    (
      "residence: {used_months: 24, depreciation_before_may_1997: 1}",
      "residence.depreciation_before_may_1997: 1.00 is more than depreciation, 0.00 (a part of it)"
    ),
    (
      "installments: {received: {2026: 479_999}}",
      "installments.received: with assumed_debt it makes 479999.00 (the price, 480000.00)"
    ),
    (
      "installments: {received: {2025: 480_000}}",
      "installments.received: 2025 comes before the sale, 2026-05-20"
    ),
    (
      "costs: 180_000, installments: {received: {2026: 480_000}}",
      "installments: a loss is not spread over years: 26 U.S.C. §453(b)(1)"
    ),
  ])
  func `what a sale of a rental cannot be`(keys: String, error: String) {
    let errors = files("\(Self.rental), \(keys)").errors
    #expect(errors.count == 1)
    #expect(
      errors.first?.contains("events[0]\(error.hasPrefix("unknown") ? ": " : ".")\(error)") == true,
      "\(errors)")
  }

  @Test(arguments: [
    ("use: home", "", "required key \"residence\" is missing"),
    ("use: investment", "depreciation: 5", "property held for investment has none"),
    ("use: investment", "residence: {used_months: 5}", "property held for investment has none"),
    ("use: home", "residence: {used_months: 5}, suspended_losses: 5", "a home has none"),
    ("use: garden", "", "unknown value \"garden\""),
  ])
  func `what does not belong to a use`(use: String, keys: String, error: String) {
    let errors = files(Self.rental.replacing("use: rental", with: use) + ", \(keys)").errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains(error) == true, "\(errors)")
  }

  @Test func `payments of more than five millions put off are refused`() {
    let large = Self.rental.replacing("480_000", with: "6_000_000")
    #expect(
      files("\(large), installments: {received: {2026: 1_000_000, 2027: 5_000_000}}").errors == [])
    #expect(
      files("\(large), installments: {received: {2026: 999_999, 2027: 5_000_001}}").errors
        .first?.contains("26 U.S.C. §453A, is not modelled") == true)
  }

  @Test func `payments of all sales of a year count together`() {
    func sale(_ year: Int, _ later: String) -> String {
      Self.rental.replacing("480_000", with: "3_000_000").replacing("2026-05", with: "\(year)-05")
        + ", installments: {received: {\(year): 1, \(year + 1): \(later)}}"
    }
    let part = "2_999_999"
    let errors = files(sale(2026, part), sale(2026, part), lines: "last_year: 2028").errors
    #expect(errors.count == 1)
    #expect(
      errors.first?.contains(
        "events[1].installments: the sales of 2026 defer payments of more than 5000000.00")
        == true, "\(errors)")
    // Sales of two years are two matters.
    #expect(files(sale(2026, part), sale(2027, part), lines: "last_year: 2028").errors == [])
  }

  @Test func `what is paid after the last year is told`() throws {
    let paid =
      "\(Self.rental), suspended_losses: 18_000, installments: {received: {2026: 240_000, 2028: 120_000, 2027: 120_000}}"
    let warnings = try files(paid).load().warnings
    #expect(warnings.count == 1)
    #expect(
      warnings.first?.summary.contains(
        "what it brings after 2026 is not counted: 40500.00 in 2027, 40500.00 in 2028") == true,
      "\(warnings.map(\.summary))")
    #expect(warnings.first?.summary.contains("last_year: 2028 counts it") == true)
    #expect(
      try files(paid, lines: "last_year: 2027").load().warnings.first?.summary.contains(
        "after 2027 is not counted: 40500.00 in 2028") == true)
    #expect(try files(paid, lines: "last_year: 2028").load().warnings.isEmpty)
  }

  @Test func `an event outside the years of the scenario is not passed over`() {
    let later = files(Self.rental.replacing("2026-05-20", with: "2027-05-20")).errors
    #expect(later.count == 1)
    #expect(
      later.first?.hasSuffix("events[0]: nothing of it falls in 2026 (write last_year: 2027)")
        == true)
    let earlier = files(
      Self.rental.replacing("2026-05-20", with: "2025-05-20"), lines: "last_year: 2028"
    ).errors
    #expect(earlier.first?.hasSuffix("events[0]: nothing of it falls in 2026 to 2028") == true)
  }

  @Test(arguments: [("2020", true), ("2021", false), ("2025", false), ("2026", true)])
  func `a net loss belongs to one of the five years before the first`(year: String, isWrong: Bool) {
    let errors = MemoryFiles.small("capital: {section_1231_losses: {\(year): 5}}").errors
    #expect(errors.isEmpty != isWrong)
  }

  @Test(arguments: PropertySaleKey.allCases.map(\.rawValue).filter { $0 != "kind" })
  func `a key of a sale without a value is an error`(key: String) {
    let pairs = Self.rental.components(separatedBy: ", ").filter { !$0.hasPrefix("\(key):") }
    let errors = files((pairs + ["\(key): "]).joined(separator: ", ")).errors
    #expect(errors.contains { $0.contains("events[0].\(key): has no value") }, "\(errors)")
  }
}
