public import InputFiles
public import Planning
import Portfolio
import Quantities

/// The columns of a file that holds a plan.
package enum PlanColumn: String, CaseIterable {
  case lotID = "lot_id"
  case quantity, date, account, symbol

  /// Columns that written plans have and a given plan does not need.
  static let ignored = [
    "acquired", "price", "proceeds", "cost_basis", "gain", "term", "disallowed", "reason",
  ]

  /// The place of the column in the table, which is that of its case.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Reads a plan that the household made itself: `lot_id,quantity[,date,account,symbol]`.
///
/// - Parameters:
///   - path: the CSV file, or `-` for standard input.
///   - problem: what may be sold, and when.
///   - read: reads a file; by default from disk.
/// - Returns: the plan; every sale is one that the problem offers.
/// - Throws: ``InputFailure`` with everything that is wrong with the file.
public func loadPlan(
  at path: String, for problem: Problem,
  readingWith read: (_ path: String) throws(InputError) -> SourceText = {
    path throws(InputError) in try SourceText.read(path: path, limit: largestInputFile)
  }
) throws(InputFailure) -> Plan {
  let diagnostics = Diagnostics()
  var plan = Plan.hold
  if let source = diagnostics.collect(try read(path)) {
    let table = CSVTable(
      source, required: [PlanColumn.lotID, .quantity].map(\.rawValue),
      optional: [PlanColumn.date, .account, .symbol].map(\.rawValue) + PlanColumn.ignored,
      into: diagnostics)
    plan = PlanReader(table: table, problem: problem, diagnostics: diagnostics).plan()
  }
  try diagnostics.throwIfAny()
  return plan
}

/// Matches the records of a plan with the positions of a problem.
private struct PlanReader {
  private let table: CSVTable
  private let problem: Problem
  private let diagnostics: Diagnostics
  private let lots: [String: Int]
  private let positions: [Int: Int]

  init(table: CSVTable, problem: Problem, diagnostics: Diagnostics) {
    self.table = table
    self.problem = problem
    self.diagnostics = diagnostics
    let all = problem.scenario.lots
    lots = Dictionary(all.indices.map { (all[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    positions = Dictionary(
      problem.positions.indices.map { (problem.positions[$0].lot, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func plan() -> Plan {
    var sold: [Int: Shares] = [:]
    var sales: [Sale] = []
    for record in 0..<table.count {
      let position = diagnostics.collect(try position(record))
      let date = diagnostics.collect(try date(record))
      guard let quantity = diagnostics.collect(try required(record, .quantity).heldShares()),
        let position, let date
      else { continue }
      sold[position, default: .zero] += quantity
      let sale = Sale(position: position, date: date, shares: quantity)
      check(sale, total: sold[position] ?? .zero, record)
      sales.append(sale)
    }
    return Plan(sales)
  }

  private func required(_ record: Int, _ column: PlanColumn) throws(InputError) -> Field {
    try table.requiredField(record, column.place)
  }

  private func position(_ record: Int) throws(InputError) -> Int {
    let field = try required(record, .lotID)
    let id = try field.text()
    guard let index = lots[id] else {
      throw field.error(
        "no lot is named \"\(id)\"", code: .unknownName,
        hint: suggestion(for: id, among: problem.scenario.lots.map(\.id)))
    }
    let lot = problem.scenario.lots[index]
    for (column, value) in [(PlanColumn.account, lot.account), (.symbol, lot.symbol)] {
      if let field = table.field(record, column.place), try field.text() != value {
        throw field.error("lot \(id) has the \(column.rawValue) \(value)")
      }
    }
    if let position = positions[index] { return position }
    let reason = problem.withheld.first { $0.lot == index }?.reason ?? "it is not offered"
    throw field.error("lot \(id) may not be sold: \(reason)")
  }

  /// The planning date of a record; without one, the only date there is.
  private func date(_ record: Int) throws(InputError) -> Int {
    let dates = problem.scenario.dates
    guard let field = table.field(record, PlanColumn.date.place) else {
      if dates.count == 1 { return 0 }
      throw table.error(
        record, PlanColumn.date.place, "is empty", code: .missingKey,
        expected: "one of \(dates.map(\.date.description).joined(separator: ", "))")
    }
    let day = try field.date()
    guard let index = dates.firstIndex(where: { $0.date == day }) else {
      throw field.error(
        "\(day) is not a planning date",
        expected: "one of \(dates.map(\.date.description).joined(separator: ", "))")
    }
    return index
  }

  private func check(_ sale: Sale, total: Shares, _ record: Int) {
    let position = problem.positions[sale.position]
    let id = problem.scenario.lots[position.lot].id
    func report(_ column: PlanColumn, _ message: String) {
      diagnostics.report(table.error(record, column.place, message))
    }
    if total > position.shares {
      report(.quantity, "\(total) shares of lot \(id) are sold; it has \(position.shares)")
    }
    if position.wholeShares, !sale.shares.isWhole {
      report(.quantity, "lot \(id) is sold in whole shares only")
    }
    if !position.opportunities.contains(where: { $0.date == sale.date }) {
      report(.date, "lot \(id) may not be sold on that day")
    }
  }
}
