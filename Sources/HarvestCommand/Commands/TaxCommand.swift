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
    guard var lines = LineReader(path: file, longest: Self.longestLine) else {
      throw failure("error: \(file): \(systemReason())", Status.badInput)
    }
    var answering = TaxAnswering()
    var number = 0
    var answers = ""
    while let line = try next(&lines) {
      number += 1
      let answer =
        switch line {
        case .bytes(let bytes): answering.answer(bytes, line: number)
        case .tooLong: answering.refusal(ofLongLine: number, limit: Self.longestLine)
        }
      if let answer { answers += answer + "\n" }
      // Whoever waits for an answer before the next question gets it.
      if !lines.hasBufferedLine { try flush(&answers) }
    }
    try flush(&answers)
    if answering.hasFailures { throw Status.badInput }
  }

  private func next(_ lines: inout LineReader) throws -> LineReader.Line? {
    do { return try lines.next() } catch {
      throw failure("error: \(file): \(error.reason)", Status.badInput)
    }
  }

  private func flush(_ answers: inout String) throws {
    if answers.isEmpty { return }
    try write(answers, to: "-")
    answers = ""
  }
}
