import FederalTax
import Portfolio
import Quantities

/// Measures a draft and changes of it: the objective, and a heavy price on broken constraints.
///
/// A merit without broken constraints is the plan's objective to the cent. A change is measured
/// from its first year on, and only until the carryovers are again what they were.
struct MeritMeter {
  /// What a dollar by which cash, proceeds or income miss their limits counts: far above any tax
  /// that a dollar of proceeds or income can cause, so that a broken constraint is mended first.
  private static let violationWeight = 1_000
  /// What any violation counts besides, so that no saving pays for the least one.
  private static let violationBase = Money(dollars: 100_000_000)

  let pricer: PlanPricer
  private let ceilings: [Money?]
  private let raiseCash: Money
  private let maximumProceeds: Money?
  private let permanentLossAtMost: Money
  private(set) var totals: PlanTotals
  private(set) var proceeds = Money.zero
  /// What wash sales change, for each group of the problem that has any.
  private var corrections: [Int: WashCorrection] = [:]
  /// What the years before each year came to; one more value than years.
  private var progress: [YearlyProgress] = []
  /// Income above its ceilings in the years before each year.
  private var excess: [Money] = []
  private var plannedGains = Money.zero
  /// The merit of the draft; less is better.
  private(set) var merit = Money.zero

  init(_ pricer: PlanPricer) {
    self.pricer = pricer
    let scenario = pricer.problem.scenario
    var ceilings: [Money?] = Array(repeating: nil, count: scenario.years.count)
    for ceiling in scenario.constraints.adjustedGrossIncomeAtMost {
      ceilings[ceiling.yearIndex] = min(
        ceilings[ceiling.yearIndex] ?? ceiling.amount, ceiling.amount)
    }
    self.ceilings = ceilings
    raiseCash = scenario.constraints.raiseCash
    maximumProceeds = scenario.constraints.maximumProceeds
    permanentLossAtMost = scenario.constraints.permanentLossAtMost
    totals = PlanTotals(yearCount: scenario.years.count)
    settle()
  }

  /// Whether the draft keeps the limits on cash, proceeds, income and lost losses.
  var keepsLimits: Bool {
    excess[ceilings.count] == .zero && proceedsViolation(proceeds) == .zero
      && permanentViolation == .zero
  }

  /// Adds an effect to the draft; ``settle()`` must follow.
  mutating func add(_ effect: SaleEffect, of candidate: SaleCandidate) {
    switch candidate.term {
    case .short: totals.shortTerm[candidate.year] += effect.gain
    case .long:
      totals.longTerm[candidate.year] += effect.gain
      if candidate.isCollectible { totals.collectibles[candidate.year] += effect.gain }
    }
    totals.costs[candidate.year] += effect.costs
    proceeds += effect.proceeds
  }

  /// Takes what the ledger says of the draft's sales of a group; ``settle()`` must follow.
  mutating func correct(_ group: Int, by correction: WashCorrection) {
    move(corrections.updateValue(correction, forKey: group), to: correction)
  }

  /// The merit of the draft with changes where the ledger has a say.
  ///
  /// - Parameters:
  ///   - effects: what the changes add, each sale as if it stood alone.
  ///   - corrections: what the ledger then says of the groups that are concerned.
  /// - Returns: the merit, to the cent.
  func merit(
    adding effects: [(effect: SaleEffect, candidate: SaleCandidate)],
    correcting corrections: [(group: Int, correction: WashCorrection)]
  ) -> Money {
    var next = self
    for change in effects { next.add(change.effect, of: change.candidate) }
    for change in corrections { next.move(self.corrections[change.group], to: change.correction) }
    next.settle()
    return next.merit
  }

  private mutating func move(_ last: WashCorrection?, to correction: WashCorrection) {
    for year in ceilings.indices {
      totals.shortTerm[year] += correction.shortTerm[year] - (last?.shortTerm[year] ?? .zero)
      totals.longTerm[year] += correction.longTerm[year] - (last?.longTerm[year] ?? .zero)
      totals.collectibles[year] +=
        correction.collectibles[year] - (last?.collectibles[year] ?? .zero)
    }
    totals.permanent += correction.permanent - (last?.permanent ?? .zero)
  }

  /// Measures the draft after its totals have changed.
  mutating func settle() {
    progress = [YearlyProgress(carryover: pricer.problem.scenario.carryover)]
    excess = [.zero]
    for year in ceilings.indices {
      var next = progress[year]
      let income = pricer.advance(
        &next, year: year, shortTerm: totals.shortTerm[year], longTerm: totals.longTerm[year],
        collectibles: totals.collectibles[year], costs: totals.costs[year]
      ).result.adjustedGrossIncome
      progress.append(next)
      excess.append(excess[year] + excessIncome(income, year))
    }
    plannedGains = totals.gains
    merit = merit(of: progress[ceilings.count], plannedGains, excess[ceilings.count], proceeds)
  }

  /// The merit of the draft with a change.
  func merit(after shift: DraftShift) -> Money {
    var next = progress[shift.year]
    var over = excess[shift.year]
    var year = shift.year
    let last = ceilings.count
    while year < last {
      let change = shift.change(of: year) ?? YearShift()
      let income = pricer.advance(
        &next, year: year, shortTerm: totals.shortTerm[year] + change.shortTerm,
        longTerm: totals.longTerm[year] + change.longTerm,
        collectibles: totals.collectibles[year] + change.collectibles,
        costs: totals.costs[year] + change.costs
      ).result.adjustedGrossIncome
      over += excessIncome(income, year)
      year += 1
      if year > shift.laterYear, year < last, next.carryover == progress[year].carryover {
        next.carryover = progress[last].carryover
        next.taxes += progress[last].taxes - progress[year].taxes
        next.costs += progress[last].costs - progress[year].costs
        over += excess[last] - excess[year]
        break
      }
    }
    return merit(of: next, plannedGains + shift.gain, over, proceeds + shift.proceeds)
  }

  private func merit(
    of progress: YearlyProgress, _ gains: Money, _ excess: Money, _ proceeds: Money
  ) -> Money {
    let violation = excess + proceedsViolation(proceeds) + permanentViolation
    let objective = pricer.objective(of: progress, plannedGains: gains).value
    return violation == .zero
      ? objective : objective + Self.violationBase + Self.violationWeight * violation
  }

  private var permanentViolation: Money { max(.zero, totals.permanent - permanentLossAtMost) }

  private func excessIncome(_ income: Money, _ year: Int) -> Money {
    ceilings[year].map { max(.zero, income - $0) } ?? .zero
  }

  private func proceedsViolation(_ proceeds: Money) -> Money {
    var violation = raiseCash > .zero ? max(.zero, raiseCash - proceeds) : .zero
    if let maximumProceeds { violation += max(.zero, proceeds - maximumProceeds) }
    return violation
  }
}
