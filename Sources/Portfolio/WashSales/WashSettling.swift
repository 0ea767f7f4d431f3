import Quantities

/// One run of the matcher.
///
/// A lot is a chain of runs of equal shares in order of position. Which shares a disposal takes does
/// not depend on the rule, so all disposals are cut out first. Then losses are walked in order of
/// disposition; because a replacement is still held after the loss, its own disposal comes later, and
/// one pass is enough.
struct WashSettling {
  /// Shares of a lot that are alike.
  private struct Run {
    var quantity: Fraction
    var basisPerUnit: Fraction
    var holdingStart: CivilDate
    var isReplacement: Bool
    /// The disposal that takes them; -1 when they are left.
    var disposal = -1
    /// The run with the next positions; -1 at the end.
    var next = -1
  }

  private let matcher: WashMatcher
  private let lots: [LedgerLot]
  private let disposals: [LedgerDisposal]
  /// The lots in order of acquisition.
  private let order: [Int]
  private var index: ReplacementIndex
  private var runs: [Run] = []
  /// Of each lot, the run with the lowest positions.
  private var firstRuns: [Int] = []
  /// Of each lot, the lowest run that may still replace.
  private var openRuns: [Int] = []
  /// Of each disposal, its run with the lowest positions.
  private var disposalRuns: [Int] = []
  /// Of each disposal, its place in time; those of one disposition have the same.
  private var steps: [Int] = []
  private var rows: [WashRow] = []

  init(_ matcher: WashMatcher, _ lots: [LedgerLot], _ disposals: [LedgerDisposal]) {
    self.matcher = matcher
    self.lots = lots
    self.disposals = disposals
    order = matcher.acquisitionOrder(lots)
    index = ReplacementIndex(
      order.filter { matcher.canReplace(lots[$0]) }, lots: lots, securities: matcher.securities,
      groupCount: matcher.groupCount)
  }

  mutating func settlement() -> WashSettlement {
    open()
    cut()
    let sequence = walkOrder()
    for disposal in matcher.rules.takesLossesInOrder ? sequence : sequence.reversed() {
      settle(disposal)
    }
    return WashSettlement(rows: rows, remaining: remaining())
  }

  // MARK: Positions

  private mutating func open() {
    runs.reserveCapacity(lots.count + disposals.count * 2)
    firstRuns.reserveCapacity(lots.count)
    for lot in lots {
      firstRuns.append(runs.count)
      runs.append(
        Run(
          quantity: lot.quantity, basisPerUnit: lot.basisPerUnit, holdingStart: lot.holdingStart,
          isReplacement: false))
      if lot.replaced.isPositive {
        cut(runs.count - 1, to: lot.replaced)
        runs[firstRuns[firstRuns.count - 1]].isReplacement = true
      }
    }
    openRuns = firstRuns
  }

  /// Shortens a run to its lowest positions; the others follow in a run of their own.
  private mutating func cut(_ run: Int, to quantity: Fraction) {
    if quantity == runs[run].quantity { return }
    var rest = runs[run]
    rest.quantity -= quantity
    runs[run].quantity = quantity
    runs[run].next = runs.count
    runs.append(rest)
  }

  /// Gives each disposal the lowest positions of its lot that are left.
  private mutating func cut() {
    var unsold = firstRuns
    disposalRuns.reserveCapacity(disposals.count)
    for (number, disposal) in disposals.enumerated() {
      disposalRuns.append(unsold[disposal.lot])
      var left = disposal.quantity
      while left.isPositive {
        let run = unsold[disposal.lot]
        precondition(run >= 0, "a disposal takes no more than its lot has")
        if left < runs[run].quantity { cut(run, to: left) }
        runs[run].disposal = number
        left -= runs[run].quantity
        unsold[disposal.lot] = runs[run].next
      }
    }
  }

  // MARK: Order

