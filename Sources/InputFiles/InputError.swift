/// A place in an input file.
public struct SourceLocation: Hashable, Sendable {
  /// The file's path, or `standard input`.
  public var file: String
  /// The line, from 1; 0 when the whole file is meant.
  public var line: Int
  /// The column, from 1, in Unicode scalars; 0 when the whole file is meant.
  public var column: Int

  /// A place in a file.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, or the file alone.
  public var description: String { line == 0 ? file : "\(file):\(line):\(column)" }
}

/// One thing that is wrong with the input, and where.
public struct InputError: Error, Hashable, Sendable {
  /// The kinds of errors: stable names for programs.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The file cannot be read.
    case unreadableFile = "unreadable_file"
    /// The file is not text.
    case invalidText = "invalid_text"
    /// The text breaks the grammar of its format.
    case invalidSyntax = "invalid_syntax"
    /// A key or column that nobody reads.
    case unknownKey = "unknown_key"
    /// A key or column that was stated before.
    case duplicateKey = "duplicate_key"
    /// A key or column that must be there.
    case missingKey = "missing_key"
    /// A value that cannot be read, or that cannot be.
    case invalidValue = "invalid_value"
    /// A value that names nothing the input defines.
    case unknownName = "unknown_name"
    /// A value that needs a rule the program lacks.
    case notSupported = "not_supported"
  }

  /// A line of a file and the place of interest in it.
  public struct Excerpt: Hashable, Sendable {
    /// The line, shortened where it is long.
    public var text: String
    /// How many characters stand before the place.
    public var caret: Int
  }

  /// The kind of the error.
  public var code: Code
  /// Where it is.
  public var location: SourceLocation
  /// The keys that lead to the value, such as `sales.deadline`; may be empty.
  public var path: String
  /// What was found.
  public var message: String
  /// What should have been there.
  public var expected: String?
  /// What to do, such as `did you mean "wages"?`.
  public var hint: String?
  /// The line of the file.
  public var excerpt: Excerpt?

  /// An error with all its properties.
  public init(
    code: Code, location: SourceLocation, path: String = "", message: String,
    expected: String? = nil, hint: String? = nil, excerpt: Excerpt? = nil
  ) {
    self.code = code
    self.location = location
    self.path = path
    self.message = message
    self.expected = expected
    self.hint = hint
    self.excerpt = excerpt
  }

  /// What was found and what was expected, without the place.
  public var summary: String {
    let remarks = [expected, hint].compactMap(\.self).joined(separator: "; ")
    return remarks.isEmpty ? message : "\(message) (\(remarks))"
  }

  /// The error in the form of compilers, with its line and a caret.
  ///
  /// - Parameter severity: `error` or `warning`.
  /// - Returns: one to three lines without a final break.
  public func rendered(as severity: String = "error") -> String {
    let place = path.isEmpty ? "" : "\(path): "
    let headline = "\(location): \(severity): \(place)\(summary)"
    guard let excerpt else { return headline }
    let number = String(location.line)
    let blank = String(repeating: " ", count: number.count)
    // Tabs are repeated before the caret so that it stands below its character.
    let indent = String(
      String.UnicodeScalarView(
        excerpt.text.unicodeScalars.prefix(excerpt.caret).map { $0 == "\t" ? $0 : " " }))
    return """
      \(headline)
        \(number) | \(excerpt.text)
        \(blank) | \(indent)^
      """
  }
}

extension InputError: CustomStringConvertible {
  /// The error with its place, line and caret.
  public var description: String { rendered() }
}

/// Everything that is wrong with the input of a run.
public struct InputFailure: Error, Sendable {
  /// The errors in file order; at least one.
  public var errors: [InputError]

  /// A failure with its errors.
  public init(errors: [InputError]) { self.errors = errors }
}

extension InputFailure: CustomStringConvertible {
  /// Every error with its place, line and caret, or the first hundred of them.
  public var description: String {
    let limit = 100
    var parts = errors.prefix(limit).map { $0.rendered() }
    if errors.count > limit { parts.append("and \(errors.count - limit) more errors") }
    return parts.joined(separator: "\n")
  }
}
