import ArgumentParser

/// Keeps ledgers under IRC §1091, a line of JSON each.
struct WashCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wash",
    abstract: "Find the losses that wash sales disallow, one ledger a line of JSON.",
    discussion: """
      Examples:
        harvest wash ledgers.ndjson
        harvest wash < ledgers.ndjson

      Every line is an object with id, accounts and transactions, and optionally groups of \
      substantially identical securities, securities and policy; keys that are not known are left \
      alone. Every answer is a line with the same id: sales with the loss that is not deductible, \
      lots with their adjusted basis and holding period, totals by year, rows of Form 8949, the \
      readings of the law that were used, what another reading would change, and the losses that a \
      later purchase can still disallow. Amounts are exact: decimals, or fractions where these do \
      not end. A line that is wrong is answered by all its errors, and the run goes on; the exit \
      status is then 65.
      """)

  /// The most bytes of a line: some hundred thousand records.
  private static let longestLine = 1 << 26

  @Argument(help: "A file with a JSON object on each line; - is standard input.")
  var file = "-"

  func run() throws {
    var answering = WashAnswering()
    try answerLines(of: file, longest: Self.longestLine, by: &answering)
  }
}
