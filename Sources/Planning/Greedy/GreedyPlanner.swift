import Quantities

/// A planner written by hand, without a library.
///
/// From a plan it takes, again and again, the step with the best exact saving of the whole
/// objective: a run of lots sold, kept, or moved to another date as far as that pays; and when none
/// pays, two runs together, a gain with a loss. Then single lots and single shares are repaired and
/// the plan is tidied. It can miss savings, and never counts one that is not there: every step is
/// judged by the exact return. The same problem gives the same plan.
public struct GreedyPlanner: Sendable {
  let pricer: PlanPricer
  let market: SaleMarket
  private let feasibility: PlanFeasibility

  /// A planner for the plans that a pricer prices.
  public init(_ pricer: PlanPricer) {
    self.pricer = pricer
    market = SaleMarket(pricer.problem)
    feasibility = PlanFeasibility(pricer.problem)
  }

  /// The best plan found from two starts: selling nothing, and harvesting every loss.
  public func plan() -> Plan {
    let starts = [Plan.hold, Baselines(pricer).harvestAll]
    var best: PlanDraft?
    for start in starts {
      let draft = improved(PlanDraft(start, in: market, pricer: pricer))
      if best.map({ draft.isBetter(than: $0) }) ?? true { best = draft }
    }
    return tidied(best ?? PlanDraft(.hold, in: market, pricer: pricer)).plan
  }

  /// The best plan found from a given one.
  ///
  /// - Parameter start: a plan of the problem; it need not be allowed.
  /// - Returns: a plan that is no worse than `start` as far as the constraints are kept.
  public func plan(from start: Plan) -> Plan {
    tidied(improved(PlanDraft(start, in: market, pricer: pricer))).plan
  }

  /// The planner's answer: a plan that the constraints allow, or what they ask in vain.
  ///
  /// A plan that improves too little on selling nothing is not made. A contradiction found by
  /// searching is no proof; its sentence says so.
  public func answer() -> PlanAnswer {
    if let contradiction = PlanFeasibility.contradiction(in: pricer.problem) {
      return .contradiction(contradiction)
    }
    let found = pricer.price(plan())
    let violations = feasibility.violations(of: found)
    if !violations.isEmpty {
      return .contradiction(
        Contradiction(
          constraints: violations.map(\.constraint),
          message: "the greedy planner found no plan that keeps every constraint; in its best, "
            + violations.map(\.message).joined(separator: "; ")))
    }
    let hold = pricer.price(.hold)
    let least = pricer.problem.scenario.constraints.minimumBenefit
    guard feasibility.isWorthMaking(found, over: hold) else {
      let benefit = hold.objective.value - found.objective.value
      return .plan(
        PlanOutcome(
          priced: hold, maker: .greedy,
          notices: [
            Notice(
              code: "below_minimum_benefit",
              message: "The best plan found saves \(benefit), less than \(least): nothing is sold.",
              path: "constraints.minimum_benefit")
          ]))
    }
    return .plan(PlanOutcome(priced: found, maker: .greedy))
  }

  /// Takes steps as long as one pays.
  func improved(_ start: PlanDraft) -> PlanDraft {
    var draft = start
    // Every step lowers the merit by at least a cent; the limit only bounds the time.
    for _ in 0..<1_000 {
      let search = StepSearch(draft)
      guard let next = search.bestRun() ?? search.bestPair() ?? draft.bestLotStep() else { break }
      draft = next
    }
    return repaired(draft)
  }
}

extension PlanDraft {
  /// Whether this draft has less merit, or as much with fewer sales.
  func isBetter(than other: PlanDraft) -> Bool {
    (merit, sales) < (other.merit, other.sales)
  }
}
