import LinearModel
import Quantities

extension OptimalPlanner {
  /// Up to this many possible sales in whole shares, their numbers are variables of the model.
  private static let mostWholeShareSales = 100
  /// Nodes after which the search for whole shares rests: some seconds at most.
  private static let wholeShareNodes = 4_000

  /// Whether few enough sales in whole shares are possible to search for their numbers.
  var canCountShares: Bool {
    let counted = problem.positions.filter(\.wholeShares)
    let sales = counted.map(\.opportunities.count).reduce(0, +)
    return sales > 0 && sales <= Self.mostWholeShareSales
      && problem.positions.count <= Self.mostTradeDecisions
  }

  /// Searches among whole numbers of shares, where fractions have left a gap.
  ///
  /// - Parameter cells: the cells of each year.
  /// - Returns: the best plan found, and a bound that no plan of whole shares is below, in model
  ///   units; each is missing where the search came to none.
  func solveWholeShares(
    in cells: [YearCells]
  ) -> (plan: Plan?, bound: Double?, effort: SolveEffort)? {
    var formulation = Formulation(
      problem: problem, years: cells, lots: LotAggregation(of: problem, single: { _ in true }),
      sales: saleDecision)
    formulation.sharesAreWhole = true
    let formulated = formulation.formulated()
    var options = solveOptions()
    options.nodeLimit = Self.wholeShareNodes
    // A cent.
    options.absoluteGap = 1e-5
    guard let result = try? solver.solve(formulated.model, options) else { return nil }
    let plan = result.solution.map { solution in
      let fractions = formulated.fractions(at: solution.values, of: formulation.lots)
      return self.plan(of: formulation.lots.recover(fractions))
    }
    return (plan, result.bound, result.effort)
  }
}
