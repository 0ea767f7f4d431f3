import ArgumentParser

/// Computes returns, a line of JSON each.
struct TaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tax",
    abstract: "Compute exact federal returns, one line of JSON each way.",
    discussion: """
      Examples:
        harvest tax returns.ndjson
        echo '{"id": "a", "year": 2026, "filing_status": "single", "wages": 90000}' | harvest tax

      Every line is an object with id, year, filing_status and amounts, which are zero by default; \
      `harvest schema tax` lists the keys. Every answer is a line with the same id. A line that \
      cannot be computed is answered by an error, and the run goes on; the exit status is then 65. \
      An amount that needs a rule the program lacks is refused by the rule's name.
      """)

  /// The most bytes of a line.
  private static let longestLine = 1 << 20

  @Argument(help: "A file with a JSON object on each line; - is standard input.")
  var file = "-"

  func run() throws {
    var answering = TaxAnswering()
    try answerLines(of: file, longest: Self.longestLine, by: &answering)
  }
}
