/// The text of one input file, checked to be plain UTF-8, with its lines.
///
/// Every value that is read from a file keeps a byte offset into its source, from which line,
/// column and the line itself are found only when something is reported.
public final class SourceText: Sendable {
  /// The name that reports use: a path, or `standard input`.
  public let name: String
  /// The bytes without a byte order mark.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line.
  let lineStarts: [Int]
  /// How many characters begin before each block of bytes; empty when every byte is one.
  private let charactersBeforeBlocks: [Int]

  /// A text that is known to be UTF-8.
  public init(_ text: String, name: String) {
    self.name = name
    self.bytes = Array(text.utf8)
    self.lineStarts = Self.lineStarts(in: bytes)
    self.charactersBeforeBlocks = Self.charactersBeforeBlocks(in: bytes)
  }

  /// Checks the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; a UTF-8 byte order mark at its start is left out.
  ///   - name: the name that reports use.
  /// - Throws: ``InputError`` where the bytes are not UTF-8 or hold a control character.
  public init(bytes: [UInt8], name: String) throws(InputError) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    self.name = name
    self.bytes = bytes
    self.lineStarts = Self.lineStarts(in: bytes)
    self.charactersBeforeBlocks = Self.charactersBeforeBlocks(in: bytes)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw error(
        .invalidText, at: 0, "the file is UTF-16", expected: "save it as UTF-8")
    }
    if let offset = firstControlCharacter() {
      let code = String(bytes[offset], radix: 16, uppercase: true)
      throw error(
        .invalidText, at: offset, "control character 0x\(code.count < 2 ? "0" : "")\(code)",
        expected: "text")
    }
    if let offset = firstInvalidByte() {
      throw error(.invalidText, at: offset, "the text is not UTF-8", expected: "save it as UTF-8")
    }
  }

  /// Line and column of a byte, both from 1; columns count Unicode scalars.
  public func location(at offset: Int) -> SourceLocation {
    let line = lineIndex(of: offset)
    let column = characters(before: min(offset, bytes.count)) - characters(before: lineStarts[line])
    return SourceLocation(file: name, line: line + 1, column: column + 1)
  }

  /// An error at a byte of this text.
  ///
  /// - Parameters:
  ///   - code: the kind of the error.
  ///   - offset: the byte it is about.
  ///   - message: what was found.
  ///   - path: the keys that lead to the value.
  ///   - expected: what should have been there.
  ///   - hint: what to do, such as `did you mean "wages"?`.
  /// - Returns: the error with its line.
  public func error(
    _ code: InputError.Code, at offset: Int, _ message: String, path: String = "",
    expected: String? = nil, hint: String? = nil
  ) -> InputError {
    InputError(
      code: code, location: location(at: offset), path: path, message: message,
      expected: expected, hint: hint, excerpt: excerpt(at: offset))
  }

  /// The index of the line that holds a byte.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The text between two bytes.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The bytes of a line without its break.
  private func lineRange(_ line: Int) -> Range<Int> {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > start, isLineBreak(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The part of a line around a byte, short enough to print.
  private func excerpt(at offset: Int) -> InputError.Excerpt {
    let width = 96
    let range = lineRange(lineIndex(of: offset))
    let caret = min(max(offset, range.lowerBound), range.upperBound)
    var start = caret - range.lowerBound <= width ? range.lowerBound : caret - width / 2
    while start < caret, isContinuationByte(bytes[start]) { start += 1 }
    var end = min(range.upperBound, start + width + width / 2)
    while end > caret, end < range.upperBound, isContinuationByte(bytes[end]) { end -= 1 }
    let text = string(start..<end)
    return InputError.Excerpt(
      text: (start > range.lowerBound ? "…" : "") + text + (end < range.upperBound ? "…" : ""),
      caret: (start > range.lowerBound ? 1 : 0)
        + bytes[start..<caret].count { !isContinuationByte($0) })
  }

  /// How many characters begin before a byte, found in bounded time in lines of any length.
  private func characters(before offset: Int) -> Int {
    if charactersBeforeBlocks.isEmpty { return offset }
    let block = offset / Self.blockSize
    return charactersBeforeBlocks[block]
      + bytes[block * Self.blockSize..<offset].count { !isContinuationByte($0) }
  }

  private static let blockSize = 512

  private static func charactersBeforeBlocks(in bytes: [UInt8]) -> [Int] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return [] }
    var counts = [0]
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      let block = bytes[start..<min(start + blockSize, bytes.count)]
      counts.append(counts[counts.count - 1] + block.count { !isContinuationByte($0) })
    }
    return counts
  }

  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        starts.append(index + 1)
      } else if byte == UInt8(ascii: "\r") {
        let next = index + 1
        if next == bytes.count || bytes[next] != UInt8(ascii: "\n") { starts.append(next) }
      }
    }
    return starts
  }

  /// Control characters other than tab and line breaks have no place in a text file.
  ///
  /// Of the wider line breaks of Unicode, which editors do not count as lines, those that YAML
  /// counts are refused too.
  private func firstControlCharacter() -> Int? {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F { continue }
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case ..<0x20, 0x7F: return index
      case 0xC2 where index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1]):
        return index
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
        if bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 { return index }
      default: continue
      }
    }
    return nil
  }

  private func firstInvalidByte() -> Int? {
    if charactersBeforeBlocks.isEmpty { return nil }
    var decoder = UTF8()
    var consumed = 0
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): consumed += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return consumed
      }
    }
  }
}

/// Whether a byte continues a character of UTF-8.
func isContinuationByte(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// Whether a byte belongs to the end of a line.
func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
