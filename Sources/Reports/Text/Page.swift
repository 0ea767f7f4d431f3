/// The lines of a report as they are gathered.
struct Page {
  /// The widest line of running text.
  static let width = 100
  /// The widest table that is made narrower where it can be.
  static let tableWidth = 110

  private var lines: [String] = []

  /// The page with a newline after each line.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a line as it is, without characters that steer a terminal.
  mutating func add(_ line: String) { lines.append(printable(line)) }

  /// Adds an empty line, but never two, and none at the top.
  mutating func addGap() {
    if lines.last?.isEmpty == false { lines.append("") }
  }

  /// Adds a heading after a gap.
  mutating func addHeading(_ heading: String) {
    addGap()
    add(heading)
  }

  /// Adds the lines of a table.
  mutating func add(_ table: TextTable) { lines += table.lines }

  /// Adds running text, broken between words.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - indent: spaces before every line.
  ///   - hanging: more spaces before every line but the first.
  mutating func addParagraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in printable(text).split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > Self.width {
        lines.append(line)
        line = String(repeating: " ", count: indent + hanging)
        isEmpty = true
      }
      if !isEmpty { line += " " }
      line += word
      isEmpty = false
    }
    lines.append(line)
  }
}
