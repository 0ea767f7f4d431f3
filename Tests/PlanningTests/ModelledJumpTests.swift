import FederalTax
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("What the law rounds, divides or lets jump, as the model reads it")
struct ModelledJumpTests {
  @Test(arguments: 0..<20)
  func `cliffs are where the law has them, but for the margin before them`(seed: UInt64) {
    let schedule = CliffSchedule([
      .init(threshold: Money(dollars: 3_000), total: Money(dollars: 100)),
      .init(threshold: Money(dollars: 9_000), isInclusive: true, total: Money(dollars: 700)),
    ])
    let toy = ToyLaw { income, reading in reading.cliffs(schedule, at: income) }
    toy.expectAgreement(
      seed: seed, within: Money(cents: 1), marginAt: schedule.cliffs.map(\.threshold))
  }

  @Test(arguments: 0..<20)
  func `few multiples are followed one by one`(seed: UInt64) {
    let toy = ToyLaw(reach: 50) { income, reading in
      reading.roundedUp(.one, of: income, toMultipleOf: Money(dollars: 10_000))
    }
    let margins = (0..<20).map { Money(dollars: 10_000 * $0) }
    toy.expectAgreement(seed: seed, within: Money(cents: 1), marginAt: margins)
  }

  @Test(arguments: 0..<20)
  func `a contribution to premiums is never taken for more than the law has it`(seed: UInt64) {
    let toy = ToyLaw(reach: 40) { income, reading in
      reading.contribution(Self.contributions, at: income)
    }
    toy.expectBound(seed: seed, isBelow: true)
  }

  @Test(arguments: 0..<20)
  func `a part that is rounded up is never taken for less than the law has it`(seed: UInt64) {
    let toy = ToyLaw(reach: 40) { income, reading in
      reading.roundedUp(.one, of: income, toMultipleOf: Money(dollars: 10))
    }
    toy.expectBound(seed: seed, isBelow: false)
  }

  @Test(arguments: 0..<20)
  func `a divided part is never taken for less, and closely near the focus`(seed: UInt64) {
    let law: ToyLaw.Law = { income, reading in
      // A tax that is no multiple of the income, as with brackets.
      let tax = reading.larger(
        of: reading.share(Rate(percent: 10), of: income),
        or: reading.share(Rate(percent: 24), of: income - AffineAmount(Money(dollars: 8_000))))
      return reading.portion(
        AffineAmount(Money(dollars: 2_000)), of: income, times: tax)
    }
    let toy = ToyLaw(reach: 40, law)
    toy.expectBound(seed: seed, isBelow: false)
  }

  static let contributions = ContributionSchedule(
    povertyLine: Money(dollars: 15_650),
    knots: [
      .init(percent: 0, part: Rate(millionths: 21_000)),
      .init(percent: 133, part: Rate(millionths: 31_400)),
      .init(percent: 150, part: Rate(millionths: 41_900)),
      .init(percent: 200, part: Rate(millionths: 66_000)),
      .init(percent: 250, part: Rate(millionths: 84_400)),
      .init(percent: 300, part: Rate(millionths: 99_600)),
    ])
}

/// A rule of one income, read over the plane and in cents.
private struct ToyLaw {
  typealias Law = (AffineAmount, inout CellReading) -> AffineAmount
  /// The gains of either term reach from the negative of this to it, in thousands.
  var reach = 20.0
  let law: Law

  init(reach: Double = 20, _ law: @escaping Law) {
    self.reach = reach
    self.law = law
  }

  struct Part {
    var region: GainRegion
    var amount: AffineAmount
    var isRelaxed: Bool
  }

  func parts(of region: GainRegion, focus: [GainPoint] = []) -> [Part] {
    CellReading.explored(region, jumps: JumpOptions(focus: focus)) { reading in
      let amount = law(income, &reading)
      return Part(region: reading.region, amount: amount, isRelaxed: reading.isRelaxed)
    }
  }

  private var income: AffineAmount {
    AffineAmount(Money(dollars: 5_000)) + .netShortTerm + .netLongTerm
  }

  private var domain: GainRegion {
    GainRegion(short: -reach...reach, long: -reach...reach, collectibles: nil)
  }

  /// What the rule gives at a point alone, where nothing is wide.
  func exact(at point: GainPoint) -> Double {
    let part = parts(of: GainRegion(point, isSolid: false))
    return part[0].amount.value(at: point)
  }

