import InputFiles
package import Portfolio
package import Reports

/// Answers lines of JSON one after another, each a ledger of its own.
struct WashAnswering: LineAnswering {
  /// Whether some line had no ledger.
  private(set) var hasFailures = false

  /// The answer to a line.
  ///
  /// - Parameters:
  ///   - bytes: the line without its break.
  ///   - number: of the line, from 1.
  /// - Returns: a line of JSON without its break; `nil` for an empty line.
  mutating func answer(_ bytes: [UInt8], line number: Int) -> String? {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    switch readWashLine(bytes, line: number) {
    case .success(let line):
      do { return washLedgerLine(try WashLedger(line.records), id: line.id) } catch {
        return refusal(line.id, error.problems.map(WashFault.init), number)
      }
    case .failure(let failure): return refusal(failure.id, failure.faults, number)
    }
  }

  /// The answer to a line that is too long to be read.
  mutating func refusal(ofLongLine number: Int, limit: Int) -> String {
    let fault = WashFault(
      code: InputError.Code.invalidText.rawValue,
      message: "the line is longer than \(limit) bytes", path: "", transaction: nil)
    return refusal(nil, [fault], number)
  }

  private mutating func refusal(_ id: String?, _ faults: [WashFault], _ line: Int) -> String {
    hasFailures = true
    return washErrorJSON(id: id, faults: faults, line: line).line
  }
}

/// A line that could be read.
package struct WashLine {
  /// The name of the ledger.
  package var id: String
  /// What the household has on record.
  package var records: LedgerRecords
}

/// Why a line could not be read.
package struct WashLineFailure: Error {
  /// The name of the ledger, where it could be read.
  package var id: String?
  /// What is wrong with the line; at least one thing.
  package var faults: [WashFault]
}

/// Reads the records of a line of JSON.
///
/// - Parameters:
///   - bytes: the line without its break.
///   - number: of the line, from 1, for messages.
/// - Returns: the records, or all that is wrong with them.
package func readWashLine(
  _ bytes: [UInt8], line number: Int = 1
) -> Result<WashLine, WashLineFailure> {
  var reader = WashReader()
  let diagnostics = Diagnostics()
  guard let source = reader.collect(try SourceText(bytes: bytes, name: "line \(number)")) else {
    return .failure(WashLineFailure(id: nil, faults: reader.faults))
  }
  let field = readJSON(source, into: diagnostics)
  for error in diagnostics.errors { reader.report(error) }
  guard let field, let root = reader.collect(try field.mapping()) else {
    return .failure(WashLineFailure(id: nil, faults: reader.faults))
  }
  let id = reader.text(reader.required(root, "id"))
  let records = reader.records(root)
  guard reader.faults.isEmpty, let id else {
    return .failure(WashLineFailure(id: id, faults: reader.faults))
  }
  return .success(WashLine(id: id, records: records))
}
