import Portfolio
import Quantities

/// What of a problem's wash sales enters the integer model: the sales at a loss that purchases can
/// reach, and the pools of shares that can replace theirs.
///
/// Numbers of shares are counted in units of the group's largest lot or pool.
struct WashModel: Sendable {
  /// A possible sale at a loss.
  struct Event: Sendable {
    /// The index of the position.
    var position: Int
    /// Which of the position's opportunities.
    var offer: Int
    /// The index of the planning date.
    var date: Int
    /// All shares of the position.
    var size: Double
    /// The loss of one unit in model units, positive.
    var lossPerUnit: Double
    /// The pools that can replace its shares, in order of acquisition.
    var pools: [Int]
    /// Whether each of them destroys the loss.
    var destroys: [Bool]
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
      let group = WashGroupReader(number, of: problem).group()
      events += group.events.count
      guard !group.events.isEmpty, events <= Self.mostEvents else { continue }
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
  /// The place of each lot of the ledger in order of acquisition.
  private var places: [Int] = []
  private var unit = Fraction.one
  /// The lots of the ledger that were or will be bought near a planning date.
  private var near: [Int] = []

  init(_ number: Int, of problem: Problem) {
    self.number = number
    self.problem = problem
    book = problem.ledger.books[number]
    matcher = problem.ledger.matcher
    for position in problem.ledger.scope.groups[number].positions {
      if let place = book.places[problem.positions[position].lot] { positions[place] = position }
    }
    places = Array(repeating: 0, count: book.lots.count)
    for (place, lot) in matcher.acquisitionOrder(book.lots).enumerated() { places[lot] = place }
    unit = book.lots.map { $0.quantity * ratio($0) }.max() ?? .one
    near = book.lots.indices.filter { index in
      let lot = book.lots[index]
      return lot.isPurchase && lot.replaced < lot.quantity
        && problem.scenario.dates.contains {
          abs($0.date.days(since: lot.acquired)) <= WashRules.law.windowDays
        }
    }.sorted { places[$0] < places[$1] }
  }

  private func ratio(_ lot: LedgerLot) -> Fraction {
    matcher.securities[lot.security].unitsPerShare
  }

  /// A sale at a loss with the lots that can replace its shares.
  private struct Candidate {
    var event: WashModel.Event
    var lot: Int
    var replacements: [Int]
  }

  func group() -> WashModel.Group {
    var group = WashModel.Group(number: number, unit: unit)
    let candidates = losses()
    // Lots that nobody sells and that can replace the same shares are one pool.
    var pools: [PoolKey: Int] = [:]
    var poolOfLot: [Int: Int] = [:]
    let members = candidates.map { Set($0.replacements) }
    var destroyers = 0
    for lot in near where members.contains(where: { $0.contains(lot) }) {
      let eligible = members.map { $0.contains(lot) }
      let destroys = candidates.map {
        matcher.isPermanent(book.lots[lot], replacing: book.lots[$0.lot])
      }
      let position = positions[lot]
      let key = PoolKey(
        eligible: eligible, destroys: destroys, destroyersBefore: destroyers, position: position)
      if destroys.contains(true), position == nil { destroyers += 1 }
      let pool = pools[key] ?? group.pools.count
      if pool == group.pools.count {
        group.pools.append(WashModel.Pool(capacity: 0, position: position, lots: []))
        pools[key] = pool
      }
      group.pools[pool].capacity += Scaling.number(
        book.lots[lot].quantity * ratio(book.lots[lot]) / unit)
      group.pools[pool].lots.append(lot)
      poolOfLot[lot] = pool
    }
    for candidate in candidates {
      var event = candidate.event
      for lot in candidate.replacements {
        guard let pool = poolOfLot[lot], !event.pools.contains(pool) else { continue }
        event.pools.append(pool)
        event.destroys.append(
          matcher.isPermanent(book.lots[lot], replacing: book.lots[candidate.lot]))
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

  /// The sales at a loss that something can replace, in the order in which the ledger takes them:
  /// by date, then by original acquisition.
  private func losses() -> [Candidate] {
    var candidates: [Candidate] = []
    for (lot, position) in positions {
      let sized = SizedLot(position, in: problem)
      let profile = SaleProfile(of: problem.positions[position])
      let size = Scaling.number(
        Fraction(problem.positions[position].shares) * ratio(book.lots[lot]) / unit)
      for (index, offer) in profile.offers.enumerated() {
        let loss = sized.basis - sized.value * offer.yield
        let day = problem.scenario.dates[offer.date].date
        // Less than a thousandth of a cent is what arithmetic leaves of no loss.
        guard loss > 1e-8 else { continue }
        let replacements = near.filter {
          matcher.mayReplace(book.lots[$0], book.lots[lot], soldOn: day)
        }
        guard !replacements.isEmpty else { continue }
        let event = WashModel.Event(
          position: position, offer: index, date: offer.date, size: size,
          lossPerUnit: loss / size, pools: [], destroys: [])
        candidates.append(Candidate(event: event, lot: lot, replacements: replacements))
      }
    }
    return candidates.sorted { left, right in
      let (first, second) = (book.lots[left.lot], book.lots[right.lot])
      if left.event.date != right.event.date { return left.event.date < right.event.date }
      return first.acquired == second.acquired
        ? places[left.lot] < places[right.lot] : first.acquired < second.acquired
    }
  }
}
