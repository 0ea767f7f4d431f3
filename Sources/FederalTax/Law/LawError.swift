public import InputFiles

/// Why the law of a year cannot be given.
public enum LawError: Error, Sendable {
  /// The year comes before the first published one.
  case unsupportedYear(Int, first: Int)
  /// The parameters, or an overlay of them, are not well formed.
  case invalidParameters(InputFailure)
  /// A parameter has no value in a year.
  case missingParameter(String, year: Int)
  /// Brackets are not as many as the rates, or do not ascend.
  case inconsistentBrackets(String, rates: String, year: Int)
}

extension LawError: CustomStringConvertible {
  /// The reason in a sentence, or the errors with their places.
  public var description: String {
    switch self {
    case .unsupportedYear(let year, let first):
      "the law of \(year) is not known; the first year is \(first)"
    case .invalidParameters(let failure): failure.description
    case .missingParameter(let name, let year): "\(name) has no value in \(year)"
    case .inconsistentBrackets(let brackets, let rates, let year):
      "\(brackets) of \(year) do not ascend, or are not as many as \(rates)"
    }
  }
}
