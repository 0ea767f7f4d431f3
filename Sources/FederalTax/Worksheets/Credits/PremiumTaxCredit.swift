import Quantities

/// Form 8962: the premium tax credit, settled against what was paid in advance.
///
/// A credit is allowed where household income is at least 100% and does not exceed 400% of the
/// poverty line. The upper limit is tested on the amounts themselves, before any percent is
/// rounded: the form enters 401% as soon as income exceeds four times the line, so that 400.1% is
/// beyond. Below the lower limit the credit survives where advance payments were made, Reg.
/// §1.36B-2(b)(6). From 2026 on nothing limits what has to be paid back.
///
/// Source: 26 U.S.C. §36B(b), (c)(1)(A), (f); P.L. 119-21 §71305.
struct PremiumTaxCredit<Amount: TaxAmount> {
  /// Line 29: advance payments beyond the credit, a part of the tax; not negative.
  let excess: Amount
  /// Line 26: the credit beyond the advance payments, refundable; not negative.
  let net: Amount

  /// Fills the form in; without coverage, and before the first year that is modelled, both are
  /// zero.
  ///
  /// - Parameters:
  ///   - modifiedIncome: Form 1040 line 11 and foreign earned income excluded.
  ///   - untaxed: tax-exempt interest and untaxed social security benefits.
  ///   - facts: the coverage and the filing status.
  ///   - law: the year's law, borrowed, since an initializer would copy it.
  ///   - reading: the arithmetic.
  init<Reading: TaxArithmetic>(
    modifiedIncome: Amount, untaxed: Amount, facts: borrowing ReturnFacts,
    law: borrowing FederalLaw, reading: inout Reading
  ) where Reading.Amount == Amount {
    guard let coverage = facts.marketplace, let terms = law.premiumCredit else {
      excess = Amount(.zero)
      net = Amount(.zero)
      return
    }
    let line3 = reading.line(
      "3", of: .form8962,
      "Household income: adjusted, with untaxed interest, benefits and foreign income",
      modifiedIncome + untaxed)
    let line24 = reading.line(
      "24", of: .form8962, "Premium tax credit",
      Self.credit(
        coverage, terms, householdIncome: line3, status: facts.status, reading: &reading))
    let line25 = reading.line(
      "25", of: .form8962, "Credit paid in advance", Amount(coverage.advanceCredit))
    let line29 =
      coverage.advanceCredit > .zero
      ? reading.positive(line25 - line24) : Amount(.zero)
    net = reading.line(
      "26", of: .form8962, "Line 24 less line 25, not below zero", line24 - line25 + line29)
    excess = reading.line(
      "29", of: .form8962, "Line 25 less line 24, not below zero; paid back in full", line29)
  }

  /// Line 24, with the lines of a whole year's coverage before it.
  private static func credit<Reading: TaxArithmetic>(
    _ coverage: MarketplaceCoverage, _ terms: PremiumCredit, householdIncome line3: Amount,
    status: FilingStatus, reading: inout Reading
  ) -> Amount where Reading.Amount == Amount {
    let size = coverage.householdSize
    _ = reading.line(
      "4", of: .form8962, "Poverty line of the household", Amount(terms.povertyLine(of: size)))
    // Separate returns have no credit, §36B(c)(1)(C).
    guard status != .marriedSeparate else { return Amount(.zero) }
    // Before the contribution, which a model follows only where there is a credit.
    let benchmark = allowedBenchmark(coverage, terms, householdIncome: line3, reading: &reading)
    let line8a = reading.line(
      "8a", of: .form8962, "Contribution: line 3 times the figure of its percents of line 4",
      reading.contribution(terms.contribution(of: size), at: line3))
    let line11a = reading.line(
      "11a", of: .form8962, "Premium of the plan bought", Amount(coverage.premium))
    let line11b = reading.line(
      "11b", of: .form8962, "Benchmark premium; nothing where line 3 is outside the limits",
      benchmark)
    let line11d = reading.line(
      "11d", of: .form8962, "Line 11b less line 8a, not below zero",
      reading.positive(line11b - line8a))
    return reading.line(
      "11e", of: .form8962, "Smaller of lines 11a and 11d",
      reading.smaller(of: line11a, or: line11d))
  }

  /// The benchmark premium within the limits of household income.
  private static func allowedBenchmark<Reading: TaxArithmetic>(
    _ coverage: MarketplaceCoverage, _ terms: PremiumCredit, householdIncome: Amount,
    reading: inout Reading
  ) -> Amount where Reading.Amount == Amount {
    let (size, benchmark) = (coverage.householdSize, coverage.benchmarkPremium)
    let most = terms.income(percent: terms.range.upperBound, of: size)
    let beyond = reading.cliffs(
      CliffSchedule([.init(threshold: most, total: benchmark)]), at: householdIncome)
    guard coverage.advanceCredit == .zero else { return Amount(benchmark) - beyond }
    let least = terms.income(percent: terms.range.lowerBound, of: size)
    let reached = reading.cliffs(
      CliffSchedule(
        [.init(threshold: least, isInclusive: true, total: benchmark)], isFavorable: true),
      at: householdIncome)
    return reached - beyond
  }
}
