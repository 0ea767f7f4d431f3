/// Why the law of a year cannot be given.
public enum LawError: Error, Sendable {
  /// The year comes before the first published one.
  case unsupportedYear(Int, first: Int)
}

extension LawError: CustomStringConvertible {
  /// The reason in a sentence, or the errors with their places.
  public var description: String {
    switch self {
    case .unsupportedYear(let year, let first):
      "the law of \(year) is not known; the first year is \(first)"
    }
  }
}
