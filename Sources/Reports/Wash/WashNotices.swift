import Planning
import Portfolio
import Quantities

/// The codes of the notices on wash sales whose numbers are those of one plan.
let washNoticesOfPlans = ["loss_disallowed", "loss_lost_for_good", "provisional_until_january_30"]
/// The codes of the notices that the text of a plan tells among its wash sales.
let washNoticesInText = ["loss_disallowed", "loss_lost_for_good", "wash_coverage_incomplete"]

extension PricedPlan {
  /// The part of the plan's own losses that is lost for good.
  var permanentOfPlan: Money { sales.map(\.permanent).total() }
}

/// Says what wash sales disallow of the plan's losses and of past ones whose windows are open.
func disallowedLoss(_ plan: PricedPlan) -> Notice? {
  let disallowed = plan.wash.matches.map(\.loss).total()
  guard disallowed > .zero else { return nil }
  let moved = disallowed - plan.wash.permanent
  let part = moved == disallowed ? "all" : moved.separated
  let fate = moved > .zero ? "; \(part) of it moves into the basis of what replaces them" : ""
  return Notice(
    code: "loss_disallowed",
    message: "Wash sales (IRC 1091) disallow \(disallowed.separated) of losses\(fate).")
}

/// Says what purchases in retirement accounts destroy.
func lostLoss(_ plan: PricedPlan) -> Notice? {
  guard plan.wash.permanent > .zero else { return nil }
  return Notice(
    code: "loss_lost_for_good",
    message:
      "\(plan.wash.permanent.separated) of loss is lost for good: the shares that replace those sold"
      + " take no basis from it (Rev. Rul. 2008-5).")
}

/// Says which years are not final at their end.
func provisional(_ problem: Problem, _ plan: PricedPlan) -> Notice? {
  let sales = plan.orders.filter { order in
    sellsAtLoss(order, problem)
      && problem.scenario.dates[order.sale.date].date.adding(days: WashOutlook.windowDays).year
        > problem.scenario.dates[order.sale.date].date.year
  }
  var years: [Int] = []
  for order in sales {
    let year = problem.scenario.dates[order.sale.date].date.year
    if !years.contains(year) { years.append(year) }
  }
  guard !years.isEmpty else { return nil }
  let finals = list(years.sorted().map { "\($0) on 30 January \($0 + 1)" })
  return Notice(
    code: "provisional_until_january_30",
    message: "A purchase in January can still disallow a loss of December: final for \(finals).")
}

/// Says what was not supplied, where a loss is taken that unknown purchases could disallow.
func washCoverage(_ problem: Problem, _ plan: PricedPlan) -> Notice? {
  guard plan.orders.contains(where: { sellsAtLoss($0, problem) }),
    let missing = WashOutlook.Coverage(problem.scenario).missing
  else { return nil }
  return Notice(
    code: "wash_coverage_incomplete",
    message: "\(missing); one within 30 days of a sale disallows its loss (wash sales, IRC 1091).")
}

/// Whether an order sells shares at a loss inside IRC §1091.
private func sellsAtLoss(_ order: PricedOrder, _ problem: Problem) -> Bool {
  let scenario = problem.scenario
  return order.parts.contains { $0.gain < .zero }
    && scenario.wash.isSubject(
      scenario.lots[problem.positions[order.sale.position].lot].symbol,
      on: scenario.dates[order.sale.date].date)
}
