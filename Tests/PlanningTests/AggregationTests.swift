#if GLPK
import FederalTax
import GLPKSolver
import LinearModel
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Gathering lots without losing the bound")
struct AggregationTests {
  @Test(arguments: 0..<20)
  func `the gathered bound is at most the optimum, and a recovered plan at least`(seed: UInt64)
    throws
  {
    let generator = ScenarioGenerator(
      lots: 60, years: seed.isMultiple(of: 4) ? 2 : 1, wholeShares: false)
    let problem = Problem(try generator.scenario(seed: seed))
    let exact = try solve(problem, LotAggregation(of: problem) { _ in true })
    var gathered = LotAggregation(of: problem) { WashModel(of: problem).lots.contains($0.lot) }
    var last = -Double.infinity
    while true {
      let coarse = try solve(problem, gathered)
      #expect(coarse.objective <= exact.objective + 1e-6)
      // Each refinement tightens the bound.
      #expect(coarse.objective >= last - 1e-6)
      last = coarse.objective
      let recovered = Self.plan(of: gathered.recover(coarse.fractions), problem)
      let value = PlanPricer(problem).price(recovered).objective.value
      #expect(Scaling.units(value) >= exact.objective - 1e-3)
      guard gathered.refine(where: coarse.fractions) else { break }
    }
    #expect(abs(last - exact.objective) < 1e-3)
  }

  @Test(arguments: 0..<10)
  func `splitting keeps the size and the basis of all lots`(seed: UInt64) throws {
    let problem = Problem(try ScenarioGenerator(lots: 120).scenario(seed: seed))
    let gathered = LotAggregation(of: problem) { WashModel(of: problem).lots.contains($0.lot) }
    let lots = problem.positions.indices.map { SizedLot($0, in: problem) }
    let sizes = gathered.groups.flatMap(\.sizes)
    let bases = gathered.groups.flatMap { zip($0.sizes, $0.breakpoints).map { $0 * $1 } }
    func isSame(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 * right }
    #expect(isSame(sizes.reduce(0, +), lots.map(\.size).reduce(0, +)))
    #expect(isSame(bases.reduce(0, +), lots.map(\.basis).reduce(0, +)))
  }

  private func solve(_ problem: Problem, _ lots: LotAggregation) throws
    -> (objective: Double, fractions: [[[Double]]])
  {
    let formulation = Formulation(
      problem: problem,
      years: Formulation.cells(of: problem, over: NetGainRanges(of: problem)), lots: lots,
      wash: WashModel(of: problem), sales: .free)
    let formulated = formulation.formulated()
    let solution = try #require(
      try GLPKSolver().solve(formulated.model, SolveOptions()).solution)
    return (solution.objective, formulated.fractions(at: solution.values, of: lots))
  }

  private static func plan(
    of recovered: [(position: Int, fractions: [Double])], _ problem: Problem
  ) -> Plan {
    Plan(
      recovered.flatMap { index, fractions in
        zip(problem.positions[index].opportunities, fractions).map { offer, fraction in
          Sale(
            position: index, date: offer.date,
            shares: Scaling.shares(fraction, of: problem.positions[index].shares, whole: false))
        }
      })
  }
}
#endif