  /// The disposals in the order in which losses are taken, Treas. Reg. §1.1091-1(b): by moment, and
  /// within it by original acquisition. Notes their steps.
  private mutating func walkOrder() -> [Int] {
    var places = [Int](repeating: 0, count: lots.count)
    for (place, lot) in order.enumerated() { places[lot] = place }
    let sequence = disposals.indices.sorted { left, right in
      let (first, second) = (disposals[left], disposals[right])
      if first.moment != second.moment { return first.moment < second.moment }
      if first.lot == second.lot { return left < right }
      let (firstDate, secondDate) = (lots[first.lot].acquired, lots[second.lot].acquired)
      return firstDate == secondDate
        ? places[first.lot] < places[second.lot] : firstDate < secondDate
    }
    steps = [Int](repeating: 0, count: disposals.count)
    var step = 0
    var previous: LedgerMoment?
    for disposal in sequence {
      let moment = disposals[disposal].moment
      let isAlone =
        matcher.policy.sameDaySales == .regulationOrder && moment.isUntimedDisposition
      if moment != previous || isAlone { step += 1 }
      steps[disposal] = step
      previous = moment
    }
    return sequence
  }

  // MARK: Losses

  private mutating func settle(_ number: Int) {
    let disposal = disposals[number]
    let lot = lots[disposal.lot]
    if matcher.accounts[lot.account].isRetirement { return }
    let isSubject = matcher.isSubject(lot, soldOn: disposal.moment.date)
    var run = disposalRuns[number]
    while run >= 0, runs[run].disposal == number {
      addRow(number, lot, run)
      let basis = runs[run].basisPerUnit
      let gain =
        lot.side == .long
        ? disposal.amountPerUnit - basis : lot.openedForPerUnit - disposal.amountPerUnit - basis
      if gain.isNegative, isSubject { disallow(-gain, number, lot, run) }
      run = runs[run].next
    }
  }

  /// Adds the shares of a run to the last row, or to a new one where they differ.
  private mutating func addRow(_ number: Int, _ lot: LedgerLot, _ index: Int) {
    let run = runs[index]
    let amount = run.quantity * disposals[number].amountPerUnit
    let carried = run.quantity * run.basisPerUnit
    let isLong = lot.side == .long
    let proceeds = isLong ? amount : run.quantity * lot.openedForPerUnit
    let basis = isLong ? carried : carried + amount
    let last = rows.count - 1
    if last >= 0, rows[last].disposal == number, rows[last].basisPerUnit == run.basisPerUnit,
      rows[last].holdingStart == run.holdingStart
    {
      rows[last].quantity += run.quantity
      rows[last].proceeds += proceeds
      rows[last].basis += basis
      return
    }
    // Closing a short position is short-term: no property is held, IRC §1233(b) aside.
    let term =
      isLong
      ? HoldingPeriod.term(from: run.holdingStart, sold: disposals[number].moment.date) : .short
    rows.append(
      WashRow(
        disposal: number, lot: disposals[number].lot, quantity: run.quantity, proceeds: proceeds,
        basis: basis, basisPerUnit: run.basisPerUnit, holdingStart: run.holdingStart, term: term,
        disallowed: .zero, permanent: .zero, matches: []))
  }

  /// Walks the shares that can replace those of a run sold at a loss, earliest acquired first.
  private mutating func disallow(
    _ lossPerUnit: Fraction, _ number: Int, _ lot: LedgerLot, _ sold: Int
  ) {
    let security = matcher.securities[lot.security]
    let date = disposals[number].moment.date
    let days = matcher.rules.windowDays
    let window = index.window(
      group: security.group, lot.side, from: date.adding(days: -days),
      through: date.adding(days: days),
      earliest: matcher.policy.olderLots == .exclude ? lot.acquisition : nil)
    var need = runs[sold].quantity * security.unitsPerShare
    let loss = Loss(
      disposal: number, lot: lot, lossPerGroupUnit: lossPerUnit / security.unitsPerShare,
      unitsPerShare: security.unitsPerShare, holdingStart: runs[sold].holdingStart)
    var step = window.lowerBound
    while need.isPositive {
      step = index.alive(from: step)
      guard step < window.upperBound else { return }
      let place =
        matcher.rules.takesPurchasesInOrder
        ? step : window.upperBound - 1 - (step - window.lowerBound)
      take(from: place, &need, loss)
      step += 1
    }
  }

