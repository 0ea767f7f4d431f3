/// A table in columns of even width, for a terminal or a page.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  /// A column: a heading of one or more lines, and on which side its cells stand.
  struct Column {
    var heading: [String]
    var alignment: Alignment

    static func left(_ heading: String...) -> Column {
      Column(heading: heading, alignment: .left)
    }

    static func right(_ heading: String...) -> Column {
      Column(heading: heading, alignment: .right)
    }
  }

  private enum Row {
    case cells([String])
    case rule
  }

  private let columns: [Column]
  private let indent = "  "
  private let gap = "  "
  private var rows: [Row] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; columns without a cell stay empty.
  mutating func add(_ cells: [String]) {
    precondition(cells.count <= columns.count, "a row has more cells than the table has columns")
    rows.append(.cells(cells.map(printable)))
  }

  /// Adds a line across the table.
  mutating func addRule() { rows.append(.rule) }

  /// The width of the widest line.
  var width: Int {
    let widths = columnWidths
    return indent.count + widths.reduce(0, +) + gap.count * max(0, widths.count - 1)
  }

  /// The lines of the table, without spaces at their ends.
  var lines: [String] {
    let widths = columnWidths
    let rule =
      indent + String(repeating: "-", count: width - indent.count)
    var lines = headingLines(widths)
    if !lines.isEmpty { lines.append(rule) }
    for row in rows {
      switch row {
      case .cells(let cells): lines.append(line(cells, widths))
      case .rule: lines.append(rule)
      }
    }
    return lines
  }

  private var columnWidths: [Int] {
    var widths = columns.map { $0.heading.map(\.count).max() ?? 0 }
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], cell.count) }
    }
    return widths
  }

  private func headingLines(_ widths: [Int]) -> [String] {
    let height = columns.map(\.heading.count).max() ?? 0
    let lines = (0..<height).map { level in
      line(
        columns.map { column in
          let above = height - column.heading.count
          return level < above ? "" : column.heading[level - above]
        }, widths)
    }
    return lines.filter { !$0.isEmpty }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = indent
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[index] - cell.count)
      if index > 0 { line += gap }
      line += columns[index].alignment == .left ? cell + padding : padding + cell
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Text from a file, without the characters that steer a terminal.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isSteering) else { return text }
  var clean = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { clean.append(isSteering(scalar) ? "?" : scalar) }
  return String(clean)
}

private func isSteering(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
