import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// The accounts, lots and securities of a scenario.
struct Holdings {
  private(set) var accounts: [Account] = []
  private(set) var lots: [Lot] = []
  private(set) var securities: [Security] = []
  /// The files of activity in the order in which accounts first name them.
  private(set) var activities: [NamedActivity] = []
  private let diagnostics: Diagnostics
  private var accountKinds: [String: AccountKind] = [:]
  private var lotPlaces: [(file: LotFile, record: LotFile.Record)] = []

  /// The accounts whose lots are listed, if they have any.
  private var accountsWithLots: Set<String> = []
  /// Whether a file of lots cannot be read at all.
  private var lacksFile = false
  private var unreadNames: Set<String> = []

  /// A file of activity with the accounts that name it.
  struct NamedActivity {
    var path: String
    var file: ActivityFile
    var accounts: [String]
  }

  /// Reads the accounts and the files of lots and activity that they name.
  ///
  /// - Parameters:
  ///   - top: the scenario file.
  ///   - wholeShares: what holds for accounts that do not say.
  ///   - folder: the files.
  ///   - prices: what is stated of securities.
  ///   - rates: what other currencies are worth.
  init(
    _ top: Section<ScenarioKey>, wholeShares: Bool, folder: HouseholdFolder,
    prices: SecurityReader, rates: ExchangeRates
  ) {
    diagnostics = top.diagnostics
    let files = readAccounts(top, wholeShares: wholeShares, folder: folder)
    unreadNames = files.reduce(into: []) { $0.formUnion($1.unreadNames) }
    readLots(files, rates: rates)
    averageLots(AverageBasis(lastDays: prices.averageLastDays))
    securities = prices.securities(heldLots: lotPlaces)
  }

  /// What an account is; `nil` for an account that does not exist.
  func kind(ofAccount id: String) -> AccountKind? { accountKinds[id] }

  /// Whether the lots of an account are listed in a file.
  func listsLots(ofAccount id: String) -> Bool { accountsWithLots.contains(id) }

  /// Whether the file of a lot gives it a name of its own.
  func isNamed(lot: Int) -> Bool {
    lotPlaces.indices.contains(lot) && lotPlaces[lot].record.id != nil
  }

  /// How a lot was acquired, by the file that lists it; `nil` where that does not say.
  func statedKind(lot: Int) -> AcquisitionKind? {
    lotPlaces.indices.contains(lot) ? lotPlaces[lot].record.kind : lots[lot].acquisition
  }

  /// Takes over how a lot was acquired from the record of its purchase.
  mutating func set(_ kind: AcquisitionKind, ofLot lot: Int) { lots[lot].acquisition = kind }

  /// Adds a lot that no file lists, after all others.
  ///
  /// - Returns: its index.
  mutating func add(_ lot: Lot) -> Int {
    lots.append(lot)
    return lots.count - 1
  }

  /// Whether a name may be that of a lot that could not be read.
  func mayHave(_ name: String) -> Bool { lacksFile || unreadNames.contains(name) }

  /// The names of lots on average basis, whose shares cannot be picked.
  private(set) var averagedNames: Set<String> = []

  private mutating func averageLots(_ method: AverageBasis) {
    for (file, record) in lotPlaces
    where record.giftValue != nil && method.covers(record.symbol, acquired: record.acquired) {
      diagnostics.report(
        file.error(
          record, .giftValue,
          "a gift with two bases is not averaged with others (Treas. Reg. §1.1012-1(e)(1))",
          hint: "where the value when given is elected as its basis, state it as cost_basis"))
    }
    method.apply(to: &lots) { accountKinds[$0]?.reasonNotHarvestable == nil }
    averagedNames = Set(lots.lazy.filter(\.isAveraged).map(\.id))
  }

  /// Makes one lot of shares on average basis that nothing tells apart.
  ///
  /// - Parameters:
  ///   - firstDate: the first planning date.
  ///   - pastSales: the sales of the past; the lots they name are renumbered.
  mutating func mergeAverages(firstDate: CivilDate?, pastSales: inout [PastSale]) {
    guard let firstDate, !averagedNames.isEmpty else { return }
    let (merged, places) = AverageBasis.merge(
      lots, longTermOn: firstDate, pastSales: pastSales)
    for index in pastSales.indices {
      pastSales[index].lot = pastSales[index].lot.map { places[$0] }
    }
    lots = merged
  }

  /// Reads the accounts and returns the files of their lots, each once.
  private mutating func readAccounts(
    _ top: Section<ScenarioKey>, wholeShares: Bool, folder: HouseholdFolder
  ) -> [LotFile] {
    var files: [LotFile] = []
    var paths: Set<String> = []
    for field in diagnostics.collect(try top[.accounts]?.sequence()) ?? [] {
      let section = Section(field, keys: AccountKey.self, into: diagnostics)
      let id = readAccount(section, wholeShares: wholeShares)
      if let lots = section[.lots], let path = diagnostics.collect(try lots.text()) {
        if let id { accountsWithLots.insert(id) }
        if paths.insert(path).inserted {
          if let file = folder.lots(at: lots) { files.append(file) } else { lacksFile = true }
        }
      }
      readActivity(section, of: id, folder: folder)
    }
    return files
  }

