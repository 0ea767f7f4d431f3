import InputFiles
import TestSupport
import Testing

/// Input that is broken by accident or on purpose gives an error with a place: it neither stops
/// the program nor keeps it busy.
@Suite("Hostile input")
struct HostileInputTests {
  func yamlErrors(_ text: String) -> [String] {
    let diagnostics = Diagnostics()
    _ = readYAML(SourceText(text, name: "a.yaml"), into: diagnostics)
    return diagnostics.errors.map { "\($0.location): \($0.summary)" }
  }

  func textError(_ bytes: [UInt8]) -> String? {
    do {
      _ = try SourceText(bytes: bytes, name: "a")
      return nil
    } catch {
      return "\(error.location): \(error.summary)"
    }
  }

  @Test func `a byte order mark is accepted and moves no column`() throws {
    let source = try SourceText(bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1\nb: x".utf8), name: "a")
    let root = try readYAML(source).mapping()
    #expect(root.keys == ["a", "b"])
    #expect(root.field.location.column == 1)
  }

  @Test(arguments: ["a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\nb: 2\n"])
  func `every convention of line breaks counts lines alike`(text: String) throws {
    let root = try readYAML(SourceText(text, name: "a")).mapping()
    #expect(try root.required("b").location == SourceLocation(file: "a", line: 2, column: 4))
  }

  @Test func `a NUL byte is an error at its place`() {
    #expect(textError(Array("ab\nc\0d".utf8)) == "a:2:2: control character 0x00 (text)")
  }

  @Test(arguments: [[0x61, 0x0A, 0xFF], [0x61, 0x0A, 0xC3], [0x61, 0x0A, 0xED, 0xA0, 0x80]])
  func `bytes that are not UTF-8 are an error at their place`(bytes: [UInt8]) {
    #expect(textError(bytes) == "a:2:1: the text is not UTF-8 (save it as UTF-8)")
  }

  @Test func `UTF-16 is named`() {
    #expect(textError([0xFF, 0xFE, 0x61, 0x00]) == "a:1:1: the file is UTF-16 (save it as UTF-8)")
  }

  @Test(arguments: [
    String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 10_000),
    String(repeating: "- ", count: 10_000) + "x", String(repeating: "? ", count: 10_000) + "x",
    (0..<1_000).map { String(repeating: " ", count: $0 % 300) + "a:\n" }.joined(),
    String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
    (0..<65).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func `deep nesting is refused`(text: String) {
    #expect(yamlErrors(text).count == 1)
  }

  @Test func `sixty-three levels are read`() throws {
    let text = String(repeating: "[", count: 63) + "x" + String(repeating: "]", count: 63)
    var field = try readYAML(SourceText(text, name: "a"))
    for _ in 0..<63 { field = try #require(try field.sequence().first) }
    #expect(try field.text() == "x")
  }

  @Test func `aliases are refused before they grow`() {
    let levels = (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }
    #expect(
      yamlErrors("a0: &a0 [x]\n" + levels.joined()) == [
        "a.yaml:8:20: more than 20 words begin with * (anchors and aliases are not supported)"
      ])
    let keys = (1..<11).map { "a\($0): &a\($0) {? *a\($0 - 1) : 1, ? [*a\($0 - 1)] : 1}\n" }
    #expect(yamlErrors("a0: &a0 [x]\n" + keys.joined()).count == 1)
  }

  @Test(arguments: [
    ("a: &x 1\nb: *x\n", "a.yaml:1:4: anchors and aliases are not supported"),
    ("a: *x\n", "a.yaml:1:4: found undefined alias (YAML)"),
    ("a: !!str 5\n", "a.yaml:1:4: tags such as tag:yaml.org,2002:str are not supported"),
    ("a: !money 5\n", "a.yaml:1:4: tags such as !money are not supported"),
    ("a: !x {b: 1}\n", "a.yaml:1:4: tags such as !x are not supported"),
    ("? [a]\n: 1\n", "a.yaml:1:3: a key must be text"),
    ("a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document begins here (one document in a file)"),
    ("", "a.yaml:1:1: the file is empty (a YAML mapping)"),
    ("# only a comment\n", "a.yaml:1:1: the file is empty (a YAML mapping)"),
  ])
  func `what YAML has beyond plain values is refused by name`(text: String, error: String) {
    #expect(yamlErrors(text) == [error])
  }

  @Test(arguments: [
    "a: [1, 2\nb: 3\n", "a: \"x\n", "a: 'x\n", "a:\n\t- 1\n", "a: b: c\n", "}", "a: 1\n b: 2\n",
    "%YAML 9.9\n---\na: 1\n", "a: |\n x\n  y\nz", "- a\nb: 1\n", "@a: 1\n", "`a`\n",
  ])
  func `broken YAML gives one error with a place`(text: String) {
    let errors = yamlErrors(text)
    #expect(errors.count == 1)
    #expect(errors.allSatisfy { $0.hasPrefix("a.yaml:") })
  }

  @Test func `a line of a megabyte is read, and shown shortened`() throws {
    let text = "a: " + String(repeating: "x", count: 1_000_000) + "\nb: ["
    let diagnostics = Diagnostics()
    _ = readYAML(SourceText(text, name: "a"), into: diagnostics)
    #expect(diagnostics.errors.count == 1)
    let long = "[" + String(repeating: "é, ", count: 200_000) + "2026-99-99]"
    let list = try readYAML(SourceText(long, name: "a")).sequence()
    let error = try #require(throws: InputError.self) { try #require(list.last).date() }
    #expect(error.location.column == 600_002)
    #expect((error.excerpt?.text.count ?? .max) < 200)
    #expect(error.rendered().contains("2026-99-99"))
  }

  @Test func `many errors on one long line are each found at once`() throws {
    let text = "{é: [" + String(repeating: "x, ", count: 10_000) + "]}"
    let list = try readYAML(SourceText(text, name: "a")).mapping().required("é").sequence()
    let diagnostics = Diagnostics()
    for field in list { _ = diagnostics.collect(try field.date()) }
    #expect(diagnostics.errors.map(\.location.column) == (0..<10_000).map { 6 + 3 * $0 })
    let keys = "{" + (0..<2_000).map { "\"\($0)\": 1" }.joined(separator: ",") + "}"
    let root = readJSON(SourceText(keys, name: "a"), into: diagnostics)
    #expect(try root?.mapping().unknownKeys(besides: ["a"]).count == 2_000)
  }

  @Test func `a YAML file of more than four megabytes is refused`() {
    #expect(
      yamlErrors(String(repeating: "# remark\n", count: 500_000)) == [
        "a.yaml: the file is larger than 4194304 bytes"
      ])
  }

  @Test func `more than twenty repeated keys end the reading`() {
    let text = String(repeating: "a: 1\n", count: 5_000)
    #expect(yamlErrors(text) == ["a.yaml:21:1: key \"a\" is stated twice"])
  }

  @Test(arguments: 0..<400)
  func `no mutation of a scenario stops the program`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("{}[],:-?&*!|>'\"%@`#\n \t\0\u{85}~=<\\aé1\r".utf8)
    var bytes = Array(
      """
      schema: harvest.scenario/1
      title: "A \\"quoted\\" title"
      income: {wages: 420_000, wages: 1}
      accounts:
        - {id: joint, kind: taxable}
        - id: 'it''s'
      text: |
        literal
      """.utf8)
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = alphabet.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      default: bytes.remove(at: place)
      }
    }
    let diagnostics = Diagnostics()
    if let source = diagnostics.collect(try SourceText(bytes: bytes, name: "a")) {
      _ = readYAML(source, into: diagnostics)
      _ = readJSON(source, into: diagnostics)
      _ = CSVTable(source, required: ["id"], into: diagnostics)
    }
    #expect(diagnostics.errors.allSatisfy { $0.location.line > 0 })
  }
}
