import FederalTax
import InputFiles
import Portfolio
import Quantities

/// A file of what happened in accounts, each record read by itself.
struct ActivityFile {
  /// A purchase, a sale or another way in which shares came or went.
  struct Record {
    var index: Int
    /// `nil` where the file leaves it to the account that names the file.
    var account: String?
    var date: CivilDate
    /// How the shares came; `nil` for a sale.
    var acquisition: AcquisitionKind?
    /// Whether the record says more of the kind than that the shares were bought.
    var statesKind: Bool
    var symbol: String
    var shares: Shares
    /// What an acquisition cost or a sale brought, all fees included; `nil` where it is not stated.
    var amount: Money?
    /// Of a sale: the adjusted basis of the shares sold.
    var basis: Money?
    /// Of a sale: the day on which the shares sold were acquired.
    var acquired: CivilDate?
    var holdingStart: CivilDate?
    var lotID: String?
    /// Of a sale: the part of the loss that the household counts as disallowed; positive.
    var disallowed: Money?
    var id: String?

    var isSale: Bool { acquisition == nil }
  }

  private let table: CSVTable
  /// The purchases and sales that could be read, in the order of the file.
  let records: [Record]
  /// Whether a record that may matter could not be read.
  let lacksRecords: Bool

  /// The name of the file.
  var name: String { table.source.name }

  /// Reads a file, collecting everything that is wrong with its records.
  init(_ source: SourceText, into diagnostics: Diagnostics) {
    let required = ActivityColumn.required
    let optional = ActivityColumn.allCases.filter { !required.contains($0) }
    let table = CSVTable(
      source, required: required.map(\.rawValue), optional: optional.map(\.rawValue),
      into: diagnostics)
    self.table = table
    var records: [Record] = []
    var lacksRecords = false
    var ignored = IgnoredActions()
    var total = Int128(0)
    for index in 0..<table.count {
      let reader = ActivityRecordReader(table: table, index: index, diagnostics: diagnostics)
      let ignoredBefore = ignored.count
      guard let record = reader.record(ignored: &ignored) else {
        lacksRecords = lacksRecords || ignored.count == ignoredBefore
        continue
      }
      records.append(record)
      let before = total
      total += Int128(max(record.amount?.cents ?? 0, record.basis?.cents ?? 0))
      // Keeps sums of proceeds and of basis far from overflow.
      let most = Int128(largestReturnAmount.cents)
      if before <= most, total > most {
        diagnostics.report(
          table.error(
            index, ActivityColumn.quantity.place,
            "the records up to here are worth more than \(largestReturnAmount)",
            expected: "shares and dollars"))
      }
    }
    self.records = records
    self.lacksRecords = lacksRecords
    ignored.warn(diagnostics)
  }

  /// An error about a field of a record.
  func error(
    _ record: Record, _ column: ActivityColumn, _ message: String,
    code: InputError.Code = .invalidValue, expected: String? = nil, hint: String? = nil
  ) -> InputError {
    table.error(record.index, column.place, message, code: code, expected: expected, hint: hint)
  }
}

/// The records of a file that do not matter, told once for each word.
private struct IgnoredActions {
  private var first: [(word: String, field: Field)] = []
  private var counts: [String: Int] = [:]
  private(set) var count = 0

  mutating func add(_ word: String, _ field: Field) {
    count += 1
    counts[word, default: 0] += 1
    if counts[word] == 1 { first.append((word, field)) }
  }

  func warn(_ diagnostics: Diagnostics) {
    for (word, field) in first {
      let count = counts[word] ?? 1
      diagnostics.warn(
        field.error(
          "\(count) \(count == 1 ? "record is" : "records are") ignored: \"\(word)\" is neither a "
            + "purchase nor a sale of shares", code: .notSupported))
    }
  }
}

/// Reads the fields of one record.
private struct ActivityRecordReader {
  let table: CSVTable
  let index: Int
  let diagnostics: Diagnostics

