import FederalTax
import InputFiles
import Planning
import Quantities

/// Gains and losses of a corporation's earlier years, as `corporation` says.
///
/// A net capital loss is carried back three years and forward five, IRC §1212(a)(1).
struct CorporateLosses {
  private var gains: [(year: Int, amount: Money)] = []
  private var losses: [(year: Int, amount: Money)] = []
  private let firstYear: Int

  private static let yearsBack = 3
  private static let yearsForward = 5

  /// Reads `corporation`, which only a corporation has; `nil` for others.
  init?(_ top: Section<ScenarioKey>, taxpayer: TaxpayerFacts, firstYear: Int?) {
    let section = Section(top[.corporation], keys: CorporationKey.self, into: top.diagnostics)
    let gains = section.yearly(.earlierGains, Field.nonNegativeMoney)
    let losses = section.yearly(.carriedLosses, Field.nonNegativeMoney)
    guard taxpayer.isCorporation else {
      top.refuse(
        .corporation, "the taxpayer is no corporation",
        hint: "write taxpayer: {kind: c_corporation}"
      )
      return nil
    }
    self.firstYear = firstYear ?? 0
    guard let firstYear else { return }
    self.gains = Self.amounts(
      gains, years: firstYear - Self.yearsBack...firstYear - 1,
      reason: "a loss is carried back \(Self.yearsBack) years", into: top.diagnostics)
    self.losses = Self.amounts(
      losses, years: firstYear - Self.yearsForward...firstYear - 1,
      reason: "a loss expires after \(Self.yearsForward) years", into: top.diagnostics)
  }

  /// The losses that may still be used in the first year, as the older of the two pools.
  var carryover: CarryoverIn { CarryoverIn(longTerm: losses.map(\.amount).total()) }

  /// The facts of a year: only the first has earlier gains without a plan, and losses expire.
  func facts(_ year: Int) -> CorporationFacts {
    let back = (year - Self.yearsBack..<year).map { earlier in
      gains.first { $0.year == earlier }?.amount ?? .zero
    }
    return CorporationFacts(
      earlierGains: year == firstYear && !gains.isEmpty ? back : [],
      unexpiredCarryover: losses.filter { $0.year + Self.yearsForward > year }.map(\.amount).total()
    )
  }

  /// The amounts by year, in order; years outside the range are reported.
  private static func amounts(
    _ stated: Yearly<Money>?, years: ClosedRange<Int>, reason: String, into diagnostics: Diagnostics
  ) -> [(year: Int, amount: Money)] {
    guard let stated else { return [] }
    guard case .each(let values) = stated else {
      for (_, field) in stated.all {
        diagnostics.report(
          field.error("the amount has no year", expected: "{\(years.upperBound): 9_000}"))
      }
      return []
    }
    for value in values where !years.contains(value.year) {
      diagnostics.report(
        value.field.error(
          "\(value.year) has no part in the first year: \(reason)",
          expected: "\(years.lowerBound) to \(years.upperBound)"))
    }
    return values.filter { years.contains($0.year) }.map { ($0.year, $0.value) }
      .sorted { $0.0 < $1.0 }
  }
}
