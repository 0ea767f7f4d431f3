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
    let greedy = try greedy()
    guard let solver else {
      return fallback(
        greedy, because: "no solver is part of this build", code: "solver_unavailable")
    }
    let incumbent: PricedPlan? = if case .plan(let outcome) = greedy { outcome.priced } else { nil }
    let search = OptimalPlanner(pricer, solver: solver, options: options)
    switch search.solve(improving: incumbent?.plan) {
    case .infeasible:
      let contradictions = ContradictionSearch(problem: problem) { restricted in
        PlanFeasibility.contradiction(in: restricted) == nil
          && OptimalPlanner(PlanPricer(restricted), solver: solver, options: options)
            .isSatisfiable()
      }
      return .contradiction(contradictions.contradiction())
    case .failed(let reason):
      return fallback(greedy, because: reason, code: "solver_failed")
    case .answer(let answer):
      var outcome = try finished(answer, GreedyPlanner(pricer))
      outcome.greedy = incumbent
      return .plan(outcome)
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
  /// Its least objective, in thousands of dollars, is that of the optimal plan of fractional
  /// shares.
  public func model() -> Model { OptimalPlanner.fullModel(of: problem) }

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
    _ answer: OptimalPlanner.Answer, _ greedy: GreedyPlanner
  ) throws(PlannerError) -> PlanOutcome {
    let repaired = greedy.tidy(greedy.repair(answer.plan))
    var candidates = [answer.plan, repaired].map(pricer.price).filter(feasibility.allows)
    if candidates.isEmpty { candidates = [pricer.price(answer.plan)] }
    let best = candidates.reduce(candidates[0]) {
      ($1.objective.value, $1.sales.count) < ($0.objective.value, $0.sales.count) ? $1 : $0
    }
    let hold = pricer.price(.hold)
    var outcome = PlanOutcome(priced: best, maker: .optimal, effort: answer.effort)
    if !feasibility.isWorthMaking(best, over: hold) {
      outcome.priced = hold
      outcome.notices.append(
        Notice(
          code: "below_minimum_benefit",
          message: "The best plan saves \(hold.objective.value - best.objective.value), less than "
            + "\(problem.scenario.constraints.minimumBenefit): nothing is sold.",
          path: "constraints.minimum_benefit"))
    }
    outcome.proof = answer.bound.map { proof(of: outcome.priced, bound: $0, answer.isComplete) }
    try Audit.check(outcome.priced, of: problem, by: answer.cells)
    return outcome
  }

  private func proof(of plan: PricedPlan, bound: Double, _ isComplete: Bool) -> Proof {
    let value = plan.objective.value
    var proven = Scaling.lowerBound(bound)
    let hold = pricer.price(.hold)
    if plan.plan == .hold, problem.scenario.constraints.minimumBenefit > .zero,
      hold.objective.value - proven < problem.scenario.constraints.minimumBenefit
    {
      // Every other plan saves less than the household asks for.
      proven = value
    }
    return Proof(
      bound: min(proven, value), gap: max(.zero, value - proven), isComplete: isComplete)
  }
}
