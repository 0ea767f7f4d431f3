internal import LinearModel

extension SolverConformance {
  /// Small models of every kind a solver meets, each with its answer worked out by hand.
  public static let cases: [Case] = linear + degenerate + endless + whole

  private static func example(
    _ description: String, _ expectation: Expectation, _ build: (inout Model) -> Void
  ) -> Case {
    var model = Model(name: description)
    build(&model)
    return Case(description: description, model: model, expectation: expectation)
  }

  private static let linear: [Case] = [
    example("two products", .optimum(-21)) { model in
      // Dantzig's form: most of 5x + 4y under 6x + 4y <= 24 and x + 2y <= 6, at (3, 1.5).
      let x = LinearExpression(model.addVariable("x"))
      let y = LinearExpression(model.addVariable("y"))
      model.addConstraint("hours", 6 * x + 4 * y, upper: 24)
      model.addConstraint("steel", x + 2 * y, upper: 6)
      model.objective = -5 * x - 4 * y
    },
    example("a constant in the objective", .optimum(103)) { model in
      let x = LinearExpression(model.addVariable("x"))
      model.addConstraint("at least three", x, lower: 3)
      model.objective = x + LinearExpression(100)
    },
    example("a constant in a constraint", .optimum(7)) { model in
      let x = LinearExpression(model.addVariable("x"))
      model.addConstraint("x - 5 >= 2", x - LinearExpression(5), lower: 2)
      model.objective = x
    },
    example("a variable twice in a row", .optimum(2)) { model in
      let x = LinearExpression(model.addVariable("x"))
      model.addConstraint("x + 2x >= 6", x + 2 * x, lower: 6)
      model.objective = x
    },
    example("a variable that cancels in a row", .optimum(-4)) { model in
      let x = LinearExpression(model.addVariable("x", upper: 4))
      let y = LinearExpression(model.addVariable("y"))
      model.addConstraint("x - x + y >= 0", x - x + y, lower: 0)
      model.objective = y - x
    },
    example("an equation", .optimum(4)) { model in
      let x = LinearExpression(model.addVariable("x"))
      let y = LinearExpression(model.addVariable("y", upper: 6))
      model.addConstraint("x + y = 10", x + y, lower: 10, upper: 10)
      model.objective = x
    },
    example("a range, felt below", .optimum(2)) { model in
      let x = LinearExpression(model.addVariable("x", lower: -.infinity))
      model.addConstraint("2 <= x <= 5", x, lower: 2, upper: 5)
      model.objective = x
    },
    example("a range, felt above", .optimum(-5)) { model in
      let x = LinearExpression(model.addVariable("x", lower: -.infinity))
      model.addConstraint("2 <= x <= 5", x, lower: 2, upper: 5)
      model.objective = -1 * x
    },
    example("a row without bounds", .optimum(0)) { model in
      let x = LinearExpression(model.addVariable("x"))
      model.addConstraint("x is what it is", x)
      model.objective = x
    },
    example("equal bounds of a variable", .optimum(5)) { model in
      let x = LinearExpression(model.addVariable("x", lower: 3, upper: 3))
      let y = LinearExpression(model.addVariable("y"))
      model.addConstraint("x + y >= 5", x + y, lower: 5)
      model.objective = x + y
    },
    example("a variable that only may fall", .optimum(-9)) { model in
      let x = LinearExpression(model.addVariable("x", lower: -.infinity, upper: -1))
      model.addConstraint("x >= -9", x, lower: -9)
      model.objective = x
    },
    example("a row that no bounds can satisfy", .infeasible) { model in
      let x = LinearExpression(model.addVariable("x", upper: 1))
      let y = LinearExpression(model.addVariable("y", upper: 1))
      model.addConstraint("x + y >= 3", x + y, lower: 3)
    },
    example("rows that contradict each other", .infeasible) { model in
      let x = LinearExpression(model.addVariable("x", lower: -.infinity))
      let y = LinearExpression(model.addVariable("y", lower: -.infinity))
      model.addConstraint("x + y >= 3", x + y, lower: 3)
      model.addConstraint("x + y <= 2", x + y, upper: 2)
      model.objective = x
    },
  ]

  private static let degenerate: [Case] = [
    example("nothing at all", .optimum(0)) { _ in },
    example("nothing but a constant", .optimum(7)) { $0.objective = LinearExpression(7) },
    example("no variables and a row that holds", .optimum(0)) {
      $0.addConstraint("0 <= 1", LinearExpression(), upper: 1)
    },
    example("no variables and a row that does not hold", .infeasible) {
      $0.addConstraint("0 >= 1", LinearExpression(), lower: 1)
    },
    example("no rows", .optimum(-5)) { model in
      let x = LinearExpression(model.addVariable("x", lower: 1, upper: 4))
      let y = LinearExpression(model.addVariable("y", lower: -2, upper: 3))
      model.addVariable("z", lower: -.infinity)
      model.objective = -1 * x - LinearExpression(1) + 0 * y
    },
    example("a row without variables beside one with", .infeasible) { model in
      let x = LinearExpression(model.addVariable("x"))
      model.addConstraint("x >= 1", x, lower: 1)
      model.addConstraint("0 >= 1", LinearExpression(), lower: 1)
      model.objective = x
    },
    example("no objective", .optimum(0)) { model in
      let x = LinearExpression(model.addVariable("x"))
      model.addConstraint("x >= 1", x, lower: 1)
    },
    example("many ways to the same corner", .optimum(-1)) { model in
      let x = LinearExpression(model.addVariable("x"))
      let y = LinearExpression(model.addVariable("y"))
      for slope in 1...6 {
        model.addConstraint("through (0, 1)", Double(slope) * x + y, upper: 1)
      }
      model.objective = -1 * y
    },
    example("Beale's cycle", .optimum(-0.05)) { model in
      // Beale, "Cycling in the dual simplex algorithm", 1955: Dantzig's rule runs in a circle.
      let x = (4...7).map { LinearExpression(model.addVariable("x\($0)")) }
      model.addConstraint("first", 0.25 * x[0] - 60 * x[1] - 0.04 * x[2] + 9 * x[3], upper: 0)
      model.addConstraint("second", 0.5 * x[0] - 90 * x[1] - 0.02 * x[2] + 3 * x[3], upper: 0)
      model.addConstraint("third", x[2], upper: 1)
      model.objective = -0.75 * x[0] + 150 * x[1] - 0.02 * x[2] + 6 * x[3]
    },
    example("a row twice", .optimum(2)) { model in
      let x = LinearExpression(model.addVariable("x"))
      let y = LinearExpression(model.addVariable("y"))
      for _ in 0..<2 { model.addConstraint("x + y = 2", x + y, lower: 2, upper: 2) }
      model.objective = x + y
    },
  ]

