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
    let year = YearCharges(planning: planning, hold: hold.years[index], plan: plan.years[index])
    lines += [year.medicare, year.premiumCredit, year.payment, year.withholding]
      .compactMap(\.self)
  }
  guard !lines.isEmpty else { return }
  page.addHeading("What follows from the income")
  for line in lines { page.addParagraph("- \(line)", indent: 2, hanging: 2) }
}

/// What follows from the income of one year, with the plan and without it.
private struct YearCharges {
  let planning: PlanningYear
  let hold: PricedYear
  let plan: PricedYear

  /// The tier of Medicare premiums, and how far the next one is.
  var medicare: String? {
    let people = planning.facts.medicareEnrollees
    guard people > 0 else { return nil }
    let premiums = planning.law.medicarePremiums
    let tiers = planning.facts.livedApart ? premiums.tiersApart : premiums.tiers
    func tier(_ year: PricedYear) -> Int {
      tiers.cliffs.count { year.medicareIncome >= $0.firstAmount }
    }
    let (before, after) = (tier(hold), tier(plan))
    let added = plan.result.medicareSurcharge.separated
    let without =
      before == after
      ? "" : " (without the plan tier \(before), \(hold.result.medicareSurcharge.separated))"
    var text =
      "Medicare premiums of \(premiums.premiumYear) go by the income of \(planning.year): tier"
      + " \(after) of \(tiers.cliffs.count), \(added) more for"
      + " \(people == 1 ? "1 person" : "\(people) people")\(without)."
    if after < tiers.cliffs.count {
      let room = tiers.cliffs[after].firstAmount - plan.medicareIncome
      text += " Tier \(after + 1) begins with \(room.separated) more income."
    }
    return text
  }

  /// The percents of the poverty line, and where the credit ends.
  var premiumCredit: String? {
    guard let coverage = planning.facts.marketplace, let terms = planning.law.premiumCredit else {
      return nil
    }
    let people = coverage.householdSize
    let schedule = terms.contribution(of: people)
    func percent(_ year: PricedYear) -> Int64 { schedule.percent(of: year.premiumIncome) }
    let last = terms.range.upperBound
    let limit = Money(
      cents: roundedQuotient(terms.povertyLine(of: people).cents * last, over: 100, .halfUp))
    let room = limit - plan.premiumIncome
    let without = percent(hold) == percent(plan) ? "" : " (without the plan \(percent(hold))%)"
    let end =
      room < .zero
      ? "there is no premium tax credit above \(last)%, \(limit.separated),"
        + " which it passes by \((-room).separated)."
      : "\((room + Money(cents: 1)).separated) more income would pass \(last)%, above which there is"
        + " no premium tax credit."
    return "The household income of \(planning.year) is \(percent(plan))% of the poverty line of"
      + " \(people == 1 ? "1 person" : "\(people) people")\(without); \(end)"
  }

  /// The payment that keeps the safe harbour, and what April asks for.
  var payment: String? {
    guard let payments = planning.payments else { return nil }
    func required(_ year: PricedYear) -> RequiredPayment {
      RequiredPayment(
        year.result, withheld: payments.withheld, estimatedPaid: payments.estimatedPaid,
        lastYearTax: payments.lastYearTax, lastYearIncome: payments.lastYearIncome,
        law: planning.law)
    }
    let (before, after) = (required(hold), required(plan))
    let without =
      before.fourthPayment == after.fourthPayment
      ? "" : " (without the plan \(before.fourthPayment.separated))"
    let balance =
      after.balanceDue < .zero
      ? "\((-after.balanceDue).separated) is refunded" : "\(after.balanceDue.separated) is due"
    return "Fourth-quarter payment: \(after.fourthPayment.separated) by 15 January"
      + " \(planning.year + 1) avoids an addition to the federal tax\(without); \(balance) in April."
  }

  /// What the tax withheld from shares that vest, and the like, leaves to pay.
  var withholding: String? {
    guard let shortfall = WithholdingShortfall(of: planning, inputs: plan.inputs),
      shortfall.shortfall != .zero
    else { return nil }
    let missing = shortfall.shortfall
    let verdict =
      missing > .zero
      ? "\(missing.separated) too little" : "\((-missing).separated) too much"
    return "Withholding from supplemental wages of \(shortfall.wages.separated) in"
      + " \(planning.year): \(shortfall.withheld.separated), where they cost"
      + " \(shortfall.tax.separated) of tax: \(verdict)."
  }
}

extension PricedYear {
  /// Modified adjusted gross income for Medicare premiums.
  var medicareIncome: Money {
    result.adjustedGrossIncome + inputs.taxExemptInterest + inputs.foreignEarnedIncomeExclusion
  }

  /// Household income for the premium tax credit, Form 8962 line 3.
  var premiumIncome: Money {
    medicareIncome + inputs.socialSecurityBenefits - result.taxableSocialSecurity
  }
}

extension ReturnFacts {
  /// Who files, to stand within a sentence.
  var filer: String { corporation == nil ? status.name : "C corporation" }

  /// Whether the return is one that reads the printed Tax Table, IRC §3(b)(2).
  var readsTaxTable: Bool { corporation == nil && status != .estateOrTrust }
}

/// Taxable income from which on no return reads the Tax Table, IRC §3(a).
let taxTableLimit = Money(dollars: 100_000)
