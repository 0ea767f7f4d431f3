import FederalTax
import InputFiles
import Quantities

/// Reads `marketplace`: what Form 1095-A says of a year's insurance.
struct MarketplaceReader {
  private let benchmark: Yearly<Money>?
  private let premium: Yearly<Money>?
  private let advance: Yearly<Money>?
  private let size: Yearly<Int>?
  private let place: Field

  /// Reads the section; `nil` where there is none.
  init?(_ top: Section<ScenarioKey>) {
    guard let place = top[.marketplace] else { return nil }
    self.place = place
    let section = Section(place, keys: MarketplaceKey.self, into: top.diagnostics)
    benchmark = section.yearly(.benchmarkPremium, Field.nonNegativeMoney)
    premium = section.yearly(.premium, Field.nonNegativeMoney)
    advance = section.yearly(.advanceCredit, Field.nonNegativeMoney)
    size = section.yearly(.householdSize, Field.householdSize)
    guard place.isMapping else { return }
    for key in [MarketplaceKey.benchmarkPremium, .premium] where section[key] == nil {
      _ = section.required(key, "an amount for the year; Form 1095-A")
    }
  }

  /// Every year that some value names, with the place.
  var years: [(year: Int, field: Field)] {
    [benchmark, premium, advance].flatMap { $0?.years ?? [] } + (size?.years ?? [])
  }

  /// The coverage of a year; `nil` in a year without a premium.
  func coverage(_ year: Int, householdSize: Int) -> MarketplaceCoverage? {
    guard let premium = premium?[year], premium > .zero else { return nil }
    return MarketplaceCoverage(
      benchmarkPremium: benchmark?[year] ?? .zero, premium: premium,
      advanceCredit: advance?[year] ?? .zero, householdSize: size?[year] ?? householdSize)
  }

  /// Reports years whose credit is not modelled.
  func check(_ years: [Int], into diagnostics: Diagnostics) {
    for year in years
    where year < PremiumCredit.firstYear && coverage(year, householdSize: 1) != nil {
      diagnostics.report(
        place.error(
          "the premium tax credit of \(year) is not modelled: 26 U.S.C. §36B before"
            + " \(PremiumCredit.firstYear)", code: .notSupported))
    }
  }
}

extension Field {
  fileprivate func householdSize() throws(InputError) -> Int { try int(in: 1...100) }
}
