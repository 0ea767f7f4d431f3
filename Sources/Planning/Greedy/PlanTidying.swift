import Portfolio
import Quantities

extension GreedyPlanner {
  /// Chooses among equally cheap plans by a stated rule: fewest sales, then least proceeds.
  ///
  /// The rule is carried out in this order, each step only where the exact objective does not rise
  /// and no constraint is broken:
  /// 1. sales that change nothing are left out, those with the smallest gain or loss first;
  /// 2. what remains is made as small as it can be without loss;
  /// 3. the sales of one year and term are replaced by fewer lots with the same gain or loss, the
  ///    largest first, only the last of them in part;
  /// 4. a sale is exchanged for one of a lot with the same gain or loss and less proceeds;
  /// 5. shares are those of the whole lot, or have the fewest decimals, where that changes proceeds
  ///    by less than a dollar.
  ///
  /// - Parameter plan: a plan of the problem.
  /// - Returns: a plan whose objective and number of sales are not above those of `plan`.
  public func tidy(_ plan: Plan) -> Plan {
    tidied(PlanDraft(plan, in: market, pricer: pricer)).plan
  }

  /// Writes shares with few decimals even where that costs a cent a sale, twenty cents in all.
  ///
  /// What a fraction of a share saves by the rounding of cents is no reason to trade it. The plan is
  /// left as it is where round numbers would make it worse than selling nothing or every loss.
  ///
  /// - Parameter plan: a tidy plan of the problem.
  /// - Returns: a plan that breaks no constraint that `plan` keeps.
  public func rounded(_ plan: Plan) -> Plan {
    let exact = PlanDraft(plan, in: market, pricer: pricer)
    var round = exact
    round.roundShares(allowing: Money(cents: 1))
    let rivals = [.hold, Baselines(pricer).harvestAll].map {
      PlanDraft($0, in: market, pricer: pricer).merit
    }
    let isCheap =
      round.merit <= exact.merit + Money(cents: 20)
      && rivals.allSatisfy { round.merit <= $0 || exact.merit > $0 }
    return isCheap ? round.plan : plan
  }

  func tidied(_ start: PlanDraft) -> PlanDraft {
    var draft = start
    draft.dropIdleSales()
    draft.shrinkSales()
    draft.mergeSales()
    draft.exchangeForLessProceeds()
    draft.dropIdleSales()
    draft.roundShares(allowing: .zero)
    return draft
  }
}

extension PlanDraft {
  /// How many lots that are not sold, those with the most gain or loss for their proceeds first,
  /// are looked at for an exchange.
  private static let exchangeReach = 100
  /// The same where purchases are near, and each exchange asks the ledger.
  private static let washExchangeReach = 8

  /// Candidates that sell, those with the smallest gain or loss first.
  private var sellers: [(candidate: Int, effect: SaleEffect)] {
    market.candidates.indices.filter { sold[$0] > .zero }
      .map { ($0, .none - effect(of: $0, selling: .zero)) }
      .sorted { ($0.1.gain.magnitude, $0.0) < ($1.1.gain.magnitude, $1.0) }
  }

  private func isNoWorse(than worth: Money) -> (PlanDraft) -> Bool { { $0.merit <= worth } }

  fileprivate mutating func dropIdleSales() {
    for (candidate, _) in sellers where slack(candidate) == sold[candidate] {
      guard let without = merit(after: [(candidate, .zero)]), without <= merit else { continue }
      attempt([(candidate, .zero)], where: isNoWorse(than: merit))
    }
  }

  fileprivate mutating func shrinkSales() {
    for (index, _) in sellers.reversed() {
      let candidate = market.candidates[index]
      let floor = max(sold[index] - slack(index), candidate.least)
      guard floor < sold[index] else { continue }
      let unit = candidate.unit.millionths
      func shares(_ removed: Int64) -> Shares {
        Shares(millionths: sold[index].millionths - removed * unit)
      }
      func isFree(_ removed: Int64) -> Bool {
        merit(after: [(index, shares(removed))]).map { $0 <= merit } ?? false
      }
      // The most units that can go without loss, by bisection from a hundredth part down and up.
      let most = (sold[index] - floor).millionths / unit
      guard most > 0, isFree(max(1, most / 100)) else { continue }
      var free = max(1, most / 100)
      var dear = most + 1
      while dear - free > 1 {
        let middle = (free + dear) / 2
        if isFree(middle) { free = middle } else { dear = middle }
      }
      attempt([(index, shares(free))], where: isNoWorse(than: merit))
    }
  }

  /// Completes lots and gives fractional sales the fewest decimals, above or below the exact number as is cheaper.
  ///
  /// - Parameter allowance: by how much each may raise the merit.
  fileprivate mutating func roundShares(allowing allowance: Money) {
    for index in market.candidates.indices
    where sold[index] > .zero && sold[index] < market.candidates[index].most
      && market.candidates[index].unit.isSmallest
    {
      // All that is left of the lot is the roundest number of all.
      let rest = sold[index] + room(index)
      if room(index) > .zero,
        effect(of: index, selling: rest).proceeds.magnitude < Money(dollars: 1),
        attempt([(index, rest)], where: isNoWorse(than: merit + allowance))
      {
        continue
      }
      guard !sold[index].isWhole else { continue }
      var step: Int64 = 1_000_000
      while step > 1 {
        let rounded = roundings(of: index, to: step).min { $0.merit < $1.merit }
        if let rounded, rounded.merit <= merit + allowance,
          attempt([(index, rounded.shares)], where: isNoWorse(than: merit + allowance))
        {
          break
        }
        step /= 10
      }
    }
  }

