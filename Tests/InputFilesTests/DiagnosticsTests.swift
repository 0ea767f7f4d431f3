import InputFiles
import Testing

@Suite("Diagnostics")
struct DiagnosticsTests {
  func error(_ file: String, _ line: Int, _ column: Int = 1) -> InputError {
    InputError(
      code: .invalidValue, location: SourceLocation(file: file, line: line, column: column),
      message: "wrong")
  }

  @Test func `errors come in the order of files, lines and columns`() {
    let diagnostics = Diagnostics()
    diagnostics.open(file: "z.yaml")
    diagnostics.report(error("a.csv", 2))
    diagnostics.report(error("z.yaml", 9))
    diagnostics.report(error("z.yaml", 3, 7))
    diagnostics.report(error("z.yaml", 3, 2))
    #expect(
      diagnostics.errors.map(\.location.description) == [
        "z.yaml:3:2", "z.yaml:3:7", "z.yaml:9:1", "a.csv:2:1",
      ])
  }

  @Test func `a failure tells a hundred errors and counts the rest`() throws {
    let diagnostics = Diagnostics()
    for line in 1...250 { diagnostics.report(error("a", line)) }
    let failure = try #require(throws: InputFailure.self) { try diagnostics.throwIfAny() }
    let lines = failure.description.split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines.last == "and 150 more errors")
  }

  @Test func `a failing expression gives nil and its error`() {
    let diagnostics = Diagnostics()
    func failing() throws(InputError) -> Int { throw error("a", 1) }
    #expect(diagnostics.collect(try failing()) == nil)
    #expect(diagnostics.collect(5) == 5)
    #expect(diagnostics.errors.count == 1)
  }

  @Test func `tabs before the caret are kept`() {
    let source = SourceText("\t\tx: y", name: "a")
    #expect(
      source.error(.invalidValue, at: 5, "wrong").rendered()
        == "a:1:6: error: wrong\n  1 | \t\tx: y\n    | \t\t   ^")
  }
}