  /// Reads the name of a file of activity, or the word that there is none.
  private mutating func readActivity(
    _ section: Section<AccountKey>, of id: String?, folder: HouseholdFolder
  ) {
    guard let field = section[.transactions], let path = diagnostics.collect(try field.text())
    else { return }
    let account = accounts.firstIndex { $0.id == id }
    if path == ActivityCoverage.none.rawValue {
      if let account { accounts[account].activity = .none }
      return
    }
    if let account { accounts[account].activity = .supplied }
    guard let file = folder.activity(at: field), let id else { return }
    if let known = activities.firstIndex(where: { $0.path == path }) {
      activities[known].accounts.append(id)
    } else {
      activities.append(NamedActivity(path: path, file: file, accounts: [id]))
    }
  }

  /// Reads an account; `nil` where it has no name, or that of another.
  private mutating func readAccount(
    _ section: Section<AccountKey>, wholeShares: Bool
  ) -> String? {
    let idField = section.required(.id, "the name that the files of lots use")
    let id = diagnostics.collect(try idField?.text())
    let kindField = section.required(
      .kind, "one of \(AccountKind.allCases.map(\.rawValue).joined(separator: ", "))")
    let kind = diagnostics.collect(try kindField?.oneOf(AccountKind.self))
    let owner = section.read(.owner, Field.text) ?? ""
    let wholeShares = section.read(.wholeShares, Field.bool) ?? wholeShares
    guard let id, let idField else { return nil }
    if accountKinds[id] != nil {
      diagnostics.report(
        idField.error("account \"\(id)\" is described twice", code: .duplicateKey))
      return nil
    }
    // An account whose kind is wrong is still known, so that its lots are not reported too.
    accountKinds[id] = kind ?? .taxable
    accounts.append(
      Account(id: id, kind: kind ?? .taxable, owner: owner, wholeShares: wholeShares))
    return id
  }

  private mutating func readLots(_ files: [LotFile], rates: ExchangeRates) {
    var names = LotNames(files)
    for (number, file) in files.enumerated() {
      for (index, original) in file.records.enumerated() {
        var record = original
        guard let kind = accountKinds[record.account] else {
          diagnostics.report(
            file.error(
              record, .account, "no account is named \"\(record.account)\"", code: .unknownName,
              hint: suggestion(for: record.account, among: accounts.map(\.id))
                ?? "add it to accounts"))
          continue
        }
        if record.isBasisEmpty, kind.reasonNotHarvestable == nil {
          diagnostics.report(
            file.error(
              record, .costBasis, "is empty", code: .missingKey,
              expected: "the adjusted basis of the whole lot in dollars"))
        }
        if kind.reasonNotHarvestable == nil,
          let dollars = diagnostics.collect(try record.translated(by: rates, of: file))
        {
          record = dollars
        }
        let place = LotNames.Place(file: number, record: index)
        if let id = record.id, let first = names.place(of: id), first != place {
          let other = files[first.file]
          let location = other.error(other.records[first.record], .lotID, "").location
          diagnostics.report(
            file.error(
              record, .lotID, "lot \"\(id)\" is described twice", code: .duplicateKey,
              expected: "first at \(location)"))
        }
        lotPlaces.append((file, record))
        lots.append(
          Lot(
            id: record.id ?? names.name(for: record, at: place), account: record.account,
            symbol: record.symbol, acquired: record.acquired, holdingStart: record.holdingStart,
            quantity: record.quantity, adjustedBasis: record.basis, giftValue: record.giftValue,
            acquisition: record.kind ?? .purchase, replacedShares: record.replaced,
            note: record.note))
      }
    }
  }
}

/// Names for lots, unique in the household.
struct LotNames {
  /// A record of one of the files.
  struct Place: Hashable {
    var file: Int
    var record: Int
  }

  private var places: [String: Place] = [:]
  private var lastNumbers: [String: Int] = [:]

  /// Names that avoid those stated in the files.
  init(_ files: [LotFile]) {
    places.reserveCapacity(files.reduce(0) { $0 + $1.records.count })
    for (number, file) in files.enumerated() {
      for (index, record) in file.records.enumerated() {
        guard let id = record.id, places[id] == nil else { continue }
        places[id] = Place(file: number, record: index)
      }
    }
  }

  /// The first record that has a name.
  func place(of id: String) -> Place? { places[id] }

  /// A name for a lot that has none: symbol and acquisition date, numbered from the second on.
  mutating func name(for record: LotFile.Record, at place: Place) -> String {
    let base = "\(record.symbol)-\(record.acquired)"
    var number = lastNumbers[base] ?? 0
    var name: String
    repeat {
      number += 1
      name = number == 1 ? base : "\(base)-\(number)"
    } while places[name] != nil
    lastNumbers[base] = number
    places[name] = place
    return name
  }
}
