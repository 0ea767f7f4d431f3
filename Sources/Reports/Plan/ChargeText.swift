import FederalTax
import Planning
import Quantities

/// Adds what follows from the income of each year beside its tax: where it stands among the tiers
/// of premiums and before the end of the premium credit, and what is still to be paid.
func addCharges(
  of scenario: Scenario, hold: PricedPlan, plan: PricedPlan, to page: inout Page
) {
  var lines: [String] = []
  for (index, planning) in scenario.years.enumerated() {
    let words = ChargeWords(
      year: planning.year, hold: YearCharges(planning, hold.years[index]),
      plan: YearCharges(planning, plan.years[index]))
    lines += [words.medicare, words.premiumCredit, words.payment, words.withholding]
      .compactMap(\.self)
  }
  guard !lines.isEmpty else { return }
  page.addHeading("What follows from the income")
  for line in lines { page.addParagraph("- \(line)", indent: 2, hanging: 2) }
}

/// What follows from the income of one year in words, with the plan and without it.
private struct ChargeWords {
  let year: Int
  let hold: YearCharges
  let plan: YearCharges

  /// The tier of Medicare premiums, and how far the next one is.
  var medicare: String? {
    guard let before = hold.medicare, let after = plan.medicare else { return nil }
    let without =
      before.tier == after.tier
      ? "" : " (without the plan tier \(before.tier), \(before.surcharge.separated))"
    let next = after.room.map { " Tier \(after.tier + 1) begins with \($0.separated) more income." }
    return "Medicare premiums of \(after.premiumYear) go by the income of \(year): tier"
      + " \(after.tier) of \(after.tiers), \(after.surcharge.separated) more for"
      + " \(people(after.people))\(without).\(next ?? "")"
  }

  /// The percents of the poverty line, and where the credit ends.
  var premiumCredit: String? {
    guard let before = hold.premiumCredit, let after = plan.premiumCredit else { return nil }
    let without =
      before.percent == after.percent ? "" : " (without the plan \(before.percent)%)"
    let end =
      after.room < .zero
      ? "there is no premium tax credit above \(after.lastPercent)%, \(after.limit.separated),"
        + " which it passes by \((-after.room).separated)."
      : "\((after.room + Money(cents: 1)).separated) more income would pass \(after.lastPercent)%,"
        + " above which there is no premium tax credit."
    return "The household income of \(year) is \(after.percent)% of the poverty line of"
      + " \(people(after.people))\(without); \(end)"
  }

  /// The payment that keeps the safe harbour, and what April asks for.
  var payment: String? {
    guard let before = hold.payment, let after = plan.payment else { return nil }
    let without =
      before.fourthPayment == after.fourthPayment
      ? "" : " (without the plan \(before.fourthPayment.separated))"
    let balance =
      after.balanceDue < .zero
      ? "\((-after.balanceDue).separated) is refunded" : "\(after.balanceDue.separated) is due"
    return "Fourth-quarter payment: \(after.fourthPayment.separated) by 15 January"
      + " \(year + 1) avoids an addition to the federal tax\(without); \(balance) in April."
  }

  /// What the tax withheld from shares that vest, and the like, leaves to pay.
  var withholding: String? {
    guard let shortfall = plan.withholding, shortfall.shortfall != .zero else { return nil }
    let missing = shortfall.shortfall
    let verdict =
      missing > .zero
      ? "\(missing.separated) too little" : "\((-missing).separated) too much"
    return "Withholding from supplemental wages of \(shortfall.wages.separated) in"
      + " \(year): \(shortfall.withheld.separated), where they cost"
      + " \(shortfall.tax.separated) of income tax: \(verdict)."
  }

  private func people(_ number: Int) -> String { number == 1 ? "1 person" : "\(number) people" }
}
