import Portfolio
import Quantities

/// What of a problem's wash sales enters the integer model: the sales at a loss that purchases can
/// reach, and the pools of shares that can replace theirs.
///
/// Numbers of shares are counted in thousandths of the group's largest lot.
struct WashModel: Sendable {
  /// A possible sale at a loss, or of shares that replaced others and carry their loss.
  struct Event: Sendable {
    /// The index of the position.
    var position: Int
    /// Which of the position's opportunities.
    var offer: Int
    /// The index of the planning date.
    var date: Int
    /// The most shares.
    var size: Double
    /// The loss of one unit in model units; a gain is negative.
    var lossPerUnit: Double
    /// The start of the holding period.
    var holdingStart: CivilDate
    /// The pools that can replace its shares, in order of acquisition; none for a gain.
    var pools: [Int] = []
    /// Whether each of them destroys the loss.
    var destroys: [Bool] = []
    /// Whether there may be no loss to replace: a gain that only the cost of the trade can turn into
    /// one, of which the model leaves the size to the ledger.
    var isOptional = false
    /// Of shares that replaced others: the event whose shares they replaced, and which of its
    /// pools they are.
    var parent: (event: Int, place: Int)?
  }

  /// Shares that can replace others: a position's own, or those of purchases that nobody sells.
  struct Pool: Sendable {
    /// All its shares.
    var capacity: Double
    /// The position whose shares they are; `nil` where they stay.
    var position: Int?
    /// The lots of the ledger.
    var lots: [Int]
  }

  /// The sales at a loss and pools of one group, losses in the order in which they are matched.
  struct Group: Sendable {
    /// The number of the group in the problem's scope.
    var number: Int
    /// How many shares of the group's measure one unit is.
    var unit: Fraction
    var events: [Event] = []
    var pools: [Pool] = []
  }

  /// More possible sales at a loss than this are left to the ledger: the bound then does not know of
  /// their wash sales, and says less.
  private static let mostEvents = 600

  /// The groups with any event.
  private(set) var groups: [Group] = []
  /// The lots of the scenario that need a variable of their own.
  private(set) var lots: Set<Int> = []

  /// The wash sales a problem's plans can have.
  init(of problem: Problem) {
    var events = 0
    for number in problem.ledger.scope.groups.indices
    where problem.ledger.scope.groups[number].isReachable {
      let group = WashGroupReader(number, of: problem).group(limit: Self.mostEvents - events)
      guard !group.events.isEmpty else { continue }
      events += group.events.count
      for event in group.events { lots.insert(problem.positions[event.position].lot) }
      for pool in group.pools {
        if let position = pool.position { lots.insert(problem.positions[position].lot) }
      }
      groups.append(group)
    }
  }
}

/// Reads the events and pools of one group.
private struct WashGroupReader {
  private let number: Int
  private let problem: Problem
  private let book: PlanLedger.Book
  private let matcher: WashMatcher
  /// The position of each lot of the ledger that has one.
  private var positions: [Int: Int] = [:]
  private var unit = Fraction.one
  /// The lots of the ledger that may replace something, in order of acquisition.
  private var near: [Int] = []

  init(_ number: Int, of problem: Problem) {
    self.number = number
    self.problem = problem
    book = problem.ledger.books[number]
    matcher = problem.ledger.matcher
    for position in problem.ledger.scope.groups[number].positions {
      if let place = book.places[problem.positions[position].lot] { positions[place] = position }
    }
    // A thousandth of the largest: what a solver takes for nothing is then nothing of the least.
    unit = (book.lots.map { $0.quantity * ratio($0) }.max() ?? .one) / 1_000
    let isNear = book.isNear
    near = matcher.acquisitionOrder(book.lots).filter { isNear[$0] }
  }

  private func ratio(_ lot: LedgerLot) -> Fraction {
    matcher.securities[lot.security].unitsPerShare
  }

  /// A possible event with the lots that can replace its shares.
  private struct Candidate {
    var event: WashModel.Event
    var lot: Int
    var replacements: [Int] = []
    /// Of shares that replaced others: the candidate whose shares they replaced.
    var parent: Int?
  }

  /// The group; without events when there are more than `limit`.
  func group(limit: Int) -> WashModel.Group {
    var group = WashModel.Group(number: number, unit: unit)
    guard let candidates = candidates(limit: limit) else { return group }
    let pools = pools(of: candidates)
    group.pools = pools.pools
    for candidate in candidates {
      var event = candidate.event
      for lot in candidate.replacements {
        guard let pool = pools.ofLot[lot], !event.pools.contains(pool) else { continue }
        event.pools.append(pool)
        event.destroys.append(
          matcher.isPermanent(book.lots[lot], replacing: book.lots[candidate.lot]))
      }
      if let parent = candidate.parent {
        guard let pool = pools.ofLot[candidate.lot],
          let place = group.events[parent].pools.firstIndex(of: pool)
        else { preconditionFailure("shares that replaced others are in one of their pools") }
        event.parent = (parent, place)
      }
      group.events.append(event)
    }
    return group
  }

  private struct PoolKey: Hashable {
    var eligible: [Bool]
    var destroys: [Bool]
    var destroyersBefore: Int
    var position: Int?
  }

