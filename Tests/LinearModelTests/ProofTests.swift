import LinearModel
import TestSupport
import Testing

@Suite("Checks of points and bounds")
struct ProofTests {
  private let model: Model = {
    var model = Model()
    let n = model.addVariable("n", upper: 3, kind: .integer)
    let x = model.addVariable("x", lower: -1, upper: 5)
    var sum = LinearExpression(n)
    sum.add(2, x)
    model.addConstraint("sum", sum, lower: 1, upper: 4)
    model.addConstraint("at least", LinearExpression(x), lower: 0)
    return model
  }()

  @Test func `a feasible point violates nothing`() {
    let check = SolutionCheck(of: [2, 1], in: model)
    #expect(check.isFeasible)
    #expect(check.boundViolation == 0 && check.constraintViolation == 0)
    #expect(check.integralityViolation == 0 && check.worstConstraint == nil)
  }

  @Test func `violations are measured apart, and the worst row is named`() {
    let check = SolutionCheck(of: [3.25, -1.5], in: model)
    #expect(check.boundViolation == 0.5)
    #expect(check.integralityViolation == 0.25)
    // The first row is 0.75 below its bound in terms of size 3.25, the second 1.5 in terms of size 1.5.
    #expect(check.constraintViolation == 1)
    #expect(check.worstConstraint == 1)
    #expect(!check.isFeasible)
  }

  @Test func `tolerances are honoured on both sides`() {
    #expect(SolutionCheck(of: [2 + 0.9e-6, 0], in: model).isFeasible)
    #expect(!SolutionCheck(of: [2 + 1.1e-6, 0], in: model).isFeasible)
    #expect(SolutionCheck(of: [2.5, 0], in: model).isFeasibleWhenRelaxed)
    #expect(SolutionCheck(of: [1, -0.9e-6], in: model).constraintViolation > 0)
    #expect(!SolutionCheck(of: [1, -1.1e-6], in: model).isFeasible)
  }

  @Test(arguments: [[2.0], [2, .nan], [2, 1, 0]])
  func `a point that is none is infinitely far`(point: [Double]) {
    #expect(SolutionCheck(of: point, in: model).constraintViolation == .infinity)
    #expect(!SolutionCheck(of: point, in: model).isFeasible)
  }

  @Test func `the prices of the optimum prove the optimum`() throws {
    // Least 2x + 3y under x + y >= 4 and x + 3y >= 6: 9 at (3, 1), with prices 1.5 and 0.5.
    var model = Model()
    let x = LinearExpression(model.addVariable("x"))
    let y = LinearExpression(model.addVariable("y"))
    model.addConstraint("first", x + y, lower: 4)
    model.addConstraint("second", x + 3 * y, lower: 6)
    model.objective = 2 * x + 3 * y
    let bound = try #require(model.dualBound(of: model.objective, prices: [1.5, 0.5]))
    #expect(bound <= 9 && bound > 9 - 1e-6)
    let weak = try #require(model.dualBound(of: model.objective, prices: [1, 0]))
    #expect(weak <= 4 && weak > 4 - 1e-6)
    #expect(model.dualBound(of: model.objective, prices: [3, 3]) == nil)
  }

  @Test(arguments: UInt64(0)..<200)
  func `no prices prove more than is true`(seed: UInt64) throws {
    let model = RandomModels.small(seed: seed)
    let result = try EnumeratingSolver().solve(model, SolveOptions(relaxIntegrality: true))
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let prices = model.constraints.map { _ in Double.random(in: -3...3, using: &random) }
      let bound = model.dualBound(of: model.objective, prices: prices)
      switch result.termination {
      case .unbounded: #expect(bound == nil)
      case .optimal:
        let optimum = try #require(result.solution?.objective)
        #expect(bound ?? -.infinity <= optimum)
      default: break
      }
    }
  }
}
