import Quantities

/// What each account holds as a ledger is read in order of time, first in, first out.
struct LedgerHoldings {
  private struct Key: Hashable {
    var account: Int
    var security: Int
    var side: PositionSide
  }

  /// Lots of an account, earliest acquired first; those before `head` are gone.
  private struct Queue {
    var lots: [Int] = []
    var head = 0
  }

  private let lots: [LedgerLot]
  private let names: [String]
  private var queues: [Key: Queue] = [:]
  /// Of each lot, the units left; zero before it is acquired.
  private(set) var left: [Fraction]
  /// Of each lot, the account that holds it.
  private(set) var account: [Int]
  /// Of each lot, whether it is acquired by now.
  private(set) var isOpen: [Bool]

  init(_ lots: [LedgerLot], names: [String]) {
    self.lots = lots
    self.names = names
    left = Array(repeating: .zero, count: lots.count)
    account = lots.map(\.account)
    isOpen = Array(repeating: false, count: lots.count)
  }

  /// Adds a lot that is acquired now.
  mutating func open(_ lot: Int) {
    left[lot] = lots[lot].quantity
    isOpen[lot] = true
    insert(lot)
  }

  /// Moves what is left of a lot, or a lot that is not acquired yet.
  mutating func move(_ lot: Int, to destination: Int) {
    if isOpen[lot] {
      let key = key(of: lot)
      if let place = queues[key]?.lots.firstIndex(of: lot) {
        queues[key]?.lots.remove(at: place)
        if place < queues[key]?.head ?? 0 { queues[key]?.head -= 1 }
      }
    }
    account[lot] = destination
    if isOpen[lot] { insert(lot) }
  }

  /// Takes units out of a lot, which has as many.
  mutating func take(_ quantity: Fraction, from lot: Int) { left[lot] -= quantity }

  /// The lots of an account that were acquired before a moment and are not gone, earliest first.
  ///
  /// - Parameters:
  ///   - account: the index of the account.
  ///   - security: the index of the security.
  ///   - side: owned or owed.
  ///   - moment: when they are sold.
  ///   - quantity: the units wanted; `nil` for all.
  /// - Returns: as many as are wanted, or all there are.
  mutating func firstIn(
    account: Int, security: Int, side: PositionSide, before moment: LedgerMoment,
    quantity: Fraction?
  ) -> [(lot: Int, quantity: Fraction)] {
    let key = Key(account: account, security: security, side: side)
    guard var queue = queues[key] else { return [] }
    while queue.head < queue.lots.count, left[queue.lots[queue.head]].isZero { queue.head += 1 }
    queues[key]?.head = queue.head
    var wanted: [(lot: Int, quantity: Fraction)] = []
    var missing = quantity
    for lot in queue.lots[queue.head...] {
      if let missing, !missing.isPositive { break }
      guard lots[lot].acquisition < moment, left[lot].isPositive else { continue }
      let taken = missing.map { min($0, left[lot]) } ?? left[lot]
      wanted.append((lot, taken))
      if let before = missing { missing = before - taken }
    }
    return wanted
  }

  private func key(of lot: Int) -> Key {
    Key(account: account[lot], security: lots[lot].security, side: lots[lot].side)
  }

  private mutating func insert(_ lot: Int) {
    let key = key(of: lot)
    var place = queues[key]?.lots.count ?? 0
    let head = queues[key]?.head ?? 0
    while place > head, let earlier = queues[key]?.lots[place - 1], isBefore(lot, earlier) {
      place -= 1
    }
    queues[key, default: Queue()].lots.insert(lot, at: place)
  }

  /// First in, first out goes by the actual date of purchase: Treas. Reg. §1.1012-1(c).
  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (lots[left], lots[right])
    if first.acquired != second.acquired { return first.acquired < second.acquired }
    if first.acquisition != second.acquisition { return first.acquisition < second.acquisition }
    return names[left] < names[right]
  }
}