  /// Lots that nobody sells and that can replace the same shares are one pool.
  private func pools(
    of candidates: [Candidate]
  ) -> (pools: [WashModel.Pool], ofLot: [Int: Int]) {
    var pools: [WashModel.Pool] = []
    var places: [PoolKey: Int] = [:]
    var ofLot: [Int: Int] = [:]
    let members = candidates.map { Set($0.replacements) }
    var destroyers = 0
    for lot in near where members.contains(where: { $0.contains(lot) }) {
      let destroys = candidates.map {
        matcher.isPermanent(book.lots[lot], replacing: book.lots[$0.lot])
      }
      let key = PoolKey(
        eligible: members.map { $0.contains(lot) }, destroys: destroys,
        destroyersBefore: destroyers, position: positions[lot])
      if destroys.contains(true), positions[lot] == nil { destroyers += 1 }
      let pool = places[key] ?? pools.count
      if pool == pools.count {
        pools.append(WashModel.Pool(capacity: 0, position: positions[lot], lots: []))
        places[key] = pool
      }
      let left = book.lots[lot].quantity - book.lots[lot].replaced
      pools[pool].capacity += Scaling.number(left * ratio(book.lots[lot]) / unit)
      pools[pool].lots.append(lot)
      ofLot[lot] = pool
    }
    return (pools, ofLot)
  }

  /// The events in the order in which the ledger takes their losses: by date, then by original
  /// acquisition, then by position in the lot, where shares that replaced others come first; `nil`
  /// when there are more than `limit`.
  private func candidates(limit: Int) -> [Candidate]? {
    var all = losses()
    var index = 0
    while index < all.count, all.count <= limit {
      for lot in all[index].replacements {
        guard let position = positions[lot],
          !matcher.isPermanent(book.lots[lot], replacing: book.lots[all[index].lot])
        else { continue }
        for offer in problem.positions[position].opportunities.indices
        where isSoldAfter(lot, offer, all[index]) {
          all.append(resale(of: lot, position, offer, after: index, all[index]))
        }
      }
      index += 1
    }
    guard all.count <= limit else { return nil }
    let order = all.indices.sorted { isBefore(all[$0], all[$1]) }
    var newPlaces = Array(repeating: 0, count: all.count)
    for (place, old) in order.enumerated() { newPlaces[old] = place }
    return order.map { old in
      var candidate = all[old]
      candidate.parent = candidate.parent.map { newPlaces[$0] }
      return candidate
    }
  }

  private func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.event.date != right.event.date { return left.event.date < right.event.date }
    if left.lot != right.lot { return book.ranks[left.lot] < book.ranks[right.lot] }
    // Of one lot: what replaced others in the order in which that was found, then what is left.
    return left.parent ?? .max < right.parent ?? .max
  }

  /// Whether shares of a lot can be sold on an offer after they replaced those of an event.
  private func isSoldAfter(_ lot: Int, _ offer: Int, _ candidate: Candidate) -> Bool {
    guard let position = positions[lot] else { return false }
    let date = problem.positions[position].opportunities[offer].date
    if date != candidate.event.date { return date > candidate.event.date }
    return matcher.policy.sameDaySales == .regulationOrder
      && book.ranks[candidate.lot] < book.ranks[lot]
  }

  /// The gain of all shares of a position on one of its offers, in model units.
  private func gain(_ position: Int, _ offer: Int) -> Double {
    let sized = SizedLot(position, in: problem)
    return sized.value * SaleProfile(of: problem.positions[position]).offers[offer].yield
      - sized.basis
  }

  /// All shares of a position in units.
  private func size(_ position: Int, _ lot: Int) -> Double {
    Scaling.number(Fraction(problem.positions[position].shares) * ratio(book.lots[lot]) / unit)
  }

  /// What can replace shares of a lot that are sold at a loss on a planning date.
  private func replacements(of lot: Int, on date: Int) -> [Int] {
    near.filter {
      matcher.mayReplace(
        book.lots[$0], book.lots[lot], soldOn: problem.scenario.dates[date].date)
    }
  }

  /// The sales at a loss that something can replace.
  private func losses() -> [Candidate] {
    var candidates: [Candidate] = []
    let tradeCost = Scaling.units(problem.scenario.constraints.tradeCost)
    for (lot, position) in positions.sorted(by: { $0.key < $1.key }) {
      let size = size(position, lot)
      for (index, offer) in problem.positions[position].opportunities.enumerated() {
        let loss = -gain(position, index)
        // Less than a thousandth of a cent is what arithmetic leaves of no loss.
        guard loss > 1e-8 || tradeCost > 0 else { continue }
        let replacements = replacements(of: lot, on: offer.date)
        guard !replacements.isEmpty else { continue }
        var event = WashModel.Event(
          position: position, offer: index, date: offer.date, size: size,
          lossPerUnit: max(0, loss) / size, holdingStart: book.lots[lot].holdingStart)
        event.isOptional = loss <= 1e-8
        // So few shares that their gain is below the cost of selling them.
        if event.isOptional, -loss > tradeCost { event.size = size * tradeCost / -loss }
        candidates.append(Candidate(event: event, lot: lot, replacements: replacements))
      }
    }
    return candidates
  }

  /// The sale of shares that replaced those of an event.
  private func resale(
    of lot: Int, _ position: Int, _ offer: Int, after parent: Int, _ candidate: Candidate
  ) -> Candidate {
    let size = size(position, lot)
    let date = problem.positions[position].opportunities[offer].date
    let loss = candidate.event.lossPerUnit - gain(position, offer) / size
    let event = WashModel.Event(
      position: position, offer: offer, date: date, size: min(size, candidate.event.size),
      lossPerUnit: loss,
      holdingStart: matcher.tacked(
        book.lots[lot].holdingStart, of: book.lots[lot], replacing: book.lots[candidate.lot],
        heldSince: candidate.event.holdingStart,
        soldOn: problem.scenario.dates[candidate.event.date].date))
    return Candidate(
      event: event, lot: lot,
      replacements: loss > 1e-8 ? replacements(of: lot, on: date) : [], parent: parent)
  }
}
