/// A value in an input file, with its place.
///
/// YAML, JSON and CSV all give fields. Scalars are kept as text and read by the exact types
/// themselves; nothing passes through floating point.
public struct Field: Sendable {
  /// What a field holds, before anyone asks for a type.
  indirect enum Content: Sendable {
    /// A scalar; `isQuoted` when its quotes say that it is text.
    case scalar(String, isQuoted: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A value at a byte offset.
  struct Node: Sendable {
    var offset: Int
    var content: Content
  }

  /// A key with its value.
  struct Entry: Sendable {
    var key: String
    var keyOffset: Int
    var value: Node
  }

  let source: SourceText
  let node: Node
  /// The keys that lead to the field, such as `sales.deadline`.
  public let path: String

  init(source: SourceText, node: Node, path: String) {
    self.source = source
    self.node = node
    self.path = path
  }

  /// Where the value begins.
  public var location: SourceLocation { source.location(at: node.offset) }

  /// Whether the value is left empty or written `null` or `~`.
  public var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = node.content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// Whether the value is a mapping of keys to values.
  public var isMapping: Bool {
    if case .mapping = node.content { true } else { false }
  }

  /// Whether the value is a sequence.
  public var isSequence: Bool {
    if case .sequence = node.content { true } else { false }
  }

  /// The keys and values of the field.
  ///
  /// - Throws: ``InputError`` when it is something else.
  public func mapping() throws(InputError) -> Mapping {
    guard case .mapping(let entries) = node.content else { throw mismatch("a mapping of keys") }
    return Mapping(field: self, entries: entries)
  }

  /// The elements of the field.
  ///
  /// - Throws: ``InputError`` when it is something else.
  public func sequence() throws(InputError) -> [Field] {
    guard case .sequence(let nodes) = node.content else { throw mismatch("a list") }
    return nodes.indices.map { index in
      Field(source: source, node: nodes[index], path: "\(path)[\(index)]")
    }
  }

  /// The text of a scalar.
  ///
  /// - Parameter expected: what is wanted, for the message.
  /// - Returns: the text without quotes.
  /// - Throws: ``InputError`` when it is empty, a mapping or a sequence.
  func scalar(_ expected: String) throws(InputError) -> String {
    guard case .scalar(let text, _) = node.content, !isNull else { throw mismatch(expected) }
    return text
  }

  /// The error of a field that is null.
  func withoutValue(_ expected: String?) -> InputError {
    error("has no value", code: .missingKey, expected: expected)
  }

  /// An error about this field.
  ///
  /// - Parameters:
  ///   - message: what was found.
  ///   - code: the kind of the error.
  ///   - expected: what should have been there.
  ///   - hint: what to do.
  /// - Returns: the error with its place.
  public func error(
    _ message: String, code: InputError.Code = .invalidValue, expected: String? = nil,
    hint: String? = nil
  ) -> InputError {
    source.error(
      code, at: node.offset, message, path: path, expected: expected, hint: hint)
  }

  private func mismatch(_ expected: String) -> InputError {
    if isNull { return withoutValue(expected) }
    let found =
      switch node.content {
      case .mapping: "a mapping"
      case .sequence: "a list"
      case .scalar(let text, _): quoted(text)
      }
    return error("found \(found)", expected: "expected \(expected)")
  }
}

/// A mapping of keys to values in an input file; keys are distinct.
public struct Mapping: Sendable {
  /// The mapping as a field.
  public let field: Field
  private let entries: [Field.Entry]

  init(field: Field, entries: [Field.Entry]) {
    self.field = field
    self.entries = entries
  }

  /// The keys in file order.
  public var keys: [String] { entries.map(\.key) }

  /// The keys and their values in file order.
  public var pairs: [(key: Field, value: Field)] {
    entries.map { (keyField($0), valueField($0)) }
  }

  /// The value of a key, if it is there; it may be null.
  public subscript(_ key: String) -> Field? {
    entries.first { $0.key == key }.map(valueField)
  }

  /// The value of a key, if it is there and not null.
  public func optional(_ key: String) -> Field? {
    self[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The value of a key that must be there.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - meaning: what belongs there, for the message.
  /// - Returns: the value.
  /// - Throws: ``InputError`` when the key is missing or its value null.
  public func required(_ key: String, _ meaning: String? = nil) throws(InputError) -> Field {
    guard let value = self[key] else {
      throw field.error(
        "required key \"\(key)\" is missing", code: .missingKey, expected: meaning)
    }
    if value.isNull { throw value.withoutValue(meaning) }
    return value
  }

  /// An error for each key that is not among `known`, with the key that was probably meant.
  public func unknownKeys(besides known: some Collection<String>) -> [InputError] {
    entries.filter { !known.contains($0.key) }.map { entry in
      field.source.error(
        .unknownKey, at: entry.keyOffset, "unknown key \(quoted(entry.key))", path: field.path,
        hint: suggestion(for: entry.key, among: known)
          ?? (known.isEmpty || known.count > 12
            ? nil : "known keys: \(known.joined(separator: ", "))"))
    }
  }

  private func keyField(_ entry: Field.Entry) -> Field {
    Field(
      source: field.source,
      node: Field.Node(offset: entry.keyOffset, content: .scalar(entry.key, isQuoted: true)),
      path: field.path)
  }

  private func valueField(_ entry: Field.Entry) -> Field {
    Field(
      source: field.source, node: entry.value,
      path: field.path.isEmpty ? entry.key : "\(field.path).\(entry.key)")
  }
}
