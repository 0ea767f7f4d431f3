import InputFiles
import Quantities

/// Reads a file of parameters.
///
/// - Parameters:
///   - source: YAML text of schema `harvest.law/1`.
///   - diagnostics: receives everything that is wrong.
/// - Returns: the title, if there is one, and the parameters that could be read.
func readLaw(
  _ source: SourceText, into diagnostics: Diagnostics
) -> (title: String?, parameters: LawParameters) {
  var reader = LawReader(diagnostics: diagnostics)
  guard let root = readYAML(source, into: diagnostics),
    let file = diagnostics.collect(try root.mapping())
  else { return (nil, LawParameters()) }
  return (reader.title(file), reader.parameters(file))
}

private struct LawReader {
  let diagnostics: Diagnostics

  static let schema = "harvest.law/1"
  /// Amounts of law are far below; what is above is a slip of the pen.
  static let largest = Money(dollars: 1_000_000_000)
  static let statuses = FilingStatus.individuals.map(\.rawValue)

  mutating func title(_ file: Mapping) -> String? {
    if let schema = diagnostics.collect(try file.required("schema", Self.schema)),
      let text = diagnostics.collect(try schema.text()), text != Self.schema
    {
      diagnostics.report(
        schema.error("unknown schema \"\(text)\"", expected: "expected \(Self.schema)"))
    }
    return diagnostics.collect(try file.optional("title")?.text())
  }

  mutating func parameters(_ file: Mapping) -> LawParameters {
    var result = LawParameters()
    let known = ["schema", "title"] + LawParameter.allCases.map(\.rawValue)
    file.unknownKeys(besides: known).forEach(diagnostics.report)
    for parameter in LawParameter.allCases {
      guard let field = file.optional(parameter.rawValue),
        let mapping = diagnostics.collect(try field.mapping())
      else { continue }
      result.values[parameter] = values(of: parameter, mapping)
    }
    return result
  }

  private func values(of parameter: LawParameter, _ mapping: Mapping) -> [DatedLawValue] {
    mapping.unknownKeys(besides: ["unit", "by", "reference", "values"])
      .forEach(diagnostics.report)
    check("unit", parameter.unit, mapping)
    check("by", parameter.dependence, mapping)
    if let reference = diagnostics.collect(try mapping.required("reference", "a section of law")) {
      _ = diagnostics.collect(try reference.text())
    }
    guard let list = diagnostics.collect(try mapping.required("values", "dated values")),
      let fields = diagnostics.collect(try list.sequence())
    else { return [] }
    if fields.isEmpty { diagnostics.report(list.error("has no dated values")) }
    var result: [DatedLawValue] = []
    for field in fields {
      guard let value = diagnostics.collect(try dated(field, parameter, after: result.last?.from))
      else { continue }
      result.append(value)
    }
    return result
  }

  /// Checks a declaration that the program knows already, so that nobody misreads the numbers.
  private func check<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
    _ key: String, _ expected: Choice, _ mapping: Mapping
  ) {
    guard let field = diagnostics.collect(try mapping.required(key, expected.rawValue)),
      let found = diagnostics.collect(try field.oneOf(Choice.self)), found != expected
    else { return }
    diagnostics.report(
      field.error("found \"\(found.rawValue)\"", expected: "expected \(expected.rawValue)"))
  }

  private func dated(
    _ field: Field, _ parameter: LawParameter, after previous: Int?
  ) throws(InputError) -> DatedLawValue {
    let mapping = try field.mapping()
    let keys = parameter.dependence == .filingStatus ? Self.statuses : ["value"]
    mapping.unknownKeys(besides: ["from", "reference"] + keys).forEach(diagnostics.report)
    let start = try mapping.required("from", "the first tax year")
    let year = try start.int(in: 1900...2199)
    if let previous, year <= previous {
      throw start.error("\(year) does not come after \(previous)", expected: "ascending years")
    }
    let reference = try mapping.required("reference", "the act or procedure").text()
    var numbers: [[Int64]] = []
    for key in keys { numbers.append(try list(mapping.required(key), parameter)) }
    return DatedLawValue(from: year, reference: reference, numbers: numbers)
  }

  private func list(_ field: Field, _ parameter: LawParameter) throws(InputError) -> [Int64] {
    if parameter.count == 1 { return [try number(field, parameter)] }
    let elements = try field.sequence()
    if let count = parameter.count, elements.count != count {
      throw field.error("found \(elements.count) numbers", expected: "expected \(count)")
    }
    var numbers: [Int64] = []
    for element in elements { numbers.append(try number(element, parameter)) }
    if parameter.count == nil, numbers.isEmpty || parameter.unit != .rate && numbers[0] != 0 {
      throw field.error("does not begin at zero", expected: "a list from the lowest bracket up")
    }
    return numbers
  }

  private func number(_ field: Field, _ parameter: LawParameter) throws(InputError) -> Int64 {
    let (units, largest, bounds): (Int64, Int64, String) =
      switch parameter.unit {
      case .money: (try field.money().cents, Self.largest.cents, "0 to \(Self.largest)")
      case .rate: (try field.rate().millionths, Rate.one.millionths, "0% to 100%")
      case .percent: (Int64(try field.int(in: 0...1_000)), 1_000, "0 to 1000")
      }
    guard units >= (parameter.isPositive ? 1 : 0), units <= largest else {
      throw field.error(
        "is out of range", expected: parameter.isPositive ? "above zero, \(bounds)" : bounds)
    }
    return units
  }
}
