internal import LinearModel

/// Answers models whose constraints hold no variable; GLPK takes neither no rows nor no columns.
///
/// Each variable is then alone with its bounds and its cost.
enum RowlessModel {
  /// Whether the model is of the kind.
  static func includes(_ model: Model) -> Bool {
    model.constraints.allSatisfy(\.terms.isEmpty)
  }

  /// The answer, without a search.
  static func solve(_ model: Model, integrality: Bool) -> SolveResult {
    let tolerance = SolutionCheck.feasibilityTolerance
    for constraint in model.constraints
    where constraint.lower > tolerance || constraint.upper < -tolerance {
      return SolveResult(
        termination: .infeasible,
        statusSentence: "constraint \(constraint.name) has no variable and does not hold")
    }
    var costs = [Double](repeating: 0, count: model.variables.count)
    for term in model.objective.terms { costs[term.variable.index] += term.coefficient }
    var values: [Double] = []
    for (cost, variable) in zip(costs, model.variables) {
      guard let value = bestValue(of: variable, cost: cost) else {
        return SolveResult(
          termination: .unbounded, statusSentence: "nothing bounds variable \(variable.name)")
      }
      values.append(value)
    }
    let objective = model.objective.value(at: values)
    let prices = [Double](repeating: 0, count: model.constraints.count)
    return SolveResult(
      termination: .optimal, solution: Solution(values: values, objective: objective),
      bound: model.dualBound(of: model.objective, prices: prices),
      statusSentence: "the constraints hold no variable",
      duals: integrality ? nil : DualValues(constraints: prices, reducedCosts: costs))
  }

  /// The value a cost drives a variable to, or the one nearest zero without a cost.
  private static func bestValue(of variable: VariableDefinition, cost: Double) -> Double? {
    if cost == 0 { return max(variable.lower, min(variable.upper, 0)) }
    let value = cost > 0 ? variable.lower : variable.upper
    return value.isFinite ? value : nil
  }
}
