import Planning
import Portfolio
import Quantities

/// The average basis of fund shares, Treas. Reg. §1.1012-1(e).
///
/// All shares of a security in one account that are on average basis, whatever their holding
/// periods, have the same basis a share. Where the household has left the method for shares
/// acquired later, only those up to its last day are averaged; the others keep the basis of their
/// lots. That the method can be revoked for shares held only within a year and before the first
/// sale is the household's to know: it then states `specific` and the basis of each lot.
struct AverageBasis {
  /// The securities on average basis, with the last day whose acquisitions are.
  let lastDays: [String: CivilDate?]

  private struct Pool: Hashable {
    var account: String
    var symbol: String
  }

  /// Whether a lot is averaged.
  func covers(_ symbol: String, acquired: CivilDate) -> Bool {
    guard let last = lastDays[symbol] else { return false }
    return last.map { acquired <= $0 } ?? true
  }

  /// Gives the lots of each pool their average basis; in cents they add up to what they were.
  ///
  /// - Parameters:
  ///   - lots: the lots in the order of the files.
  ///   - isTaxed: whether gains and losses in an account of this name are taxed.
  func apply(to lots: inout [Lot], isTaxed: (String) -> Bool) {
    var pools: [Pool: [Int]] = [:]
    for (index, lot) in lots.enumerated()
    where covers(lot.symbol, acquired: lot.acquired) && isTaxed(lot.account) {
      pools[Pool(account: lot.account, symbol: lot.symbol), default: []].append(index)
    }
    for members in pools.values {
      let shares = members.map { lots[$0].quantity }.reduce(.zero, +)
      let basis = members.map { lots[$0].adjustedBasis }.total()
      var before = Shares.zero
      for index in members {
        let through = before + lots[index].quantity
        lots[index].adjustedBasis =
          through.portion(of: basis, outOf: shares) - before.portion(of: basis, outOf: shares)
        lots[index].isAveraged = true
        before = through
      }
    }
  }

  /// Makes one lot of the averaged lots of a pool that are long-term on every planning date.
  ///
  /// Nothing tells their shares apart: basis, term and price are the same, and they are older than
  /// any window of a planned sale. Lots near a past sale, or whose shares replaced others, stay as
  /// they are.
  ///
  /// - Parameters:
  ///   - lots: the averaged lots among others.
  ///   - firstDate: the first planning date.
  ///   - pastSales: the sales whose windows may reach a lot.
  /// - Returns: the lots, and the place there of each lot given.
  static func merge(
    _ lots: [Lot], longTermOn firstDate: CivilDate, pastSales: [PastSale]
  ) -> (lots: [Lot], places: [Int]) {
    let window = WashRules.law.windowDays
    var merged: [Lot] = []
    var places: [Int] = []
    var members: [[Lot]] = []
    var pools: [Pool: Int] = [:]
    for lot in lots {
      let pool = Pool(account: lot.account, symbol: lot.symbol)
      let isAlike =
        lot.isAveraged && lot.replacedShares == .zero
        && HoldingPeriod.term(from: lot.holdingStart, sold: firstDate) == .long
        && firstDate.days(since: lot.acquired) > window
        && !pastSales.contains { abs($0.date.days(since: lot.acquired)) <= window }
      if isAlike, let place = pools[pool] {
        members[place].append(lot)
        merged[place].add(lot)
        places.append(place)
        continue
      }
      if isAlike { pools[pool] = merged.count }
      places.append(merged.count)
      merged.append(lot)
      members.append([lot])
    }
    var names = Set(lots.map(\.id))
    for index in merged.indices where members[index].count > 1 {
      merged[index].name(as: members[index], avoiding: &names)
    }
    return (merged, places)
  }
}

extension Lot {
  /// Takes in the shares of another lot of the same pool; of both the older dates remain.
  fileprivate mutating func add(_ other: Lot) {
    quantity = quantity + other.quantity
    adjustedBasis += other.adjustedBasis
    acquired = min(acquired, other.acquired)
    holdingStart = min(holdingStart, other.holdingStart)
  }

  fileprivate mutating func name(as members: [Lot], avoiding names: inout Set<String>) {
    var number = 1
    id = "\(symbol)-average"
    while !names.insert(id).inserted {
      number += 1
      id = "\(symbol)-average-\(number)"
    }
    purchase = id
    let days = members.map(\.acquired)
    note = "average basis of \(members.count) lots"
    if let first = days.min(), let last = days.max() { note += " acquired \(first) to \(last)" }
  }
}