  private static let endless: [Case] = [
    example("a ray", .unbounded) { model in
      let x = LinearExpression(model.addVariable("x"))
      let y = LinearExpression(model.addVariable("y"))
      model.addConstraint("x <= y", x - y, upper: 0)
      model.objective = -1 * x
    },
    example("a free variable", .unbounded) { model in
      let x = LinearExpression(model.addVariable("x", lower: -.infinity))
      model.addConstraint("x <= 3", x, upper: 3)
      model.objective = x
    },
    example("no rows and no bound", .unbounded) { model in
      model.objective = LinearExpression(model.addVariable("x", lower: -.infinity, upper: 0))
    },
    example("a ray beside whole steps", .unbounded) { model in
      let n = LinearExpression(model.addVariable("n", upper: 5, kind: .integer))
      let x = LinearExpression(model.addVariable("x"))
      model.addConstraint("2n <= x", 2 * n - x, upper: 0)
      model.objective = n - x
    },
    example("a contradiction with a ray in sight", .infeasible) { model in
      let x = LinearExpression(model.addVariable("x"))
      let y = LinearExpression(model.addVariable("y"))
      model.addConstraint("x >= y + 1", x - y, lower: 1)
      model.addConstraint("y >= x + 1", y - x, lower: 1)
      model.objective = -1 * x - y
    },
  ]

  private static let whole: [Case] = [
    example("a knapsack", .optimum(-15)) { model in
      // Values 9, 7, 6 at weights 5, 4, 3 into 8; without whole numbers the optimum would be -15.2.
      let x = (0..<3).map { LinearExpression(model.addVariable("\($0)", upper: 1, kind: .integer)) }
      model.addConstraint("weight", 5 * x[0] + 4 * x[1] + 3 * x[2], upper: 8)
      model.objective = -9 * x[0] - 7 * x[1] - 6 * x[2]
    },
    example("whole and continuous", .optimum(7.5)) { model in
      let n = LinearExpression(model.addVariable("n", upper: 9, kind: .integer))
      let x = LinearExpression(model.addVariable("x", upper: 0.5))
      model.addConstraint("n + x >= 3.5", n + x, lower: 3.5)
      model.objective = 2 * n + 3 * x
    },
    example("bounds that are not whole", .optimum(-2)) { model in
      let n = LinearExpression(model.addVariable("n", lower: 0.5, upper: 2.5, kind: .integer))
      let x = LinearExpression(model.addVariable("x", upper: 9))
      model.addConstraint("x >= n", x - n, lower: 0)
      model.objective = -1 * n
    },
    example("no whole number between the bounds", .infeasible) { model in
      let n = LinearExpression(model.addVariable("n", lower: 0.25, upper: 0.75, kind: .integer))
      model.addConstraint("n <= 5", n, upper: 5)
      model.objective = n
    },
    example("a relaxation with a solution, and no whole one", .infeasible) { model in
      let n = LinearExpression(model.addVariable("n", upper: 5, kind: .integer))
      let m = LinearExpression(model.addVariable("m", upper: 5, kind: .integer))
      model.addConstraint("2n + 2m = 5", 2 * n + 2 * m, lower: 5, upper: 5)
    },
    example("whole and contradictory", .infeasible) { model in
      let n = LinearExpression(model.addVariable("n", upper: 1, kind: .integer))
      model.addConstraint("n >= 2", n, lower: 2)
      model.objective = n
    },
    example("whole and below zero", .optimum(-3)) { model in
      let n = LinearExpression(model.addVariable("n", lower: -10, upper: 10, kind: .integer))
      model.addConstraint("2n >= -7", 2 * n, lower: -7)
      model.objective = n
    },
    example("whole without rows", .optimum(2)) { model in
      model.objective = LinearExpression(
        model.addVariable("n", lower: 1.5, upper: 4.5, kind: .integer))
    },
    example("one cell of two, with a cost to enter", .optimum(13)) { model in
      let first = LinearExpression(model.addVariable("first", upper: 1, kind: .integer))
      let second = LinearExpression(model.addVariable("second", upper: 1, kind: .integer))
      let x = LinearExpression(model.addVariable("x"))
      let y = LinearExpression(model.addVariable("y"))
      model.addConstraint("one cell", first + second, lower: 1, upper: 1)
      model.addConstraint("x in first", x - 4 * first, upper: 0)
      model.addConstraint("y in second", y - 9 * second, upper: 0)
      model.addConstraint("demand", x + y, lower: 5)
      model.objective = 1 * x + 2 * y + 1 * first + 3 * second
    },
  ]
}
