import FederalTax
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Modelled reading of the law")
struct ModelledReadingTests {
  @Test(arguments: 0..<40)
  func `agrees with the exact return anywhere in the plane`(seed: UInt64) throws {
    var sample = YearSample(seed: seed)
    let year = try sample.year()
    let domain = sample.domain()
    for demand in [
      YearDemand(carryovers: true, adjustedGrossIncome: true),
      YearDemand(carryovers: false, adjustedGrossIncome: false),
    ] {
      let cells = YearCells(of: year, over: domain, demand: demand)
      for _ in 0..<40 {
        let (short, long) = sample.point()
        var inputs = year.inputs
        inputs.shortTermGain = short
        inputs.longTermGain = long
        let exact = exactReturn(inputs, facts: year.facts, law: year.law)
        let point = GainPoint(short: Scaling.units(short), long: Scaling.units(long))
        let modelled = cells.modelledTaxes(at: point) ?? []
        let isClose = modelled.contains {
          (Scaling.money($0) - exact.fullCost).magnitude <= Audit.tolerancePerYear
        }
        #expect(
          isClose, "\(short) short, \(long) long: exact \(exact.fullCost), modelled \(modelled)")
        guard demand.carryovers else { continue }
        let agreeing = cells.cells.contains { cell in
          guard cell.region.contains(point, tolerance: 5e-6), let out = cell.carryoverOut,
            let income = cell.adjustedGrossIncome
          else { return false }
          func agrees(_ form: AffineAmount, _ money: Money) -> Bool {
            (Scaling.money(form.value(at: point)) - money).magnitude <= Money(cents: 1)
          }
          return agrees(out.short, exact.shortTermCarryoverOut)
            && agrees(out.long, exact.longTermCarryoverOut)
            && agrees(income, exact.adjustedGrossIncome)
        }
        #expect(agreeing, "carryovers or income differ at \(short) short, \(long) long")
      }
    }
  }

  @Test(arguments: 0..<20)
  func `cells cover the domain once`(seed: UInt64) throws {
    var sample = YearSample(seed: seed)
    let year = try sample.year()
    let domain = sample.domain()
    let cells = YearCells(
      of: year, over: domain, demand: YearDemand(carryovers: true, adjustedGrossIncome: true))
    let area = cells.cells.map(\.region.area).reduce(0, +)
    let difference = abs(area - domain.region.area) / domain.region.area
    #expect(difference <= 1e-9)
  }

  @Test(arguments: 0..<20)
  func `convex combinations of a cell's samples give its tax at every point`(seed: UInt64) throws {
    var sample = YearSample(seed: seed)
    let year = try sample.year()
    let cells = YearCells(
      of: year, over: sample.domain(),
      demand: YearDemand(carryovers: false, adjustedGrossIncome: false))
    for cell in cells.cells {
      for left in cell.samples {
        for right in cell.samples {
          let middle = GainPoint(
            short: (left.point.short + right.point.short) / 2,
            long: (left.point.long + right.point.long) / 2)
          let convexPart = cell.taxPieces.map { $0.value(at: middle) }.max() ?? 0
          #expect(convexPart <= (left.tax + right.tax) / 2 + 1e-7)
        }
      }
      // No corner of the region is left out, and the graph touches every piece.
      for corner in cell.region.corners {
        #expect(
          cell.samples.contains {
            abs($0.point.short - corner.short) + abs($0.point.long - corner.long) < 1e-6
          })
      }
    }
  }
}

extension GainRegion {
  /// The area of a flat region.
  fileprivate var area: Double {
    switch self {
    case .flat(let polygon): polygon.measure.area
    case .solid: .nan
    }
  }
}

/// A household's year with amounts near the thresholds of the law.
private struct YearSample {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func year() throws -> PlanningYear {
    let year = Int.random(in: 2022...2026, using: &random)
    let status = FilingStatus.allCases.randomElement(using: &random) ?? .single
    let facts = ReturnFacts(
      status: status, age: [40, 66].randomElement(using: &random) ?? 40,
      childrenUnder17: Int.random(in: 0...3, using: &random))
    var inputs = ReturnInputs<Money>()
    inputs.wages = amount(upTo: [0, 30_000, 150_000, 450_000, 1_200_000])
    inputs.taxableInterest = amount(upTo: [0, 5_000, 60_000])
    inputs.qualifiedDividends = amount(upTo: [0, 8_000, 80_000])
    inputs.ordinaryDividends = inputs.qualifiedDividends + amount(upTo: [0, 3_000])
    inputs.amtPreferences = amount(upTo: [0, 0, 200_000])
    return PlanningYear(
      year: year, facts: facts, inputs: inputs,
      law: try FederalLaw.load(year: year, status: status))
  }

  func domain() -> YearDomain {
    YearDomain(GainRegion(short: -900...700, long: -800...1_500, collectibles: nil))
  }

  mutating func point() -> (short: Money, long: Money) {
    let reaches: [Double] = [900, 60, 6]
    let reach = reaches.randomElement(using: &random) ?? 6
    func gain(_ low: Double, _ high: Double) -> Money {
      Scaling.money(Double.random(in: max(low, -reach)...min(high, reach), using: &random))
    }
    return (gain(-900, 700), gain(-800, 1_500))
  }

  private mutating func amount(upTo limits: [Int64]) -> Money {
    let limit = limits.randomElement(using: &random) ?? 0
    return Money(cents: Int64.random(in: 0...(limit * 100), using: &random))
  }
}
