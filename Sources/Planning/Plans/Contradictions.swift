import Portfolio
import Quantities

extension PlanFeasibility {
  /// Constraints of a problem that exclude each other whatever the tax, found without a search.
  ///
  /// Not every contradiction is found here: those of income ceilings, and of combinations of sales,
  /// are left to the planners.
  ///
  /// - Parameter problem: the problem.
  /// - Returns: the first contradiction in the order of the constraints; `nil` when none is seen.
  public static func contradiction(in problem: Problem) -> Contradiction? {
    let reach = ProceedsReach(problem)
    return requiredOfWithheld(problem) ?? requiredTooMuch(problem)
      ?? requiredTooSmall(problem, reach) ?? cash(problem, reach)
  }

  private static func requiredOfWithheld(_ problem: Problem) -> Contradiction? {
    let withheld = Dictionary(
      problem.withheld.map { ($0.lot, $0) }, uniquingKeysWith: { first, _ in first })
    for rule in problem.scenario.constraints.mustSell where rule.shares > .zero {
      guard let lot = withheld[rule.lot] else { continue }
      return Contradiction(
        constraints: [rule.words, lot.reason],
        message:
          "lot \(problem.scenario.lots[rule.lot].id) must be sold but cannot be: \(lot.reason)"
      )
    }
    return nil
  }

  private static func requiredTooMuch(_ problem: Problem) -> Contradiction? {
    for rule in problem.scenario.constraints.mustSell {
      let lot = problem.scenario.lots[rule.lot]
      guard rule.shares > lot.quantity else { continue }
      return Contradiction(
        constraints: [rule.words],
        message: "lot \(lot.id) holds \(lot.quantity) shares, not the \(rule.shares) required")
    }
    return nil
  }

  private static func requiredTooSmall(
    _ problem: Problem, _ reach: ProceedsReach
  ) -> Contradiction? {
    let constraints = problem.scenario.constraints
    for (index, position) in problem.positions.enumerated()
    where position.required > .zero && reach.most[index] < constraints.minimumTrade {
      return Contradiction(
        constraints: words(for: position, in: problem)
          + ["minimum_trade: \(constraints.minimumTrade)"],
        message:
          "lot \(problem.scenario.lots[position.lot].id) brings at most \(reach.most[index])")
    }
    return nil
  }

  private static func cash(_ problem: Problem, _ reach: ProceedsReach) -> Contradiction? {
    let constraints = problem.scenario.constraints
    let raise = "raise_cash: \(constraints.raiseCash)"
    if let most = constraints.maximumProceeds {
      let ceiling = "maximum_proceeds: \(most)"
      if constraints.raiseCash > most {
        return Contradiction(
          constraints: [raise, ceiling],
          message: "\(constraints.raiseCash - most) more is to be raised than may be sold")
      }
      let required = reach.required.total()
      if required > most {
        let rules = problem.positions.flatMap { words(for: $0, in: problem) }
        return Contradiction(
          constraints: rules + [ceiling],
          message: "the required sales bring at least \(required), \(required - most) too much")
      }
    }
    let available = reach.most.filter { $0 >= constraints.minimumTrade }.total()
    if constraints.raiseCash > .zero, constraints.raiseCash > available {
      return Contradiction(
        constraints: [raise],
        message: "all that may be sold brings \(available), \(constraints.raiseCash - available) "
          + "too little")
    }
    return nil
  }

  private static func words(for position: Position, in problem: Problem) -> [String] {
    guard position.required > .zero else { return [] }
    return problem.scenario.constraints.mustSell.filter { $0.lot == position.lot }.map(\.words)
  }
}

/// The least and the most that each position can bring, net of costs.
private struct ProceedsReach {
  /// The most, selling everything on the best date; not negative.
  var most: [Money] = []
  /// The least by selling only what is required, on the worst date.
  var required: [Money] = []

  init(_ problem: Problem) {
    let pricer = PlanPricer(problem)
    func proceeds(_ index: Int, _ shares: Shares) -> [Money] {
      problem.positions[index].opportunities.map {
        pricer.price(Sale(position: index, date: $0.date, shares: shares)).proceeds
      }
    }
    for (index, position) in problem.positions.enumerated() {
      most.append(max(.zero, proceeds(index, position.shares).max() ?? .zero))
      required.append(
        position.required > .zero && position.required <= position.shares
          ? proceeds(index, position.required).min() ?? .zero : .zero)
    }
  }
}
