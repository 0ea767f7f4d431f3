import Quantities

/// Notices when a household owns and owes substantially identical securities at once.
///
/// Such positions are under the holding-period rules of IRC §1233(b) and the constructive sales of
/// IRC §1259, which the ledger does not have. Where times are not known, only what stands at the end
/// of the day is noticed.
struct ShortAgainstTheBox {
  private let lots: [LedgerLot]
  private let groups: [Int]
  /// Of each group, how many lots are owned and how many are owed.
  private var owned: [Int]
  private var owed: [Int]
  /// The lots of this day that were opened beside the other side, at no known time.
  private var pending: [Int] = []

  init(_ lots: [LedgerLot], _ securities: [LedgerSecurity]) {
    self.lots = lots
    groups = securities.map(\.group)
    let count = (groups.max() ?? -1) + 1
    owned = Array(repeating: 0, count: count)
    owed = owned
  }

  /// Adds a lot.
  ///
  /// - Parameters:
  ///   - lot: the index of the lot.
  ///   - isTimed: whether the time is known.
  /// - Returns: whether it stands beside the other side now.
  mutating func open(_ lot: Int, isTimed: Bool) -> Bool {
    let group = groups[lots[lot].security]
    if lots[lot].side == .long { owned[group] += 1 } else { owed[group] += 1 }
    if isTimed { return isBoxed(lot) }
    pending.append(lot)
    return false
  }

  /// Removes a lot that is gone.
  mutating func close(_ lot: Int) {
    let group = groups[lots[lot].security]
    if lots[lot].side == .long { owned[group] -= 1 } else { owed[group] -= 1 }
  }

  /// The lots of the day at whose end owned and owed shares stand beside each other.
  mutating func endOfDay() -> [Int] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending.filter(isBoxed)
  }

  private func isBoxed(_ lot: Int) -> Bool {
    let group = groups[lots[lot].security]
    return owned[group] > 0 && owed[group] > 0
  }
}
