public import InputFiles

/// Parameters that a proposal changes, laid over the published law.
///
/// The format is that of the published parameters: `schema: harvest.law/1`, an optional `title`, and
/// for each parameter its unit, what it depends on, a reference and dated values with their own. A
/// value holds from its year until the next one of the overlay.
public struct LawOverlay: Sendable {
  /// The title, or the name of the file.
  public let title: String
  let parameters: LawParameters

  /// Reads an overlay; `nil` when anything is wrong with it.
  ///
  /// - Parameters:
  ///   - source: the YAML text.
  ///   - diagnostics: receives everything that is wrong.
  public init?(_ source: SourceText, into diagnostics: Diagnostics) {
    let errors = Diagnostics()
    let (title, parameters) = readLaw(source, into: errors)
    errors.errors.forEach(diagnostics.report)
    if errors.hasErrors { return nil }
    self.title = title.map { "\($0) (\(source.name))" } ?? source.name
    self.parameters = parameters
  }

  /// The overlay and what it changes in a year, in words; `nil` when it changes nothing then.
  func summary(year: Int) -> String? {
    let changed = parameters.names.filter { name in
      parameters.values[name]?.contains { $0.from <= year } ?? false
    }
    if changed.isEmpty { return nil }
    return "\(title): \(changed.map(\.rawValue).joined(separator: ", "))"
  }
}
