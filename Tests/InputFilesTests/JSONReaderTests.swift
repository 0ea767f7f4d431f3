import InputFiles
import Quantities
import Testing

@Suite("JSON with places")
struct JSONReaderTests {
  func read(_ text: String) -> (root: Field?, errors: [String]) {
    let diagnostics = Diagnostics()
    let root = readJSON(SourceText(text, name: "line 1"), into: diagnostics)
    return (root, diagnostics.errors.map { "\($0.location): \($0.summary)" })
  }

  @Test func `numbers and texts are both exact money`() throws {
    let (root, errors) = read(
      #"{"a": 1234.10, "b": "1234.10", "c": -0.5, "d": 1e3, "e": null, "f": true}"#)
    #expect(errors.isEmpty)
    let mapping = try #require(root).mapping()
    #expect(try mapping.required("a").money() == Money(cents: 123_410))
    #expect(try mapping.required("b").money() == Money(cents: 123_410))
    #expect(try mapping.required("c").money() == Money(cents: -50))
    #expect(throws: InputError.self) { try mapping.required("d").money() }
    #expect(mapping.optional("e")?.path == nil)
    #expect(try mapping.required("f").bool())
  }

  @Test func `escapes are read`() throws {
    let (root, errors) = read(#"["a\"\\\/\b\f\n\r\t", "\u00e9\ud83d\ude00", ""]"#)
    #expect(errors.isEmpty)
    let elements = try #require(root).sequence()
    #expect(try elements[0].text() == "a\"\\/\u{8}\u{c}\n\r\t")
    #expect(try elements[1].text() == "é😀")
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a: 1}", "[1 2]", "01", "1.", ".5", "+1", "nul",
    "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\u12\"", "\"a\nb\"", "1 2", "NaN", "[1]]", "-", "1e",
    "{\"a\": 1,}", "'a'", "\"\\u+123\"", "\\",
  ])
  func `what is not JSON gives one error with a place`(text: String) {
    let (root, errors) = read(text)
    #expect(root?.path == nil)
    #expect(errors.count == 1)
    #expect(errors.allSatisfy { $0.hasPrefix("line 1:") })
  }

  @Test func `repeated keys are all reported`() {
    #expect(
      read(#"{"a": 1, "a": 2, "b": {"c": 1, "c": 2}}"#).errors == [
        "line 1:1:10: key \"a\" is stated twice", "line 1:1:32: key \"c\" is stated twice",
      ])
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `deep nesting is refused`(piece: String) {
    let (root, errors) = read(String(repeating: piece, count: 100_000))
    #expect(root?.path == nil)
    #expect(errors.count == 1)
    #expect(errors.first?.contains("nested more than 64 deep") == true)
  }
}
