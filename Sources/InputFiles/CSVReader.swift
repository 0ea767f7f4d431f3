/// The records of a CSV file, by RFC 4180, with columns found by the names in its header.
public struct CSVTable: Sendable {
  /// The text of the file.
  public let source: SourceText
  /// Where each field of each record lies, record after record.
  private let cells: [Cell]
  private let width: Int
  /// The places of the known columns in the records; `nil` for those the file lacks.
  private let columns: [Int?]
  private let names: [String]

  fileprivate struct Cell: Sendable {
    var start: Int
    var end: Int
    var isQuoted: Bool
  }

  /// Reads a table; every error is collected and its record left out.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - required: names of columns that must be there.
  ///   - optional: names of columns that may be there.
  ///   - diagnostics: receives every error.
  public init(
    _ source: SourceText, required: [String], optional: [String] = [],
    into diagnostics: Diagnostics
  ) {
    diagnostics.open(file: source.name)
    self.source = source
    names = required + optional
    var scanner = CSVScanner(source: source, diagnostics: diagnostics)
    let header = scanner.nextRecord() ?? []
    width = header.count
    columns = Self.columns(
      header, source: source, required: required, names: names, diagnostics: diagnostics)
    var cells: [Cell] = []
    // Without a required column every record would be reported again.
    if !columns.prefix(required.count).contains(nil) {
      cells.reserveCapacity(source.lineStarts.count * width)
      while scanner.appendRecord(to: &cells, width: width) {}
    }
    self.cells = cells
  }

  /// The number of records, the header not counted.
  public var count: Int { width == 0 ? 0 : cells.count / width }

  /// The place of a column among the names given to the initializer.
  ///
  /// - Parameters:
  ///   - record: the index of the record.
  ///   - column: the index of the column in the required names followed by the optional ones.
  /// - Returns: the field without its quotes; `nil` when the column is absent or the field empty.
  public func field(_ record: Int, _ column: Int) -> Field? {
    guard let place = columns[column] else { return nil }
    let cell = cells[record * width + place]
    if cell.start == cell.end { return nil }
    return Field(source: source, node: node(cell), path: names[column])
  }

  /// A field that must not be empty.
  ///
  /// - Parameters:
  ///   - record: the index of the record.
  ///   - column: as in ``field(_:_:)``.
  /// - Returns: the field without its quotes.
  /// - Throws: ``InputError`` when it is empty.
  public func requiredField(_ record: Int, _ column: Int) throws(InputError) -> Field {
    if let field = field(record, column) { return field }
    throw error(record, column, "is empty", code: .missingKey)
  }

  /// An error about a field, which may be empty or absent.
  ///
  /// - Parameters:
  ///   - record: the index of the record.
  ///   - column: as in ``field(_:_:)``.
  ///   - message: what was found.
  ///   - code: the kind of the error.
  ///   - expected: what should have been there.
  ///   - hint: what to do.
  /// - Returns: the error with the place of the field, or of the record where it has no such field.
  public func error(
    _ record: Int, _ column: Int, _ message: String, code: InputError.Code = .invalidValue,
    expected: String? = nil, hint: String? = nil
  ) -> InputError {
    source.error(
      code, at: cells[record * width + (columns[column] ?? 0)].start, message,
      path: names[column], expected: expected, hint: hint)
  }

  private func node(_ cell: Cell) -> Field.Node {
    var text = source.string(cell.start..<cell.end)
    if cell.isQuoted, source.bytes[cell.start..<cell.end].contains(UInt8(ascii: "\"")) {
      text = undoubled(cell)
    }
    return Field.Node(offset: cell.start, content: .scalar(text, isQuoted: true))
  }

