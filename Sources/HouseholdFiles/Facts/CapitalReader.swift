import FederalTax
import InputFiles
import Planning
import Quantities

/// Reads `capital`: the gains that are fixed without the plan, and losses of earlier years.
struct CapitalReader {
  /// Unused losses of earlier years.
  private(set) var carryover = CarryoverIn()
  private let section: Section<CapitalKey>

  /// The gains of the section with their places in the return.
  private static var gains: [(key: CapitalKey, place: YearlyAmounts.Place)] {
    [
      (.realizedShortTerm, \.shortTermGain), (.realizedLongTerm, \.longTermGain),
      (.collectiblesGain, \.collectiblesGain), (.section1250Gain, \.section1250Gain),
      (.rate28Gain, \.rate28Gain), (.unrecaptured1250Gain, \.unrecaptured1250Gain),
      (.gainOutsideInvestment, \.gainOutsideInvestment),
    ]
  }
  /// Gains by rate before losses, and the finished lines that stand for them.
  private static let beforeLosses: [CapitalKey] = [.collectiblesGain, .section1250Gain]
  private static let finished: [CapitalKey] = [.rate28Gain, .unrecaptured1250Gain]

  /// Reads the section; the gains are added to the amounts of the return.
  init(
    _ top: Section<ScenarioKey>, taxpayer: TaxpayerFacts, firstYear: Int?,
    amounts: inout YearlyAmounts
  ) {
    section = Section(top[.capital], keys: CapitalKey.self, into: top.diagnostics)
    carryover = CarryoverIn(
      shortTerm: section.read(.shortTermCarryover, Field.nonNegativeMoney) ?? .zero,
      longTerm: section.read(.longTermCarryover, Field.nonNegativeMoney) ?? .zero)
    for (key, place) in Self.gains {
      let mayBeLoss = ![.section1250Gain, .rate28Gain, .unrecaptured1250Gain].contains(key)
      amounts.addFixed(
        section.yearly(key, mayBeLoss ? Field.signedMoney : Field.nonNegativeMoney), at: place,
        firstYear: firstYear)
    }
    if Self.beforeLosses.contains(where: isStated) {
      for key in Self.finished {
        section.refuse(
          key,
          "it is a finished line of Schedule D, which follows from collectibles_gain and"
            + " section_1250_gain", hint: "state one kind or the other")
      }
    }
    guard taxpayer.isCorporation else { return }
    for key: CapitalKey in [.shortTermCarryover, .longTermCarryover] {
      section.refuse(
        key, "a corporation's losses expire by year",
        hint: "write corporation: {carried_losses: {2024: 9_000}}")
    }
    for key in Self.beforeLosses + Self.finished + [.gainOutsideInvestment] {
      section.refuse(key, "a corporation's gains have one rate")
    }
  }

  private func isStated(_ key: CapitalKey) -> Bool { section[key].map { !$0.isNull } ?? false }
}
