/// A JSON value whose members keep their order.
///
/// Written by hand so that the same value is always the same bytes, and so that money never passes
/// through a floating-point number.
public enum JSON: Sendable {
  /// Members in the order they are written.
  case object([(String, JSON)])
  /// Elements in order.
  case array([JSON])
  /// A string.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A number with decimals; finite.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// Nothing.
  case null

  /// The value on many lines, indented by two spaces and closed by a newline.
  public var document: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  /// The value on one line, without spaces.
  public var line: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text, indent in
        Self.write(member.0, to: &text)
        text += indent == nil ? ":" : ": "
        member.1.write(to: &text, indent: indent)
      }
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &text, indent: indent) {
        element, text, indent in element.write(to: &text, indent: indent)
      }
    case .string(let string): Self.write(string, to: &text)
    case .integer(let number): text += String(number)
    case .number(let number): text += number.description
    case .boolean(let value): text += value ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), to text: inout String,
    indent: Int?, each: (Element, inout String, Int?) -> Void
  ) {
    text += brackets.0
    let inner = indent.map { $0 + 2 }
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: " ", count: inner) }
      each(element, &text, inner)
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += brackets.1
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByNilLiteral
{
  /// An object of members in the order written.
  public init(dictionaryLiteral members: (String, JSON)...) { self = .object(members) }
  /// An array of elements.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// A string.
  public init(stringLiteral string: String) { self = .string(string) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A whole number.
  public init(integerLiteral number: Int) { self = .integer(number) }
  /// Nothing.
  public init(nilLiteral: ()) { self = .null }
}
