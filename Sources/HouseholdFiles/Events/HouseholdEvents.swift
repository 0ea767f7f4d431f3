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
    /// The tax years of the scenario; empty where the first is not known.
    var years: [Int] = []
    /// The parameters laid over the published law.
    var overlay: LawOverlay?
    /// Receives everything that is wrong.
    var diagnostics: Diagnostics

    /// The law of a year; of years before the published ones, that of the first of them.
    ///
    /// - Returns: `nil` where the law is not known, which whoever reads the years reports.
    func law(of year: Int) -> FederalLaw? {
      guard let status else { return nil }
      return try? FederalLaw.load(
        year: max(year, FederalLaw.publishedYears.lowerBound), status: status, overlay: overlay)
    }
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
      reportIfOutside(reading.record, field, context)
      records.append(reading.record)
      lots += reading.lots
      purchases += reading.purchases
    }
  }

  /// Every year that some event touches.
  var years: [Int] { records.flatMap { $0.effects.map(\.year) } }

  /// Reports an event that has no part in any year of the scenario.
  private func reportIfOutside(_ record: EventRecord, _ field: Field, _ context: Context) {
    guard let first = context.years.first, let last = context.years.last,
      !record.effects.contains(where: { context.years.contains($0.year) })
    else { return }
    let years = first == last ? "\(first)" : "\(first) to \(last)"
    context.diagnostics.report(
      field.error(
        "nothing of it falls in \(years)",
        hint: (record.effects.first?.year).flatMap { $0 > last ? "write last_year: \($0)" : nil }))
  }

  /// Reads one event by its kind.
  private static func read(_ field: Field, _ context: Context) -> Reading? {
    let kinds = EventKind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let mapping = context.diagnostics.collect(try field.mapping()),
      let kindField = context.diagnostics.collect(
        try mapping.required("kind", "one of \(kinds)")),
      let kind = context.diagnostics.collect(try kindField.oneOf(EventKind.self))
    else { return nil }
    switch kind {
    case .propertySale: return PropertySaleReader(field, context).reading()
    case .businessAssetSale: return BusinessAssetSaleReader(field, context).reading()
    case .vest, .esppPurchase, .esppSale, .scheduleK1, .partnershipSale, .redemption,
      .fundDistribution, .worthless:
      context.diagnostics.report(
        kindField.error("events of this kind are not modelled yet", code: .notSupported))
      return nil
    }
  }
}
