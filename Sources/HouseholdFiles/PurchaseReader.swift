import InputFiles
import Planning
import Portfolio
import Quantities

/// Names for records, unique in the scenario.
struct RecordNames {
  private var taken: Set<String> = []
  private var lastNumbers: [String: Int] = [:]

  /// Takes a name that the household gave; `false` when something has it already.
  mutating func take(_ name: String) -> Bool { taken.insert(name).inserted }

  /// A name that nothing has: the words, numbered from the second on.
  mutating func unused(_ words: String) -> String {
    var number = lastNumbers[words] ?? 0
    var name: String
    repeat {
      number += 1
      name = number == 1 ? words : "\(words) (\(number))"
    } while !taken.insert(name).inserted
    lastNumbers[words] = number
    return name
  }
}

/// Reads the purchases that are scheduled.
struct PurchaseReader {
  /// The purchases of one entry, which differ by their dates.
  private struct Entry {
    var account: String
    var symbol: String
    var dates: [CivilDate]
    var shares: Shares
    var kind: AcquisitionKind
    var canStop: Bool
    var isEstimated: Bool
    /// The household's name for them.
    var name: String?
  }

  private let diagnostics: Diagnostics
  private let accounts: [Account]
  private var entries: [Entry] = []

  /// The kinds of purchase that can be scheduled.
  static let kinds: [AcquisitionKind] = [
    .purchase, .drip, .automatic, .contribution, .vest, .espp, .exercise,
  ]

  /// Reads the list of purchases and takes the names that it states.
  init(_ top: Section<ScenarioKey>, accounts: [Account], names: inout RecordNames) {
    diagnostics = top.diagnostics
    self.accounts = accounts
    for field in diagnostics.collect(try top[.purchases]?.sequence()) ?? [] {
      let section = Section(field, keys: PurchaseKey.self, into: diagnostics)
      if let entry = entry(section) { entries.append(entry) }
      if let field = section[.id], let name = try? field.text(), !names.take(name) {
        diagnostics.report(
          field.error("record \"\(name)\" is described twice", code: .duplicateKey))
      }
    }
  }

  /// The purchases in order of their dates.
  func purchases(names: inout RecordNames) -> [Purchase] {
    var purchases: [Purchase] = []
    for entry in entries {
      for date in entry.dates {
        let words =
          entry.name.map { "\($0) \(date)" }
          ?? "\(entry.account) \(entry.symbol) \(entry.kind.rawValue) \(date)"
        let isAlone = entry.name != nil && entry.dates.count == 1
        purchases.append(
          Purchase(
            id: isAlone ? entry.name ?? "" : names.unused(words), account: entry.account,
            symbol: entry.symbol, date: date, shares: entry.shares, kind: entry.kind,
            isScheduled: true, canBeStopped: entry.canStop, isEstimated: entry.isEstimated))
      }
    }
    return purchases.inDateOrder(\.date)
  }

  private func entry(_ section: Section<PurchaseKey>) -> Entry? {
    let accountField = section.required(.account, "the id of one of the accounts")
    let account = diagnostics.collect(try accountField?.text())
    let symbol = diagnostics.collect(try section.required(.symbol, "what is bought")?.text())
    let shares = diagnostics.collect(
      try section.required(.shares, "how many are bought on each date")?.tradedShares())
    let dates = dates(section)
    let kind = section.read(.kind, Field.scheduledKind) ?? .purchase
    let canStop = section.read(.canStop, Field.bool) ?? kind.canUsuallyBeStopped
    let isEstimated = section.read(.estimated, Field.bool) ?? (kind == .drip)
    let name = section.read(.id, Field.text)
    if let account, let accountField, !accounts.contains(where: { $0.id == account }) {
      diagnostics.report(
        accountField.error(
          "no account is named \"\(account)\"", code: .unknownName,
          hint: suggestion(for: account, among: accounts.map(\.id)) ?? "add it to accounts"))
    }
    guard let account, let symbol, let shares else { return nil }
    return Entry(
      account: account, symbol: symbol, dates: dates, shares: shares, kind: kind,
      canStop: canStop, isEstimated: isEstimated, name: name)
  }

  private func dates(_ section: Section<PurchaseKey>) -> [CivilDate] {
    guard let field = section[.dates] else {
      let date = section.required(.date, "the day of the purchase, or dates")
      return [diagnostics.collect(try date?.date())].compactMap(\.self)
    }
    if section[.date] != nil {
      diagnostics.report(field.error("both date and dates are stated", hint: "keep one"))
    }
    if field.isSequence, (try? field.sequence())?.isEmpty == true {
      diagnostics.report(field.error("the list is empty", expected: "at least one date"))
    }
    return diagnostics.values(in: field, Field.date)
  }
}

extension AcquisitionKind {
  /// Whether a household can stop such a purchase before it is made.
  fileprivate var canUsuallyBeStopped: Bool { ![.vest, .espp, .exercise].contains(self) }
}

extension Field {
  /// A kind of purchase that can be scheduled.
  fileprivate func scheduledKind() throws(InputError) -> AcquisitionKind {
    let kind = try acquisitionKind()
    guard PurchaseReader.kinds.contains(kind) else {
      let names = PurchaseReader.kinds.map(\.rawValue).joined(separator: ", ")
      throw error("\(kind.rawValue) is not a scheduled purchase", expected: "one of \(names)")
    }
    return kind
  }
}

extension Array {
  /// The elements by day; those of one day stay in their order.
  func inDateOrder(_ date: (Element) -> CivilDate) -> [Element] {
    indices.sorted { (date(self[$0]), $0) < (date(self[$1]), $1) }.map { self[$0] }
  }
}
