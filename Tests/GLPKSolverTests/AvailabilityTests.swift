import GLPKSolver
import LinearModel
import TestSupport
import Testing

@Suite("GLPK as part of the build")
struct AvailabilityTests {
  private let defective: Model = {
    var model = Model(name: "defective")
    let x = model.addVariable("x", lower: 2, upper: 1)
    model.addConstraint("nonsense", LinearExpression([Term(variable: x, coefficient: .nan)]))
    return model
  }()

  #if GLPK
  @Test func `the name tells the version`() {
    #expect(GLPKSolver.isAvailable)
    #expect(GLPKSolver().name.wholeMatch(of: /GLPK \d+\.\d+/) != nil)
  }

  @Test func `a meaningless model is refused with all its defects`() {
    #expect(throws: SolverError.invalidModel(defective.defects)) {
      try GLPKSolver().solve(defective)
    }
    #expect(defective.defects.count == 2)
  }

  @Test func `a meaningless objective is refused`() {
    let foreign = LinearExpression(Variable(index: 7))
    #expect(throws: SolverError.self) {
      try GLPKSolver().minima(of: [foreign], over: Model(), SolveOptions())
    }
  }
  #else
  @Test func `without GLPK a solve says what to install`() {
    #expect(!GLPKSolver.isAvailable)
    let isHelpful = { (error: any Error) in
      guard case SolverError.unavailable(let sentence) = error else { return false }
      return sentence.contains("libglpk-dev")
    }
    #expect(performing: { try GLPKSolver().solve(Model()) }, throws: isHelpful)
    #expect(
      performing: { try GLPKSolver().minima(of: [], over: Model(), SolveOptions()) },
      throws: isHelpful)
  }
  #endif
}
