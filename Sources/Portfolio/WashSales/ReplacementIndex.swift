import Quantities

/// The lots that can replace others, by group and side in order of acquisition.
///
/// Lots whose shares are all sold or used are skipped: a forest of pointers to the next lot that is
/// not, whose paths are halved as they are walked, keeps a search for the next one close to constant
/// however many lots were bought in the window.
struct ReplacementIndex {
  /// A lot and how many units of the group one of its units stands for.
  struct Candidate {
    var lot: Int
    var units: Fraction
    var acquisition: LedgerMoment
  }

  private var candidates: [Candidate] = []
  /// Where the candidates of each group and side begin.
  private var starts: [Int]
  /// Of each candidate, itself or a later one before which none is alive.
  private var nextAlive: [Int]

  /// Indexes lots.
  ///
  /// - Parameters:
  ///   - order: the lots that can replace, in order of acquisition.
  ///   - lots: all lots.
  ///   - securities: of the lots.
  ///   - groupCount: more than the number of any group.
  init(
    _ order: [Int], lots: [LedgerLot], securities: [LedgerSecurity], groupCount: Int
  ) {
    var counts = [Int](repeating: 0, count: groupCount * 2 + 1)
    Self.forEachCandidate(order, lots, securities) { list, _ in counts[list + 1] += 1 }
    for list in counts.indices.dropFirst() { counts[list] += counts[list - 1] }
    starts = counts
    let count = counts[groupCount * 2]
    nextAlive = Array(0...count)
    guard count > 0 else { return }
    var places = [Int](repeating: 0, count: count)
    var all: [Candidate] = []
    all.reserveCapacity(count)
    Self.forEachCandidate(order, lots, securities) { list, candidate in
      places[counts[list]] = all.count
      counts[list] += 1
      all.append(candidate)
    }
    candidates = places.map { all[$0] }
  }

  private static func forEachCandidate(
    _ order: [Int], _ lots: [LedgerLot], _ securities: [LedgerSecurity],
    _ body: (_ list: Int, Candidate) -> Void
  ) {
    for lot in order {
      let security = securities[lots[lot].security]
      let side = lots[lot].side
      let acquisition = lots[lot].acquisition
      body(
        list(group: security.group, side),
        Candidate(lot: lot, units: security.unitsPerShare, acquisition: acquisition))
      if let right = security.acquires, right.group != security.group {
        body(
          list(group: right.group, side),
          Candidate(lot: lot, units: right.units, acquisition: acquisition))
      }
    }
  }

  private static func list(group: Int, _ side: PositionSide) -> Int {
    group * 2 + (side == .long ? 0 : 1)
  }

  /// The candidates of a group that were acquired within a range of days.
  ///
  /// - Parameters:
  ///   - group: the number of the group.
  ///   - side: owned or owed.
  ///   - first: the first day.
  ///   - last: the last day.
  ///   - earliest: candidates acquired before this moment are left out.
  /// - Returns: places of candidates.
  func window(
    group: Int, _ side: PositionSide, from first: CivilDate, through last: CivilDate,
    earliest: LedgerMoment?
  ) -> Range<Int> {
    let list = Self.list(group: group, side)
    let all = starts[list]..<starts[list + 1]
    let start = firstPlace(in: all) { acquisition in
      acquisition.date >= first && earliest.map { acquisition >= $0 } ?? true
    }
    return start..<firstPlace(in: start..<all.upperBound) { $0.date > last }
  }

  private func firstPlace(
    in range: Range<Int>, where isReached: (LedgerMoment) -> Bool
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isReached(candidates[middle].acquisition) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The candidate at a place.
  subscript(place: Int) -> Candidate { candidates[place] }

  /// The first place from `place` on that is not marked as exhausted.
  mutating func alive(from place: Int) -> Int {
    var place = place
    while nextAlive[place] != place {
      nextAlive[place] = nextAlive[nextAlive[place]]
      place = nextAlive[place]
    }
    return place
  }

  /// Marks a candidate none of whose shares can replace anything any more.
  mutating func exhaust(_ place: Int) { nextAlive[place] = place + 1 }
}
