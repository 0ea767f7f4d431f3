import LinearModel
import Quantities

extension OptimalPlanner {
  /// Up to this many possible sales in whole shares, their numbers are variables of the model.
  private static let mostWholeShareSales = 100
  /// Nodes times columns after which the search for whole shares rests: some seconds at most.
  private static let wholeShareWork = 1_000_000
  /// Nodes after which it does not rest yet.
  private static let leastWholeShareNodes = 3_000

  /// What a search among whole numbers of shares has found.
  struct WholeShareAnswer {
    var plan: Plan?
    /// No plan of whole shares is below this, in model units.
    var bound: Double?
    /// Whether it is proven that no whole numbers satisfy the constraints.
    var isInfeasible: Bool
    var effort: SolveEffort
  }

  /// Whether few enough sales in whole shares are possible to search for their numbers.
  var canCountShares: Bool {
    let counted = problem.positions.filter(\.wholeShares)
    let sales = counted.map(\.opportunities.count).reduce(0, +)
    return sales > 0 && sales <= Self.mostWholeShareSales
      && problem.positions.count <= Formulation.mostTradeDecisions
  }

  /// Searches among whole numbers of shares.
  ///
  /// - Parameter cells: the cells of each year.
  /// - Returns: `nil` where the solver failed, and the fractional answer stands.
  func solveWholeShares(in cells: [YearCells]) -> WholeShareAnswer? {
    let formulation = Formulation.counting(problem, in: cells)
    let formulated = formulation.formulated()
    var options = solveOptions()
    if self.options.timeLimit == nil {
      options.nodeLimit = max(
        Self.leastWholeShareNodes, Self.wholeShareWork / max(1, formulated.model.variables.count))
    }
    // A cent.
    options.absoluteGap = 1e-5
    guard let result = try? solver.solve(formulated.model, options) else { return nil }
    let plan = result.solution.map { solution in
      let fractions = formulated.fractions(at: solution.values, of: formulation.lots)
      return self.plan(of: formulation.lots.recover(fractions))
    }
    return WholeShareAnswer(
      plan: plan, bound: result.bound, isInfeasible: result.termination == .infeasible,
      effort: result.effort)
  }
}
