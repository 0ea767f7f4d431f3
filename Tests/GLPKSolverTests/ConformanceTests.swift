import GLPKSolver
import LinearModel
import TestSupport
import Testing

@Suite("Solver conformance")
struct ConformanceTests {
  @Test(arguments: SolverConformance.cases)
  func `the reference solver answers every case`(example: SolverConformance.Case) throws {
    #expect(try SolverConformance.faults(of: EnumeratingSolver(), on: example) == [])
  }

  #if GLPK
  @Test(arguments: SolverConformance.cases)
  func `GLPK answers every case`(example: SolverConformance.Case) throws {
    #expect(try SolverConformance.faults(of: GLPKSolver(), on: example) == [])
  }
  #endif
}
