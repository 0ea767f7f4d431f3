/// What IRC §1091 means for one lot under a plan.
public struct LotWash: Sendable, Hashable {
  /// The matches that disallow a loss of the lot's own sales.
  public var disallowed: [PlanWash.Match]
  /// The matches in which shares of the lot replace others, whose loss its basis takes up.
  public var replaces: [PlanWash.Match]
  /// Which purchases stand in the way of selling the lot at a loss, and until when.
  public var safeDay: WashOutlook.SafeDay?

  /// What the explained plan means for the lot of a position; `nil` when nothing is near it.
  init?(_ explainer: PlanExplainer, position: Int) {
    let (problem, plan) = (explainer.problem, explainer.priced)
    let lot = problem.positions[position].lot
    disallowed = plan.wash.matches.filter { match in
      guard case .planned(let sale) = match.sale else { return false }
      return plan.plan.sales[sale].position == position
    }
    replaces = plan.wash.matches.filter { $0.source == .lot(lot) }
    safeDay = SafeDaySearch(problem, plan, explainer.purchases)
      .day(ofPosition: position)
    if disallowed.isEmpty, replaces.isEmpty, safeDay == nil { return nil }
  }
}
