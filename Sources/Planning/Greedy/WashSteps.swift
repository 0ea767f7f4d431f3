import Quantities

extension PlanDraft {
  /// About so many changes are tried in one step.
  private static let washAttempts = 2_000

  /// The merit after changes where a purchase is near, so that sales bear on each other; `nil` when
  /// a lot would be sold beyond its shares or short of what is required.
  ///
  /// - Parameter changes: the shares to be sold of candidates, one change for a position.
  /// - Returns: the merit, to the cent.
  func washMerit(after changes: [(candidate: Int, shares: Shares)]) -> Money? {
    var effects: [(effect: SaleEffect, candidate: SaleCandidate)] = []
    var groups: Set<Int> = []
    var shares: [Int: Shares] = [:]
    for change in changes {
      let candidate = market.candidates[change.candidate]
      let total = soldOfPosition[candidate.position] + change.shares - sold[change.candidate]
      guard change.shares >= .zero, total <= candidate.most,
        total >= market.required[candidate.position]
      else { return nil }
      // Later sales of the lot take other shares of its basis.
      for index in market.ranges[candidate.position] {
        let selling = index == change.candidate ? change.shares : sold[index]
        let earlier = soldEarlier(index)
        let before = market.candidates[index].effect(of: sold[index], after: earlier)
        let moved =
          index > change.candidate ? earlier + change.shares - sold[change.candidate] : earlier
        let after = market.candidates[index].effect(of: selling, after: moved)
        effects.append((after - before, market.candidates[index]))
      }
      shares[change.candidate] = change.shares
      if let group = candidate.washGroup { groups.insert(group) }
    }
    let corrections = groups.sorted().map { group in
      let sales = market.washGroups[group, default: []].compactMap { index -> Sale? in
        let selling = shares[index] ?? sold[index]
        guard selling > .zero else { return nil }
        return Sale(
          position: market.candidates[index].position, date: market.candidates[index].date,
          shares: selling)
      }
      return (group: group, correction: meter.pricer.washCorrection(of: group, sales))
    }
    return meter.merit(adding: effects, correcting: corrections)
  }

  /// The draft after changes of single lots, or of one with the recent lots of its group, each of
  /// which pays once the ledger has run; `nil` when none does.
  ///
  /// Runs of lots are judged as if each sale stood alone. Where a purchase is near, sales bear on each
  /// other: a lot sold in part, or together with the shares that would replace it, may be worth
  /// more than its own gain says.
  func washStep() -> PlanDraft? {
    var next = self
    var attempts = 0
    for group in market.washGroups.keys.sorted() {
      let members = market.washGroups[group, default: []]
      let recent = members.filter { market.candidates[$0].isRecent }
      for index in members where attempts < Self.washAttempts {
        for shares in next.choices(of: index) {
          var changes = [(candidate: index, shares: shares)]
          attempts += 2
          if next.take(changes) { break }
          guard shares > next.sold[index] else { continue }
          // Sold on the same day, what was bought lately replaces nothing.
          let along = recent.filter { next.isSoldAlong($0, with: index) }
          changes += along.map { next.filled($0) }
          if changes.count > 1, next.take(changes) { break }
        }
      }
    }
    return next.merit < merit ? next : nil
  }

  /// Other numbers of shares that are worth a try: none, all, or half.
  private func choices(of index: Int) -> [Shares] {
    let candidate = market.candidates[index]
    let all = sold[index] + candidate.quantized(room(index))
    let none = sold[index] - slack(index)
    let half = candidate.quantized(Shares(millionths: (all.millionths + none.millionths) / 2))
    return [none, all, half].filter {
      $0 != sold[index] && ($0 == .zero || $0 >= candidate.least)
    }
  }

  private func isSoldAlong(_ other: Int, with index: Int) -> Bool {
    market.candidates[other].date == market.candidates[index].date
      && market.candidates[other].position != market.candidates[index].position
      && market.candidates[other].quantized(room(other)) > .zero
  }

  /// Makes changes that lower the merit.
  private mutating func take(_ changes: [(candidate: Int, shares: Shares)]) -> Bool {
    let worth = merit
    guard let changed = washMerit(after: changes), changed < worth else { return false }
    return attempt(changes) { $0.merit < worth }
  }
}
