import FederalTax
import GLPKSolver
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

/// Several years in which real estate and collectibles are taxed at their own rates: a loss carried
/// from one to the next takes their gain first, so that what is carried is a third free quantity.
@Suite("25% and 28% gain over years", .enabled(if: GLPKSolver.isAvailable))
struct CappedGainYearsTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `the optimal plan of two years is never beaten`(seed: UInt64) throws {
    let problem = Problem(try scenario(seed: seed))
    let pricer = PlanPricer(problem)
    let best = try #require(
      WholeSharePlans(problem).lazy.map { pricer.price($0).objective.value }.min())
    guard case .plan(let outcome) = try Planner(problem, solver: GLPKSolver()).optimal() else {
      Issue.record("no plan")
      return
    }
    let value = outcome.priced.objective.value
    #expect(value <= best + Money(dollars: 1), "\(value), not \(best)")
    #expect(try #require(outcome.proof).bound <= best)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the model agrees with the return anywhere in the three gains`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let year = try self.year(2026, &random)
    let region = GainRegion(short: -90...60, long: -80...120, collectibles: -70...50)
    let cells = YearCells(
      of: year, over: YearDomain(region),
      demand: YearDemand(carryovers: true, adjustedGrossIncome: true))
    #expect(cells.cells.count > 1)
    for _ in 0..<60 {
      let point = GainPoint(
        short: .random(in: -90...60, using: &random).rounded(),
        long: .random(in: -80...120, using: &random).rounded(),
        collectibles: .random(in: -70...50, using: &random).rounded())
      var inputs = year.inputs
      inputs.shortTermGain = Scaling.money(point.short)
      // Any carryover that leaves both nets as they are.
      inputs.longTermCarryover = Money(dollars: 20_000)
      inputs.longTermGain = Scaling.money(point.long) + inputs.longTermCarryover
      inputs.collectiblesGain = Scaling.money(point.collectibles) + inputs.longTermCarryover
      let exact = exactReturn(inputs, facts: year.facts, law: year.law).fullCost
      let modelled = cells.modelledTaxes(at: point) ?? []
      #expect(
        modelled.contains { (Scaling.money($0) - exact).magnitude <= Audit.tolerancePerYear },
        "\(point): exact \(exact), modelled \(modelled)")
    }
  }

  private func year(_ year: Int, _ random: inout SplitMix64) throws -> PlanningYear {
    var inputs = ReturnInputs<Money>()
    inputs.wages = random.dollars(100_000...420_000)
    inputs.section1250Gain = random.dollars(0...40_000)
    inputs.longTermGain = inputs.section1250Gain + random.dollars(0...10_000)
    return PlanningYear(
      year: year, facts: ReturnFacts(status: .single), inputs: inputs,
      law: try FederalLaw.load(year: year, status: .single))
  }

  private func scenario(seed: UInt64) throws -> Scenario {
    var random = SplitMix64(seed: seed &* 31 &+ 7)
    let years = try [2026, 2027].map { try year($0, &random) }
    let days = try [2026, 2027].map { try #require(CivilDate("\($0)-10-01")) }
    let lots = (0..<3).map { index in
      let gain = Int64.random(in: -40_000...30_000, using: &random)
      return Lot(
        id: "lot-\(index)", account: "own", symbol: "S\(index)",
        acquired: days[0].adding(days: index == 0 ? -100 : -800), quantity: Shares(whole: 4),
        adjustedBasis: Money(dollars: max(0, 40_000 - gain)))
    }
    return Scenario(
      title: "two years", years: years,
      dates: days.enumerated().map { PlanningDate(date: $1, yearIndex: $0) },
      accounts: [Account(id: "own", kind: .taxable, wholeShares: true)],
      securities: lots.enumerated().map { index, lot in
        var security = Security(
          symbol: lot.symbol, prices: Array(repeating: UnitPrice(dollars: 10_000), count: 2))
        security.isCollectible = index == 2
        return security
      },
      lots: lots,
      carryover: CarryoverIn(longTerm: random.dollars(0...30_000)),
      outlook: Outlook(laterTaxRate: Rate(percent: 20)))
  }
}
