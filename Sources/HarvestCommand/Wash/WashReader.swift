import InputFiles
import Portfolio
import Quantities
import Reports

/// Reads a line of `harvest wash`: the records of a household.
///
/// Keys that it does not know are left alone, so that exports of other programs can be read with all
/// they say besides. Everything that is wrong is collected.
struct WashReader {
  /// The longest text of a number, far more than any record needs.
  private static let longestNumber = 64

  private(set) var faults: [WashFault] = []
  /// The record that is being read.
  private var transaction: String?

  /// Reads a household.
  ///
  /// - Parameter root: the mapping of the line.
  /// - Returns: what could be read; not to be used when there are ``faults``.
  mutating func records(_ root: Mapping) -> LedgerRecords {
    LedgerRecords(
      policy: policy(root.optional("policy")),
      accounts: elements(required(root, "accounts")).compactMap { account($0) },
      securities: securities(root.optional("securities")),
      groups: elements(root.optional("groups")).map { group($0) },
      transactions: elements(required(root, "transactions")).compactMap { transaction($0) })
  }

  // MARK: Faults

  mutating func report(_ error: InputError) {
    faults.append(
      WashFault(
        code: error.code.rawValue, message: error.summary, path: error.path,
        transaction: transaction))
  }

  mutating func collect<Value>(_ body: @autoclosure () throws(InputError) -> Value?) -> Value? {
    do { return try body() } catch {
      report(error)
      return nil
    }
  }

  // MARK: Values

  mutating func required(_ mapping: Mapping, _ key: String) -> Field? {
    if let field = mapping.optional(key) { return field }
    var error = mapping.field.error(
      "required key \"\(key)\" is missing", code: .missingKey)
    error.path = error.path.isEmpty ? key : "\(error.path).\(key)"
    report(error)
    return nil
  }

  private mutating func elements(_ field: Field?) -> [Field] {
    collect(try field?.sequence()) ?? []
  }

  mutating func text(_ field: Field?) -> String? { collect(try field?.text()) }

  mutating func number(_ field: Field?) -> Fraction? {
    guard let field, let text = text(field) else { return nil }
    if text.utf8.count <= Self.longestNumber, let number = Fraction(text) { return number }
    report(
      field.error(
        "\"\(text.prefix(Self.longestNumber))\" is not a number",
        expected: "digits such as 12.5, or 62/3"))
    return nil
  }

  mutating func date(_ field: Field?) -> CivilDate? { collect(try field?.date()) }

  private mutating func time(_ field: Field?) -> TimeOfDay? {
    guard let field, let text = text(field) else { return nil }
    if let time = TimeOfDay(text) { return time }
    report(field.error("\"\(text)\" is not a time", expected: "HH:MM:SS"))
    return nil
  }

  /// One of the names of an enumeration; the names are listed only where it is none of them.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type, _ field: Field?
  ) -> Choice? {
    guard let field, let text = text(field) else { return nil }
    return Choice(rawValue: text) ?? collect(try field.oneOf(type))
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: Field?, _ standard: Choice
  ) -> Choice {
    choice(Choice.self, field) ?? standard
  }

  // MARK: Household

  private mutating func policy(_ field: Field?) -> WashPolicy {
    var policy = WashPolicy()
    guard let mapping = collect(try field?.mapping()) else { return policy }
    policy.sameLot = choice(mapping.optional("same_lot"), policy.sameLot)
    policy.sameDaySales = choice(mapping.optional("same_day_sales"), policy.sameDaySales)
    policy.olderLots = choice(mapping.optional("older_lots"), policy.olderLots)
    policy.tacking = choice(mapping.optional("tacking"), policy.tacking)
    policy.spouse = choice(mapping.optional("spouse"), policy.spouse)
    policy.vest = choice(mapping.optional("vest"), policy.vest)
    policy.cryptoSubjectFrom = date(mapping.optional("crypto_subject_from"))
    if let counts = mapping.optional("retirement_counts") {
      policy.retirementCounts = Set(
        elements(counts).map { choice($0, LedgerAccountType.ira).kind })
    }
    return policy
  }

  private mutating func account(_ field: Field) -> LedgerAccount? {
    guard let mapping = collect(try field.mapping()) else { return nil }
    refuseAverageBasis(mapping)
    let id = text(required(mapping, "id"))
    let type = choice(LedgerAccountType.self, required(mapping, "type"))
    let owner = choice(mapping.optional("owner"), LedgerOwner.taxpayer)
    let isMarkToMarket = collect(try mapping.optional("mtm475")?.bool()) ?? false
    let isDealer = collect(try mapping.optional("dealer")?.bool()) ?? false
    guard let id else { return nil }
    return LedgerAccount(
      id: id, kind: type?.kind ?? .taxable, owner: owner, isMarkToMarket: isMarkToMarket,
      isDealer: isDealer)
  }

  private mutating func refuseAverageBasis(_ mapping: Mapping) {
    guard let field = mapping.optional("basis_method"), text(field) == "average" else { return }
    report(
      field.error(
        "needs a rule that is not modelled: average basis of fund shares, Treas. Reg. 1.1012-1(e)",
        code: .notSupported))
  }

  private mutating func securities(_ field: Field?) -> [LedgerRecords.Security] {
    guard let mapping = collect(try field?.mapping()) else { return [] }
    return zip(mapping.keys, mapping.pairs).compactMap { symbol, pair in
      security(symbol, pair.value)
    }
  }

  private mutating func security(_ symbol: String, _ field: Field) -> LedgerRecords.Security? {
    guard let mapping = collect(try field.mapping()) else { return nil }
    refuseAverageBasis(mapping)
    var security = LedgerRecords.Security(
      symbol: symbol, assetClass: choice(mapping.optional("class"), AssetClass.stock))
    if let right = collect(try mapping.optional("acquires")?.mapping()) {
      security.acquires = text(required(right, "symbol"))
      security.acquiresPerUnit = number(required(right, "per_unit")) ?? .one
    }
    return security
  }

  private mutating func group(_ field: Field) -> [LedgerRecords.Member] {
    guard let mapping = collect(try field.mapping()) else { return [] }
    return elements(required(mapping, "members")).compactMap { member($0) }
  }

  private mutating func member(_ field: Field) -> LedgerRecords.Member? {
    guard field.isMapping else { return text(field).map { LedgerRecords.Member(symbol: $0) } }
    guard let mapping = collect(try field.mapping()),
      let symbol = text(required(mapping, "symbol"))
    else { return nil }
    return LedgerRecords.Member(symbol: symbol, ratio: number(mapping.optional("ratio")) ?? .one)
  }

  // MARK: Records

  private mutating func transaction(_ field: Field) -> LedgerTransaction? {
    guard let mapping = collect(try field.mapping()) else { return nil }
    let id = text(required(mapping, "id"))
    transaction = id
    defer { transaction = nil }
    let type = choice(WashRecordType.self, required(mapping, "type"))
    let date = date(required(mapping, "date"))
    let time = time(mapping.optional("time"))
    let order = text(mapping.optional("order"))
    guard let type, let action = action(type, mapping), let id, let date else { return nil }
    return LedgerTransaction(id: id, date: date, time: time, order: order, action: action)
  }
}
