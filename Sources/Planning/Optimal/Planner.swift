public import LinearModel
import Portfolio
import Quantities

/// Answers a problem: the optimal plan with its proof, the greedy plan, the baselines.
public struct Planner: Sendable {
  /// The problem.
  public let problem: Problem
  private let pricer: PlanPricer
  private let feasibility: PlanFeasibility
  private let solver: (any Solver)?

  /// A planner for one problem.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - solver: proves plans; without one the greedy planner answers and says so.
  public init(_ problem: Problem, solver: (any Solver)?) {
    self.problem = problem
    self.solver = solver
    pricer = PlanPricer(problem)
    feasibility = PlanFeasibility(problem)
  }

  /// The plan of least objective, proven as far as the options allow.
  ///
  /// - Parameter options: limits of the search.
  /// - Returns: the plan with its bound; the greedy plan, with a notice that says why, where the
  ///   solver gave none; or the constraints that contradict each other.
  /// - Throws: ``PlannerError`` when model and exact return differ at the plan.
  public func optimal(
    _ options: PlannerOptions = PlannerOptions()
  ) throws(PlannerError) -> PlanAnswer {
    if let contradiction = PlanFeasibility.contradiction(in: problem) {
      return .contradiction(contradiction)
    }
    guard let solver else {
      return fallback(
        try greedy(), because: "no solver is part of this build", code: "solver_unavailable")
    }
    // Before the greedy planner, whose time counts toward the limit.
    let search = OptimalPlanner(pricer, solver: solver, options: options)
    let greedy = try greedy()
    switch search.solve(improving: greedy.plan?.plan) {
    case .infeasible:
      return contradicted(search, greedy)
    case .failed(let reason):
      return fallback(greedy, because: reason, code: "solver_failed")
    case .stopped:
      return fallback(
        greedy, because: "the solver reached its limit before it had a plan",
        code: "stopped_at_limit")
    case .answer(let answer):
      return try finished(answer, greedy, search)
    }
  }

  /// The plan of the hand-written planner.
  ///
  /// - Throws: ``PlannerError`` when model and exact return differ at the plan.
  public func greedy() throws(PlannerError) -> PlanAnswer {
    let answer = GreedyPlanner(pricer).answer()
    if case .plan(let outcome) = answer { try Audit.check(outcome.priced, of: problem, by: []) }
    return answer
  }

  /// The plan of one of the simple rules people use today.
  ///
  /// - Parameters:
  ///   - maker: `hold`, `harvestAll`, or a rule that picks lots.
  ///   - plan: the plan whose orders a rule that picks lots carries out.
  /// - Returns: the plan at its exact price; its constraints are not examined.
  public func baseline(_ maker: PlanMaker, like plan: Plan) -> PlanOutcome {
    let baselines = Baselines(pricer)
    let chosen =
      switch maker {
      case .hold: baselines.hold
      case .harvestAll: baselines.harvestAll
      case .firstInFirstOut: baselines.orders(of: plan, by: .firstInFirstOut)
      case .highestCost: baselines.orders(of: plan, by: .highestCost)
      case .brokerOrder: baselines.orders(of: plan, by: .brokerOrder)
      case .optimal, .greedy, .given: plan
      }
    return PlanOutcome(priced: pricer.price(chosen), maker: maker)
  }

  /// The whole integer model, with one named variable for each lot and planning date.
  ///
  /// Its least objective, in dollars, is that of the optimal plan; all other amounts are in thousands
  /// of dollars. Shares are whole where an account sells only these.
  public func model() -> Model { Formulation.readableModel(of: problem) }

  /// The greedy planner's answer with a notice of why it stands in for the solver's.
  private func fallback(
    _ greedy: PlanAnswer, because reason: String, code: String
  ) -> PlanAnswer {
    guard case .plan(var outcome) = greedy else { return greedy }
    outcome.notices.insert(
      Notice(
        code: code, message: "The greedy planner answers, and nothing is proven: \(reason)."),
      at: 0)
    return .plan(outcome)
  }

  private func finished(
    _ answer: OptimalPlanner.Answer, _ greedy: PlanAnswer, _ search: OptimalPlanner
  ) throws(PlannerError) -> PlanAnswer {
    let planner = GreedyPlanner(pricer)
    let incumbent = greedy.plan
    var answer = answer
    var tidied = pricer.price(planner.tidy(planner.repair(answer.plan)))
    switch wholeShares(instead: tidied, &answer, search) {
    case .plan(let plan): tidied = plan
    case .noPlan: return contradicted(search, greedy)
    case .nothingBetter: break
    }
    // In order of preference: round numbers of shares first, unless they are dearer.
    let known = [pricer.price(planner.rounded(tidied.plan)), incumbent, tidied]
      .compactMap(\.self).filter(feasibility.allows)
    let dearest = tidied.objective.value + Money(cents: 20)
    guard
      let chosen = known.prefix(2).filter({ $0.objective.value <= dearest })
        .min(by: { $0.objective.value < $1.objective.value }) ?? known.last
    else { return .contradiction(Self.nearMiss(feasibility.violations(of: tidied))) }
    var outcome = PlanOutcome(
      priced: chosen, maker: .optimal, greedy: incumbent, effort: answer.effort)
    if let bound = answer.bound { try Audit.check(outcome.priced, of: problem, above: bound) }
    outcome.proof = answer.bound.map { proof(of: outcome.priced, bound: $0, answer.isComplete) }
    withhold(&outcome)
    try Audit.check(outcome.priced, of: problem, by: answer.cells)
    return .plan(outcome)
  }

