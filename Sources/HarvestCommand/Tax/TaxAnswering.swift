import FederalTax
import InputFiles
import Quantities
import Reports

/// Answers lines of JSON one after another.
struct TaxAnswering: LineAnswering {
  /// Whether some line had no return.
  private(set) var hasFailures = false
  private var laws: [LawKey: FederalLaw] = [:]

  private struct LawKey: Hashable {
    var year: Int
    var status: FilingStatus
  }

  /// The answer to a line.
  ///
  /// - Parameters:
  ///   - bytes: the line without its break.
  ///   - number: of the line, from 1.
  /// - Returns: a line of JSON without its break; `nil` for an empty line.
  mutating func answer(_ bytes: [UInt8], line number: Int) -> String? {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    var id: String?
    do throws(InputError) {
      let source = try SourceText(bytes: bytes, name: "line \(number)")
      let diagnostics = Diagnostics()
      let field = readJSON(source, into: diagnostics)
      if let error = diagnostics.errors.first { throw error }
      guard let field else { return nil }
      let line = try TaxLine(field)
      let name = try line.required(.id).text()
      id = name
      let question = try TaxQuestion(line)
      let law = try law(of: question, line)
      let result = exactReturn(question.inputs, facts: question.facts, law: law)
      return returnJSON(result, id: name, law: law).line
    } catch {
      return failure(error, id: id, line: number)
    }
  }

  /// The answer to a line that is too long to be read.
  mutating func refusal(ofLongLine number: Int, limit: Int) -> String {
    failure(
      InputError(
        code: .invalidText, location: SourceLocation(file: "line \(number)"),
        message: "the line is longer than \(limit) bytes"), id: nil, line: number)
  }

  private mutating func failure(_ error: InputError, id: String?, line: Int) -> String {
    hasFailures = true
    return returnErrorJSON(
      id: id, code: error.code.rawValue, message: error.summary, path: error.path, line: line
    ).line
  }

  private mutating func law(
    of question: TaxQuestion, _ line: TaxLine
  ) throws(InputError) -> FederalLaw {
    let key = LawKey(year: question.year, status: question.facts.status)
    if let law = laws[key] { return law }
    do {
      let law = try FederalLaw.load(year: key.year, status: key.status)
      laws[key] = law
      return law
    } catch { throw try line.required(.year).error("\(error)", code: .notSupported) }
  }
}
