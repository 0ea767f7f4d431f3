extension Model {
  /// A value that an objective never falls below over the linear relaxation, proven by prices.
  ///
  /// For any prices y of the constraints, c·x = (c − Aᵀy)·x + y·(Ax), and each part is at least
  /// what its own bounds allow. So the bound needs no trust in the solver that found the prices: poor
  /// ones give a weak bound, never a wrong one. Prices and reduced costs that point
  /// to a bound that does not exist count as zero when they are as small as rounding.
  ///
  /// - Parameters:
  ///   - objective: the objective to be bounded.
  ///   - prices: one number a constraint, in constraint order; positive where the lower bound is felt.
  /// - Returns: the bound, a little lowered for the rounding of the sum; nil when the prices prove nothing.
  ///
  /// Source: Neumaier and Shcherbina, "Safe bounds in linear and mixed-integer linear
  /// programming", Mathematical Programming 99 (2004), doi:10.1007/s10107-003-0433-3.
  public func dualBound(of objective: LinearExpression, prices: [Double]) -> Double? {
    var reducedCosts = [Double](repeating: 0, count: variables.count)
    var sizes = [Double](repeating: 1, count: variables.count)
    for term in objective.terms {
      reducedCosts[term.variable.index] += term.coefficient
      sizes[term.variable.index] += abs(term.coefficient)
    }
    var bound = objective.constant
    for (constraint, price) in zip(constraints, prices) {
      let side = price > 0 ? constraint.lower : constraint.upper
      // Any price will do, so one that points nowhere is dropped before it is used.
      guard price != 0, side.isFinite else { continue }
      bound += price * side
      for term in constraint.terms {
        let part = price * term.coefficient
        reducedCosts[term.variable.index] -= part
        sizes[term.variable.index] += abs(part)
      }
    }
    for (index, variable) in variables.enumerated() {
      let cost = reducedCosts[index]
      let side = cost > 0 ? variable.lower : variable.upper
      if side.isFinite {
        bound += cost * side
      } else if abs(cost) > Self.reducedCostTolerance * sizes[index] {
        return nil
      }
    }
    return bound.isFinite ? bound - Self.roundingAllowance * (1 + abs(bound)) : nil
  }

  /// A reduced cost is zero when it is this small a part of the numbers it was summed from.
  private static let reducedCostTolerance = 1e-9
  /// What the summation of a bound may lose, as a part of the bound.
  private static let roundingAllowance = 1e-9
}
