import InputFiles
import Portfolio
import Quantities

/// A file of lots, each record read by itself.
struct LotFile {
  /// A record as it stands, not yet compared with anything else.
  struct Record {
    var index: Int
    var account: String
    var symbol: String
    var acquired: CivilDate
    var quantity: Shares
    /// Zero where the file leaves it empty.
    var basis: Money
    var isBasisEmpty: Bool
    var price: UnitPrice?
    var id: String?
    var holdingStart: CivilDate?
    /// How the shares came into the account, where the file says so.
    var kind: AcquisitionKind?
    /// The value when it was given of a gift worth less than its basis, IRC §1015(a).
    var giftValue: Money?
    /// The currency of the amounts; `nil` for dollars.
    var currency: String?
    /// The shares that already made a loss nondeductible.
    var replaced: Shares
    var note: String
  }

  private let table: CSVTable
  /// The records that could be read.
  let records: [Record]
  /// The lots, securities and accounts of the records that could not.
  let unreadNames: Set<String>

  /// Reads a file, collecting everything that is wrong with its records.
  init(_ source: SourceText, into diagnostics: Diagnostics) {
    let required = LotColumn.required
    let optional = LotColumn.allCases.filter { !required.contains($0) }
    let table = CSVTable(
      source, required: required.map(\.rawValue), optional: optional.map(\.rawValue),
      into: diagnostics)
    self.table = table
    var records: [Record] = []
    var unreadNames: Set<String> = []
    records.reserveCapacity(table.count)
    for index in 0..<table.count {
      let reader = RecordReader(table: table, index: index, diagnostics: diagnostics)
      if let record = reader.record() {
        records.append(record)
      } else {
        unreadNames.formUnion(reader.names)
      }
    }
    self.records = records
    self.unreadNames = unreadNames
  }

  /// An error about a field of a record.
  func error(
    _ record: Record, _ column: LotColumn, _ message: String,
    code: InputError.Code = .invalidValue, expected: String? = nil, hint: String? = nil
  ) -> InputError {
    table.error(
      record.index, column.place, message, code: code, expected: expected, hint: hint)
  }
}

/// Reads the fields of one record.
private struct RecordReader {
  let table: CSVTable
  let index: Int
  let diagnostics: Diagnostics

  func record() -> LotFile.Record? {
    let account = diagnostics.collect(try required(.account).text())
    let symbol = diagnostics.collect(try required(.symbol).text())
    let acquired = diagnostics.collect(try required(.acquired).date())
    let quantity = diagnostics.collect(try required(.quantity).heldShares())
    let basis = read(.costBasis, Field.nonNegativeMoney)
    let price = read(.price, Field.nonNegativePrice)
    let id = read(.lotID, Field.text)
    let holdingStart = read(.holdingStart, Field.date)
    let kind = read(.kind, Field.acquisitionKind)
    let note = read(.note, Field.text)
    let adjustment = washAdjustment(basis: basis)
    let giftValue = giftValue(kind: kind, basis: basis)
    let currency = read(.currency, Field.currencyCode)
    guard let account, let symbol, let acquired, let quantity else { return nil }
    if let holdingStart, holdingStart > acquired, let field = field(.holdingStart) {
      diagnostics.report(
        field.error(
          "\(holdingStart) is after the acquisition on \(acquired)",
          expected: "an earlier day, from which the holding period is tacked"))
    }
    return LotFile.Record(
      index: index, account: account, symbol: symbol, acquired: acquired, quantity: quantity,
      basis: basis ?? .zero, isBasisEmpty: field(.costBasis) == nil, price: price, id: id,
      holdingStart: holdingStart, kind: kind, giftValue: giftValue, currency: currency,
      replaced: replacedShares(of: quantity, adjustment: adjustment), note: note ?? "")
  }

  /// What rules may call the lot.
  var names: [String] {
    [LotColumn.account, .symbol, .lotID].compactMap { try? field($0)?.text() }
  }

  /// The part of the basis that disallowed losses added; it is never added again.
  private func washAdjustment(basis: Money?) -> Money? {
    let adjustment = read(.washAdjustment, Field.nonNegativeMoney)
    if let adjustment, let basis, adjustment > basis, let field = field(.washAdjustment) {
      diagnostics.report(
        field.error(
          "\(adjustment) is more than cost_basis, \(basis)",
          expected: "the part of cost_basis that earlier wash sales added"))
    }
    return adjustment
  }

  /// The value of a gift when it was given, where a loss is measured by it.
  private func giftValue(kind: AcquisitionKind?, basis: Money?) -> Money? {
    guard let field = field(.giftValue),
      let value = diagnostics.collect(try field.nonNegativeMoney())
    else { return nil }
    if kind != .gift {
      diagnostics.report(field.error("the lot is no gift", expected: "kind gift"))
    } else if let basis, value >= basis {
      diagnostics.report(
        field.error(
          "\(value) is not below cost_basis, \(basis)",
          expected: "only a value that measures a loss, IRC §1015(a)",
          hint: "leave it out: the donor's basis is the only one"))
    }
    for column in [LotColumn.washAdjustment, .replacedQuantity] {
      guard let field = self.field(column) else { continue }
      diagnostics.report(field.error("a gift replaces no shares sold", hint: "leave it empty"))
    }
    return value
  }

  /// The shares of the lot that replaced others: where only an adjustment is stated, all of them.
  private func replacedShares(of quantity: Shares, adjustment: Money?) -> Shares {
    guard let field = field(.replacedQuantity) else {
      return adjustment ?? .zero > .zero ? quantity : .zero
    }
    guard let replaced = diagnostics.collect(try field.shares()) else { return .zero }
    guard (.zero)...quantity ~= replaced else {
      diagnostics.report(
        field.error(
          "\(replaced) is not a number of the lot's shares", expected: "0 to \(quantity)"))
      return .zero
    }
    return replaced
  }

  private func read<Value>(_ column: LotColumn, _ reader: FieldReader<Value>) -> Value? {
    guard let field = field(column) else { return nil }
    return diagnostics.collect(try reader(field)())
  }

  private func field(_ column: LotColumn) -> Field? { table.field(index, column.place) }

  private func required(_ column: LotColumn) throws(InputError) -> Field {
    try table.requiredField(index, column.place)
  }
}

extension Field {
  /// A positive number of shares that an account holds.
  func heldShares() throws(InputError) -> Shares { try positiveShares("held") }

  /// A positive number of shares that are bought or sold.
  func tradedShares() throws(InputError) -> Shares { try positiveShares("traded") }

  private func positiveShares(_ participle: String) throws(InputError) -> Shares {
    let shares = try shares()
    guard shares > .zero else {
      throw error("\(shares) is not a number of shares \(participle)", expected: "more than zero")
    }
    guard shares <= Shares(whole: 1_000_000_000) else {
      throw error("\(shares) is too large", expected: "at most a billion shares")
    }
    return shares
  }
}
