import FederalTax
import Quantities
import Testing

@Suite("What must be paid during the year")
struct RequiredPaymentTests {
  private func required(
    tax: Int64, withheld: Int64 = 0, estimated: Int64 = 0, lastTax: Int64? = nil,
    lastIncome: Int64? = nil, status: FilingStatus = .single, refundable: Int64 = 0
  ) throws -> RequiredPayment {
    let law = try FederalLaw.load(year: 2026, status: status)
    var result = exactReturn(ReturnInputs(), facts: ReturnFacts(status: status), law: law)
    result.totalTax = dollars(tax)
    result.refundableChildCredit = dollars(refundable)
    return RequiredPayment(
      result, withheld: dollars(withheld), estimatedPaid: dollars(estimated),
      lastYearTax: lastTax.map(dollars), lastYearIncome: lastIncome.map(dollars), law: law)
  }

  @Test func `ninety percent of the year's tax suffices`() throws {
    let payment = try required(tax: 40_000, withheld: 20_000, estimated: 6_000)
    #expect(payment.requiredAnnualPayment == dollars(36_000))
    #expect(payment.fourthPayment == dollars(10_000))
    #expect(payment.balanceDue == dollars(4_000))
    #expect(payment.lines.map(\.number) == ["4", "5", "6", "7", "9", "9 less paid", "4 less paid"])
  }

  @Test func `last year's tax suffices where it is less`() throws {
    let payment = try required(
      tax: 40_000, withheld: 20_000, lastTax: 24_000, lastIncome: 150_000)
    #expect(payment.requiredAnnualPayment == dollars(24_000))
    #expect(payment.fourthPayment == dollars(4_000))
    #expect(payment.balanceDue == dollars(16_000))
    #expect(try required(tax: 40_000, lastTax: 90_000).requiredAnnualPayment == dollars(36_000))
    #expect(try required(tax: 40_000, lastTax: 0).fourthPayment == .zero)
  }

  @Test(arguments: FilingStatus.individuals)
  func `after a high income a tenth more is needed`(status: FilingStatus) throws {
    let high: Int64 = status == .marriedSeparate ? 75_000 : 150_000
    func annual(_ income: Int64?) throws -> Money {
      try required(
        tax: 400_000, lastTax: 20_000, lastIncome: income, status: status
      ).requiredAnnualPayment
    }
    #expect(try annual(high) == dollars(20_000))
    #expect(try annual(high + 1) == dollars(22_000))
    #expect(try annual(nil) == dollars(22_000))
  }

  @Test func `under a thousand beyond withholding nothing need be paid ahead`() throws {
    #expect(try required(tax: 9_999, withheld: 9_000).fourthPayment == .zero)
    #expect(try required(tax: 9_999, withheld: 9_000).balanceDue == dollars(999))
    #expect(try required(tax: 10_000, withheld: 9_000).requiredAnnualPayment == dollars(9_000))
    #expect(try required(tax: 999).requiredAnnualPayment == .zero)
    #expect(try required(tax: 1_000).fourthPayment == dollars(900))
  }

  @Test func `refundable credits lower the tax and overpayment comes back`() throws {
    let payment = try required(tax: 5_000, withheld: 4_000, refundable: 3_000)
    #expect(payment.tax == dollars(2_000))
    #expect(payment.fourthPayment == .zero)
    #expect(payment.balanceDue == dollars(-2_000))
  }
}
