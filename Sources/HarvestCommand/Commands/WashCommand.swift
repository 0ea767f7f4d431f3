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
    guard var lines = LineReader(path: file, longest: Self.longestLine) else {
      throw failure("error: \(file): \(systemReason())", Status.badInput)
    }
    var answering = WashAnswering()
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
