public import Quantities

/// What the payment for the fourth quarter must be so that no addition to tax is due, and what
/// April then asks for.
///
/// The installments of the first three quarters are taken to have been enough; a payment in January
/// does not heal them.
///
/// Source: 26 U.S.C. §6654(d)(1), (e)(1), (f); Form 2210, Part I.
public struct RequiredPayment: Sendable, Hashable {
  /// Line 4: total tax less refundable credits.
  public let tax: Money
  /// Line 9: what withholding and estimated payments together must reach; zero where nothing need
  /// be paid ahead.
  public let requiredAnnualPayment: Money
  /// What is still missing from it: the payment due on 15 January; not negative.
  public let fourthPayment: Money
  /// What is due on 15 April after that payment; negative where it is refunded.
  public let balanceDue: Money
  /// The lines of the form, in the order computed.
  public let lines: [TracedLine]

  /// The payment that a return asks for.
  ///
  /// - Parameters:
  ///   - result: the year's return.
  ///   - withheld: federal income tax withheld, not negative.
  ///   - estimatedPaid: estimated tax paid for the first three quarters, not negative.
  ///   - lastYearTax: total tax of the year before less refundable credits, not negative; `nil`
  ///     where it is not known, so that only the year's own tax is a measure.
  ///   - lastYearIncome: adjusted gross income of the year before; `nil` is taken for a high one.
  ///   - law: the law of the year and status.
  public init(
    _ result: FederalReturn<Money>, withheld: Money, estimatedPaid: Money, lastYearTax: Money?,
    lastYearIncome: Money?, law: FederalLaw
  ) {
    var reading = TracedArithmetic(computation: .schedule)
    let terms = law.estimatedTax
    let line4 = reading.line(
      "4", of: .form2210, "Total tax less refundable credits",
      result.totalTax - result.refundableChildCredit - result.netPremiumCredit)
    let line5 = reading.line(
      "5", of: .form2210, "The part of line 4 that suffices",
      Self.part(terms.percentOfTax, of: max(line4, .zero)))
    let line6 = reading.line("6", of: .form2210, "Tax withheld", withheld)
    let line7 = reading.line("7", of: .form2210, "Line 4 less line 6", line4 - line6)
    var line9 = line5
    if let lastYearTax {
      let isHigh = lastYearIncome.map { $0 > terms.highIncome } ?? true
      let line8 = reading.line(
        "8", of: .form2210, "The part of last year's tax that suffices",
        Self.part(
          isHigh ? terms.percentOfLastTaxAfterHighIncome : terms.percentOfLastTax, of: lastYearTax))
      line9 = min(line5, line8)
    }
    // A line 4 below the minimum leaves line 7 below it as well.
    line9 = reading.line(
      "9", of: .form2210, "Required annual payment; none where line 7 is below the minimum",
      line7 < terms.minimum ? .zero : line9)
    let paid = withheld + estimatedPaid
    fourthPayment = reading.line(
      "9 less paid", of: .form2210, "Payment due on 15 January: line 9 less what was paid",
      max(line9 - paid, .zero))
    balanceDue = reading.line(
      "4 less paid", of: .form2210, "Due on 15 April, or refunded: line 4 less all payments",
      line4 - paid - fourthPayment)
    tax = line4
    requiredAnnualPayment = line9
    lines = reading.lines
  }

  private static func part(_ percent: Int64, of amount: Money) -> Money {
    Rate(percent: percent).of(amount, rounded: .halfUp)
  }
}