  /// The multiples of a step next to a sale that change its proceeds by less than a dollar.
  private func roundings(of index: Int, to step: Int64) -> [(shares: Shares, merit: Money)] {
    let below = sold[index].millionths / step * step
    return [below + step, below].compactMap { millionths in
      let shares = Shares(millionths: millionths)
      guard shares > .zero, shares <= sold[index] + room(index),
        shares >= market.candidates[index].least, sold[index] - shares <= slack(index),
        effect(of: index, selling: shares).proceeds.magnitude < Money(dollars: 1),
        let merit = merit(after: [(index, shares)])
      else { return nil }
      return (shares, merit)
    }
  }

  /// The candidates of each year and term.
  private func terms() -> [[Int]] {
    let years = market.candidates.map(\.year).max() ?? 0
    var groups = Array(repeating: [Int](), count: 2 * (years + 1))
    for (index, candidate) in market.candidates.enumerated() {
      groups[2 * candidate.year + (candidate.term == .long ? 1 : 0)].append(index)
    }
    return groups
  }

  fileprivate mutating func mergeSales() {
    for group in terms() {
      let selling = group.filter { sold[$0] > .zero }
      let wanted = selling.map { .zero - effect(of: $0, selling: .zero).gain }.total()
      guard selling.count > 1, wanted != .zero else { continue }
      let isLoss = wanted < .zero
      // Largest first, among the lots of the wanted sign that sell nowhere else.
      let pool = group.filter { index in
        let candidate = market.candidates[index]
        return candidate.whole.gain != .zero && (candidate.whole.gain < .zero) == isLoss
          && soldOfPosition[candidate.position] == sold[index]
          && candidate.least <= candidate.most
      }.sorted {
        let (first, second) = (market.candidates[$0].whole.gain, market.candidates[$1].whole.gain)
        return (second.magnitude, $0) < (first.magnitude, $1)
      }
      for changes in replacements(of: selling, from: pool, wanted: wanted) {
        let (worth, count) = (merit, sales)
        if attempt(changes, where: { $0.merit <= worth && $0.sales < count }) { break }
      }
    }
  }

  /// Sets of sales with the wanted gain or loss that use the largest lots of a pool.
  private func replacements(
    of selling: [Int], from pool: [Int], wanted: Money
  ) -> [[(candidate: Int, shares: Shares)]] {
    var taken: [Int: Shares] = [:]
    for index in selling {
      let candidate = market.candidates[index]
      taken[index] = min(sold[index], market.required[candidate.position])
    }
    guard selling.allSatisfy({ taken[$0] == .zero }) else { return [] }
    var left = wanted.magnitude
    var variants: [[(candidate: Int, shares: Shares)]] = []
    for index in pool {
      let candidate = market.candidates[index]
      if candidate.whole.gain.magnitude <= left {
        left -= candidate.whole.gain.magnitude
        taken[index] = candidate.most
        continue
      }
      guard left > .zero else { break }
      for shares in candidate.shares(of: left) {
        var variant = taken
        variant[index] = shares
        variants.append(variant.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      }
      break
    }
    if left == .zero {
      variants.append(taken.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
    return variants
  }

  fileprivate mutating func exchangeForLessProceeds() {
    for group in terms() {
      for isLoss in [true, false] {
        let signed = group.filter { index in
          let gain = market.candidates[index].whole.gain
          return isLoss ? gain < .zero : gain > .zero
        }
        let idle = signed.filter { soldOfPosition[market.candidates[$0].position] == .zero }
          .sorted { market.candidates[$0].isDenser(than: market.candidates[$1]) }
          .prefix(market.washGroups.isEmpty ? Self.exchangeReach : Self.washExchangeReach)
        guard !idle.isEmpty else { continue }
        for index in signed where sold[index] > .zero && slack(index) == sold[index] {
          exchange(index, forOneOf: idle)
        }
      }
    }
  }

  /// Sells instead of one lot the first of others that serves as well for less proceeds.
  private mutating func exchange(_ index: Int, forOneOf idle: some Sequence<Int>) {
    let current = .none - effect(of: index, selling: .zero)
    let (worth, count, proceeds) = (merit, sales, meter.proceeds)
    for other in idle {
      let candidate = market.candidates[other]
      guard soldOfPosition[candidate.position] == .zero,
        candidate.whole.gain.magnitude >= current.gain.magnitude
      else { continue }
      for shares in candidate.shares(of: current.gain.magnitude)
      where candidate.effect(of: shares, after: .zero).proceeds < current.proceeds {
        let done = attempt([(index, .zero), (other, shares)]) {
          $0.merit <= worth && $0.sales <= count && $0.meter.proceeds < proceeds
        }
        if done { return }
      }
    }
  }
}

extension Shares {
  /// Whether this is the smallest part of a share.
  fileprivate var isSmallest: Bool { millionths == 1 }
}

extension SaleCandidate {
  /// The numbers of shares next to the one whose gain or loss has a magnitude, of allowed size.
  fileprivate func shares(of gain: Money) -> [Shares] {
    guard whole.gain != .zero else { return [] }
    let exact =
      Int128(most.millionths) * Int128(gain.cents) / Int128(whole.gain.magnitude.cents)
    let nearest = quantized(Shares(millionths: Int64(exact)))
    return [nearest - unit, nearest, nearest + unit, nearest + unit + unit].filter {
      $0 >= least && $0 <= most && $0 > .zero
    }
  }

  /// Whether this lot gains or loses more for each dollar of proceeds.
  fileprivate func isDenser(than other: SaleCandidate) -> Bool {
    let first = Int128(whole.gain.magnitude.cents) * Int128(other.whole.proceeds.cents)
    let second = Int128(other.whole.gain.magnitude.cents) * Int128(whole.proceeds.cents)
    return first == second ? (position, date) < (other.position, other.date) : first > second
  }
}
