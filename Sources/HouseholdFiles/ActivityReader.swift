import InputFiles
import Planning
import Portfolio
import Quantities

/// Finds past sales and purchases in the files of activity.
///
/// The files of lots say what is held; activity says what happened. A purchase whose shares are a
/// lot of the scenario only tells how that lot was acquired. Of any other the shares become a
/// ``Purchase`` that
///
/// - no sale of the record took, first in first out unless the sale names the lot or the day; or
/// - a later sale took after a past sale of a security of the same group whose loss is not yet
///   disallowed, in whose window the purchase lies: they were held after that loss, so they may
///   replace the shares sold, although they are gone now. Shares sold on the day of the loss or
///   before it replace nothing, nor does the rest of the purchase that the loss was sold from.
///
/// In an account whose lots are not listed, shares bought before the record begins may have been
/// sold in place of those of the record. The record should begin with them; a sale that is taken
/// to have sold shares near the planning dates is told.
struct ActivityReader {
  /// Sales in taxable accounts, in order of their dates.
  private(set) var pastSales: [PastSale] = []
  /// Purchases whose shares are no lot of the scenario, in order of their dates.
  private(set) var purchases: [Purchase] = []
  private let groups: IdenticalGroups
  private let diagnostics: Diagnostics
  private var losses: [Loss] = []

  /// A sale at a loss that is not yet disallowed.
  private struct Loss {
    /// The name of what is identical to the security.
    var group: String
    var date: CivilDate
    var holding: ActivityEntry.Holding
    var acquired: CivilDate
    /// The acquisitions whose shares were sold.
    var acquisitions: [Int]
  }

  /// The days before and after a sale at a loss within which a purchase replaces, IRC §1091(a).
  private static let window = WashRules.law.windowDays

  /// Reads all files of activity, and tells the lots how they were acquired.
  ///
  /// - Parameters:
  ///   - holdings: the accounts with their files, and the lots.
  ///   - groups: the securities that are substantially identical.
  ///   - firstDate: the first planning date, which no record comes after.
  ///   - diagnostics: receives every error.
  ///   - names: those taken by other records.
  init(
    holdings: inout Holdings, groups: IdenticalGroups, firstDate: CivilDate?,
    diagnostics: Diagnostics, names: inout RecordNames
  ) {
    self.groups = groups
    self.diagnostics = diagnostics
    var entries: [ActivityEntry] = []
    for activity in holdings.activities {
      for record in activity.file.records {
        guard let account = account(of: record, activity, holdings) else { continue }
        entries.append(ActivityEntry(file: activity.file, record: record, account: account))
      }
    }
    if entries.isEmpty { return }
    for entry in entries { check(entry, firstDate: firstDate, names: &names) }
    checkLots(entries, holdings)
    entries = entries.inDateOrder(\.record.date)
    var book = AcquisitionBook(entries.filter { !$0.record.isSale }, holdings: holdings)
    setKinds(book, &holdings)
    for sale in entries where sale.record.isSale {
      let pieces = book.take(sale)
      if !holdings.listsLots(ofAccount: sale.account) {
        warnOfRecentShares(sale, pieces, book, firstDate: firstDate)
      }
      if holdings.kind(ofAccount: sale.account)?.reasonNotHarvestable != nil { continue }
      let reader = SaleReader(sale: sale, pieces: pieces, book: book, lots: holdings.lots)
      let sales = diagnostics.collect(try reader.sales(names: &names)) ?? []
      pastSales += sales
      note(sales, pieces, holding: sale.holding)
    }
    addPurchases(book, holdings, names: &names)
  }

  /// The account of a record: that which the file states, or else the only one that names the file.
  private func account(
    of record: ActivityFile.Record, _ activity: Holdings.NamedActivity, _ holdings: Holdings
  ) -> String? {
    guard let stated = record.account else {
      if activity.accounts.count == 1 { return activity.accounts[0] }
      diagnostics.report(
        activity.file.error(
          record, .account, "is empty", code: .missingKey,
          expected: "one of \(activity.accounts.joined(separator: ", ")), which share the file"))
      return nil
    }
    if activity.accounts.contains(stated) { return stated }
    let isKnown = holdings.kind(ofAccount: stated) != nil
    diagnostics.report(
      activity.file.error(
        record, .account,
        isKnown
          ? "account \"\(stated)\" does not name this file"
          : "no account is named \"\(stated)\"",
        code: .unknownName,
        hint: isKnown
          ? "add transactions: \(activity.path) to the account"
          : suggestion(for: stated, among: holdings.accounts.map(\.id)) ?? "add it to accounts"))
    return nil
  }

