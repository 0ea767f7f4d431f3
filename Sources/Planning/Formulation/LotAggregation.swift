/// Lots gathered under few breakpoints of the basis share, without losing the bound.
///
/// **Relaxation.** Every lot is split between the two breakpoints around its share, in the parts
/// that keep both its size and its basis. Selling a fraction of a real lot corresponds to selling
/// that fraction of its two parts, with the same proceeds and the same gain on every date; so each
/// plan of real lots has a plan of gathered lots with the same objective, and the least objective
/// of gathered lots is a bound for real ones.
///
/// **Recovery.** A real lot is sold in the fraction its two breakpoints are, each weighed by its
/// part. Where both are sold alike the gain is the same; where they differ it is not, and these
/// intervals are refined by further breakpoints until none that differs has a lot inside.
struct LotAggregation: Sendable {
  /// The lots of each profile.
  private(set) var groups: [Group]
  /// What taking one growth for all lots of a group may hide of the objective, in model units.
  private(set) var growthAllowance = 0.0

  /// The lots of one profile.
  struct Group: Sendable {
    var profile: SaleProfile
    /// Ordered by basis share.
    var lots: [SizedLot]
    /// Distinct basis shares in order; the first and last lot lie on or between the ends.
    var breakpoints: [Double]
    /// The size gathered under each breakpoint.
    private(set) var sizes: [Double] = []
    /// A lot with a variable of its own because a constraint or a cost names it.
    var isSingle: Bool

    init(_ profile: SaleProfile, _ lots: [SizedLot], isSingle: Bool) {
      self.profile = profile
      self.lots = lots.sorted { ($0.basisShare, $0.position) < ($1.basisShare, $1.position) }
      self.isSingle = isSingle
      breakpoints = []
      setBreakpoints(self.lots.spaced(LotAggregation.firstBreakpoints).map(\.basisShare))
    }

    /// The breakpoints around a lot's share and the part of the lot under the lower one.
    func place(of lot: SizedLot) -> (lower: Int, upper: Int, part: Double) {
      var low = 0
      var high = breakpoints.count - 1
      while high - low > 1 {
        let middle = (low + high) / 2
        if breakpoints[middle] <= lot.basisShare { low = middle } else { high = middle }
      }
      if lot.basisShare <= breakpoints[low] { return (low, low, 1) }
      if lot.basisShare >= breakpoints[high] { return (high, high, 1) }
      let width = breakpoints[high] - breakpoints[low]
      return (low, high, (breakpoints[high] - lot.basisShare) / width)
    }

    fileprivate mutating func setBreakpoints(_ shares: [Double]) {
      breakpoints = []
      for share in shares where breakpoints.last != share { breakpoints.append(share) }
      sizes = Array(repeating: 0, count: breakpoints.count)
      for lot in lots {
        let place = place(of: lot)
        sizes[place.lower] += place.part * lot.size
        sizes[place.upper] += (1 - place.part) * lot.size
      }
    }
  }

  /// Breakpoints of a group at first, and those added to an interval at a time.
  static let firstBreakpoints = 12
  private static let addedBreakpoints = 12

  /// The lots of a problem.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - single: whether a position must have a variable of its own.
  init(of problem: Problem, single: (Position) -> Bool) {
    groups = []
    var places: [SaleProfile: Int] = [:]
    var gathered: [(profile: SaleProfile, lots: [SizedLot], isSingle: Bool)] = []
    for index in problem.positions.indices {
      let position = problem.positions[index]
      let lot = SizedLot(index, in: problem)
      let profile = SaleProfile(of: position)
      if single(position) {
        gathered.append((profile, [lot], true))
      } else if let place = places[profile.coarse] {
        gathered[place].lots.append(lot)
        growthAllowance += lot.value * profile.distance(to: gathered[place].profile)
      } else {
        places[profile.coarse] = gathered.count
        gathered.append((profile, [lot], false))
      }
    }
    groups = gathered.map { Group($0.profile, $0.lots, isSingle: $0.isSingle) }
  }

  /// Adds breakpoints where the neighbours of a lot are sold in different fractions.
  ///
  /// - Parameter fractions: the fraction sold, per group, breakpoint and offer.
  /// - Returns: whether any was added.
  mutating func refine(where fractions: [[[Double]]]) -> Bool {
    var changed = false
    for index in groups.indices {
      let group = groups[index]
      var added: [Double] = []
      for low in 0..<max(0, group.breakpoints.count - 1) {
        let differs = zip(fractions[index][low], fractions[index][low + 1]).contains {
          abs($0 - $1) > 1e-7
        }
        guard differs else { continue }
        let (lower, upper) = (group.breakpoints[low], group.breakpoints[low + 1])
        let first = group.lots.firstIndex(sharesAbove: lower)
        let inside = group.lots[first...].prefix { $0.basisShare < upper }
        added += Array(inside).spaced(Self.addedBreakpoints).map(\.basisShare)
      }
      guard !added.isEmpty else { continue }
      groups[index].setBreakpoints((group.breakpoints + added).sorted())
      changed = true
    }
    return changed
  }

  /// The fraction of each position sold on each of its offers.
  ///
  /// - Parameter fractions: the fraction sold, per group, breakpoint and offer.
  /// - Returns: pairs of a position's index and one fraction for each of its offers.
  func recover(_ fractions: [[[Double]]]) -> [(position: Int, fractions: [Double])] {
    var recovered: [(position: Int, fractions: [Double])] = []
    for (group, sold) in zip(groups, fractions) {
      for lot in group.lots {
        let place = group.place(of: lot)
        let mixed = zip(sold[place.lower], sold[place.upper]).map {
          place.part * $0 + (1 - place.part) * $1
        }
        if mixed.contains(where: { $0 > 0 }) { recovered.append((lot.position, mixed)) }
      }
    }
    return recovered
  }
}

extension Array {
  /// At most `count` elements, the first and the last among them, evenly spaced.
  fileprivate func spaced(_ count: Int) -> [Element] {
    guard self.count > count else { return self }
    return (0..<count).map { self[$0 * (self.count - 1) / (count - 1)] }
  }
}

extension [SizedLot] {
  /// The index of the first lot whose share is above a value; the lots are in order of shares.
  fileprivate func firstIndex(sharesAbove share: Double) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].basisShare > share { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
