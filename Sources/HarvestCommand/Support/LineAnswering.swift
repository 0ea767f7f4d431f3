import ArgumentParser

/// Answers lines of JSON one after another, and goes on after a line that is wrong.
protocol LineAnswering {
  /// Whether some line could not be answered.
  var hasFailures: Bool { get }

  /// The answer to a line.
  ///
  /// - Parameters:
  ///   - bytes: the line without its break.
  ///   - number: of the line, from 1.
  /// - Returns: a line of JSON without its break; `nil` for an empty line.
  mutating func answer(_ bytes: [UInt8], line number: Int) -> String?

  /// The answer to a line that is too long to be read.
  mutating func refusal(ofLongLine number: Int, limit: Int) -> String
}

/// Answers every line of a file on standard output.
///
/// - Parameters:
///   - file: a path; `-` is standard input.
///   - longest: the most bytes of a line.
///   - answering: answers the lines.
/// - Throws: the exit status of bad input when the file cannot be read, or some line had no answer.
func answerLines(
  of file: String, longest: Int, by answering: inout some LineAnswering
) throws {
  guard var lines = LineReader(path: file, longest: longest) else {
    throw failure("error: \(file): \(systemReason())", Status.badInput)
  }
  func next() throws -> LineReader.Line? {
    do { return try lines.next() } catch {
      throw failure("error: \(file): \(error.reason)", Status.badInput)
    }
  }
  var number = 0
  var answers = ""
  func flush() throws {
    if answers.isEmpty { return }
    try write(answers, to: "-")
    answers = ""
  }
  while let line = try next() {
    number += 1
    let answer =
      switch line {
      case .bytes(let bytes): answering.answer(bytes, line: number)
      case .tooLong: answering.refusal(ofLongLine: number, limit: longest)
      }
    if let answer { answers += answer + "\n" }
    // Whoever waits for an answer before the next question gets it.
    if !lines.hasBufferedLine { try flush() }
  }
  try flush()
  if answering.hasFailures { throw Status.badInput }
}
