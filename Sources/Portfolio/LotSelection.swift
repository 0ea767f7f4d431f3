public import Quantities

/// A rule by which a broker picks lots when the seller names only a number of shares.
public enum LotSelection: String, Sendable, Hashable, CaseIterable {
  /// Oldest lot first: the default for shares, Treas. Reg. §1.1012-1(c)(1).
  case firstInFirstOut = "fifo"
  /// Highest basis per share first.
  case highestCost = "highest_cost"
  /// The order of brokers' tax-lot optimizers: short-term losses, long-term losses, short-term
  /// lots without gain or loss, long-term ones, long-term gains, and short-term gains last. Within
  /// a loss class the largest loss per share comes first, within a gain class the smallest gain.
  case brokerOrder = "broker_order"

  /// The lots in the order in which the rule sells them.
  ///
  /// - Parameters:
  ///   - lots: lots of one security in one account.
  ///   - price: what a share brings on the day of the sale.
  ///   - date: the day of the sale.
  /// - Returns: indices into `lots`; lots the rule does not tell apart stay in their order.
  public func order(of lots: [Lot], price: UnitPrice, date: CivilDate) -> [Int] {
    let keys = lots.map { key(of: $0, price: price, date: date) }
    return lots.indices.sorted { left, right in
      keys[left] == keys[right] ? left < right : keys[left] < keys[right]
    }
  }

  private struct Key: Comparable {
    var group: Int
    var value: Int64

    static func < (left: Key, right: Key) -> Bool {
      (left.group, left.value) < (right.group, right.value)
    }
  }

  private func key(of lot: Lot, price: UnitPrice, date: CivilDate) -> Key {
    switch self {
    case .firstInFirstOut: return Key(group: 0, value: Int64(lot.acquired.dayNumber))
    case .highestCost: return Key(group: 0, value: -lot.basisPerShare)
    case .brokerOrder:
      let gain = price.millionths - lot.basisPerShare
      let term = HoldingPeriod.term(from: lot.holdingStart, sold: date)
      let group =
        switch (gain.signum(), term) {
        case (-1, .short): 0
        case (-1, .long): 1
        case (0, .short): 2
        case (0, .long): 3
        case (_, .long): 4
        case (_, .short): 5
        }
      return Key(group: group, value: gain)
    }
  }
}

extension Lot {
  /// The adjusted basis of one share in millionths of a dollar, rounded half up.
  package var basisPerShare: Int64 {
    let wide = Int128(adjustedBasis.cents) * 10_000_000_000
    return Int64(roundedQuotient(wide, over: Int128(quantity.millionths), .halfUp))
  }
}
