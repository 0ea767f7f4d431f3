import InputFiles
import Quantities
import Testing

@Suite("CSV with places")
struct CSVReaderTests {
  func read(
    _ text: String, required: [String] = ["symbol", "quantity"], optional: [String] = ["note"]
  ) -> (table: CSVTable, errors: [String]) {
    let diagnostics = Diagnostics()
    let table = CSVTable(
      SourceText(text, name: "a.csv"), required: required, optional: optional, into: diagnostics)
    return (
      table,
      diagnostics.errors.map {
        "\($0.location): \($0.path.isEmpty ? "" : $0.path + ": ")\($0.summary)"
      }
    )
  }

  @Test func `columns are found by name in any order`() throws {
    let (table, errors) = read("Note, quantity ,symbol\nfirst,1.5,VTI\n,2,GOOG\n")
    #expect(errors.isEmpty)
    #expect(table.count == 2)
    #expect(try table.requiredField(0, 0).text() == "VTI")
    #expect(try table.requiredField(1, 1).shares() == Shares(whole: 2))
    #expect(try table.field(0, 2)?.text() == "first")
    #expect(table.field(1, 2)?.path == nil)
  }

  @Test func `quoted fields hold commas, quotes and line breaks`() throws {
    let (table, errors) = read(
      "symbol,quantity,note\r\n\"V,TI\",1,\"a \"\"b\"\"\r\nc\"\r\nX,oops,d\r\n")
    #expect(errors.isEmpty)
    #expect(try table.requiredField(0, 0).text() == "V,TI")
    #expect(try table.field(0, 2)?.text() == "a \"b\"\r\nc")
    let error = #expect(throws: InputError.self) { try table.requiredField(1, 1).shares() }
    #expect(
      error?.rendered() == """
        a.csv:4:3: error: quantity: "oops" is not a number of shares (at most six decimals, such as 12.5)
          4 | X,oops,d
            |   ^
        """)
  }

  @Test func `an empty field that is required is an error at its place`() throws {
    let (table, _) = read("symbol,quantity,note\nVTI,,x\n")
    let error = #expect(throws: InputError.self) { try table.requiredField(0, 1) }
    #expect(error?.location == SourceLocation(file: "a.csv", line: 2, column: 5))
    #expect(error?.path == "quantity")
  }

  @Test func `unknown, repeated and missing columns are all reported`() {
    #expect(
      read("symbol,qty,symbol,quantty\n").errors == [
        "a.csv:1:1: column \"quantity\" is missing (a header with symbol,quantity)",
        "a.csv:1:8: unknown column \"qty\" (known columns: symbol, quantity, note)",
        "a.csv:1:12: column \"symbol\" is stated twice",
        "a.csv:1:19: unknown column \"quantty\" (did you mean \"quantity\"?)",
      ])
  }

  @Test func `ragged records are reported and the others kept`() throws {
    let (table, errors) = read("symbol,quantity\nA,1\nB\nC,1,2\n\nD,4")
    #expect(
      errors == [
        "a.csv:3:1: the record has 1 fields (2, as the header)",
        "a.csv:4:1: the record has 3 fields (2, as the header)",
      ])
    #expect(table.count == 2)
    #expect(try table.requiredField(1, 0).text() == "D")
  }

  @Test(arguments: [
    ("", "a.csv:1:1: the file is empty (a header: symbol,quantity,note)"),
    (
      "symbol;quantity\n",
      "a.csv:1:1: unknown column \"symbol;quantity\" (separate columns by commas)"
    ),
    ("\n\n", "a.csv:1:1: the file is empty (a header: symbol,quantity,note)"),
    ("symbol,quantity\n\"A,1\n", "a.csv:2:1: the field has no closing quote"),
    ("symbol,quantity\n\"A\"x,1\n", "a.csv:2:4: text after a closing quote (a comma)"),
  ])
  func `broken files are reported`(text: String, error: String) {
    #expect(read(text).errors.contains(error))
  }

  @Test func `a header alone has no records`() {
    let (table, errors) = read("symbol,quantity")
    #expect(errors.isEmpty)
    #expect(table.count == 0)
  }
}