  func expectAgreement(seed: UInt64, within tolerance: Money, marginAt edges: [Money]) {
    var random = SplitMix64(seed: seed)
    let parts = parts(of: domain)
    #expect(parts.allSatisfy { !$0.isRelaxed })
    for _ in 0..<60 {
      let point = randomPoint(&random)
      let amount = income.value(at: point)
      if edges.contains(where: { abs(Scaling.units($0) - amount) < 1e-4 }) { continue }
      let found = parts.filter { $0.region.contains(point, tolerance: 0) }
      #expect(
        found.contains {
          abs($0.amount.value(at: point) - exact(at: point)) <= Scaling.units(tolerance)
        }, "at \(point)")
    }
  }

  func expectBound(seed: UInt64, isBelow: Bool) {
    var random = SplitMix64(seed: seed)
    let focus = randomPoint(&random)
    for points in [[], [focus]] {
      let parts = parts(of: domain, focus: points)
      #expect(parts.contains { $0.isRelaxed })
      for _ in 0..<60 {
        let point = randomPoint(&random)
        for part in parts where part.region.contains(point, tolerance: 0) {
          let excess = part.amount.value(at: point) - exact(at: point)
          #expect(isBelow ? excess <= 1e-5 : excess >= -1e-5, "at \(point): \(excess)")
        }
      }
      guard let point = points.first else { continue }
      let near = parts.filter { !$0.isRelaxed && $0.region.contains(point, tolerance: 1e-6) }
      #expect(
        near.contains { abs($0.amount.value(at: point) - exact(at: point)) <= 1e-4 },
        "the focus \(point) is not followed")
    }
  }

  private func randomPoint(_ random: inout SplitMix64) -> GainPoint {
    GainPoint(
      short: Double.random(in: -reach...reach, using: &random),
      long: Double.random(in: -reach...reach, using: &random))
  }
}

@Suite("Regions of three gains")
struct ConvexSolidTests {
  @Test(arguments: 0..<30)
  func `cuts part a solid into two that hold each of its points`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var parts = [ConvexSolid(short: -3...4, long: -2...5, collectibles: -6...1)]
    for _ in 0..<8 {
      let cut = randomForm(&random)
      parts = parts.flatMap { part -> [ConvexSolid] in
        let values = part.corners.map { cut.value(at: $0) }
        guard let least = values.min(), let largest = values.max(), least < -1e-6, largest > 1e-6
        else { return [part] }
        return [part.clipped(to: cut), part.clipped(to: -cut)]
      }
    }
    #expect(parts.count > 8)
    for part in parts {
      for corner in part.corners {
        #expect(part.contains(corner, tolerance: 1e-6))
        #expect(part.rank(of: corner, with: []) == 3)
      }
    }
    for _ in 0..<200 {
      let point = randomPoint(&random)
      let holding = parts.filter { $0.contains(point, tolerance: 0) }
      #expect(holding.count == 1)
      // By corners, too: the largest value of any form at the corners is no less than at the point.
      let form = randomForm(&random)
      let largest = holding[0].corners.map { form.value(at: $0) }.max() ?? -.infinity
      #expect(largest >= form.value(at: point) - 1e-9)
    }
  }

  @Test(arguments: 0..<30)
  func `two parts of a cut unite to what they were, and no others do`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let whole = ConvexSolid(short: -3...4, long: -2...5, collectibles: -6...1)
    let first = randomForm(&random)
    let (yes, no) = (whole.clipped(to: first), whole.clipped(to: -first))
    guard !yes.corners.isEmpty, !no.corners.isEmpty else { return }
    let union = try #require(yes.union(with: no))
    for corner in whole.corners { #expect(union.contains(corner, tolerance: 1e-9)) }
    // Of three quarters, only neighbours along the first cut unite.
    let second = randomForm(&random)
    let (left, right) = (yes.clipped(to: second), no.clipped(to: -second))
    let cut = yes.corners.map { second.value(at: $0) } + no.corners.map { second.value(at: $0) }
    let isCrossed =
      yes.corners.contains { second.value(at: $0) < -0.5 }
      && no.corners.contains { second.value(at: $0) > 0.5 }
    guard isCrossed, cut.contains(where: { $0 > 0.5 }), left.corners.count > 3 else { return }
    #expect(left.union(with: right) == nil)
  }

  @Test func `a solid without width has corners like any other`() {
    let flat = ConvexSolid(short: 2...2, long: 0...4, collectibles: 1...3)
    #expect(flat.corners.count == 4)
    let half = flat.clipped(to: .netLongTerm - .netCollectibles)
    // 0 to 4 long, 1 to 3 of collectibles, long no less: a quadrilateral.
    #expect(half.corners.count == 4)
    #expect(half.corners.allSatisfy { half.rank(of: $0, with: []) == 3 })
  }

  private func randomForm(_ random: inout SplitMix64) -> AffineAmount {
    func number() -> Double { Double.random(in: -1...1, using: &random) }
    return AffineAmount(
      constant: 2 * number(), perShort: number(), perLong: number(), perCollectibles: number())
  }

  private func randomPoint(_ random: inout SplitMix64) -> GainPoint {
    GainPoint(
      short: Double.random(in: -3...4, using: &random),
      long: Double.random(in: -2...5, using: &random),
      collectibles: Double.random(in: -6...1, using: &random))
  }
}
