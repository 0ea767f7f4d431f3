import Quantities

/// A row of lots that a planner walks along: the first entirely, the next, and so on to some point.
///
/// The walk sells the lots, keeps lots that were sold, or moves sales to another date. A point is
/// given by a measure in cents that grows along the walk: the gain or loss passed, or the proceeds.
struct SaleRun {
  /// What a run does with its lots.
  enum Action {
    case sell
    case keep
    case move
  }

  /// By what a point of a run is measured.
  enum Measure {
    case gain
    case proceeds
  }

  /// One lot of a run.
  struct Entry {
    var candidate: Int
    /// The candidate of the same lot that sells instead, when sales are moved.
    var target: Int
    /// The most shares that change.
    var most: Shares
    /// The measure of all lots before.
    var measureBefore: Int64
    /// The change by all lots before.
    var before: DraftShift
  }

  let action: Action
  let measure: Measure
  private(set) var entries: [Entry] = []
  /// The measure of the whole run.
  private(set) var length: Int64 = 0
  /// The change by the whole run.
  private(set) var whole: DraftShift

  /// A run that sells or keeps candidates of one year.
  ///
  /// - Parameters:
  ///   - action: selling or keeping.
  ///   - candidates: in the order of the walk, of one year; of several of one position only the
  ///     first that can change is walked.
  ///   - measure: of its points.
  ///   - draft: the plan that the run would change.
  init(_ action: Action, _ candidates: some Sequence<Int>, by measure: Measure, in draft: PlanDraft)
  {
    self.action = action
    self.measure = measure
    whole = DraftShift(year: 0, laterYear: 0)
    var walked = Array(repeating: false, count: draft.market.ranges.count)
    for index in candidates {
      let candidate = draft.market.candidates[index]
      let most = action == .sell ? draft.room(index) : draft.slack(index)
      guard most > .zero, !walked[candidate.position] else { continue }
      if entries.isEmpty { whole = DraftShift(year: candidate.year, laterYear: candidate.year) }
      append(index, target: index, most: most, in: draft)
      walked[candidate.position] = entries.last?.candidate == index
    }
  }

  /// A run that moves sales from one year or date to another.
  ///
  /// - Parameters:
  ///   - moves: pairs of candidates of one position, all of the same two years.
  ///   - draft: the plan that the run would change.
  init(moves: [(from: Int, to: Int)], in draft: PlanDraft) {
    action = .move
    measure = .gain
    let years =
      moves.first.map {
        [draft.market.candidates[$0.from].year, draft.market.candidates[$0.to].year].sorted()
      } ?? [0, 0]
    whole = DraftShift(year: years[0], laterYear: years[1])
    for move in moves { append(move.from, target: move.to, most: draft.sold[move.from], in: draft) }
  }

  private mutating func append(_ index: Int, target: Int, most: Shares, in draft: PlanDraft) {
    var entry = Entry(
      candidate: index, target: target, most: most, measureBefore: length, before: whole)
    let shares = allowed(most, of: entry, in: draft)
    guard shares > .zero else { return }
    entry.most = shares
    let effect = add(shares, of: entry, to: &whole, in: draft)
    let amount = measure == .gain ? effect.gain : effect.proceeds
    length += max(1, amount.magnitude.cents)
    entries.append(entry)
  }

  /// Adds the change of one lot to a shift.
  ///
  /// - Returns: the effect on the entry's own candidate.
  @discardableResult
  private func add(
    _ shares: Shares, of entry: Entry, to shift: inout DraftShift, in draft: PlanDraft
  ) -> SaleEffect {
    let sold = draft.sold[entry.candidate]
    let own = draft.effect(
      of: entry.candidate, selling: action == .sell ? sold + shares : sold - shares)
    shift.add(own, of: draft.market.candidates[entry.candidate])
    if action == .move {
      let target = draft.effect(
        of: entry.target, selling: draft.sold[entry.target] + shares)
      shift.add(target, of: draft.market.candidates[entry.target])
    }
    return own
  }

  /// A number of shares by which an entry may change that leaves sales of allowed sizes; zero where
  /// there is none.
  private func allowed(_ wanted: Shares, of entry: Entry, in draft: PlanDraft) -> Shares {
    let candidate = draft.market.candidates[entry.candidate]
    let sold = draft.sold[entry.candidate]
    var shares = candidate.quantized(wanted)
    if action == .sell {
      if sold + shares < candidate.least { shares = candidate.least - sold }
      return shares <= entry.most ? shares : .zero
    }
    let left = sold - shares
    if left > .zero, left < candidate.least {
      shares = entry.most == sold && wanted == sold ? sold : sold - candidate.least
    }
    if action == .move {
      let target = draft.market.candidates[entry.target]
      let raised = draft.sold[entry.target] + shares
      if raised < target.least { shares = target.least - draft.sold[entry.target] }
      let rest = sold - shares
      guard rest == .zero || rest >= candidate.least else { return .zero }
    }
    return shares > .zero && shares <= entry.most ? shares : .zero
  }

  /// Whether going along another run as well can offset what this run does.
  func complements(_ other: SaleRun) -> Bool {
    guard measure == other.measure, action != .move || other.action != .move else { return false }
    switch measure {
    case .gain: return (whole.gain > .zero) != (other.whole.gain > .zero) || action == .move
    case .proceeds: return (whole.proceeds > .zero) != (other.whole.proceeds > .zero)
    }
  }

  /// A point of the run.
  struct Point {
    /// The number of lots that change entirely.
    var count: Int
    /// The shares of the next lot that change.
    var shares: Shares
    /// The change of the draft.
    var shift: DraftShift
  }

  /// The point at a measure, at the nearest lot and share below it that the constraints allow.
  func point(at measure: Int64, in draft: PlanDraft) -> Point {
    guard measure < length else {
      return Point(count: entries.count, shares: .zero, shift: whole)
    }
    var low = 0
    var high = entries.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if entries[middle].measureBefore <= measure { low = middle } else { high = middle }
    }
    let entry = entries[low]
    let end = low + 1 < entries.count ? entries[low + 1].measureBefore : length
    let part =
      Int128(entry.most.millionths) * Int128(measure - entry.measureBefore)
      / Int128(end - entry.measureBefore)
    var point = Point(count: low, shares: .zero, shift: entry.before)
    guard part > 0 else { return point }
    point.shares = allowed(Shares(millionths: Int64(part)), of: entry, in: draft)
    if point.shares > .zero { add(point.shares, of: entry, to: &point.shift, in: draft) }
    return point
  }

  /// The shares to be sold of each candidate so that the draft comes to a point of the run.
  func changes(to point: Point, in draft: PlanDraft) -> [(candidate: Int, shares: Shares)] {
    var changes: [(candidate: Int, shares: Shares)] = []
    func change(_ entry: Entry, by shares: Shares) {
      let sold = draft.sold[entry.candidate]
      changes.append((entry.candidate, action == .sell ? sold + shares : sold - shares))
      if action == .move { changes.append((entry.target, draft.sold[entry.target] + shares)) }
    }
    for entry in entries[..<point.count] { change(entry, by: entry.most) }
    if point.shares > .zero { change(entries[point.count], by: point.shares) }
    return changes
  }
}
