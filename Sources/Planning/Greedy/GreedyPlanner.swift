import Portfolio
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

  /// The best plan found from several starts: selling nothing, harvesting every loss on its first
  /// date, and on the date on which it is largest.
  public func plan() -> Plan {
    var starts = [Plan.hold, Baselines(pricer).harvestAll]
    let largest = largestLosses
    if largest != starts[1] { starts.append(largest) }
    let drafts = starts.map(bestDraft)
    return rounded(drafts.dropFirst().reduce(drafts[0]) { $1.isBetter(than: $0) ? $1 : $0 }.plan)
  }

  /// Sells every lot that ever stands at a loss, all of it, on the date of its largest loss.
  private var largestLosses: Plan {
    Plan(
      market.ranges.compactMap { range -> Sale? in
        let candidates = market.candidates[range]
        guard let worst = candidates.min(by: { $0.whole.gain < $1.whole.gain }),
          worst.whole.gain < .zero
        else { return nil }
        return Sale(position: worst.position, date: worst.date, shares: worst.most)
      })
  }

  /// The best plan found from a given one.
  ///
  /// - Parameter start: a plan of the problem; it need not be allowed.
  /// - Returns: a plan that is no worse than `start` as far as the constraints are kept.
  public func plan(from start: Plan) -> Plan { bestDraft(from: start).plan }

  private func bestDraft(from start: Plan) -> PlanDraft {
    var best = tidied(improved(PlanDraft(start, in: market, pricer: pricer)))
    // A rule's lots for the same orders can be better where several lots would have to change
    // places at once.
    while let other = bestReordering(of: best), other.merit < best.merit {
      best = tidied(improved(other))
    }
    return best
  }

  private func bestReordering(of draft: PlanDraft) -> PlanDraft? {
    LotSelection.allCases.map { rule in
      let plan = Baselines(pricer).orders(of: draft.plan, by: rule)
      return PlanDraft(plan, in: market, pricer: pricer)
    }.min { $0.merit < $1.merit }
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
          message: "in the greedy planner's nearest, "
            + violations.map(\.message).joined(separator: "; "), isProven: false))
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
      guard
        let next = search.bestRun() ?? search.bestPair() ?? draft.bestLotStep()
          ?? draft.washStep()
      else { break }
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