  /// The text of a quoted field with each doubled quote made one.
  private func undoubled(_ cell: Cell) -> String {
    var bytes: [UInt8] = []
    var index = cell.start
    while index < cell.end {
      bytes.append(source.bytes[index])
      index += source.bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func columns(
    _ header: [Cell], source: SourceText, required: [String], names: [String],
    diagnostics: Diagnostics
  ) -> [Int?] {
    var columns = [Int?](repeating: nil, count: names.count)
    if header.isEmpty {
      diagnostics.report(
        source.error(
          .invalidSyntax, at: 0, "the file is empty",
          expected: "a header: \(names.joined(separator: ","))"))
      return columns
    }
    let titles = header.map { source.string($0.start..<$0.end).trimmingSpaces().lowercased() }
    for (place, title) in titles.enumerated() {
      let offset = header[place].start
      if let column = names.firstIndex(of: title) {
        if columns[column] != nil {
          diagnostics.report(
            source.error(.duplicateKey, at: offset, "column \(quoted(title)) is stated twice"))
        } else {
          columns[column] = place
        }
      } else {
        diagnostics.report(
          source.error(
            .unknownKey, at: offset, "unknown column \(quoted(title))",
            hint: header.count == 1 && title.contains { ";\t".contains($0) }
              ? "separate columns by commas"
              : suggestion(for: title, among: names)
                ?? "known columns: \(names.joined(separator: ", "))"))
      }
    }
    for name in required where !titles.contains(name) {
      diagnostics.report(
        source.error(
          .missingKey, at: 0, "column \"\(name)\" is missing",
          expected: "a header with \(required.joined(separator: ","))"))
    }
    return columns
  }
}

/// Cuts a text into records of fields.
private struct CSVScanner {
  let source: SourceText
  let diagnostics: Diagnostics
  private var position = 0

  init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
  }

  /// The fields of the next record that is not blank.
  mutating func nextRecord() -> [CSVTable.Cell]? {
    var cells: [CSVTable.Cell] = []
    return scanRecord(into: &cells) ? cells : nil
  }

  /// Appends the next record that has as many fields as the header.
  ///
  /// - Parameters:
  ///   - cells: receives the fields.
  ///   - width: the number of fields of the header.
  /// - Returns: `false` at the end of the text.
  mutating func appendRecord(to cells: inout [CSVTable.Cell], width: Int) -> Bool {
    let before = cells.count
    guard scanRecord(into: &cells) else { return false }
    let found = cells.count - before
    if found != width {
      diagnostics.report(
        source.error(
          .invalidSyntax, at: cells[before].start, "the record has \(found) fields",
          expected: "\(width), as the header"))
      cells.removeLast(found)
    }
    return true
  }

  private mutating func scanRecord(into cells: inout [CSVTable.Cell]) -> Bool {
    let bytes = source.bytes
    while position < bytes.count, isLineBreak(bytes[position]) { position += 1 }
    guard position < bytes.count else { return false }
    while true {
      cells.append(
        position < bytes.count && bytes[position] == UInt8(ascii: "\"")
          ? quotedCell() : plainCell())
      guard position < bytes.count else { return true }
      let isComma = bytes[position] == UInt8(ascii: ",")
      if isComma { position += 1 }
      if !isComma { return true }
    }
  }

  private mutating func plainCell() -> CSVTable.Cell {
    let bytes = source.bytes
    let start = position
    var isStrayQuote = false
    while position < bytes.count, bytes[position] != UInt8(ascii: ","),
      !isLineBreak(bytes[position])
    {
      if bytes[position] == UInt8(ascii: "\"") { isStrayQuote = true }
      position += 1
    }
    if isStrayQuote {
      diagnostics.report(
        source.error(
          .invalidSyntax, at: start, "a quote inside a field that does not begin with one",
          expected: "quotes around the whole field, and inner ones doubled"))
    }
    return CSVTable.Cell(start: start, end: position, isQuoted: false)
  }

  private mutating func quotedCell() -> CSVTable.Cell {
    let bytes = source.bytes
    let start = position + 1
    position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      position += 1
    }
    let cell = CSVTable.Cell(start: start, end: min(position, bytes.count), isQuoted: true)
    if position >= bytes.count {
      diagnostics.report(
        source.error(.invalidSyntax, at: start - 1, "the field has no closing quote"))
      return cell
    }
    position += 1
    let end = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ","),
      !isLineBreak(bytes[position])
    {
      position += 1
    }
    if position > end {
      diagnostics.report(
        source.error(
          .invalidSyntax, at: end, "text after a closing quote", expected: "a comma"))
    }
    return cell
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
