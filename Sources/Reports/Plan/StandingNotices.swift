import FederalTax
import Planning
import Quantities

/// What every reader of a plan must know of what it does not look at.
///
/// - Parameters:
///   - problem: what might be sold.
///   - plan: what is sold.
///   - notices: the planner's own, which come first; none is said twice.
/// - Returns: all notices in order of weight.
func standingNotices(
  _ problem: Problem, _ plan: PricedPlan, after notices: [Notice] = []
) -> [Notice] {
  var all = notices
  for notice in [
    disallowedLoss(plan), lostLoss(plan), provisional(problem, plan),
    nearCliff(problem.scenario, plan),
    washCoverage(problem, plan), limitedDates(problem), averagedShares(problem, plan),
    lowerPrices(problem, plan), carryoverWorth(problem.scenario, plan),
    projectedLaw(problem.scenario),
    overlays(problem.scenario), medicarePremiums(problem.scenario),
    earnedIncomeCredit(problem.scenario, plan), taxTable(problem.scenario, plan),
  ] {
    guard let notice, !all.contains(where: { $0.code == notice.code }) else { continue }
    all.append(notice)
  }
  return all
}

/// Says when shares are sold for less than another date would bring: only taxes and costs decide.
private func lowerPrices(_ problem: Problem, _ plan: PricedPlan) -> Notice? {
  let missed = plan.sales.map { sale in
    let offers = problem.positions[sale.sale.position].opportunities
    let highest = offers.map(\.price).max() ?? sale.price
    return highest.times(sale.sale.shares) - sale.price.times(sale.sale.shares)
  }.total()
  guard missed > .zero else { return nil }
  return Notice(
    code: "sold_below_highest_price",
    message:
      "The planner weighs taxes and costs, not prices: at the highest price of its dates each"
      + " sale would bring more, \(missed.separated) in all.")
}

private func carryoverWorth(_ scenario: Scenario, _ plan: PricedPlan) -> Notice? {
  guard plan.carryoverOut > .zero else { return nil }
  let outlook = scenario.outlook
  guard outlook.valuesCarryover else {
    return Notice(
      code: "carryforward_not_valued",
      message: "The planner gives no worth to losses left after \(scenario.lastYear);"
        + " the scenario may state one.")
  }
  let (short, long) =
    scenario.filer == .corporation ? ("newer", "older") : ("short-term", "long-term")
  return Notice(
    code: "carryforward_valued",
    message: "A dollar of loss left after \(scenario.lastYear) is taken to be worth"
      + " \(outlook.shortTermCarryoverValue) if \(short) and"
      + " \(outlook.longTermCarryoverValue) if \(long), as the scenario states.")
}

private func projectedLaw(_ scenario: Scenario) -> Notice? {
  let projected = scenario.years.filter { $0.law.projectedFrom != nil }
  guard let source = projected.first?.law.projectedFrom else { return nil }
  return Notice(
    code: "law_projected",
    message: "No law is published for \(list(projected.map { String($0.year) }));"
      + " the indexed values of \(source) serve unchanged.")
}

private func overlays(_ scenario: Scenario) -> Notice? {
  var overlays: [String] = []
  for overlay in scenario.years.flatMap(\.law.overlays) where !overlays.contains(overlay) {
    overlays.append(overlay)
  }
  guard !overlays.isEmpty else { return nil }
  return Notice(
    code: "law_overlay", message: "The law is changed by \(list(overlays)).", path: "law")
}

private func medicarePremiums(_ scenario: Scenario) -> Notice? {
  let priced = scenario.years.filter { $0.facts.medicareEnrollees > 0 }
  let projected = priced.map(\.law.medicarePremiums).filter { $0.projectedFrom != nil }
  if let source = projected.first?.projectedFrom {
    return Notice(
      code: "medicare_premiums_projected",
      message: "Medicare premiums of \(list(projected.map { String($0.premiumYear) })) are not"
        + " published: the tiers of \(source) serve unchanged.")
  }
  // Premiums go by the income of two years before, so those of 65 follow from that at 63.
  let isNear = scenario.years.contains { max($0.facts.age, $0.facts.spouseAge) >= 63 }
  guard isNear, priced.isEmpty else { return nil }
  return Notice(
    code: "medicare_premiums_not_priced",
    message: "Medicare premium tiers, which follow income from age 63 on, are not priced.")
}

/// Says what the plan does to an earned income credit, which is no part of the priced return.
private func earnedIncomeCredit(_ scenario: Scenario, _ plan: PricedPlan) -> Notice? {
  for (planning, year) in zip(scenario.years, plan.years) {
    guard
      let cliff = investmentIncomeCliff(
        year.inputs, facts: planning.facts, result: year.result, law: planning.law)
    else { continue }
    let income = cliff.disqualifiedIncome.separated
    let ending =
      cliff.isLost
      ? "is lost: investment income of \(income) is above the limit of \(cliff.limit.separated)"
      : "ends where investment income, now \(income), passes \(cliff.limit.separated)"
    return Notice(
      code: cliff.isLost ? "earned_income_credit_lost" : "earned_income_credit_at_stake",
      message: "The earned income credit of \(year.year), about \(cliff.credit.separated), is not"
        + " part of the plan's tax; it \(ending).")
  }
  return nil
}

/// Says that a filed return reads a table where plans are made with the rates themselves.
private func taxTable(_ scenario: Scenario, _ plan: PricedPlan) -> Notice? {
  let tabled = zip(scenario.years, plan.years).filter { planning, year in
    planning.facts.readsTaxTable && (.zero..<taxTableLimit).contains(year.result.taxableIncome)
      && year.result.taxableIncome > .zero
  }
  guard !tabled.isEmpty else { return nil }
  return Notice(
    code: "tax_by_schedule",
    message: "Tax is by the rate schedules; a filed return reads the Tax Table below"
      + " \(taxTableLimit.wholeDollars) of taxable income, a few dollars apart.")
}
