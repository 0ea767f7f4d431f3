import FederalTax
public import Planning
import Portfolio
import Quantities

/// Small random households with purchases near their planning dates, decided by a seed alone.
///
/// Their shares are dear and few, so that every plan of whole shares can be listed.
public struct RandomWashHousehold: Sendable {
  /// The most lots.
  public var lots = 4
  /// The most purchases that are not lots.
  public var purchases = 3
  /// The planning dates.
  public var dates = 1
  /// The most shares of a lot.
  public var shares = 4
  /// Whether readings other than the default are drawn.
  public var drawsPolicy = true
  /// Whether a limit on losses lost for good is drawn.
  public var drawsPermanentLimit = true
  /// Whether sales made before the first date are drawn.
  public var drawsPast = false
  /// Whether each sale has a cost.
  public var drawsTradeCost = false

  /// A generator of households with one planning date unless told otherwise.
  public init(dates: Int = 1, shares: Int = 4) {
    self.dates = dates
    self.shares = shares
  }

  /// The household of a seed.
  ///
  /// - Parameter seed: any number.
  /// - Returns: a scenario around December 2025, with a second year where a date lies in it.
  /// - Throws: an error of the law's parameters.
  public func scenario(seed: UInt64) throws -> Scenario {
    var random = SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(0...99) < percent }
    let start = CivilDate(dayNumber: 20_424)  // 2 December 2025
    let days = [0, 9, 40].prefix(dates).map { start.adding(days: $0 + number(0...3)) }
    let lastYear = days[days.count - 1].year
    let planningYears = try (2025...lastYear).map { year in
      var inputs = ReturnInputs<Money>()
      inputs.wages = Money(dollars: Int64(number(60...400)) * 1_000)
      inputs.shortTermGain = Money(dollars: Int64(number(-1...12)) * 1_000)
      inputs.longTermGain = Money(dollars: Int64(number(-2...9)) * 1_000)
      return PlanningYear(
        year: year, facts: ReturnFacts(status: .marriedJoint), inputs: inputs,
        law: try FederalLaw.load(year: year, status: .marriedJoint))
    }
    let symbols = chance(30) ? ["AAA", "AAB"] : ["AAA"]
    let prices = symbols.map { _ in
      days.map { _ in UnitPrice(dollars: Int64(number(8...16)) * 100) }
    }
    var scenario = Scenario(
      title: "wash \(seed)", years: planningYears,
      dates: days.map { PlanningDate(date: $0, yearIndex: $0.year - 2025) },
      accounts: [
        Account(id: "own", kind: .taxable, owner: "self", wholeShares: true),
        Account(id: "spouse", kind: .taxable, owner: "spouse", wholeShares: true),
        Account(id: "roth", kind: .rothIRA, owner: "self"),
      ],
      securities: zip(symbols, prices).map { Security(symbol: $0, prices: $1) }, lots: [])
    for index in 0..<number(2...lots) {
      let age = chance(45) ? number(0...34) : number(60...500)
      let shares = Int64(number(1...self.shares))
      scenario.lots.append(
        Lot(
          id: "L\(index + 1)", account: chance(75) ? "own" : "spouse",
          symbol: symbols[number(0...symbols.count - 1)], acquired: days[0].adding(days: -age),
          quantity: Shares(whole: shares),
          adjustedBasis: shares.dollars(each: Int64(number(8...30)) * 100),
          acquisition: chance(10) ? .vest : .purchase))
    }
    for index in 0..<number(0...purchases) {
      let account = chance(60) ? "own" : chance(50) ? "spouse" : "roth"
      scenario.wash.purchases.append(
        Purchase(
          id: "P\(index + 1)", account: account, symbol: symbols[number(0...symbols.count - 1)],
          date: days[0].adding(days: number(-33...75)),
          shares: Shares(millionths: Int64(number(1...12)) * 250_000),
          kind: chance(80) ? .purchase : .vest, isScheduled: true))
    }
    if symbols.count == 2 {
      scenario.wash.groups = [
        IdenticalGroup(members: symbols.map { IdenticalGroup.Member(symbol: $0) })
      ]
    }
    if drawsPolicy {
      if chance(25) { scenario.wash.policy.sameDaySales = .regulationOrder }
      if chance(15) { scenario.wash.policy.olderLots = .exclude }
      if chance(15) { scenario.wash.policy.sameLot = .include }
      if chance(15) { scenario.wash.policy.spouse = chance(50) ? .permanent : .ignore }
      if chance(15) { scenario.wash.policy.vest = .ignore }
      if chance(20) { scenario.wash.policy.tacking = chance(50) ? .noOverlap : .inheritDate }
    }
    if drawsPermanentLimit, chance(40) {
      scenario.constraints.permanentLossAtMost = Money(dollars: Int64(number(1...20)) * 100)
    }
    if drawsPast {
      for index in 0..<number(1...2) {
        let shares = Int64(number(1...3))
        scenario.wash.pastSales.append(
          PastSale(
            id: "X\(index + 1)", account: "own", symbol: symbols[0],
            date: days[0].adding(days: -number(1...40)), shares: Shares(whole: shares),
            proceeds: shares.dollars(each: 900), basis: shares.dollars(each: 1_700),
            acquired: days[0].adding(days: -number(100...600))))
      }
    }
    if drawsTradeCost { scenario.constraints.tradeCost = Money(dollars: Int64(number(1...40))) }
    if chance(40) { scenario.outlook.laterTaxRate = Rate(percent: Int64(number(5...20))) }
    if chance(40) {
      scenario.outlook.shortTermCarryoverValue = Rate(percent: 12)
      scenario.outlook.longTermCarryoverValue = Rate(percent: 10)
    }
    return scenario
  }
}

extension Int64 {
  fileprivate func dollars(each price: Int64) -> Money { Money(dollars: self * price) }
}

/// Every plan of whole shares of a small problem.
public struct WholeSharePlans: Sequence {
  private let problem: Problem

  /// The plans of a problem whose accounts sell whole shares.
  public init(_ problem: Problem) { self.problem = problem }

  /// One plan after the other, the plan that sells nothing first.
  public func makeIterator() -> AnyIterator<Plan> {
    let choices = problem.positions.map { position in
      Self.counts(of: position.opportunities.count, within: position.shares.millionths / 1_000_000)
    }
    var state: [Int]? = Array(repeating: 0, count: choices.count)
    return AnyIterator {
      guard let current = state else { return nil }
      var next = current
      var index = 0
      while index < next.count {
        next[index] += 1
        if next[index] < choices[index].count { break }
        next[index] = 0
        index += 1
      }
      state = index < next.count ? next : nil
      return Plan(
        current.enumerated().flatMap { position, choice in
          zip(problem.positions[position].opportunities, choices[position][choice]).map {
            Sale(position: position, date: $0.date, shares: Shares(whole: $1))
          }
        })
    }
  }

  /// Every way to sell at most so many shares on so many dates.
  private static func counts(of dates: Int, within shares: Int64) -> [[Int64]] {
    if dates == 0 { return [[]] }
    return (0...shares).flatMap { first in
      counts(of: dates - 1, within: shares - first).map { [first] + $0 }
    }
  }
}
