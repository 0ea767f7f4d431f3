import LinearModel
import TestSupport
import Testing

@Suite("Models")
struct ModelTests {
  @Test func `constants of a constraint move to its bounds and terms are merged`() {
    var model = Model()
    let x = model.addVariable("x")
    var expression = LinearExpression(10)
    expression.add(1, x)
    expression.add(2, x)
    let index = model.addConstraint("row", expression, lower: 12, upper: 40)
    #expect(index == 0)
    #expect(model.constraints[0].terms == [Term(variable: x, coefficient: 3)])
    #expect(model.constraints[0].lower == 2)
    #expect(model.constraints[0].upper == 30)
  }

  @Test func `a sound model has no defects`() {
    for example in SolverConformance.cases { #expect(example.model.defects == []) }
  }

  @Test(arguments: [
    (2.0, 1.0), (.nan, 1), (0, .nan), (.infinity, .infinity), (-.infinity, -.infinity),
  ])
  func `bounds without a number between them are a defect`(lower: Double, upper: Double) {
    var model = Model()
    let x = model.addVariable("x", lower: lower, upper: upper)
    #expect(model.defects.count == 1)
    model.setBounds(of: x, lower: 0, upper: 1)
    #expect(model.defects == [])
    model.addConstraint("row", LinearExpression(x), lower: lower, upper: upper)
    #expect(model.defects.count == 1)
  }

  @Test func `every coefficient that is no number and every foreign variable is named`() {
    var model = Model()
    let x = model.addVariable("x")
    let foreign = Variable(index: 1)
    model.addConstraint("nan", LinearExpression([Term(variable: x, coefficient: .nan)]), upper: 1)
    model.addConstraint("foreign", LinearExpression(foreign), upper: 1)
    model.objective = LinearExpression([Term(variable: x, coefficient: .infinity)], constant: .nan)
    #expect(
      model.defects == [
        "constraint nan has the coefficient nan of x",
        "constraint foreign names variable 1 of 1",
        "the objective has the coefficient inf of x",
        "the objective has the constant nan",
      ])
  }

  @Test func `checking the invariants of a defective model stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var model = Model()
      model.addVariable("x", lower: 1, upper: 0)
      model.checkInvariants()
    }
  }

  @Test func `bounds of integer variables move inward to whole numbers`() throws {
    var model = Model()
    model.addVariable("wide", lower: 0.5, upper: 2.9, kind: .integer)
    model.addVariable("none", lower: 0.2, upper: 0.8, kind: .integer)
    model.addVariable("nearly", lower: 0.999_999_9, upper: 3.000_000_1, kind: .integer)
    model.addVariable("any", lower: -.infinity, upper: .infinity, kind: .integer)
    model.addVariable("continuous", lower: 0.5, upper: 2.9)
    let bounds = model.variables.map(\.effectiveBounds)
    #expect(bounds[0]?.lower == 1 && bounds[0]?.upper == 2)
    #expect(bounds[1] == nil)
    #expect(bounds[2]?.lower == 1 && bounds[2]?.upper == 3)
    #expect(bounds[3]?.lower == -.infinity && bounds[3]?.upper == .infinity)
    #expect(bounds[4]?.lower == 0.5 && bounds[4]?.upper == 2.9)
  }
}
