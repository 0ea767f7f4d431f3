/// Collects what is wrong with the input, so that one run reports all of it.
public final class Diagnostics {
  private var collectedErrors: [InputError] = []
  private var collectedWarnings: [InputError] = []
  private var seen: Set<InputError> = []
  private var fileRanks: [String: Int] = [:]

  /// A collector without any errors.
  public init() {}

  /// Makes errors of a file come after those of the files opened before.
  public func open(file: String) {
    if fileRanks[file] == nil { fileRanks[file] = fileRanks.count }
  }

  /// Adds an error, once however often it is found.
  public func report(_ error: InputError) {
    open(file: error.location.file)
    if seen.insert(error).inserted { collectedErrors.append(error) }
  }

  /// Adds something the user should know that does not stop the run, once.
  public func warn(_ warning: InputError) {
    open(file: warning.location.file)
    if seen.insert(warning).inserted { collectedWarnings.append(warning) }
  }

  /// The value of an expression, or `nil` when it is `nil` or fails, its error then collected.
  public func collect<Value>(_ body: @autoclosure () throws(InputError) -> Value?) -> Value? {
    do { return try body() } catch {
      report(error)
      return nil
    }
  }

  /// The errors in file order.
  public var errors: [InputError] { ordered(collectedErrors) }

  /// The warnings in file order.
  public var warnings: [InputError] { ordered(collectedWarnings) }

  /// Whether anything is wrong so far.
  public var hasErrors: Bool { !collectedErrors.isEmpty }

  /// Stops when anything is wrong.
  public func throwIfAny() throws(InputFailure) {
    if hasErrors { throw InputFailure(errors: errors) }
  }

  private func ordered(_ entries: [InputError]) -> [InputError] {
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      let place = entries[index].location
      return (fileRanks[place.file] ?? 0, place.line, place.column, index)
    }
    return entries.indices.sorted { key($0) < key($1) }.map { entries[$0] }
  }
}
