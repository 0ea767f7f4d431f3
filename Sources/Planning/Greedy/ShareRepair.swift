import Portfolio
import Quantities

extension GreedyPlanner {
  /// Rounds a plan to shares that can be traded and improves it by moves of single shares.
  ///
  /// Where rounding has broken a limit on cash, proceeds or income, larger steps mend it.
  ///
  /// - Parameter plan: of the problem; it may hold fractions where the account sells whole shares,
  ///   or sales that are too small.
  /// - Returns: a plan that keeps the rules about shares, lots and sizes of sales, and whose
  ///   objective is not above that of `plan` rounded where that keeps the limits.
  public func repair(_ plan: Plan) -> Plan {
    let draft = repaired(PlanDraft(plan, in: market, pricer: pricer))
    return draft.meter.keepsLimits ? draft.plan : improved(draft).plan
  }

  /// Moves single shares of lots in whole-share accounts as long as that pays.
  func repaired(_ start: PlanDraft) -> PlanDraft {
    var draft = start
    for _ in 0..<100 {
      guard let next = ShareStepSearch(draft).bestStep() else { break }
      draft = next
    }
    return draft
  }
}

/// The steps of one share, or of two shares of different lots, from a draft.
private struct ShareStepSearch {
  /// One share more or less of one lot.
  struct Step {
    var candidate: Int
    var shares: Shares
    var gain: Money
  }

  /// The most steps that are all tried singly, and the most that are all tried in pairs.
  private static let singleLimit = 2_000
  private static let pairLimit = 60
  /// How many sums nearest to the best change of gain are tried exactly.
  private static let nearest = 6

  private let draft: PlanDraft
  private let steps: [Step]
  private var best: (merit: Money, changes: [(candidate: Int, shares: Shares)])

  init(_ draft: PlanDraft) {
    self.draft = draft
    var steps: [Step] = []
    for (index, candidate) in draft.market.candidates.enumerated()
    where candidate.unit > Shares(millionths: 1) {
      let sold = draft.sold[index]
      var choices: [Shares] = []
      if draft.room(index) >= candidate.unit {
        choices.append(max(sold + candidate.unit, candidate.least))
      }
      if draft.slack(index) >= candidate.unit {
        choices.append(sold - candidate.unit >= candidate.least ? sold - candidate.unit : .zero)
      }
      for shares in choices where shares - sold <= draft.room(index) {
        guard shares >= sold || sold - shares <= draft.slack(index) else { continue }
        let gain = draft.effect(of: index, selling: shares).gain
        steps.append(Step(candidate: index, shares: shares, gain: gain))
      }
    }
    self.steps = steps
    best = (draft.merit, [])
  }

  /// The draft after the best step; `nil` when none pays.
  func bestStep() -> PlanDraft? {
    guard !steps.isEmpty else { return nil }
    var search = self
    if steps.count <= Self.singleLimit { for step in steps { search.consider([step]) } }
    if steps.count <= Self.pairLimit {
      for first in steps.indices {
        for second in steps[..<first] { search.consider([steps[first], second]) }
      }
    } else {
      for group in search.groups() { search.approach(group) }
    }
    guard !search.best.changes.isEmpty else { return nil }
    var next = draft
    return next.attempt(search.best.changes) { $0.merit < draft.merit } ? next : nil
  }

  private mutating func consider(_ steps: [Step]) {
    if steps.count == 2 {
      let positions = steps.map { draft.market.candidates[$0.candidate].position }
      guard positions[0] != positions[1] else { return }
    }
    let changes = steps.map { (candidate: $0.candidate, shares: $0.shares) }
    guard let merit = draft.merit(after: changes), merit < best.merit else { return }
    best = (merit, changes)
  }

  /// The steps of each year and term, by gain.
  private func groups() -> [[Step]] {
    let candidates = draft.market.candidates
    let years = candidates.map(\.year).max() ?? 0
    var groups = Array(repeating: [Step](), count: 2 * (years + 1))
    for step in steps {
      let candidate = candidates[step.candidate]
      groups[2 * candidate.year + (candidate.term == .long ? 1 : 0)].append(step)
    }
    return groups.map { $0.sorted { ($0.gain, $0.candidate) < ($1.gain, $1.candidate) } }
  }

  /// Tries the steps, and pairs of them, that come nearest to the best change of one year's gain.
  private mutating func approach(_ steps: [Step]) {
    guard let first = steps.first, let last = steps.last else { return }
    let reach = max(first.gain.magnitude, last.gain.magnitude)
    for sign: Int64 in [1, -1] {
      let ideal = LineSearch.best(length: 2 * reach.cents, grid: 16) { measure in
        let merit = draft.meter.merit(after: shift(Money(cents: sign * measure), like: first))
        return LineSearch.Probe(measure: measure, merit: merit, sales: 0)
      }
      guard ideal.merit < best.merit else { continue }
      let wanted = Money(cents: sign * ideal.measure)
      considerSingles(steps, near: wanted)
      considerPairs(steps, near: wanted)
    }
  }

  private func shift(_ gain: Money, like step: Step) -> DraftShift {
    let candidate = draft.market.candidates[step.candidate]
    var shift = DraftShift(year: candidate.year, laterYear: candidate.year)
    shift.add(
      SaleEffect(gain: gain, costs: .zero, proceeds: .zero, sales: 0), of: candidate)
    return shift
  }

  private mutating func considerSingles(_ steps: [Step], near wanted: Money) {
    let middle = steps.firstIndex { $0.gain >= wanted } ?? steps.count
    let range = max(0, middle - Self.nearest)..<min(steps.count, middle + Self.nearest)
    for step in steps[range] { consider([step]) }
  }

  /// Walks from both ends, so that the sums pass by the wanted one, and tries the nearest on each
  /// side of it.
  private mutating func considerPairs(_ steps: [Step], near wanted: Money) {
    var low = 0
    var high = steps.count - 1
    var above: [(distance: Money, low: Int, high: Int)] = []
    var below = above
    func keep(
      _ list: inout [(distance: Money, low: Int, high: Int)],
      _ pair: (distance: Money, low: Int, high: Int)
    ) {
      if list.count == Self.nearest, let last = list.last, last.distance <= pair.distance { return }
      let place = list.firstIndex { $0.distance > pair.distance } ?? list.count
      list.insert(pair, at: place)
      if list.count > Self.nearest { list.removeLast() }
    }
    while low < high {
      let distance = steps[low].gain + steps[high].gain - wanted
      if distance < .zero {
        keep(&below, (distance.magnitude, low, high))
        low += 1
      } else {
        keep(&above, (distance, low, high))
        high -= 1
      }
    }
    for pair in above + below { consider([steps[pair.low], steps[pair.high]]) }
  }
}
