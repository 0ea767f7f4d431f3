import FederalTax
import InputFiles
import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

/// A household near the threshold of one rule, with a few lots of which some must be sold.
struct RuleHousehold: Sendable {
  var year = 2026
  var facts: ReturnFacts
  var inputs = ReturnInputs<Money>()
  /// A proposal laid over the law, without its first line.
  var proposal = ""
  var carryover = CarryoverIn()
  /// Whether the lots are collectibles.
  var lotsAreCollectibles = false
  /// The amount of the household that its plan may move across the threshold, in dollars.
  var reach: Int64 = 20_000
  /// The rate of the later tax, in tenths of a percent: between what a gain costs with the rule and
  /// without it, so that the rule decides.
  var later: Int64 = 150

  init(_ status: FilingStatus = .single, age: Int = 40) {
    facts = ReturnFacts(status: status, age: age)
  }

  /// Lays another value of a parameter over the law of all years.
  mutating func change(_ parameter: String, unit: String, to value: String) {
    proposal = """
      \(parameter):
        unit: \(unit)
        by: nothing
        reference: none
        values: [{from: 2018, reference: none, value: \(value)}]
      """
  }

  /// The problem of a seed: which lots there are does not depend on the rule.
  func problem(seed: UInt64) throws -> Problem {
    var random = SplitMix64(seed: seed &* 977 &+ 5)
    let day = CivilDate(dayNumber: 20_000).moved(toYear: year)
    var lots: [Lot] = []
    for index in 0..<3 {
      let count = Int64.random(in: 4...7, using: &random)
      // Gains and losses that together span the reach.
      let gain = Int64.random(in: -reach / 2...reach, using: &random) / 2
      let value = count * price
      lots.append(
        Lot(
          id: "lot-\(index)", account: "own", symbol: "S\(index)",
          acquired: day.adding(days: index == 1 ? -100 : -900), quantity: Shares(whole: count),
          adjustedBasis: Money(dollars: max(0, value - gain))))
    }
    let worth = lots.map { Money(dollars: price * ($0.quantity.millionths / 1_000_000)) }.total()
    let law = try FederalLaw.load(year: year, status: facts.status, overlay: try overlay())
    return Problem(
      Scenario(
        title: "rule",
        years: [PlanningYear(year: year, facts: facts, inputs: inputs, law: law)],
        dates: [PlanningDate(date: day, yearIndex: 0)],
        accounts: [Account(id: "own", kind: .taxable, wholeShares: true)],
        securities: lots.enumerated().map { index, lot in
          var security = Security(symbol: lot.symbol, prices: [UnitPrice(dollars: price)])
          security.isCollectible = lotsAreCollectibles && index != 1
          return security
        },
        lots: lots, carryover: carryover,
        constraints: PlanConstraints(raiseCash: Money(cents: worth.cents / 5)),
        outlook: Outlook(laterTaxRate: Rate(millionths: later * 1_000))))
  }

  private var price: Int64 { max(200, reach / 8) }

  private func overlay() throws -> LawOverlay? {
    guard !proposal.isEmpty else { return nil }
    let diagnostics = Diagnostics()
    let source = SourceText("schema: harvest.law/1\n" + proposal, name: "proposal.yaml")
    let overlay = LawOverlay(source, into: diagnostics)
    try diagnostics.throwIfAny()
    return overlay
  }
}

extension CivilDate {
  /// The first of October of a year.
  fileprivate func moved(toYear year: Int) -> CivilDate {
    CivilDate("\(year)-10-01") ?? self
  }
}

/// A rule of the return with households near its threshold.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// A household near the threshold.
  let household: @Sendable (inout SplitMix64) -> RuleHousehold
  /// The household as if there were no such rule.
  let without: @Sendable (inout RuleHousehold) -> Void
  /// In how many of the seeds at least a plan that ignores the rule is worse.
  var least = 2

  init(
    _ name: String, least: Int = 2,
    _ household: @escaping @Sendable (inout SplitMix64) -> RuleHousehold,
    without: @escaping @Sendable (inout RuleHousehold) -> Void
  ) {
    testDescription = name
    self.least = least
    self.household = household
    self.without = without
  }

  func household(seed: UInt64) -> RuleHousehold {
    var random = SplitMix64(seed: seed)
    return household(&random)
  }
}

extension SplitMix64 {
  /// A whole number of dollars.
  mutating func dollars(_ range: ClosedRange<Int64>) -> Money {
    Money(dollars: Int64.random(in: range, using: &self))
  }
}
