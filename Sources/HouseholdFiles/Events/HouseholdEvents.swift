import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// The events of a scenario, read from its file.
struct HouseholdEvents {
  /// The events in the order of the file.
  private(set) var records: [EventRecord] = []
  /// The lots that events bring into accounts.
  private(set) var lots: [Lot] = []
  /// The purchases that events are to the law of wash sales.
  private(set) var purchases: [Purchase] = []

  /// What the readers of single events need to know.
  struct Context {
    /// The accounts.
    var accounts: [Account]
    /// The first tax year, where it is known.
    var firstYear: Int?
    /// The filing status, where it is known.
    var status: FilingStatus?
    /// Receives everything that is wrong.
    var diagnostics: Diagnostics
  }

  /// What one event is.
  struct Reading {
    var record: EventRecord
    var lots: [Lot] = []
    var purchases: [Purchase] = []
  }

  /// Reads `events`.
  init(_ top: Section<ScenarioKey>, context: Context) {
    for field in context.diagnostics.collect(try top[.events]?.sequence()) ?? [] {
      guard let reading = Self.read(field, context) else { continue }
      records.append(reading.record)
      lots += reading.lots
      purchases += reading.purchases
    }
  }

  /// Every year that some event touches.
  var years: [Int] { records.flatMap { $0.effects.map(\.year) } }

  /// Reads one event by its kind.
  private static func read(_ field: Field, _ context: Context) -> Reading? {
    let kinds = EventKind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let mapping = context.diagnostics.collect(try field.mapping()),
      let kindField = context.diagnostics.collect(
        try mapping.required("kind", "one of \(kinds)")),
      let kind = context.diagnostics.collect(try kindField.oneOf(EventKind.self))
    else { return nil }
    switch kind {
    case .vest, .esppPurchase, .esppSale, .scheduleK1, .partnershipSale, .redemption,
      .fundDistribution, .worthless, .propertySale, .businessAssetSale:
      context.diagnostics.report(
        kindField.error("events of this kind are not modelled yet", code: .notSupported))
      return nil
    }
  }
}
