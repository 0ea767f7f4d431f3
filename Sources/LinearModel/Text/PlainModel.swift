/// A model as the text formats see it: plain names, and rows with one side each.
///
/// Not every reader knows rows with two bounds, and those that do differ in how they are rounded; such a
/// row is written twice. A row without bounds says nothing and is left out.
struct PlainModel {
  enum Sense {
    case atLeast, atMost, equal
  }

  struct Row {
    var name: String
    var terms: [Term]
    var sense: Sense
    var side: Double
  }

  /// The name of the objective row.
  static let objectiveName = "objective"

  /// A variable under its plain name; an integer one has whole bounds, which some readers demand.
  struct Column {
    var name: String
    var lower: Double
    var upper: Double
    var isWhole: Bool
  }

  /// The name of the model.
  let name: String
  /// The variables, in the order of the model.
  let columns: [Column]
  /// The rows, in the order of the model.
  let rows: [Row]
  /// The terms of the objective, one a variable.
  let objective: [Term]
  /// What the comments at the head of a file say, without the comment signs.
  let comments: [String]

  init(_ model: Model) {
    var modelNames = TextNames()
    name = modelNames.name(for: model.name.isEmpty ? "model" : model.name)
    var columnNames = TextNames()
    columns = model.variables.map { variable in
      let bounds = variable.effectiveBounds ?? (variable.lower, variable.upper)
      return Column(
        name: columnNames.name(for: variable.name), lower: bounds.lower, upper: bounds.upper,
        isWhole: variable.kind == .integer)
    }
    var rowNames = TextNames(besides: [Self.objectiveName])
    rows = model.constraints.flatMap { Self.rows(of: $0, &rowNames) }
    objective = model.objective.normalized.terms
    comments = [
      "model \(name): \(columns.count) columns, \(rows.count) rows, minimize",
      "objective constant: \(Self.text(model.objective.constant))",
      "the model's objective is the value below plus the constant",
    ]
  }

  private static func rows(of constraint: Constraint, _ names: inout TextNames) -> [Row] {
    func row(_ name: String, _ sense: Sense, _ side: Double) -> Row {
      Row(name: names.name(for: name), terms: constraint.terms, sense: sense, side: side)
    }
    let name = constraint.name
    switch (constraint.lower > -.infinity, constraint.upper < .infinity) {
    case (false, false): return []
    case (true, false): return [row(name, .atLeast, constraint.lower)]
    case (false, true): return [row(name, .atMost, constraint.upper)]
    case (true, true) where constraint.lower == constraint.upper:
      return [row(name, .equal, constraint.lower)]
    case (true, true):
      return [
        row(name, .atLeast, constraint.lower), row("\(name) upper", .atMost, constraint.upper),
      ]
    }
  }

  /// The shortest text that reads back as the same number.
  static func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
