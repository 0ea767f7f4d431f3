/// Rows of aligned columns under a headline.
struct Table {
  private let title: String
  private var rows: [[String]]

  init(_ title: String, _ header: [String]) {
    self.title = title
    rows = [header]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  func print() {
    Swift.print("\n\(title)")
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    for row in rows {
      let cells = zip(row, widths).enumerated().map { index, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + padding : padding + cell.0
      }
      Swift.print("  " + cells.joined(separator: "  "))
    }
  }
}

/// The median, and for an even count the lower of the two in the middle.
func median<Value: Comparable>(_ values: [Value]) -> Value? {
  values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
}

extension Duration {
  /// Milliseconds with a precision that suits their size.
  var milliseconds: String {
    let value = self / .milliseconds(1)
    let decimals = value < 10 ? 100.0 : value < 100 ? 10 : 1
    let text = "\((value * decimals).rounded() / decimals)"
    return "\(text.hasSuffix(".0") ? String(text.dropLast(2)) : text) ms"
  }
}
