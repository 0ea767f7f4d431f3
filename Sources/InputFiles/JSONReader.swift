/// Reads one JSON value, such as a line of NDJSON.
///
/// Numbers keep their text. Objects with equal keys, and values nested more than 64 deep, are
/// refused.
///
/// - Parameters:
///   - source: the text.
///   - diagnostics: receives every error.
/// - Returns: the root; `nil` when the text cannot be read.
public func readJSON(_ source: SourceText, into diagnostics: Diagnostics) -> Field? {
  diagnostics.open(file: source.name)
  var reader = JSONReader(source: source, diagnostics: diagnostics)
  guard let node = diagnostics.collect(try reader.root()) else { return nil }
  return Field(source: source, node: node, path: "")
}

/// A recursive-descent reader of RFC 8259 on bytes.
private struct JSONReader {
  let source: SourceText
  let diagnostics: Diagnostics
  private var position = 0

  private static let deepest = 64

  init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
  }

  mutating func root() throws(InputError) -> Field.Node? {
    let node = try value(depth: 0)
    skipSpace()
    if position < source.bytes.count { throw unexpected("the end of the value") }
    return node
  }

  private var byte: UInt8? { position < source.bytes.count ? source.bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func value(depth: Int) throws(InputError) -> Field.Node {
    skipSpace()
    let start = position
    guard depth < Self.deepest else {
      throw source.error(
        .invalidSyntax, at: start, "values are nested more than \(Self.deepest) deep")
    }
    let content: Field.Content
    switch byte {
    case UInt8(ascii: "{"): content = .mapping(try entries(depth: depth))
    case UInt8(ascii: "["): content = .sequence(try elements(depth: depth))
    case UInt8(ascii: "\""): content = .scalar(try string(), isQuoted: true)
    default: content = .scalar(try word(), isQuoted: false)
    }
    return Field.Node(offset: start, content: content)
  }

  private mutating func entries(depth: Int) throws(InputError) -> [Field.Entry] {
    var entries: [Field.Entry] = []
    var keys: Set<String> = []
    position += 1
    skipSpace()
    if take("}") { return entries }
    repeat {
      skipSpace()
      let keyOffset = position
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw unexpected("a colon") }
      let value = try value(depth: depth + 1)
      if keys.insert(key).inserted {
        entries.append(Field.Entry(key: key, keyOffset: keyOffset, value: value))
      } else {
        diagnostics.report(
          source.error(.duplicateKey, at: keyOffset, "key \(quoted(key)) is stated twice"))
      }
      skipSpace()
    } while take(",")
    guard take("}") else { throw unexpected("a comma or }") }
    return entries
  }

  private mutating func elements(depth: Int) throws(InputError) -> [Field.Node] {
    var elements: [Field.Node] = []
    position += 1
    skipSpace()
    if take("]") { return elements }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw unexpected("a comma or ]") }
    return elements
  }

  /// A number, `true`, `false` or `null`, as written.
  private mutating func word() throws(InputError) -> String {
    let start = position
    while let byte, isWordByte(byte) { position += 1 }
    let text = source.string(start..<position)
    if ["true", "false", "null"].contains(text) || isNumber(source.bytes[start..<position]) {
      return text
    }
    position = start
    throw unexpected("a JSON value")
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    func dropDigits() -> Bool {
      let count = rest.prefix { isDigit($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "0"), isDigit(rest.dropFirst().first) { return false }
    guard dropDigits() else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard dropDigits() else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard dropDigits() else { return false }
    }
    return rest.isEmpty
  }

  private mutating func string() throws(InputError) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      case ..<0x20: throw unexpected("a closing quote")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw source.error(.invalidSyntax, at: start, "the text has no closing quote")
  }

  private mutating func escape() throws(InputError) -> Unicode.Scalar {
    let start = position
    position += 1
    let letter = byte
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = unicodeEscape() { return scalar }
    default: break
    }
    throw source.error(.invalidSyntax, at: start, "unknown escape", expected: "as in RFC 8259")
  }

  /// Four hexadecimal digits, or twice four that are a surrogate pair.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard take("\\"), take("u"), let second = hexadecimal(), (0xDC00..<0xE000).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= source.bytes.count else { return nil }
    let digits = source.string(position..<position + 4)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else { return nil }
    position += 4
    return UInt32(digits, radix: 16)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func unexpected(_ expected: String) -> InputError {
    let isEnd = position >= source.bytes.count
    return source.error(
      .invalidSyntax, at: position,
      isEnd ? "the text ends too early" : "unexpected \(quoted(nextWord()))",
      expected: "expected \(expected)")
  }

  private func nextWord() -> String {
    var end = position + 1
    while end < source.bytes.count, end < position + 40,
      isContinuationByte(source.bytes[end])
        || (isWordByte(source.bytes[position]) && isWordByte(source.bytes[end]))
    {
      end += 1
    }
    return source.string(position..<end)
  }
}
