import FederalTax
import Portfolio
import Quantities

/// What the net gains of each year can be, whatever is sold: the domains of the years' cells.
struct NetGainRanges: Sendable {
  /// Schedule D line 7 of each year.
  var short: [ClosedRange<Double>]
  /// Schedule D line 15 of each year.
  var long: [ClosedRange<Double>]
  /// Collectibles less the long-term loss carried in, of each year; `nil` where they do not count.
  var collectibles: [ClosedRange<Double>?]

  /// The ranges that a problem's lots, fixed gains and carryovers span.
  init(of problem: Problem) {
    let scenario = problem.scenario
    var plannedShort = Array(repeating: (least: 0.0, largest: 0.0), count: scenario.years.count)
    var plannedLong = plannedShort
    var plannedCollectibles = plannedShort
    let tradeCost = Scaling.units(scenario.constraints.tradeCost)
    for index in problem.positions.indices {
      let lot = SizedLot(index, in: problem)
      for offer in SaleProfile(of: problem.positions[index]).offers {
        let gain = offer.yield * lot.value - lot.basis
        // A part of the lot may gain next to nothing, and costs as much as all of it.
        let (least, largest) = (min(0, gain) - tradeCost, max(0, gain))
        switch offer.term {
        case .short:
          plannedShort[offer.year].least += least
          plannedShort[offer.year].largest += largest
        case .long:
          plannedLong[offer.year].least += least
          plannedLong[offer.year].largest += largest
          if offer.isCollectible {
            plannedCollectibles[offer.year].least += least
            plannedCollectibles[offer.year].largest += largest
          }
        }
      }
    }
    for (year, deferred) in Self.deferrals(problem) {
      plannedShort[year].least -= deferred
      plannedLong[year].least -= deferred
      plannedLong[year].largest += deferred
      if problem.positions.contains(where: \.isCollectible) {
        plannedCollectibles[year].least -= deferred
        plannedCollectibles[year].largest += deferred
      }
    }
    (short, long) = Self.ranges(scenario, short: plannedShort, long: plannedLong)
    carryovers = scenario.years.indices.map { index in
      index == 0 && scenario.years[index].facts.corporation != nil
        ? scenario.carryover : CarryoverIn()
    }
    collectibles = Self.collectibles(scenario, planned: plannedCollectibles, long: long)
  }

  /// The ranges of collectibles less the long-term loss carried in, in the years in which gain of the
  /// 25% and 28% rates is possible at all.
  private static func collectibles(
    _ scenario: Scenario, planned: [(least: Double, largest: Double)],
    long: [ClosedRange<Double>]
  ) -> [ClosedRange<Double>?] {
    scenario.years.indices.map { index in
      let inputs = scenario.years[index].inputs
      guard
        inputs.section1250Gain != .zero || inputs.collectiblesGain != .zero
          || planned[index].least < planned[index].largest
      else { return nil }
      let known = Scaling.units(scenario.carryover.longTerm)
      let carried = index == 0 ? known...known : 0...max(0, -long[index - 1].lowerBound)
      let fixed = Scaling.units(inputs.collectiblesGain)
      return fixed + planned[index].least - carried.upperBound...fixed + planned[index].largest
        - carried.lowerBound
    }
  }

  /// By how much sales of shares that replaced others can change the net gains of each year beyond
  /// what they would alone: the losses they take up, and their own gains, whose term may change.
  private static func deferrals(_ problem: Problem) -> [Int: Double] {
    var deferrals: [Int: Double] = [:]
    let isOneByOne = problem.scenario.wash.policy.sameDaySales == .regulationOrder
    // Shares that replace others on the only date are sold on none after it.
    guard isOneByOne || problem.scenario.dates.count > 1 else { return [:] }
    for group in WashModel(of: problem).groups {
      let losses = group.events.map { $0.lossPerUnit * $0.size }.reduce(0, +)
      for (number, pool) in group.pools.enumerated() {
        guard let position = pool.position,
          let first = group.events.first(where: { $0.pools.contains(number) })?.date
        else { continue }
        let lot = SizedLot(position, in: problem)
        for opportunity in problem.positions[position].opportunities
        where opportunity.date > first || (opportunity.date == first && isOneByOne) {
          deferrals[opportunity.year, default: 0] += losses + lot.value + lot.basis
        }
      }
    }
    return deferrals
  }

  /// The losses carried into each year, where its return tells them from those of the year and they
  /// are known: those of a corporation's first year.
  private let carryovers: [CarryoverIn]

  /// The gains of a year.
  func domain(of year: Int) -> YearDomain {
    var domain = gains(of: year)
    domain.carryover = carryovers[year]
    return domain
  }

  private func gains(of year: Int) -> YearDomain {
    guard let collectibles = collectibles[year] else {
      return YearDomain(GainRegion(short: short[year], long: long[year], collectibles: nil))
    }
    let isKnown = collectibles.lowerBound == collectibles.upperBound
    return YearDomain(
      GainRegion(
        short: short[year], long: long[year], collectibles: isKnown ? nil : collectibles),
      collectibles: isKnown ? collectibles.lowerBound : 0)
  }

  /// The ranges of both terms.
  ///
  /// Into the first year the carryovers are known; into later ones they lie anywhere from nothing to
  /// all losses before. A corporation nets the terms and carries what is left of a year as short-term.
  private static func ranges(
    _ scenario: Scenario, short: [(least: Double, largest: Double)],
    long: [(least: Double, largest: Double)]
  ) -> (short: [ClosedRange<Double>], long: [ClosedRange<Double>]) {
    func exactly(_ money: Money) -> (least: Double, largest: Double) {
      (Scaling.units(money), Scaling.units(money))
    }
    var carriedShort = exactly(scenario.carryover.shortTerm)
    var carriedLong = exactly(scenario.carryover.longTerm)
    var ranges: (short: [ClosedRange<Double>], long: [ClosedRange<Double>]) = ([], [])
    for (index, year) in scenario.years.enumerated() {
      func range(
        _ fixed: Money, _ planned: (least: Double, largest: Double),
        _ carried: (least: Double, largest: Double)
      ) -> ClosedRange<Double> {
        let least = Scaling.units(fixed) + planned.least - carried.largest
        return least...max(least, Scaling.units(fixed) + planned.largest - carried.least)
      }
      let short = range(year.inputs.shortTermGain, short[index], carriedShort)
      let long = range(year.inputs.longTermGain, long[index], carriedLong)
      ranges.short.append(short)
      ranges.long.append(long)
      let ofCorporation = year.facts.corporation != nil
      carriedShort = (
        0,
        ofCorporation
          ? max(0, -short.lowerBound) + max(0, -long.lowerBound) : max(0, -short.lowerBound)
      )
      carriedLong = (0, ofCorporation ? carriedLong.largest : max(0, -long.lowerBound))
    }
    return ranges
  }
}
