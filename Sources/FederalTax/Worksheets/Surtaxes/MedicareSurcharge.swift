import Quantities

/// What the year's income adds to Medicare premiums two years later.
///
/// A tier holds for all its income alike, so that the first cent beyond a threshold costs the whole
/// tier.
///
/// Source: 42 U.S.C. §§1395r(i), 1395w-113(a)(7); 20 CFR §418.1101 and following.
///
/// - Parameters:
///   - modifiedIncome: Form 1040 line 11 and foreign earned income excluded.
///   - taxExemptInterest: line 2a.
///   - facts: how many people will pay premiums.
///   - law: the law of the income's year.
///   - reading: the arithmetic.
/// - Returns: the additions of twelve months to Parts B and D, of all enrollees together.
func medicareSurcharge<Reading: TaxArithmetic>(
  modifiedIncome: Reading.Amount, taxExemptInterest: Reading.Amount, facts: ReturnFacts,
  law: FederalLaw, reading: inout Reading
) -> Reading.Amount {
  guard facts.medicareEnrollees > 0 else { return Reading.Amount(.zero) }
  let line1 = reading.line(
    "1", of: .medicarePremiums,
    "Adjusted gross income, tax-exempt interest and excluded foreign income",
    modifiedIncome + taxExemptInterest)
  let tiers = facts.livedApart ? law.medicarePremiums.tiersApart : law.medicarePremiums.tiers
  let line2 = reading.line(
    "2", of: .medicarePremiums, "What the tier of line 1 adds in a year, for one person",
    reading.cliffs(tiers, at: line1))
  var total = line2
  for _ in 1..<facts.medicareEnrollees { total = total + line2 }
  return reading.line("3", of: .medicarePremiums, "Line 2 for each person enrolled", total)
}
