#if GLPK
import GLPKSolver
import LinearModel
import Synchronization
import TestSupport
import Testing

@Suite("Limits, gaps and cancellation of GLPK")
struct LimitTests {
  /// Takes GLPK thousands of nodes.
  private static let hard = RandomModels.marketSplit(seed: 1, rows: 4, columns: 30)
  private static let easy = RandomModels.cells(seed: 3, lots: 12, groups: 3, cells: 5)

  @Test(arguments: [false, true])
  func `a time limit ends the search with what is proven`(presolve: Bool) throws {
    let solver = GLPKSolver(tuning: GLPKTuning(presolve: presolve))
    let result = try solver.solve(Self.hard, SolveOptions(timeLimit: 0.2))
    #expect([.feasible(limit: .time), .noSolutionFound(limit: .time)].contains(result.termination))
    #expect(result.effort.seconds < 5)
    #expect((result.solution == nil) == (result.termination == .noSolutionFound(limit: .time)))
    let bound = try #require(result.bound)
    #expect(bound <= result.solution?.objective ?? .infinity)
  }

  @Test func `no time at all is a limit, not an answer`() throws {
    let result = try GLPKSolver().solve(Self.hard, SolveOptions(timeLimit: 0))
    #expect(result.termination == .noSolutionFound(limit: .time))
    #expect(result.solution == nil)
  }

  @Test(arguments: [false, true])
  func `cancelling ends the search`(presolve: Bool) throws {
    let polls = Mutex(0)
    let options = SolveOptions(isCancelled: {
      polls.withLock {
        $0 += 1
        return $0 > 300
      }
    })
    let solver = GLPKSolver(tuning: GLPKTuning(presolve: presolve))
    let result = try solver.solve(Self.hard, options)
    #expect(
      [.feasible(limit: .cancelled), .noSolutionFound(limit: .cancelled)]
        .contains(result.termination))
    #expect(polls.withLock { $0 } == 301)
  }

  @Test func `a solve cancelled before it begins does nothing`() throws {
    let result = try GLPKSolver().solve(Self.easy, SolveOptions(isCancelled: { true }))
    #expect(result.termination == .noSolutionFound(limit: .cancelled))
    #expect(result.effort.simplexIterations == 0)
    let minima = try GLPKSolver().minima(
      of: [Self.easy.objective], over: Self.easy, SolveOptions(isCancelled: { true }))
    #expect(minima == [nil])
  }

  @Test(arguments: [false, true])
  func `every bound told on the way is below the optimum, and none is lost`(presolve: Bool) throws {
    for seed in UInt64(0)..<10 {
      let model = RandomModels.cells(seed: seed, lots: 12, groups: 3, cells: 5)
      let told = Mutex<[SolveProgress]>([])
      let solver = GLPKSolver(tuning: GLPKTuning(presolve: presolve))
      let result = try solver.solve(
        model, SolveOptions(progress: { report in told.withLock { $0.append(report) } }))
      let optimum = try #require(result.solution?.objective)
      let reports = told.withLock { $0 }
      #expect(!reports.isEmpty)
      let tolerance = 1e-6 * (1 + abs(optimum))
      #expect(reports.allSatisfy { $0.bound ?? -.infinity <= optimum })
      #expect(reports.allSatisfy { $0.incumbent ?? .infinity >= optimum - tolerance })
      #expect(abs((reports.last?.incumbent ?? .infinity) - optimum) <= tolerance)
      let bounds = reports.compactMap(\.bound)
      #expect(bounds == bounds.sorted())
    }
  }

  @Test func `the search ends within the gaps asked for`() throws {
    let exact = try #require(try GLPKSolver().solve(Self.easy).solution?.objective)
    for options in [
      SolveOptions(relativeGap: 0.5), SolveOptions(absoluteGap: abs(exact) / 2),
    ] {
      let result = try GLPKSolver().solve(Self.easy, options)
      #expect(result.termination == .optimal)
      let objective = try #require(result.solution?.objective)
      let bound = try #require(result.bound)
      #expect(objective >= exact - 1e-6 && bound <= exact)
      #expect(objective - bound <= 0.5 * max(abs(objective), abs(exact)) + 1e-6)
    }
  }

  @Test func `relaxing ignores integrality and returns prices`() throws {
    let relaxed = try GLPKSolver().solve(Self.easy, SolveOptions(relaxIntegrality: true))
    let exact = try GLPKSolver().solve(Self.easy)
    let bound = try #require(relaxed.bound)
    #expect(bound <= (exact.solution?.objective ?? -.infinity))
    #expect(relaxed.effort.binaries == 0 && exact.effort.binaries == 15)
    #expect(exact.duals == nil)
    let duals = try #require(relaxed.duals)
    #expect(duals.constraints.count == Self.easy.constraints.count)
    #expect(duals.reducedCosts.count == Self.easy.variables.count)
    let proven = Self.easy.dualBound(of: Self.easy.objective, prices: duals.constraints)
    #expect(proven == relaxed.bound)
  }

  @Test func `solves on several threads at once agree with one after another`() async throws {
    let models = (UInt64(0)..<24).map {
      RandomModels.cells(seed: $0, lots: 10, groups: 2, cells: 4)
    }
    let expected = try models.map { try GLPKSolver().solve($0).solution }
    let found = try await withThrowingTaskGroup(of: (Int, Solution?).self) { group in
      for (index, model) in models.enumerated() {
        group.addTask { (index, try GLPKSolver().solve(model).solution) }
      }
      return try await group.reduce(into: [Solution?](repeating: nil, count: models.count)) {
        $0[$1.0] = $1.1
      }
    }
    #expect(found == expected)
  }
}
#endif
