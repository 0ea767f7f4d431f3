/// Writes a model as CPLEX LP text, for people and for other solvers.
///
/// Every number reads back as the same number. The constant of the objective stands in a comment, since
/// readers differ on constants: the model's optimum is the reader's plus that.
public enum LPFormat {
  /// The text of a model without defects.
  public static func text(of model: Model) -> String {
    let plain = PlainModel(model)
    var writer = Writer()
    for comment in plain.comments { writer.line("\\ \(comment)") }
    let names = plain.columns.map(\.name)
    writer.line("Minimize")
    writer.sum(" \(PlainModel.objectiveName):", plain.objective, names)
    writer.line("Subject To")
    for row in plain.rows {
      writer.sum(" \(row.name):", row.terms, names, " \(sign(row.sense)) \(number(row.side))")
    }
    // GLPK's reader wants a row.
    if plain.rows.isEmpty { writer.sum(" nothing:", [], names, " >= 0") }
    writer.line("Bounds")
    for column in plain.columns {
      if let bounds = bounds(of: column) { writer.line(" \(bounds)") }
    }
    let whole = plain.columns.filter(\.isWhole).map(\.name)
    if !whole.isEmpty {
      writer.line("Generals")
      writer.words(whole)
    }
    writer.line("End")
    return writer.text
  }

  private static func number(_ value: Double) -> String { PlainModel.text(value) }

  private static func sign(_ sense: PlainModel.Sense) -> String {
    switch sense {
    case .atLeast: ">="
    case .atMost: "<="
    case .equal: "="
    }
  }

  /// The line for a variable's bounds, or nil where they are what the format supposes.
  private static func bounds(of column: PlainModel.Column) -> String? {
    let (name, lower, upper) = (column.name, column.lower, column.upper)
    switch (lower > -.infinity, upper < .infinity) {
    case (false, false): return "\(name) free"
    case (false, true): return "-inf <= \(name) <= \(number(upper))"
    case (true, false): return lower == 0 ? nil : "\(name) >= \(number(lower))"
    case (true, true) where lower == upper: return "\(name) = \(number(lower))"
    case (true, true): return "\(number(lower)) <= \(name) <= \(number(upper))"
    }
  }
}

/// Collects lines, none much longer than a screen is wide.
private struct Writer {
  private static let width = 78
  var text = ""

  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  /// Words one after another, wrapped.
  mutating func words(_ words: [String]) {
    var line = ""
    for word in words {
      if !line.isEmpty && line.count + word.count > Self.width {
        self.line(line)
        line = ""
      }
      line += " \(word)"
    }
    self.line(line)
  }

  /// A sum with what comes before and after it, wrapped between terms.
  mutating func sum(_ head: String, _ terms: [Term], _ names: [String], _ tail: String = "") {
    var words = [String(head.dropFirst())]
    for term in terms {
      let size = abs(term.coefficient)
      let factor = size == 1 ? "" : "\(PlainModel.text(size)) "
      words.append("\(term.coefficient < 0 ? "-" : "+") \(factor)\(names[term.variable.index])")
    }
    // A sum of nothing is written as none of the first variable: readers want one.
    if terms.isEmpty { words.append("0 \(names.first ?? "nothing")") }
    if !tail.isEmpty { words.append(String(tail.dropFirst())) }
    self.words(words)
  }
}
