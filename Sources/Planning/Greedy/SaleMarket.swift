import Portfolio
import Quantities

/// Everything a planner may sell, in the orders in which it is worth trying.
struct SaleMarket: Sendable {
  /// Candidates, those of one position together in the order of their dates.
  let candidates: [SaleCandidate]
  /// The candidates of each position.
  let ranges: [Range<Int>]
  /// The shares that must be sold of each position.
  let required: [Shares]
  /// Candidates of one year, term and sign of gain: those with the least cost per dollar of gain or
  /// loss first, then those that lose least on their other dates, then those with the largest gain
  /// or loss.
  let classes: [[Int]]
  /// Candidates of one year and term, or of one date, by gain per dollar of proceeds. Empty where
  /// proceeds do not matter.
  let byDensity: [[Int]]
  /// The candidates of each group of securities with purchases near, by position and date.
  let washGroups: [Int: [Int]]
  /// Whether each small change is judged by the ledger; where very many lots have purchases near, a
  /// change is judged as if it stood alone, and by the ledger before it is made.
  let asksLedger: Bool
  /// Whether a sale has a cost or a least size of its own, so that its number matters.
  let salesAreCostly: Bool

  /// Up to so many candidates with purchases near, each small change is judged by the ledger.
  private static let mostAsked = 3_000

  init(_ problem: Problem) {
    var candidates: [SaleCandidate] = []
    var ranges: [Range<Int>] = []
    for (index, position) in problem.positions.enumerated() {
      let start = candidates.count
      for opportunity in position.opportunities {
        candidates.append(SaleCandidate(position: index, of: problem, opportunity: opportunity))
      }
      ranges.append(start..<candidates.count)
    }
    self.candidates = candidates
    self.ranges = ranges
    washGroups = candidates.indices.reduce(into: [:]) { groups, index in
      if let group = candidates[index].washGroup { groups[group, default: []].append(index) }
    }
    asksLedger = washGroups.values.lazy.map(\.count).reduce(0, +) <= Self.mostAsked
    let constraints = problem.scenario.constraints
    required = problem.positions.map { min($0.required, $0.shares) }
    classes = Self.classes(candidates, ranges)
    byDensity =
      constraints.raiseCash > .zero || constraints.maximumProceeds != nil
      ? Self.byDensity(candidates) : []
    salesAreCostly = constraints.tradeCost > .zero || constraints.minimumTrade > .zero
  }

  private static func classes(_ candidates: [SaleCandidate], _ ranges: [Range<Int>]) -> [[Int]] {
    let years = candidates.map(\.year).max() ?? 0
    var groups = Array(
      repeating: [(key: Int64, elsewhere: Int64, index: Int)](), count: 4 * (years + 1))
    for (index, candidate) in candidates.enumerated() {
      let gain = candidate.whole.gain
      let group = 4 * candidate.year + (candidate.term == .long ? 2 : 0) + (gain > .zero ? 1 : 0)
      let key = ratio(candidate.whole.costs, over: gain.magnitude)
      let others = ranges[candidate.position].lazy.filter { $0 != index }
      let loss = others.map { candidates[$0].whole.gain }.min() ?? .zero
      groups[group].append((key, ratio(loss, over: gain.magnitude), index))
    }
    return groups.filter { !$0.isEmpty }.map { group in
      group.sorted { left, right in
        let (first, second) = (candidates[left.index].whole, candidates[right.index].whole)
        if left.key != right.key { return left.key < right.key }
        if left.elsewhere != right.elsewhere { return left.elsewhere > right.elsewhere }
        if first.gain != second.gain { return first.gain.magnitude > second.gain.magnitude }
        return left.index < right.index
      }.map(\.index)
    }
  }

  private static func byDensity(_ candidates: [SaleCandidate]) -> [[Int]] {
    let years = candidates.map(\.year).max() ?? 0
    let dates = candidates.map(\.date).max() ?? 0
    let keys = candidates.map { ratio($0.whole.gain, over: $0.whole.proceeds) }
    var groups = Array(repeating: [Int](), count: 2 * (years + 1) + dates + 1)
    for (index, candidate) in candidates.enumerated() where candidate.whole.proceeds > .zero {
      groups[2 * candidate.year + (candidate.term == .long ? 1 : 0)].append(index)
      groups[2 * (years + 1) + candidate.date].append(index)
    }
    return groups.filter { !$0.isEmpty }.map { group in
      group.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
  }

  /// Millionths of `amount` for each dollar of `whole`; large where there is no whole.
  static func ratio(_ amount: Money, over whole: Money) -> Int64 {
    guard whole > .zero else { return amount > .zero ? .max : 0 }
    let wide = Int128(amount.cents) * 1_000_000 / Int128(whole.cents)
    return Int64(clamping: wide)
  }
}
