import InputFiles
import Portfolio
import Quantities

/// A record of activity with the account that it belongs to.
struct ActivityEntry {
  var file: ActivityFile
  var record: ActivityFile.Record
  var account: String

  /// The security in the account.
  var holding: Holding { Holding(account: account, symbol: record.symbol) }

  /// One security in one account.
  struct Holding: Hashable {
    var account: String
    var symbol: String
  }

  /// An error about a field of the record.
  func error(
    _ column: ActivityColumn, _ message: String, code: InputError.Code = .invalidValue,
    expected: String? = nil, hint: String? = nil
  ) -> InputError {
    file.error(record, column, message, code: code, expected: expected, hint: hint)
  }
}

/// What the records say was acquired, and what became of it.
///
/// An acquisition is the same purchase as a lot of the scenario that has its `lot_id`, or else as
/// the lots of its account and security that were acquired on its day: the one that has as many
/// shares, or all of them. A lot that has another name is another purchase. Shares of an
/// acquisition that its lots do not hold any more were sold; of several acquisitions of one lot,
/// the lot holds the last shares.
struct AcquisitionBook {
  /// An acquisition.
  struct Acquisition {
    var entry: ActivityEntry
    /// The lots of the scenario that hold the rest of it.
    var lots: [Int] = []
    /// The shares that those lots hold.
    var held = Shares.zero
    /// Sales of its shares that the records tell, in order.
    var sales: [(date: CivilDate, shares: Shares)] = []

    /// The shares that the records tell to be sold.
    var sold: Shares { sales.reduce(.zero) { $0 + $1.shares } }

    /// The shares that neither a lot nor a sale accounts for.
    var unaccounted: Shares { max(.zero, entry.record.shares - held - sold) }

    /// What some of the shares cost, when `sold` were sold before them; `nil` where it is not
    /// stated. The pieces add up to the whole.
    func cost(of shares: Shares, after sold: Shares) -> Money? {
      entry.record.amount.map { amount in
        (sold + shares).portion(of: amount, outOf: entry.record.shares)
          - sold.portion(of: amount, outOf: entry.record.shares)
      }
    }
  }

  /// Shares of an acquisition that one sale took.
  struct Piece {
    /// The index of the acquisition.
    var acquisition: Int
    var shares: Shares
    /// The shares of it sold before.
    var soldBefore: Shares
  }

  /// The acquisitions in order of their dates.
  private(set) var acquisitions: [Acquisition]
  private let lots: [Lot]
  private var acquisitionsOf: [ActivityEntry.Holding: [Int]] = [:]
  private var lotsOf: [ActivityEntry.Holding: [Int]] = [:]

  /// Connects acquisitions with the lots that hold their shares.
  ///
  /// - Parameters:
  ///   - entries: the acquisitions in order of their dates.
  ///   - holdings: the lots.
  init(_ entries: [ActivityEntry], holdings: Holdings) {
    acquisitions = entries.map { Acquisition(entry: $0) }
    lots = holdings.lots
    for index in acquisitions.indices {
      acquisitionsOf[acquisitions[index].entry.holding, default: []].append(index)
    }
    for index in lots.indices {
      let holding = ActivityEntry.Holding(account: lots[index].account, symbol: lots[index].symbol)
      lotsOf[holding, default: []].append(index)
    }
    matchNames()
    matchDates(holdings)
    hold()
  }

  /// The lot of a name in a holding.
  func lot(named name: String?, in holding: ActivityEntry.Holding) -> Int? {
    guard let name else { return nil }
    return lotsOf[holding]?.first { lots[$0].id == name }
  }

  /// The lots of a holding that are still held and were acquired before a day, in order.
  func lots(of holding: ActivityEntry.Holding, before day: CivilDate) -> [Int] {
    (lotsOf[holding] ?? []).filter { lots[$0].acquired < day }
      .sorted { (lots[$0].acquired, $0) < (lots[$1].acquired, $1) }
  }

  /// The only lot of a holding that was acquired on a day.
  func onlyLot(of holding: ActivityEntry.Holding, on day: CivilDate) -> Int? {
    let found = (lotsOf[holding] ?? []).filter { lots[$0].acquired == day }
    return found.count == 1 ? found[0] : nil
  }

  /// Takes the shares of a sale from the acquisitions on or before its day.
  ///
  /// - Parameter sale: names a lot or the day of the acquisition, or neither: the shares are then
  ///   those acquired first.
  /// - Returns: the pieces in order of acquisition, which may be fewer shares than were sold.
  mutating func take(_ sale: ActivityEntry) -> [Piece] {
    let record = sale.record
    let lot = lot(named: record.lotID, in: sale.holding)
    var pieces: [Piece] = []
    var left = record.shares
    for index in acquisitionsOf[sale.holding] ?? [] {
      let acquisition = acquisitions[index]
      let isMeant =
        if let name = record.lotID {
          acquisition.entry.record.lotID == name || lot.map(acquisition.lots.contains) == true
        } else {
          record.acquired.map { $0 == acquisition.entry.record.date } ?? true
        }
      guard isMeant, acquisition.entry.record.date <= record.date else { continue }
      let shares = min(left, acquisition.unaccounted)
      if shares == .zero { continue }
      pieces.append(Piece(acquisition: index, shares: shares, soldBefore: acquisition.sold))
      acquisitions[index].sales.append((record.date, shares))
      left -= shares
    }
    return pieces
  }

  private mutating func matchNames() {
    for index in acquisitions.indices {
      let entry = acquisitions[index].entry
      if let lot = lot(named: entry.record.lotID, in: entry.holding) {
        acquisitions[index].lots = [lot]
      }
    }
  }

  private mutating func matchDates(_ holdings: Holdings) {
    var taken = Set(acquisitions.flatMap(\.lots))
    let namedLots = taken
    for index in acquisitions.indices where acquisitions[index].lots.isEmpty {
      let entry = acquisitions[index].entry
      let sameDay = (lotsOf[entry.holding] ?? []).filter { lot in
        lots[lot].acquired == entry.record.date && !namedLots.contains(lot)
          && (entry.record.lotID == nil || !holdings.isNamed(lot: lot))
      }
      let free = sameDay.filter { !taken.contains($0) }
      let alike = free.first { lots[$0].quantity == entry.record.shares }
      let matched = alike.map { [$0] } ?? (free.isEmpty ? sameDay : free)
      acquisitions[index].lots = matched
      taken.formUnion(matched)
    }
  }

  /// Finds how many shares of each acquisition its lots hold.
  private mutating func hold() {
    var left: [Int: Shares] = [:]
    for index in acquisitions.indices.reversed() {
      for lot in acquisitions[index].lots {
        let most = acquisitions[index].entry.record.shares - acquisitions[index].held
        let shares = min(left[lot] ?? lots[lot].quantity, most)
        acquisitions[index].held += shares
        left[lot] = (left[lot] ?? lots[lot].quantity) - shares
      }
    }
  }
}
