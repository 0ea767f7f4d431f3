import Yams

/// Reads one YAML document.
///
/// The accepted part of YAML 1.2 is the one that means the same to every reader: mappings with
/// text keys, sequences and scalars. Tags, anchors, aliases and several documents are refused.
///
/// - Parameters:
///   - source: the text.
///   - diagnostics: receives every error.
/// - Returns: the root; `nil` when the document is empty or cannot be read.
public func readYAML(_ source: SourceText, into diagnostics: Diagnostics) -> Field? {
  diagnostics.open(file: source.name)
  var reader = YAMLReader(source: source, diagnostics: diagnostics)
  guard let node = diagnostics.collect(try reader.root()) else { return nil }
  return Field(source: source, node: node, path: "")
}

/// Reads one YAML document, or stops with everything that is wrong with it.
///
/// - Parameter source: the text.
/// - Returns: the root.
/// - Throws: ``InputFailure`` when the document is empty or cannot be read.
public func readYAML(_ source: SourceText) throws(InputFailure) -> Field {
  let diagnostics = Diagnostics()
  let root = readYAML(source, into: diagnostics)
  try diagnostics.throwIfAny()
  guard let root else { preconditionFailure("a reader that returns nothing reports an error") }
  return root
}

private struct YAMLReader {
  let source: SourceText
  let diagnostics: Diagnostics
  /// The place reached in the text, so that marks in document order are found in one pass.
  private var cursor = Cursor()
  /// The text of keys that were made distinct, by the line and column of the key.
  private var disguised: [Position: String] = [:]

  private struct Cursor {
    var position = Position(line: 0, column: 0)
    var offset = 0
  }

  private struct Position: Hashable, Comparable {
    var line: Int
    var column: Int

    init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    init(_ mark: Mark) {
      line = mark.line - 1
      column = mark.column - 1
    }

    static func < (left: Position, right: Position) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  /// Larger texts are refused; a scenario has a few thousand bytes.
  private static let largest = 4 << 20
  /// Deeper values are refused; a scenario needs four.
  private static let deepest = 64
  /// A text with more words that look like aliases is refused before it can be expanded.
  private static let mostAliases = 20
  private static let mostDuplicates = 20

  init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
  }

  mutating func root() throws(InputError) -> Field.Node? {
    guard source.bytes.count <= Self.largest else {
      throw InputError(
        code: .unreadableFile, location: SourceLocation(file: source.name),
        message: "the file is larger than \(Self.largest) bytes")
    }
    try refuseAliasBombs()
    let (parser, root) = try compose()
    // Nodes hold their anchors weakly: they live as long as the parser.
    return try withExtendedLifetime(parser) { () throws(InputError) -> Field.Node? in
      guard let root else {
        throw source.error(.invalidSyntax, at: 0, "the file is empty", expected: "a YAML mapping")
      }
      return try convert(root, depth: 0)
    }
  }

  /// Composes the text, again and again while keys are stated twice.
  ///
  /// Yams refuses a mapping with equal keys and tells one place. The first letter of the key there
  /// is replaced by one that no text has, so that the rest can be read and every repetition be
  /// reported.
  private mutating func compose() throws(InputError) -> (parser: Parser, root: Node?) {
    var text = source.string(0..<source.bytes.count)
    while true {
      do {
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        return (parser, try parser.singleRoot())
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let position = Position(context.mark)
        cursor = Cursor()
        let offset = advance(to: position)
        guard disguised.count < Self.mostDuplicates,
          disguise(keys.first ?? "", at: position, offset, in: &text)
        else {
          throw source.error(
            .duplicateKey, at: offset, "key \(quoted(keys.first ?? "")) is stated twice")
        }
      } catch {
        throw syntaxError(error)
      }
    }
  }

  /// Replaces the first letter of a key by one of the private use area.
  ///
  /// - Returns: `false` when the key has no such letter.
  private mutating func disguise(
    _ key: String, at position: Position, _ offset: Int, in text: inout String
  ) -> Bool {
    var letters = Array(text.unicodeScalars)
    var index = source.bytes[..<offset].count { !isContinuationByte($0) }
    guard index < letters.count else { return false }
    if letters[index] == "\"" || letters[index] == "'" { index += 1 }
    guard let letter = key.unicodeScalars.first, index < letters.count, letters[index] == letter,
      let substitute = Unicode.Scalar(0xE000 + UInt32(disguised.count))
    else { return false }
    letters[index] = substitute
    disguised[position] = key
    text = String(String.UnicodeScalarView(letters))
    return true
  }

