/// Writes a model as free MPS text, the format that every solver reads.
///
/// Every number reads back as the same number. The constant of the objective stands in a comment, since
/// readers differ on its sign: the model's optimum is the reader's plus that.
public enum MPSFormat {
  /// The text of a model without defects.
  public static func text(of model: Model) -> String {
    let plain = PlainModel(model)
    var text = plain.comments.map { "* \($0)\n" }.joined()
    text += "NAME \(plain.name) FREE\nROWS\n N \(PlainModel.objectiveName)\n"
    for row in plain.rows { text += " \(letter(row.sense)) \(row.name)\n" }
    text += "COLUMNS\n"
    appendColumns(of: plain, to: &text)
    text += "RHS\n"
    for row in plain.rows where row.side != 0 {
      text += " RHS \(row.name) \(PlainModel.text(row.side))\n"
    }
    text += "BOUNDS\n"
    for column in plain.columns {
      for bound in bounds(of: column) { text += " \(bound.0) BND \(column.name)\(bound.1)\n" }
    }
    text += "ENDATA\n"
    return text
  }

  /// The matrix by columns, with markers around runs of integer variables.
  private static func appendColumns(of plain: PlainModel, to text: inout String) {
    var entries = [[(row: String, coefficient: Double)]](repeating: [], count: plain.columns.count)
    for term in plain.objective {
      entries[term.variable.index].append((PlainModel.objectiveName, term.coefficient))
    }
    for row in plain.rows {
      for term in row.terms { entries[term.variable.index].append((row.name, term.coefficient)) }
    }
    var markers = 0
    var isWhole = false
    func mark(_ word: String) {
      text += " MARKER\(markers) 'MARKER' '\(word)'\n"
      markers += 1
    }
    for (index, column) in plain.columns.enumerated() {
      if column.isWhole != isWhole { mark(column.isWhole ? "INTORG" : "INTEND") }
      isWhole = column.isWhole
      // A column is known by its entries; one without any is given an entry of zero.
      let filled = entries[index].isEmpty ? [(PlainModel.objectiveName, 0)] : entries[index]
      for (row, coefficient) in filled {
        text += " \(column.name) \(row) \(PlainModel.text(coefficient))\n"
      }
    }
    if isWhole { mark("INTEND") }
  }

  private static func letter(_ sense: PlainModel.Sense) -> String {
    switch sense {
    case .atLeast: "G"
    case .atMost: "L"
    case .equal: "E"
    }
  }

  /// The bound lines of a variable: a type, and a number with a space before it where there is one.
  ///
  /// Readers differ on what an integer variable without bounds, or an upper bound below zero, implies for the
  /// other side; so both sides are written wherever that could matter.
  private static func bounds(of column: PlainModel.Column) -> [(String, String)] {
    let lower = " \(PlainModel.text(column.lower))"
    let upper = " \(PlainModel.text(column.upper))"
    switch (column.lower > -.infinity, column.upper < .infinity) {
    case (false, false): return [("FR", "")]
    case (false, true): return [("MI", ""), ("UP", upper)]
    case (true, false):
      let first = column.lower == 0 ? [] : [("LO", lower)]
      return column.isWhole ? first + [("PL", "")] : first
    case (true, true) where column.lower == column.upper: return [("FX", lower)]
    case (true, true): return column.lower == 0 ? [("UP", upper)] : [("LO", lower), ("UP", upper)]
    }
  }
}