  /// What a search among whole numbers of shares adds.
  private enum WholeShares {
    case plan(PricedPlan)
    case nothingBetter
    /// Proven: fractions would keep every constraint, whole shares cannot.
    case noPlan
  }

  /// Searches among whole shares where rounding a fractional plan has left a gap, or broken a
  /// constraint.
  private func wholeShares(
    instead rounded: PricedPlan, _ answer: inout OptimalPlanner.Answer, _ search: OptimalPlanner
  ) -> WholeShares {
    guard answer.isComplete, search.canCountShares, let bound = answer.bound else {
      return .nothingBetter
    }
    let isAllowed = feasibility.allows(rounded)
    if isAllowed, rounded.objective.value <= Scaling.lowerBound(bound) + Money(cents: 5) {
      return .nothingBetter
    }
    guard let whole = search.solveWholeShares(in: answer.cells) else { return .nothingBetter }
    answer.effort.add(whole.effort)
    if whole.isInfeasible { return isAllowed ? .nothingBetter : .noPlan }
    answer.bound = max(bound, whole.bound ?? bound)
    var plans = [whole.plan].compactMap(\.self)
    if let jumps = answer.jumps, whole.plan.map({ isFar($0, from: answer.bound) }) ?? true,
      let careful = search.solveWholeShares(in: search.carefulCells(jumps))
    {
      answer.effort.add(careful.effort)
      if let plan = careful.plan { plans.append(plan) }
    }
    let greedy = GreedyPlanner(pricer)
    let candidates = plans.flatMap { [greedy.tidy(greedy.repair($0)), $0] }.map(pricer.price)
    let best = candidates.filter(feasibility.allows)
      .min { $0.objective.value < $1.objective.value }
    guard let best, !isAllowed || best.objective.value < rounded.objective.value else {
      return .nothingBetter
    }
    return .plan(best)
  }

  /// Whether a plan is dearer than a bound by more than the rounding of its sales.
  private func isFar(_ plan: Plan, from bound: Double?) -> Bool {
    guard let bound else { return true }
    return pricer.price(plan).objective.value > Scaling.lowerBound(bound) + Money(cents: 5)
  }

  /// The constraints that the solver proves to exclude each other.
  ///
  /// Where the greedy planner has a plan, or no constraint is to blame, the solver is wrong.
  private func contradicted(_ search: OptimalPlanner, _ greedy: PlanAnswer) -> PlanAnswer {
    let contradictions = ContradictionSearch(problem: problem) { restricted in
      PlanFeasibility.contradiction(in: restricted) == nil
        && OptimalPlanner(
          PlanPricer(restricted), solver: search.solver, options: search.options
        ).isSatisfiable()
    }
    if greedy.plan == nil, let contradiction = contradictions.contradiction() {
      return .contradiction(contradiction)
    }
    return fallback(greedy, because: "the solver found no plan at all", code: "solver_failed")
  }

  /// Sells nothing where a plan saves less than the household asks for.
  private func withhold(_ outcome: inout PlanOutcome) {
    let hold = pricer.price(.hold)
    guard !feasibility.isWorthMaking(outcome.priced, over: hold) else { return }
    let saved = hold.objective.value - outcome.priced.objective.value
    outcome.priced = hold
    // The bound stays that of all plans: selling nothing is worse than the best by what it saves.
    outcome.proof?.gap += saved
    outcome.notices.append(
      Notice(
        code: "below_minimum_benefit",
        message: "The best plan saves \(saved), less than "
          + "\(problem.scenario.constraints.minimumBenefit): nothing is sold.",
        path: "constraints.minimum_benefit"))
  }

  /// Constraints that fractional shares satisfy and no plan found of tradable shares does.
  private static func nearMiss(_ violations: [ConstraintViolation]) -> Contradiction {
    Contradiction(
      constraints: violations.map(\.constraint),
      message: "in the nearest plan of shares that can be traded, "
        + violations.map(\.message).joined(separator: "; "), isProven: false)
  }

  private func proof(of plan: PricedPlan, bound: Double, _ isComplete: Bool) -> Proof {
    let value = plan.objective.value
    let proven = min(Scaling.lowerBound(bound), value)
    return Proof(bound: proven, gap: value - proven, isComplete: isComplete)
  }
}

extension PlanAnswer {
  /// The plan, when there is one.
  fileprivate var plan: PricedPlan? {
    if case .plan(let outcome) = self { outcome.priced } else { nil }
  }
}
