import Quantities

extension PlanDraft {
  /// The most pairs of lots that are tried for an exchange.
  private static let exchangeLimit = 20_000

  /// The draft after the best change of one whole lot, or exchange of two; `nil` when none pays.
  ///
  /// Where a sale has a cost or a least size of its own, the runs' order can be wrong: each lot is
  /// then tried by itself. Elsewhere the runs leave nothing to find here.
  func bestLotStep() -> PlanDraft? {
    guard market.salesAreCostly else { return nil }
    let drops = market.candidates.indices.filter { slack($0) > .zero && slack($0) == sold[$0] }
    let additions = market.candidates.indices.filter {
      let shares = market.candidates[$0].quantized(room($0))
      return shares > .zero && sold[$0] + shares >= market.candidates[$0].least
    }
    var best: (merit: Money, changes: [(candidate: Int, shares: Shares)])?
    func consider(_ changes: [(candidate: Int, shares: Shares)]) {
      guard let merit = merit(after: changes), merit < best?.merit ?? self.merit else { return }
      best = (merit, changes)
    }
    for index in drops { consider([(index, .zero)]) }
    for index in additions { consider([filled(index)]) }
    if best == nil, drops.count * additions.count <= Self.exchangeLimit {
      for drop in drops {
        for addition in additions {
          guard market.candidates[drop].position != market.candidates[addition].position else {
            continue
          }
          consider([(drop, .zero), filled(addition)])
        }
      }
    }
    guard let best else { return nil }
    var next = self
    return next.attempt(best.changes) { $0.merit < merit } ? next : nil
  }

  func filled(_ index: Int) -> (candidate: Int, shares: Shares) {
    (index, sold[index] + market.candidates[index].quantized(room(index)))
  }

  /// The merit after changes of one or two positions; `nil` when they touch more than two years.
  func merit(after changes: [(candidate: Int, shares: Shares)]) -> Money? {
    if market.asksLedger,
      changes.contains(where: { market.candidates[$0.candidate].washGroup != nil })
    {
      return washMerit(after: changes)
    }
    var joint: DraftShift?
    for change in changes {
      let candidate = market.candidates[change.candidate]
      var shift = DraftShift(year: candidate.year, laterYear: candidate.year)
      shift.add(effect(of: change.candidate, selling: change.shares), of: candidate)
      if let earlier = joint {
        guard let both = earlier.joined(with: shift) else { return nil }
        joint = both
      } else {
        joint = shift
      }
    }
    return joint.map { meter.merit(after: $0) } ?? merit
  }
}
