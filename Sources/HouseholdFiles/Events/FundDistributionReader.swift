import FederalTax
import InputFiles
import Quantities

/// Reads a distribution of a fund: amounts, or amounts of one share where shares are stated.
struct FundDistributionReader {
  private let section: Section<FundDistributionKey>
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: FundDistributionKey.self, into: context.diagnostics)
    self.context = context
  }

  private static var places: [(FundDistributionKey, WritableKeyPath<FundDistribution, Money>)] {
    [
      (.ordinaryDividends, \.ordinaryDividends), (.qualifiedDividends, \.qualifiedDividends),
      (.capitalGain, \.capitalGain), (.unrecaptured1250, \.unrecaptured1250),
      (.collectiblesGain, \.collectibles), (.foreignTax, \.foreignTax),
    ]
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let date = context.diagnostics.collect(
      try section.required(.date, "the day on which it is paid")?.date())
    let symbol = context.diagnostics.collect(try section.required(.symbol, "the fund")?.text())
    let shares = section.read(.shares, Field.tradedShares)
    context.refuseOfCorporation(
      [.unrecaptured1250], in: section, HouseholdEvents.Context.corporateGain1250)
    guard let date, let symbol else { return nil }
    var distribution = FundDistribution(year: context.taxYear(of: date))
    for (key, place) in Self.places {
      let amount =
        if let shares {
          section.read(key, Field.nonNegativePrice).flatMap {
            section.value(of: shares, at: $0, key)
          }
        } else {
          section.read(key, Field.nonNegativeMoney)
        }
      if let amount { distribution[keyPath: place] = amount }
    }
    context.check(
      distribution.qualifiedDividends, in: section[.qualifiedDividends],
      isPartOf: distribution.ordinaryDividends, named: "ordinary_dividends")
    let special = [FundDistributionKey.unrecaptured1250, .collectiblesGain]
      .compactMap { section[$0] }
    context.check(
      distribution.unrecaptured1250 + distribution.collectibles, in: special.first,
      isPartOf: distribution.capitalGain, named: "capital_gain")
    let title = section.title(.title, or: "Distribution of \(symbol) on \(date)")
    return HouseholdEvents.Reading(
      record: EventRecord(title: title, effects: [distribution.effect()]))
  }
}
