import LinearModel
import Quantities

/// Finds constraints that no plan satisfies together, none of them spare.
///
/// A deletion filter: constraints are left out one by one; one whose absence changes nothing stays
/// out. What is left contradicts, and any one less would not.
///
/// Source: J. W. Chinneck and E. W. Dravnieks, "Locating minimal infeasible constraint sets in
/// linear programs", ORSA Journal on Computing 3 (1991), doi:10.1287/ijoc.3.2.157.
struct ContradictionSearch {
  let problem: Problem
  /// Whether some plan satisfies all constraints of a problem.
  let isSatisfiable: (Problem) -> Bool

  /// The contradiction of an unsatisfiable problem.
  ///
  /// - Returns: `nil` when even without constraints nothing is found to satisfy the problem: then it
  ///   is not the constraints, and whoever called it unsatisfiable is wrong.
  func contradiction() -> Contradiction? {
    var kept = Self.wishes(of: problem.scenario)
    var index = 0
    while index < kept.count {
      var fewer = kept
      fewer.remove(at: index)
      if isSatisfiable(restricted(to: fewer)) { index += 1 } else { kept = fewer }
    }
    guard !kept.isEmpty else { return nil }
    return Contradiction(
      constraints: kept.map(\.words),
      message: kept.count == 1
        ? "no plan satisfies this constraint"
        : "no plan satisfies these constraints together")
  }

  /// One constraint of the household.
  private struct Wish {
    enum Kind: Equatable {
      case neverSell
      case mustSell
      case holdUntil
      case minimumTrade
      case raiseCash
      case maximumProceeds
      case incomeCeiling(Int)
    }
    var kind: Kind
    var words: String
  }

  private static func wishes(of scenario: Scenario) -> [Wish] {
    let constraints = scenario.constraints
    var wishes: [Wish] = []
    func add(_ kind: Wish.Kind, _ words: String) {
      if !wishes.contains(where: { $0.kind == kind && $0.words == words }) {
        wishes.append(Wish(kind: kind, words: words))
      }
    }
    for rule in constraints.neverSell { add(.neverSell, rule.words) }
    for rule in constraints.holdUntil { add(.holdUntil, rule.words) }
    for sale in constraints.mustSell { add(.mustSell, sale.words) }
    if constraints.minimumTrade > .zero {
      add(.minimumTrade, "minimum_trade: \(constraints.minimumTrade)")
    }
    if constraints.raiseCash > .zero { add(.raiseCash, "raise_cash: \(constraints.raiseCash)") }
    if let most = constraints.maximumProceeds { add(.maximumProceeds, "maximum_proceeds: \(most)") }
    for ceiling in constraints.adjustedGrossIncomeAtMost {
      let year = scenario.years[ceiling.yearIndex].year
      add(.incomeCeiling(ceiling.yearIndex), "agi_at_most: {\(year): \(ceiling.amount)}")
    }
    return wishes
  }

  private func restricted(to wishes: [Wish]) -> Problem {
    var scenario = problem.scenario
    func keeps(_ kind: Wish.Kind, _ words: String) -> Bool {
      wishes.contains { $0.kind == kind && $0.words == words }
    }
    func keeps(_ kind: Wish.Kind) -> Bool { wishes.contains { $0.kind == kind } }
    scenario.constraints.neverSell.removeAll { !keeps(.neverSell, $0.words) }
    scenario.constraints.holdUntil.removeAll { !keeps(.holdUntil, $0.words) }
    scenario.constraints.mustSell.removeAll { !keeps(.mustSell, $0.words) }
    if !keeps(.minimumTrade) { scenario.constraints.minimumTrade = .zero }
    if !keeps(.raiseCash) { scenario.constraints.raiseCash = .zero }
    if !keeps(.maximumProceeds) { scenario.constraints.maximumProceeds = nil }
    scenario.constraints.adjustedGrossIncomeAtMost.removeAll {
      !keeps(.incomeCeiling($0.yearIndex))
    }
    return Problem(scenario)
  }
}
