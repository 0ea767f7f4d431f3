import FederalTax
import Planning
import Portfolio
import Quantities
import TestSupport
import Testing

/// Examples from articles on tax-loss harvesting; where an article errs, the law decides.
@Suite("Worked examples as plans")
struct GreedyWorkedExampleTests {
  private func dollars(_ amount: Int64) -> Money { Money(dollars: amount) }

  /// The years under the plan that harvests every loss.
  private func harvested(_ sample: SampleScenario) throws -> [PricedYear] {
    let pricer = try sample.pricer()
    return pricer.price(Baselines(pricer).harvestAll).years
  }

  @Test func `a gain and a loss of 5,000 leave nothing taxable`() throws {
    var sample = SampleScenario([.init("loss", value: 4_000, gain: -5_000, daysHeld: 500)])
    sample.longTermGains = [5_000]
    let pricer = try sample.pricer()
    let year = pricer.price(GreedyPlanner(pricer).plan(from: Baselines(pricer).harvestAll)).years[0]
    #expect(year.result.capitalGainOrLoss <= .zero)
    let harvested = try harvested(sample)[0].result
    #expect(harvested.capitalGainOrLoss == .zero)
  }

  @Test func `22,000 of long losses against 15,000 of gains leave 4,000 to carry`() throws {
    var sample = SampleScenario([.init("loss", value: 40_000, gain: -22_000, daysHeld: 500)])
    sample.longTermGains = [10_000]
    sample.shortTermGains = [5_000]
    let result = try harvested(sample)[0].result
    #expect(result.capitalGainOrLoss == dollars(-3_000))
    #expect(result.longTermCarryoverOut == dollars(4_000))
    #expect(result.shortTermCarryoverOut == .zero)
  }

  @Test func `47,000 carried wipe out the gain of the next year`() throws {
    var sample = SampleScenario([.init("loss", value: 90_000, gain: -120_000, daysHeld: 500)])
    sample.years = 2
    sample.longTermGains = [70_000, 47_000]
    let years = try harvested(sample)
    #expect(years[0].result.capitalGainOrLoss == dollars(-3_000))
    #expect(years[0].result.longTermCarryoverOut == dollars(47_000))
    #expect(years[1].result.capitalGainOrLoss == .zero)
    #expect(years[1].result.longTermCarryoverOut == .zero)
  }

  @Test func `20,000 of loss against a gain at 20% and 3.8% save 4,760`() throws {
    var sample = SampleScenario([.init("loss", value: 30_000, gain: -20_000, daysHeld: 500)])
    sample.wages = 900_000
    sample.longTermGains = [20_000]
    let pricer = try sample.pricer()
    let held = pricer.price(.hold)
    let harvested = pricer.price(Baselines(pricer).harvestAll)
    #expect(held.tax - harvested.tax == dollars(4_760))
    let greedy = pricer.price(GreedyPlanner(pricer).plan())
    #expect(held.tax - greedy.tax == dollars(4_760))
  }

  @Test func `the article's leftover loss of 5,000 is a short-term gain of 5,000`() throws {
    var sample = SampleScenario([
      .init("long loss", value: 60_000, gain: -50_000, daysHeld: 500),
      .init("short loss", value: 30_000, gain: -20_000, daysHeld: 50),
    ])
    sample.shortTermGains = [30_000]
    sample.longTermGains = [45_000]
    let year = try harvested(sample)[0]
    #expect(year.netShortTerm == dollars(10_000))
    #expect(year.netLongTerm == dollars(-5_000))
    #expect(year.result.capitalGainOrLoss == dollars(5_000))
    #expect(year.result.shortTermCarryoverOut + year.result.longTermCarryoverOut == .zero)
  }

  @Test func `a net short-term loss offsets long-term gains`() throws {
    var sample = SampleScenario([.init("loss", value: 30_000, gain: -20_000, daysHeld: 50)])
    sample.longTermGains = [20_000]
    let result = try harvested(sample)[0].result
    #expect(result.capitalGainOrLoss == .zero)
  }

  @Test func `600,000 of losses take 120,000 off a gain at 20%`() throws {
    var sample = SampleScenario([.init("coins", value: 100_000, gain: -600_000, daysHeld: 500)])
    sample.wages = 900_000
    sample.longTermGains = [600_000]
    let pricer = try sample.pricer()
    let held = pricer.price(.hold).years[0].result
    let sold = pricer.price(GreedyPlanner(pricer).plan()).years[0].result
    #expect(held.regularTax - sold.regularTax == dollars(120_000))
  }

  @Test func `of 287,000 of losses only what the year can use is sold`() throws {
    var sample = SampleScenario([
      .init("A", value: 200_000, gain: -200_000, daysHeld: 500),
      .init("B", value: 80_000, gain: -80_000, daysHeld: 500),
      .init("C", value: 7_000, gain: -7_000, daysHeld: 500),
    ])
    sample.longTermGains = [10_000]
    sample.wages = 150_000
    let harvested = try harvested(sample)[0].result
    #expect(harvested.longTermCarryoverOut == dollars(274_000))
    let pricer = try sample.pricer()
    let plan = pricer.price(GreedyPlanner(pricer).plan())
    #expect(plan.sales.map(\.gain).total() == dollars(-13_000))
    #expect(plan.sales.count == 1)
    #expect(plan.years[0].result.longTermCarryoverOut == .zero)
  }

  @Test func `a retired couple fills the 0% band with gains when they would be taxed later`() throws
  {
    var sample = SampleScenario([.init("gain", value: 200_000, gain: 150_000, daysHeld: 900)])
    sample.status = .marriedJoint
    sample.wages = 50_000
    sample.outlook.laterTaxRate = Rate(percent: 15)
    sample.outlook.laterTaxYears = 0
    let pricer = try sample.pricer()
    let plan = pricer.price(GreedyPlanner(pricer).plan())
    // Taxable income may reach 96,700 in 2025 before a gain is taxed: Rev. Proc. 2024-40 §2.03.
    let year = plan.years[0].result
    #expect((year.taxableIncome - Money(dollars: 96_700)).magnitude <= Money(dollars: 1))
    let added = plan.tax - pricer.price(.hold).tax
    #expect(added <= Money(cents: 15))
  }
}