  private func check(
    _ entry: ActivityEntry, firstDate: CivilDate?, names: inout RecordNames
  ) {
    if let firstDate, entry.record.date > firstDate {
      diagnostics.report(
        entry.error(
          .date, "\(entry.record.date) is after the first planning date, \(firstDate)",
          hint: "purchases to come belong to purchases"))
    }
    if let id = entry.record.id, !names.take(id) {
      diagnostics.report(
        entry.error(.id, "record \"\(id)\" is described twice", code: .duplicateKey))
    }
  }

  /// Reports records that name a lot of another account or security.
  private func checkLots(_ entries: [ActivityEntry], _ holdings: Holdings) {
    let named = Set(entries.compactMap(\.record.lotID))
    if named.isEmpty { return }
    var lots: [String: Lot] = [:]
    for lot in holdings.lots where named.contains(lot.id) { lots[lot.id] = lot }
    for entry in entries {
      guard let id = entry.record.lotID, let lot = lots[id],
        lot.account != entry.account || lot.symbol != entry.record.symbol
      else { continue }
      diagnostics.report(
        entry.error(.lotID, "lot \(id) is \(lot.symbol) in account \(lot.account)"))
    }
  }

  private func setKinds(_ book: AcquisitionBook, _ holdings: inout Holdings) {
    for acquisition in book.acquisitions where acquisition.held > .zero {
      let entry = acquisition.entry
      guard entry.record.statesKind, let kind = entry.record.acquisition else { continue }
      for lot in acquisition.lots {
        if let stated = holdings.statedKind(lot: lot), stated != kind {
          diagnostics.report(
            entry.error(
              .action, "\(kind.rawValue) contradicts the kind of lot \(holdings.lots[lot].id)",
              expected: stated.rawValue))
        } else {
          holdings.set(kind, ofLot: lot)
        }
      }
    }
  }

  /// Tells of a sale that may have left the shares that a planned loss would meet.
  private func warnOfRecentShares(
    _ sale: ActivityEntry, _ pieces: [AcquisitionBook.Piece], _ book: AcquisitionBook,
    firstDate: CivilDate?
  ) {
    let days = pieces.map { book.acquisitions[$0.acquisition].entry.record.date }
    guard let firstDate, sale.record.lotID == nil, sale.record.acquired == nil,
      let day = days.last, firstDate.days(since: day) <= Self.window
    else { return }
    diagnostics.warn(
      sale.error(
        .quantity, "shares bought on \(day) are taken as sold, first in first out",
        code: .missingKey,
        hint: "state lot_id or acquired, or begin the record with the shares held before"))
  }

  /// Keeps the losses that a purchase may still meet.
  private mutating func note(
    _ sales: [PastSale], _ pieces: [AcquisitionBook.Piece], holding: ActivityEntry.Holding
  ) {
    for sale in sales where sale.basis - sale.proceeds > sale.disallowed {
      losses.append(
        Loss(
          group: groups.name(of: sale.symbol), date: sale.date, holding: holding,
          acquired: sale.acquired, acquisitions: pieces.map(\.acquisition)))
    }
  }

  private mutating func addPurchases(
    _ book: AcquisitionBook, _ holdings: Holdings, names: inout RecordNames
  ) {
    for (index, acquisition) in book.acquisitions.enumerated() {
      let entry = acquisition.entry
      guard let kind = entry.record.acquisition, kind.isPurchase else { continue }
      let left = acquisition.lots.isEmpty ? acquisition.unaccounted : .zero
      if left > .zero, holdings.listsLots(ofAccount: entry.account) {
        diagnostics.warn(
          entry.error(
            .quantity, "\(left) shares are neither in a lot nor sold", code: .unknownName,
            hint: "they are taken as held; add their lot or their sale"))
      }
      var parts: [(shares: Shares, soldOn: CivilDate?)] = acquisition.sales
        .filter { wasHeldAfterLoss(index, entry, until: $0.date) }.map { ($0.shares, $0.date) }
      if left > .zero { parts.insert((left, nil), at: 0) }
      for (number, part) in parts.enumerated() {
        let words =
          "\(entry.account) \(entry.record.symbol) \(kind.rawValue) \(entry.record.date)"
        purchases.append(
          Purchase(
            id: number == 0 ? entry.record.id ?? names.unused(words) : names.unused(words),
            account: entry.account, symbol: entry.record.symbol, date: entry.record.date,
            shares: part.shares, kind: kind, soldOn: part.soldOn))
      }
    }
  }

  private func wasHeldAfterLoss(
    _ index: Int, _ entry: ActivityEntry, until sold: CivilDate
  ) -> Bool {
    let group = groups.name(of: entry.record.symbol)
    return losses.contains { loss in
      loss.group == group && loss.date < sold
        && abs(loss.date.days(since: entry.record.date)) <= Self.window
        && !loss.acquisitions.contains(index)
        && !(loss.holding == entry.holding && loss.acquired == entry.record.date)
    }
  }
}
