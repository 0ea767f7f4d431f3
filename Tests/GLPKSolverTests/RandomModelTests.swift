#if GLPK
import GLPKSolver
import LinearModel
import TestSupport
import Testing

@Suite("GLPK on models made by chance")
struct RandomModelTests {
  @Test(arguments: UInt64(0)..<200)
  func `GLPK and enumeration agree`(seed: UInt64) throws {
    let model = RandomModels.small(seed: seed)
    let expected = try SolverConformance.expectation(of: model)
    for tuning in [
      GLPKTuning(), GLPKTuning(presolve: false), GLPKTuning(cuts: .all),
    ] {
      let result = try GLPKSolver(tuning: tuning).solve(model)
      #expect(SolverConformance.faults(of: result, on: model, expected: expected) == [])
    }
  }

  @Test(arguments: [UInt64(1466), 2426, 3741, 4012, 5101, 5119])
  func `a model on which GLPK's presolver fails is solved without it`(seed: UInt64) throws {
    let model = RandomModels.small(seed: seed)
    let result = try GLPKSolver(tuning: GLPKTuning(presolve: true)).solve(model)
    let expected = try SolverConformance.expectation(of: model)
    #expect(SolverConformance.faults(of: result, on: model, expected: expected) == [])
  }

  @Test(arguments: UInt64(0)..<100)
  func `minima are proven and reached over the relaxation`(seed: UInt64) throws {
    let model = RandomModels.small(seed: seed)
    let objectives = (0..<3).map { RandomModels.small(seed: seed &+ 1000 &* (1 &+ $0)).objective }
      .map { $0.restricted(to: model) }
    let found = try GLPKSolver().minima(of: objectives, over: model, SolveOptions())
    let expected = try EnumeratingSolver().minima(of: objectives, over: model, SolveOptions())
    for (one, other) in zip(found, expected) {
      #expect((one == nil) == (other == nil))
      if let one, let other { #expect(abs(one - other) <= 1e-5 * (1 + abs(other))) }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `presolving changes neither optimum nor bound of a search with cells`(seed: UInt64) throws {
    let model = RandomModels.cells(seed: seed, lots: 12, groups: 3, cells: 5)
    let reference = try #require(
      GLPKSolver(tuning: GLPKTuning(branching: .mostFractional)).solve(model).solution)
    for presolve in [true, false] {
      let solver = GLPKSolver(tuning: GLPKTuning(presolve: presolve))
      let result = try solver.solve(model)
      let expected = SolverConformance.Expectation.optimum(reference.objective)
      #expect(SolverConformance.faults(of: result, on: model, expected: expected) == [])
    }
  }
}

extension LinearExpression {
  /// The expression without the terms of variables that a model lacks.
  fileprivate func restricted(to model: Model) -> LinearExpression {
    LinearExpression(
      terms.filter { $0.variable.index < model.variables.count }, constant: constant)
  }
}
#endif
