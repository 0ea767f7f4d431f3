import Portfolio
import Quantities

/// Writes one line of JSON as it goes.
///
/// The answer to a ledger of a hundred thousand records has millions of members, too many to build
/// as values of ``JSON`` first.
struct LineWriter {
  private var bytes: [UInt8] = []
  /// Whether a comma stands before the next member or element.
  private var needsComma = false

  /// The line so far.
  var line: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object of what `body` writes.
  mutating func object(_ key: String? = nil, _ body: (inout LineWriter) -> Void) {
    enclosed(key, "{", "}", body)
  }

  /// Writes an array of what `body` writes of each element.
  mutating func array<Elements: Sequence>(
    _ key: String, _ elements: Elements, _ body: (inout LineWriter, Elements.Element) -> Void
  ) {
    enclosed(key, "[", "]") { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// Writes a string.
  mutating func string(_ key: String?, _ value: String) {
    begin(key)
    quote(value)
    needsComma = true
  }

  /// Writes a day in ISO form.
  mutating func date(_ key: String, _ date: CivilDate) { string(key, date.description) }

  /// Writes dollars with two decimals.
  mutating func money(_ key: String, _ amount: Money) { string(key, amount.description) }

  /// Writes an exact number: a decimal, or a fraction where that does not end.
  mutating func exact(_ key: String, _ number: Fraction) { string(key, number.description) }

  /// Writes true or false.
  mutating func boolean(_ key: String, _ value: Bool) { word(key, value ? "true" : "false") }

  /// Writes a whole number.
  mutating func integer(_ key: String, _ value: Int) { word(key, String(value)) }

  /// Writes nothing as the value of a key.
  mutating func null(_ key: String) { word(key, "null") }

  private mutating func word(_ key: String, _ word: String) {
    begin(key)
    bytes.append(contentsOf: word.utf8)
    needsComma = true
  }

  private mutating func enclosed(
    _ key: String?, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    _ body: (inout LineWriter) -> Void
  ) {
    begin(key)
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func begin(_ key: String?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    guard let key else { return }
    quote(key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func quote(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
    }
    // What has to be escaped is rare, and written in one place.
    if !isPlain { return bytes.append(contentsOf: JSON.string(text).line.utf8) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\""))
  }
}
