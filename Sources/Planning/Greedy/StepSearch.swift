import Portfolio
import Quantities

/// The steps from one draft: runs of lots, and pairs of runs.
struct StepSearch {
  private let draft: PlanDraft
  private let runs: [SaleRun]

  init(_ draft: PlanDraft) {
    self.draft = draft
    var runs: [SaleRun] = []
    for members in draft.market.classes {
      runs.append(SaleRun(.sell, members, by: .gain, in: draft))
      runs.append(SaleRun(.keep, members.reversed(), by: .gain, in: draft))
    }
    for members in draft.market.byDensity {
      runs.append(SaleRun(.sell, members, by: .proceeds, in: draft))
      runs.append(SaleRun(.sell, members.reversed(), by: .proceeds, in: draft))
      runs.append(SaleRun(.keep, members, by: .proceeds, in: draft))
      runs.append(SaleRun(.keep, members.reversed(), by: .proceeds, in: draft))
    }
    runs += Self.moves(in: draft)
    self.runs = runs.filter { !$0.entries.isEmpty }
  }

  /// The runs that move sales to other dates: two for each two dates, sign, and pair of terms, one
  /// beginning with the lots whose gain falls most by the move, the other with those whose gain
  /// rises most.
  private static func moves(in draft: PlanDraft) -> [SaleRun] {
    struct Key: Hashable, Comparable {
      var from: Int
      var to: Int
      var kind: Int

      static func < (left: Key, right: Key) -> Bool {
        (left.from, left.to, left.kind) < (right.from, right.to, right.kind)
      }
    }
    let candidates = draft.market.candidates
    var groups: [Key: [(from: Int, to: Int)]] = [:]
    for from in candidates.indices where draft.sold[from] > .zero {
      let source = candidates[from]
      for to in draft.market.ranges[source.position] where to != from {
        let target = candidates[to]
        let kind =
          (source.whole.gain > .zero ? 1 : 0) + (source.term == .long ? 2 : 0)
          + (target.term == .long ? 4 : 0)
        groups[Key(from: source.date, to: target.date, kind: kind), default: []].append((from, to))
      }
    }
    return groups.keys.sorted().compactMap { groups[$0] }.flatMap { moves in
      let sorted = moves.map { move in
        let gain = candidates[move.from].whole.gain
        let change = candidates[move.to].whole.gain - gain
        return (key: SaleMarket.ratio(change, over: gain.magnitude), move: move)
      }.sorted { ($0.key, $0.move.from) < ($1.key, $1.move.from) }.map(\.move)
      return [SaleRun(moves: sorted, in: draft), SaleRun(moves: sorted.reversed(), in: draft)]
    }
  }

  /// The draft after the run that lowers the merit most; `nil` when none does.
  func bestRun() -> PlanDraft? {
    var found: [(probe: LineSearch.Probe, run: Int)] = []
    for (index, run) in runs.enumerated() {
      let best = LineSearch.best(length: run.length, grid: 16) { measure in
        probe(measure, run.point(at: measure, in: draft).shift)
      }
      if best.merit < draft.merit { found.append((best, index)) }
    }
    found.sort { ($0.probe.merit, $0.run) < ($1.probe.merit, $1.run) }
    // A run is judged as if no purchase were near; where the ledger says otherwise, the next counts.
    for best in found.prefix(draft.market.washGroups.isEmpty ? 1 : Self.mostSecondBest) {
      let run = runs[best.run]
      let changes = run.changes(to: run.point(at: best.probe.measure, in: draft), in: draft)
      if let next = taken(changes) { return next }
    }
    return nil
  }

  /// How many runs are tried where purchases are near.
  private static let mostSecondBest = 8

  /// The draft after the pair of runs that lowers the merit most; `nil` when none does.
  ///
  /// Both runs go equally far: a gain with as much loss, or as much cash in as out.
  func bestPair() -> PlanDraft? {
    var best: (probe: LineSearch.Probe, first: Int, second: Int)?
    for first in runs.indices {
      for second in runs.indices where second > first && runs[first].complements(runs[second]) {
        let length = min(runs[first].length, runs[second].length)
        guard let found = search(length, first, second), found.merit < draft.merit else {
          continue
        }
        if best.map({ found.merit < $0.probe.merit }) ?? true { best = (found, first, second) }
      }
    }
    guard let best else { return nil }
    let changes = [best.first, best.second].flatMap { index in
      runs[index].changes(
        to: runs[index].point(at: best.probe.measure, in: draft), in: draft)
    }
    return taken(changes)
  }

  private func search(_ length: Int64, _ first: Int, _ second: Int) -> LineSearch.Probe? {
    let start = runs[first].point(at: 0, in: draft).shift
    guard start.joined(with: runs[second].point(at: 0, in: draft).shift) != nil else { return nil }
    return LineSearch.best(length: length, grid: 8) { measure in
      let one = runs[first].point(at: measure, in: draft).shift
      let other = runs[second].point(at: measure, in: draft).shift
      guard let joint = one.joined(with: other) else { preconditionFailure("years differ") }
      return probe(measure, joint)
    }
  }

  private func probe(_ measure: Int64, _ shift: DraftShift) -> LineSearch.Probe {
    LineSearch.Probe(
      measure: measure, merit: draft.meter.merit(after: shift), sales: shift.sales)
  }

  /// The draft with changes, when they can be made together and the exact merit is lower.
  private func taken(_ changes: [(candidate: Int, shares: Shares)]) -> PlanDraft? {
    var next = draft
    return next.attempt(changes) { $0.merit < draft.merit } ? next : nil
  }
}
