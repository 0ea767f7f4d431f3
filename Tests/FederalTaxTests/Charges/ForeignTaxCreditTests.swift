import Quantities
import Testing

@testable import FederalTax

@Suite("Foreign tax credit")
struct ForeignTaxCreditTests {
  private func form(
    paid: Int64, income: Int64, taxableIncome: Int64, tax: Int64
  ) -> Form1116<Money> {
    var reading = ExactArithmetic(computation: .schedule)
    return Form1116(
      taxPaid: dollars(paid), passiveIncome: dollars(income),
      taxableIncome: dollars(taxableIncome), tax: dollars(tax),
      rules: .foreignTaxLimit, reading: &reading)
  }

  @Test func `the credit is limited to the tax on foreign income and the rest is carried`() {
    // 6,000 of tax on 50,000, of which 5,000 is foreign: at most 600.
    #expect(
      form(paid: 500, income: 5_000, taxableIncome: 50_000, tax: 6_000).credit == dollars(500))
    #expect(form(paid: 600, income: 5_000, taxableIncome: 50_000, tax: 6_000).carryover == .zero)
    let above = form(paid: 750, income: 5_000, taxableIncome: 50_000, tax: 6_000)
    #expect(above.credit == dollars(600))
    #expect(above.carryover == dollars(150))
  }

  @Test func `foreign income beyond taxable income has all of the tax for its limit`() {
    let result = form(paid: 9_000, income: 80_000, taxableIncome: 50_000, tax: 6_000)
    #expect(result.credit == dollars(6_000))
    #expect(result.carryover == dollars(3_000))
  }

  @Test func `without taxable income everything is carried`() {
    let result = form(paid: 100, income: 5_000, taxableIncome: 0, tax: 0)
    #expect(result.credit == .zero)
    #expect(result.carryover == dollars(100))
  }

  @Test func `the minimum tax has its own limit`() {
    var reading = TracedArithmetic(computation: .schedule)
    func credit(paid: Int64) -> Money {
      minimumTaxForeignCredit(
        taxPaid: dollars(paid), passiveIncome: dollars(20_000),
        minimumTaxableIncome: dollars(200_000), tax: dollars(30_000), rules: .foreignTaxLimit,
        reading: &reading)
    }
    #expect(credit(paid: 2_999) == dollars(2_999))
    #expect(credit(paid: 3_001) == dollars(3_000))
    #expect(reading.lines.map(\.number) == ["8", "8"])
  }

  @Test func `300 of foreign tax, 600 on a joint return, is credited without a limit`() throws {
    func credit(_ status: FilingStatus, paid: Money, exclusion: Int64 = 0) throws -> Money {
      try computed(2026, status) {
        $0.wages = dollars(100_000)
        $0.foreignTaxPaid = paid
        $0.foreignEarnedIncomeExclusion = dollars(exclusion)
      }.foreignTaxCredit
    }
    for (status, most) in [(FilingStatus.single, dollars(300)), (.marriedJoint, dollars(600))] {
      #expect(try credit(status, paid: most) == most)
      // Without foreign income there is no limit to stay within.
      #expect(try credit(status, paid: most + Money(cents: 1)) == .zero)
      #expect(try credit(status, paid: most, exclusion: 10_000) == .zero)
    }
    #expect(try credit(.estateOrTrust, paid: dollars(300)) == .zero)
  }
}
