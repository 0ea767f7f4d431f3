import ArgumentParser

/// The form of a result.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// The form and the place of a result.
struct ResultOptions: ParsableArguments {
  @Option(help: "The form of the result.")
  var format: ResultFormat = .text

  @Option(
    help: ArgumentHelp("A file to write instead of standard output (-).", valueName: "file"))
  var output: String = "-"
}

/// How long a search may take.
struct SearchOptions: ParsableArguments {
  /// Longer searches than this, some thirty years, are not told apart.
  private static let longest = 1e9

  // Read whatever it looks like, so that a negative number is refused by its own message.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Stop the search after so many seconds with the best plan so far; without it, after some"
        + " thousand nodes.", valueName: "seconds"))
  var timeLimit: Double?

  /// The time limit in seconds; clocks cannot count those of every number.
  var boundedTimeLimit: Double? { timeLimit.map { min($0, Self.longest) } }

  func validate() throws {
    if let timeLimit, !(timeLimit > 0 && timeLimit.isFinite) {
      throw ValidationError("--time-limit is a positive number of seconds.")
    }
  }
}