  /// A loss that looks for replacements.
  private struct Loss {
    var disposal: Int
    var lot: LedgerLot
    var lossPerGroupUnit: Fraction
    var unitsPerShare: Fraction
    var holdingStart: CivilDate
  }

  /// Takes the lowest shares of a candidate that can replace, at most as many as are needed.
  private mutating func take(from place: Int, _ need: inout Fraction, _ loss: Loss) {
    let candidate = index[place]
    let step = steps[loss.disposal]
    // Shares once used or gone stay so, as long as the rule is the law.
    if matcher.rules == .law {
      while openRuns[candidate.lot] >= 0, !canReplace(openRuns[candidate.lot], after: step) {
        openRuns[candidate.lot] = runs[openRuns[candidate.lot]].next
      }
      if openRuns[candidate.lot] < 0 { return index.exhaust(place) }
    }
    guard matcher.isEligible(lots[candidate.lot], for: loss.lot) else { return }
    var run = openRuns[candidate.lot]
    while run >= 0, need.isPositive {
      if canReplace(run, after: step) {
        cut(run, to: min(runs[run].quantity, need / candidate.units))
        let units = runs[run].quantity * candidate.units
        need -= units
        match(run, candidate, units, loss)
      }
      run = runs[run].next
    }
  }

  /// Whether shares are still held after a step, and have not replaced others.
  private func canReplace(_ run: Int, after step: Int) -> Bool {
    let rules = matcher.rules
    if runs[run].isReplacement, rules.eachShareReplacesOnce { return false }
    let disposal = runs[run].disposal
    return disposal < 0 || steps[disposal] > step || !rules.replacementIsStillHeld
  }

  // MARK: Matches

  private mutating func match(
    _ run: Int, _ candidate: ReplacementIndex.Candidate, _ units: Fraction, _ loss: Loss
  ) {
    let replacement = lots[candidate.lot]
    let amount = units * loss.lossPerGroupUnit
    let isPermanent = matcher.isPermanent(replacement, replacing: loss.lot)
    runs[run].isReplacement = true
    let row = rows.count - 1
    rows[row].disallowed += amount
    if isPermanent {
      rows[row].permanent += amount
    } else {
      if matcher.rules.lossJoinsBasis {
        runs[run].basisPerUnit += loss.lossPerGroupUnit * candidate.units
      }
      if matcher.rules.tacksHoldingPeriod, replacement.side == .long {
        runs[run].holdingStart = matcher.tacked(
          runs[run].holdingStart, of: replacement, replacing: loss.lot,
          heldSince: loss.holdingStart, soldOn: disposals[loss.disposal].moment.date)
      }
    }
    let quantity = units / loss.unitsPerShare
    let last = rows[row].matches.count - 1
    if last >= 0, rows[row].matches[last].lot == candidate.lot {
      rows[row].matches[last].quantity += quantity
      rows[row].matches[last].loss += amount
    } else {
      rows[row].matches.append(
        WashMatch(
          lot: candidate.lot, quantity: quantity, loss: amount, isPermanent: isPermanent))
    }
  }

  // MARK: What is left

  private func remaining() -> [WashRemainder] {
    var remainders: [WashRemainder] = []
    for lot in order {
      var index = firstRuns[lot]
      while index >= 0 {
        let run = runs[index]
        index = run.next
        if run.disposal >= 0 { continue }
        if let last = remainders.last, last.lot == lot, last.basisPerUnit == run.basisPerUnit,
          last.holdingStart == run.holdingStart, last.isReplacement == run.isReplacement
        {
          remainders[remainders.count - 1].quantity += run.quantity
        } else {
          remainders.append(
            WashRemainder(
              lot: lot, quantity: run.quantity, basisPerUnit: run.basisPerUnit,
              holdingStart: run.holdingStart, isReplacement: run.isReplacement))
        }
      }
    }
    return remainders
  }
}
