import InputFiles
import Quantities
import Testing

@Suite("YAML with places")
struct YAMLReaderTests {
  /// Reads a text and returns its root and the errors, each on one line.
  func read(_ text: String) -> (root: Field?, errors: [String]) {
    let diagnostics = Diagnostics()
    let root = readYAML(SourceText(text, name: "a.yaml"), into: diagnostics)
    return (root, diagnostics.errors.map { "\($0.location): \($0.summary)" })
  }

  func mapping(_ text: String) throws -> Mapping {
    let (root, errors) = read(text)
    #expect(errors.isEmpty)
    return try #require(root).mapping()
  }

  @Test func `scalars are read as exact text`() throws {
    let root = try mapping(
      """
      money: 1_234.10
      quoted: "2,500.5"
      rate: 3.8%
      shares: 12.345678
      price: 301.25
      date: 2026-09-30
      count: 3
      flag: true
      text: Hello, world
      """)
    #expect(try root.required("money").money() == Money(cents: 123_410))
    #expect(try root.required("quoted").money() == Money(cents: 250_050))
    #expect(try root.required("rate").rate() == Rate(millionths: 38_000))
    #expect(try root.required("shares").shares() == Shares(millionths: 12_345_678))
    #expect(try root.required("price").price() == UnitPrice(millionths: 301_250_000))
    #expect(try root.required("date").date() == CivilDate("2026-09-30"))
    #expect(try root.required("count").int(in: 0...10) == 3)
    #expect(try root.required("flag").bool())
    #expect(try root.required("text").text() == "Hello, world")
  }

  @Test func `an error shows its line with a caret`() throws {
    let root = try mapping("sales:\n  deadline: 2026-02-30\n")
    let sales = try root.required("sales").mapping()
    let error = #expect(throws: InputError.self) { try sales.required("deadline").date() }
    #expect(
      error?.rendered() == """
        a.yaml:2:13: error: sales.deadline: "2026-02-30" is not a date (YYYY-MM-DD; February 2026 has 28 days)
          2 |   deadline: 2026-02-30
            |             ^
        """)
  }

  @Test func `every repeated key is reported and the rest still read`() {
    let (root, errors) = read("wages: 1\n\"wages\": 2\ncapital: {a: 1, a: 2, a: 3}\nwages: 4\n")
    #expect(
      errors == [
        "a.yaml:2:1: key \"wages\" is stated twice (first on line 1)",
        "a.yaml:3:17: key \"a\" is stated twice (first on line 3)",
        "a.yaml:3:23: key \"a\" is stated twice (first on line 3)",
        "a.yaml:4:1: key \"wages\" is stated twice (first on line 1)",
      ])
    #expect(throws: Never.self) {
      let wages = try root?.mapping().required("wages").money()
      #expect(wages == Money(dollars: 1))
    }
  }

  @Test func `an unknown key is reported with the one that was meant`() throws {
    let root = try mapping("wagse: 1\nyear: 2026\nzzz: 3\n")
    let errors = root.unknownKeys(besides: ["wages", "year"])
    #expect(
      errors.map(\.summary) == [
        "unknown key \"wagse\" (did you mean \"wages\"?)",
        "unknown key \"zzz\" (known keys: wages, year)",
      ])
    #expect(errors.map(\.location.line) == [1, 3])
  }

  @Test(arguments: ["a:", "a: ~", "a: null", "b: 1"])
  func `null and absent values are none`(text: String) throws {
    let root = try mapping(text)
    #expect(root.optional("a")?.location == nil)
    #expect(throws: InputError.self) { try root.required("a") }
  }
}