  /// The record; `nil` when it does not matter, or cannot be read.
  func record(ignored: inout IgnoredActions) -> ActivityFile.Record? {
    guard let action = action(ignored: &ignored) else { return nil }
    let date = diagnostics.collect(try required(.date).date())
    let symbol = diagnostics.collect(try required(.symbol).text())
    let shares = diagnostics.collect(try required(.quantity).tradedShares())
    let statedKind = read(.kind, Field.acquisitionKind)
    let fee = read(.fee, Field.nonNegativeMoney)
    let price = read(.price, Field.nonNegativePrice)
    let stated = read(.amount, Field.nonNegativeMoney)
    let basis = read(.costBasis, Field.nonNegativeMoney)
    let acquired = read(.acquired, Field.date)
    let start = read(.holdingStart, Field.date)
    let disallowed = read(.disallowed, Field.nonNegativeMoney)
    let lotID = read(.lotID, Field.text)
    let id = read(.id, Field.text)
    let isSale = action == .sale
    let columns: [ActivityColumn] = isSale ? [.kind] : [.costBasis, .acquired, .disallowed]
    refuse(columns, isSale ? "a sale" : "an acquisition")
    guard let date, let symbol, let shares else { return nil }
    if isSale, let acquired { check(.acquired, acquired, isBy: date, "the sale") }
    if let start { check(.holdingStart, start, isBy: acquired ?? date, "the acquisition") }
    var record = ActivityFile.Record(
      index: index, account: field(.account).flatMap { try? $0.text() }, date: date,
      statesKind: statedKind != nil, symbol: symbol, shares: shares,
      amount: stated ?? amount(of: shares, at: price, fee: fee ?? .zero, isSale: isSale),
      basis: basis, acquired: acquired, holdingStart: start, lotID: lotID,
      disallowed: disallowed, id: id)
    if case .acquisition(let kind) = action {
      record.acquisition = statedKind ?? kind ?? .purchase
      record.statesKind = statedKind != nil || kind != nil
    }
    return record
  }

  /// What happened; `nil` when it does not matter, or is refused.
  private func action(ignored: inout IgnoredActions) -> ActivityAction? {
    guard let field = diagnostics.collect(try required(.action)),
      let word = diagnostics.collect(try field.text())
    else { return nil }
    switch ActivityAction(word, hasSymbol: self.field(.symbol) != nil) {
    case nil:
      diagnostics.report(
        field.error(
          "unknown action \"\(word)\"", expected: "such as \(ActivityAction.expected)",
          hint: suggestion(for: word, among: ActivityAction.words)))
      return nil
    case .ignored:
      ignored.add(word, field)
      return nil
    case .notModelled(let rule, let remedy):
      diagnostics.report(
        field.error(
          "\"\(word)\" needs a rule that is not modelled yet: \(rule)", code: .notSupported,
          hint: remedy))
      return nil
    case .acquisition(let kind): return .acquisition(kind)
    case .sale: return .sale
    }
  }

  /// The price of the shares with the fee: more to pay, less to receive.
  private func amount(
    of shares: Shares, at price: UnitPrice?, fee: Money, isSale: Bool
  ) -> Money? {
    guard let price else { return nil }
    let most = Int128(largestReturnAmount.cents)
    guard Int128(price.millionths) * Int128(shares.millionths) / 10_000_000_000 <= most else {
      diagnostics.report(
        table.error(
          index, ActivityColumn.quantity.place,
          "the shares are worth more than \(largestReturnAmount)", expected: "shares and dollars"))
      return nil
    }
    let value = price.times(shares)
    guard isSale else { return value + fee }
    if fee > value, let field = field(.fee) {
      diagnostics.report(field.error("\(fee) is more than the sale brings, \(value)"))
      return .zero
    }
    return value - fee
  }

  private func refuse(_ columns: [ActivityColumn], _ what: String) {
    for column in columns {
      guard let field = field(column) else { continue }
      diagnostics.report(field.error("\(what) has no \(column.rawValue)"))
    }
  }

  private func check(
    _ column: ActivityColumn, _ day: CivilDate, isBy last: CivilDate, _ event: String
  ) {
    guard day > last, let field = field(column) else { return }
    diagnostics.report(field.error("\(day) is after \(event) on \(last)"))
  }

  private func read<Value>(_ column: ActivityColumn, _ reader: FieldReader<Value>) -> Value? {
    guard let field = field(column) else { return nil }
    return diagnostics.collect(try reader(field)())
  }

  private func field(_ column: ActivityColumn) -> Field? { table.field(index, column.place) }

  private func required(_ column: ActivityColumn) throws(InputError) -> Field {
    try table.requiredField(index, column.place)
  }
}

extension Field {
  /// How shares came into an account.
  func acquisitionKind() throws(InputError) -> AcquisitionKind {
    try oneOf(AcquisitionKind.self)
  }
}
