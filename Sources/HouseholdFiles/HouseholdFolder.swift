import FederalTax
import InputFiles

/// The files of a household, each read once however many variants use it.
final class HouseholdFolder {
  private let folder: String
  private let diagnostics: Diagnostics
  private let read: (String) throws(InputError) -> SourceText
  private var sources: [SourceText] = []
  private var lotFiles: [String: LotFile?] = [:]
  private var activityFiles: [String: ActivityFile?] = [:]
  private var overlays: [String: LawOverlay?] = [:]

  init(
    scenarioPath: String, diagnostics: Diagnostics,
    read: @escaping (String) throws(InputError) -> SourceText
  ) {
    let slash = scenarioPath.lastIndex(of: "/")
    folder = slash.map { String(scenarioPath[...$0]) } ?? ""
    self.diagnostics = diagnostics
    self.read = read
  }

  /// The names of the files that were read, in order.
  var files: [String] { sources.map(\.name) }

  /// The SHA-256 of the bytes of all files in order.
  var fingerprint: String {
    var hash = SHA256()
    for source in sources { hash.update(source.bytes) }
    return hash.hexadecimal()
  }

  /// The text of a file.
  func source(at path: String) throws(InputError) -> SourceText {
    let source = try read(path)
    sources.append(source)
    return source
  }

  /// The lots in the file that a field names; `nil` when it cannot be read.
  func lots(at field: Field) -> LotFile? {
    once(\.lotFiles, field) { LotFile($0, into: diagnostics) }
  }

  /// The activity in the file that a field names; `nil` when it cannot be read.
  func activity(at field: Field) -> ActivityFile? {
    once(\.activityFiles, field) { ActivityFile($0, into: diagnostics) }
  }

  /// The law overlay in the file that a field names; `nil` when it cannot be read.
  func overlay(at field: Field) -> LawOverlay? {
    once(\.overlays, field) { LawOverlay($0, into: diagnostics) }
  }

  /// The path of a file from the working directory.
  func path(of name: String) -> String { name.hasPrefix("/") ? name : folder + name }

  /// What a file holds, read at its first mention.
  private func once<File>(
    _ cache: ReferenceWritableKeyPath<HouseholdFolder, [String: File?]>, _ field: Field,
    _ parse: (SourceText) -> File?
  ) -> File? {
    guard let path = diagnostics.collect(try field.text()) else { return nil }
    if let known = self[keyPath: cache][path] { return known }
    let file = source(named: path, by: field).flatMap(parse)
    self[keyPath: cache][path] = .some(file)
    return file
  }

  /// The text of a file that a field names; a file that cannot be opened is reported there.
  private func source(named path: String, by field: Field) -> SourceText? {
    do {
      // A file of the household is never standard input.
      let path = path == "-" ? "./-" : path
      return try source(at: self.path(of: path))
    } catch {
      if error.code == .unreadableFile {
        diagnostics.report(
          field.error("\(error.location.file): \(error.message)", code: .unreadableFile))
      } else {
        diagnostics.report(error)
      }
      return nil
    }
  }
}
