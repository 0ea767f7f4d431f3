/// Turns names for people into names that any reader of LP and MPS files takes.
///
/// Letters, digits and underscores stay; whatever else becomes one underscore. Names do not begin with a
/// digit, nor with an e, which could begin an exponent; long ones are cut, and equal ones numbered.
struct TextNames {
  /// The shortest limit among common readers is 100 characters.
  private static let maximumLength = 60
  /// Words of the formats, which a name must not be.
  private static let reserved: Set<String> = [
    "free", "inf", "infinity", "st", "subject", "to", "such", "that", "bound", "bounds", "min",
    "max", "minimize", "maximize", "general", "generals", "gen", "integer", "integers", "int",
    "binary", "binaries", "bin", "semi", "semis", "sos", "sos1", "sos2", "name", "rows", "columns",
    "rhs", "ranges",
  ]

  private var used: Set<String>

  /// Names that differ from each other and from the given ones.
  init(besides taken: Set<String> = []) { used = taken }

  /// A name for a file, not given before.
  mutating func name(for original: String) -> String {
    let plain = Self.plain(original)
    var candidate = plain
    var number = 1
    while !used.insert(candidate).inserted {
      number += 1
      candidate = "\(plain)_\(number)"
    }
    return candidate
  }

  private static func plain(_ original: String) -> String {
    var plain = ""
    for character in original {
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      if isPlain {
        plain.append(character)
      } else if plain.last != "_" {
        plain.append("_")
      }
      if plain.count == maximumLength { break }
    }
    while plain.last == "_" { plain.removeLast() }
    guard let first = plain.first else { return "unnamed" }
    let isMistakable =
      first.isNumber || first.lowercased() == "e" || reserved.contains(plain.lowercased())
    return isMistakable ? "_\(plain)" : plain
  }
}
