extension Model {
  /// What makes the model meaningless, one sentence a defect, in the order of the model; empty when sound.
  ///
  /// Solvers differ in what they do with a number that is none (GLPK calls the model optimal), so
  /// the question is answered here, once, before any of them is asked.
  public var defects: [String] {
    var found: [String] = []
    for variable in variables where !isInterval(variable.lower, variable.upper) {
      found.append(
        "variable \(variable.name) has no value between \(variable.lower) and \(variable.upper)")
    }
    for constraint in constraints {
      if !isInterval(constraint.lower, constraint.upper) {
        found.append(
          "constraint \(constraint.name) has no value between \(constraint.lower) and "
            + "\(constraint.upper)")
      }
      describeDefects(of: constraint.terms, in: "constraint \(constraint.name)", into: &found)
    }
    describeDefects(of: objective.terms, in: "the objective", into: &found)
    if !objective.constant.isFinite {
      found.append("the objective has the constant \(objective.constant)")
    }
    return found
  }

  /// Stops the program when the model is meaningless.
  public func checkInvariants() {
    let found = defects
    precondition(found.isEmpty, "the model \(name) has defects: \(found.joined(separator: "; "))")
  }

  /// Appends a sentence for each term that has no finite coefficient or no variable of the model.
  private func describeDefects(of terms: [Term], in owner: String, into found: inout [String]) {
    for term in terms {
      guard variables.indices.contains(term.variable.index) else {
        found.append("\(owner) names variable \(term.variable.index) of \(variables.count)")
        continue
      }
      if !term.coefficient.isFinite {
        let name = variables[term.variable.index].name
        found.append("\(owner) has the coefficient \(term.coefficient) of \(name)")
      }
    }
  }

  private func isInterval(_ lower: Double, _ upper: Double) -> Bool {
    lower <= upper && lower < .infinity && upper > -.infinity
  }
}
