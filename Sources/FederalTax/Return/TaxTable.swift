import Quantities

/// The printed Tax Table: the tax at the middle of each row, rounded half up to a dollar.
///
/// Source: 26 U.S.C. §3; Form 1040 instructions, Tax Table. Rows begin at 0, 5, 15 and 25, are 25
/// wide up to 3,000 and 50 wide from there to 100,000, from where the rate schedule serves.
enum TaxTable {
  /// Taxable income from which the table is not used.
  static let end = Money(dollars: 100_000)

  /// The tax of the row that holds an amount below ``end``.
  static func tax(_ schedule: RateSchedule, on amount: Money) -> Money {
    guard amount >= Money(dollars: 5) else { return .zero }
    let tax = schedule.tax(on: middle(of: amount))
    return Money(dollars: roundedQuotient(tax.cents, over: Money(dollars: 1).cents, .halfUp))
  }

  /// The middle of the row that holds an amount of at least 5 dollars.
  private static func middle(of amount: Money) -> Money {
    if amount < Money(dollars: 25) {
      return amount < Money(dollars: 15) ? Money(dollars: 10) : Money(dollars: 20)
    }
    let width = Money(dollars: amount < Money(dollars: 3_000) ? 25 : 50).cents
    return Money(cents: amount.cents / width * width + width / 2)
  }
}
