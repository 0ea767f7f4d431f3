import Quantities

/// A plan under construction with its measured merit.
///
/// Required sales, whole shares and the least proceeds of one sale hold at every moment; limits on
/// cash, proceeds and income are priced by the ``MeritMeter``.
struct PlanDraft {
  let market: SaleMarket
  private(set) var meter: MeritMeter
  /// The shares sold of each candidate.
  private(set) var sold: [Shares]
  /// The shares sold of each position.
  private(set) var soldOfPosition: [Shares]
  /// The number of sales.
  private(set) var sales = 0
  /// The groups of securities whose sales have changed since the ledger was asked.
  private var unsettled: Set<Int> = []

  var merit: Money { meter.merit }

  init(_ plan: Plan, in market: SaleMarket, pricer: PlanPricer) {
    self.market = market
    meter = MeritMeter(pricer)
    sold = Array(repeating: .zero, count: market.candidates.count)
    soldOfPosition = Array(repeating: .zero, count: market.ranges.count)
    for sale in plan.sales {
      let range = market.ranges[sale.position]
      let index = range.lowerBound + sale.date - market.candidates[range.lowerBound].date
      precondition(range.contains(index), "the position is not offered on the date")
      set(index, to: nearestAllowed(sale.shares, for: index))
    }
    requireSales()
    settle()
  }

  /// Measures the draft: the ledger first, where purchases are near, then the years.
  private mutating func settle() {
    for group in unsettled.sorted() {
      let sales = sales(of: market.washGroups[group, default: []])
      meter.correct(group, by: meter.pricer.washCorrection(of: group, sales))
    }
    unsettled = []
    meter.settle()
  }

  /// The plan as it stands.
  var plan: Plan {
    Plan(sales(of: market.candidates.indices))
  }

  private func sales(of candidates: some Sequence<Int>) -> [Sale] {
    candidates.filter { sold[$0] > .zero }.map { index in
      Sale(
        position: market.candidates[index].position, date: market.candidates[index].date,
        shares: sold[index])
    }
  }

  /// The shares not sold of a candidate's position.
  func room(_ index: Int) -> Shares {
    let candidate = market.candidates[index]
    return candidate.most - soldOfPosition[candidate.position]
  }

  /// The shares by which a candidate's sale may shrink without missing a required sale.
  func slack(_ index: Int) -> Shares {
    let position = market.candidates[index].position
    return min(sold[index], max(.zero, soldOfPosition[position] - market.required[position]))
  }

  /// Shares of the same lot sold on earlier dates.
  func soldEarlier(_ index: Int) -> Shares {
    var total = Shares.zero
    for other in market.ranges[market.candidates[index].position].lowerBound..<index {
      total += sold[other]
    }
    return total
  }

  /// What changes when a candidate sells another number of shares, the other dates staying.
  func effect(of index: Int, selling shares: Shares) -> SaleEffect {
    let earlier = soldEarlier(index)
    let candidate = market.candidates[index]
    return candidate.effect(of: shares, after: earlier)
      - candidate.effect(of: sold[index], after: earlier)
  }

  /// Sells other numbers of shares, unless that is not allowed or not wanted.
  ///
  /// - Parameters:
  ///   - changes: the shares to be sold of candidates; of several for one candidate the last counts.
  ///   - isWanted: judges the changed draft.
  /// - Returns: whether the draft has changed.
  @discardableResult
  mutating func attempt(
    _ changes: [(candidate: Int, shares: Shares)], where isWanted: (PlanDraft) -> Bool
  ) -> Bool {
    let before = changes.map { (candidate: $0.candidate, shares: sold[$0.candidate]) }
    for change in changes { set(change.candidate, to: change.shares) }
    if changes.allSatisfy({ isWithinLot($0.candidate) }) {
      settle()
      if isWanted(self) { return true }
    }
    for change in before { set(change.candidate, to: change.shares) }
    settle()
    return false
  }

  /// Whether a candidate's lot is not sold beyond its shares or short of what is required.
  private func isWithinLot(_ index: Int) -> Bool {
    let candidate = market.candidates[index]
    let shares = soldOfPosition[candidate.position]
    return sold[index] >= .zero && shares <= candidate.most
      && shares >= market.required[candidate.position]
  }

  private mutating func set(_ index: Int, to shares: Shares) {
    let position = market.candidates[index].position
    count(market.ranges[position], sign: -1)
    soldOfPosition[position] += shares - sold[index]
    sold[index] = shares
    count(market.ranges[position], sign: 1)
    if let group = market.candidates[index].washGroup { unsettled.insert(group) }
  }

  /// Adds or takes away the effects of one position's sales.
  private mutating func count(_ range: Range<Int>, sign: Int) {
    var earlier = Shares.zero
    for index in range where sold[index] > .zero {
      let candidate = market.candidates[index]
      let effect = candidate.effect(of: sold[index], after: earlier)
      meter.add(sign > 0 ? effect : .none - effect, of: candidate)
      earlier += sold[index]
      sales += sign
    }
  }

  /// The nearest number of shares that a sale of an unsold candidate may have.
  private func nearestAllowed(_ shares: Shares, for index: Int) -> Shares {
    let candidate = market.candidates[index]
    let half = Shares(millionths: candidate.unit.millionths / 2)
    let nearest = min(candidate.quantized(shares + half), candidate.quantized(room(index)))
    if nearest >= candidate.least { return nearest }
    let raised = min(candidate.least, room(index))
    return raised == candidate.least && nearest + nearest >= raised ? raised : .zero
  }

  /// Sells what must be sold, each lot on its best date; a lot too small for one sale stays.
  private mutating func requireSales() {
    for (position, required) in market.required.enumerated()
    where soldOfPosition[position] < required {
      settle()
      var best: (merit: Money, index: Int, shares: Shares)?
      for index in market.ranges[position] {
        let candidate = market.candidates[index]
        let missing = required - soldOfPosition[position]
        let shares = max(sold[index] + missing, candidate.least)
        guard shares <= sold[index] + room(index) else { continue }
        var shift = DraftShift(year: candidate.year, laterYear: candidate.year)
        shift.add(effect(of: index, selling: shares), of: candidate)
        let merit = meter.merit(after: shift)
        if best.map({ merit < $0.merit }) ?? true { best = (merit, index, shares) }
      }
      if let best { set(best.index, to: best.shares) }
    }
  }
}
