import FederalTax
import InputFiles
import Planning
import Quantities

/// Gains and losses of a corporation's earlier years, as `corporation` says.
///
/// A net capital loss is carried back three years and forward five, IRC §1212(a)(1).
struct CorporateLosses {
  /// The years before the first one.
  private var ledger = CorporateLossLedger()
  private let firstYear: Int
  private let fiscalYear: FiscalYear
  /// What sets the years of the scenario.
  private let place: Field?

  /// The first year's own loss may be used in each of these and in none after them.
  private static let mostYears = CorporateLossLedger.yearsForward + 1

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
    fiscalYear = taxpayer.fiscalYear
    place = top[.lastYear] ?? top[.planningDates] ?? top[.year]
    guard let firstYear else { return }
    let (back, forward) = (CorporateLossLedger.yearsBack, CorporateLossLedger.yearsForward)
    ledger = CorporateLossLedger(
      losses: Self.amounts(
        losses, years: firstYear - forward...firstYear - 1,
        reason: "a loss expires after \(forward) years", into: top.diagnostics),
      gains: Self.amounts(
        gains, years: firstYear - back...firstYear - 1,
        reason: "a loss is carried back \(back) years", into: top.diagnostics))
  }

  /// The losses that may still be used in the first year, as the older of the two pools.
  var carryover: CarryoverIn { CarryoverIn(longTerm: ledger.carriedIn(to: firstYear)) }

  /// The facts of a year: only the first has earlier gains without a plan, and losses expire.
  func facts(_ year: Int) -> CorporationFacts {
    var facts = CorporationFacts(
      earlierGains: year == firstYear && !ledger.gains.isEmpty ? ledger.earlierGains(of: year) : [],
      unexpiredCarryover: ledger.unexpired(after: year))
    facts.fiscalYear = fiscalYear
    return facts
  }

  /// Reports years so many that a loss of the first one would expire among them: the pool of newer
  /// losses keeps no years.
  func check(_ years: [Int], into diagnostics: Diagnostics) {
    guard let last = years.last, let place, years.count > Self.mostYears else { return }
    diagnostics.report(
      place.error(
        "the years of a corporation's scenario reach to \(last), and a loss of \(firstYear) expires"
          + " after \(firstYear + Self.mostYears - 1): 26 U.S.C. §1212(a)(1)(B)",
        code: .notSupported, expected: "at most \(Self.mostYears) tax years"))
  }

  /// The amounts by year, in order; years outside the range are reported.
  private static func amounts(
    _ stated: Yearly<Money>?, years: ClosedRange<Int>, reason: String, into diagnostics: Diagnostics
  ) -> [CorporateLossLedger.YearAmount] {
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
    return values.filter { years.contains($0.year) }
      .map { CorporateLossLedger.YearAmount(year: $0.year, amount: $0.value) }
  }
}