  /// Refuses what could be expanded without end; anchors themselves are refused with their place.
  private func refuseAliasBombs() throws(InputError) {
    var count = 0
    for index in source.bytes.indices.dropLast() where source.bytes[index] == UInt8(ascii: "*") {
      if index > 0, isWordByte(source.bytes[index - 1]) { continue }
      guard isWordByte(source.bytes[index + 1]) else { continue }
      count += 1
      if count > Self.mostAliases {
        throw source.error(
          .notSupported, at: index, "more than \(Self.mostAliases) words begin with *",
          expected: "anchors and aliases are not supported")
      }
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && ![",", "[", "]", "{", "}", ":"].contains(Unicode.Scalar(byte))
  }

  private mutating func convert(_ node: Node, depth: Int) throws(InputError) -> Field.Node {
    let offset = advance(to: node.mark.map(Position.init) ?? Position(line: 0, column: 0))
    guard depth < Self.deepest else {
      throw source.error(
        .invalidSyntax, at: offset, "values are nested more than \(Self.deepest) deep")
    }
    if node.anchor != nil {
      throw source.error(.notSupported, at: offset, "anchors and aliases are not supported")
    }
    switch node {
    case .scalar(let scalar):
      return Field.Node(offset: offset, content: try content(scalar, offset))
    case .sequence(let sequence):
      try refuseTag(sequence.tag, offset)
      var elements: [Field.Node] = []
      for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
      return Field.Node(offset: offset, content: .sequence(elements))
    case .mapping(let mapping):
      try refuseTag(mapping.tag, offset)
      return Field.Node(offset: offset, content: .mapping(try entries(mapping, depth: depth)))
    case .alias:
      throw source.error(.notSupported, at: offset, "anchors and aliases are not supported")
    }
  }

  private mutating func entries(
    _ mapping: Node.Mapping, depth: Int
  ) throws(InputError) -> [Field.Entry] {
    var entries: [Field.Entry] = []
    var offsets: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      let position = keyNode.mark.map(Position.init)
      let keyField = try convert(keyNode, depth: depth + 1)
      let value = try convert(valueNode, depth: depth + 1)
      guard case .scalar(let written, _) = keyField.content else {
        throw source.error(.invalidSyntax, at: keyField.offset, "a key must be text")
      }
      let key = position.flatMap { disguised[$0] } ?? written
      if let first = offsets[key] {
        diagnostics.report(
          source.error(
            .duplicateKey, at: keyField.offset, "key \(quoted(key)) is stated twice",
            expected: "first on line \(source.location(at: first).line)"))
      } else {
        offsets[key] = keyField.offset
        entries.append(Field.Entry(key: key, keyOffset: keyField.offset, value: value))
      }
    }
    return entries
  }

  private func content(
    _ scalar: Node.Scalar, _ offset: Int
  ) throws(InputError) -> Field.Content {
    let isPlain = scalar.style == .plain
    if isPlain { try refuseTag(scalar.tag, offset) }
    return .scalar(scalar.string, isQuoted: !isPlain)
  }

  private func refuseTag(_ tag: Tag, _ offset: Int) throws(InputError) {
    if !tag.description.isEmpty, source.bytes[offset] == UInt8(ascii: "!") {
      throw source.error(
        .notSupported, at: offset, "tags such as \(tag.description) are not supported")
    }
  }

  /// The byte at a line and column.
  ///
  /// Places come in document order, so that the text is passed over once; an earlier place starts
  /// from its line.
  private mutating func advance(to position: Position) -> Int {
    guard position.line < source.lineStarts.count else { return source.bytes.count }
    if position < cursor.position || position.line > cursor.position.line {
      cursor = Cursor(
        position: Position(line: position.line, column: 0),
        offset: source.lineStarts[position.line])
    }
    while cursor.position.column < position.column, cursor.offset < source.bytes.count {
      cursor.offset += 1
      while cursor.offset < source.bytes.count, isContinuationByte(source.bytes[cursor.offset]) {
        cursor.offset += 1
      }
      cursor.position.column += 1
    }
    return cursor.offset
  }

  private mutating func syntaxError(_ error: any Error) -> InputError {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      cursor = Cursor()
      let offset = advance(to: Position(mark))
      let isSecondDocument = problem.contains("another document")
      return source.error(
        isSecondDocument ? .notSupported : .invalidSyntax, at: offset,
        isSecondDocument
          ? "a second document begins here"
          : [context?.text, problem].compactMap(\.self).joined(separator: ", "),
        expected: isSecondDocument ? "one document in a file" : "YAML")
    default:
      return source.error(
        .invalidSyntax, at: 0, "the file cannot be read as YAML", expected: "\(error)")
    }
  }
}
