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
  private(set) var lots: [EventLot] = []
  /// The purchases that events are to the law of wash sales, with where each begins.
  private(set) var purchases: [(purchase: Purchase, field: Field)] = []
  /// The sales at a loss that events are to the law of wash sales.
  private(set) var pastSales: [PastSale] = []

  /// What the readers of single events need to know.
  struct Context {
    /// The accounts.
    var accounts: [Account]
    /// The lots that files list.
    var lots: [Lot]
    /// The planning dates.
    var dates: [PlanningDate]
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
    var lots: [EventLot] = []
    var purchases: [Purchase] = []
    var pastSales: [PastSale] = []
    /// A vest with its day: the tax withheld depends on what vested before it.
    var vest: (date: CivilDate, vest: StockVest)?
  }

  /// Reads `events`.
  init(_ top: Section<ScenarioKey>, context: Context) {
    var vests: [(date: CivilDate, record: Int, vest: StockVest)] = []
    for field in context.diagnostics.collect(try top[.events]?.sequence()) ?? [] {
      guard let reading = Self.read(field, context) else { continue }
      if let (date, vest) = reading.vest { vests.append((date, records.count, vest)) }
      records.append(reading.record)
      lots += reading.lots
      purchases += reading.purchases.map { ($0, field) }
      pastSales += reading.pastSales
    }
    withhold(vests)
  }

  /// Finds the tax withheld from each vest in order of their days: beyond a threshold of a year's
  /// wages of one employee the rate is higher.
  private mutating func withhold(_ vests: [(date: CivilDate, record: Int, vest: StockVest)]) {
    struct Employee: Hashable {
      var isSpouse: Bool
      var year: Int
    }
    var earlier: [Employee: Money] = [:]
    for (_, record, vest) in vests.inDateOrder(\.date) {
      let employee = Employee(isSpouse: vest.isSpouse, year: vest.year)
      records[record].effects = [vest.effect(after: earlier[employee] ?? .zero)]
      earlier[employee, default: .zero] += vest.wages
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
    case .vest: return VestReader(field, context).reading()
    case .esppPurchase: return StockPlanPurchaseReader(field, context).reading()
    case .esppSale: return StockPlanSaleReader(field, context).reading()
    case .scheduleK1: return PartnerShareReader(field, context).reading()
    case .partnershipSale: return InterestSaleReader(field, context).reading()
    case .redemption: return RedemptionReader(field, context).reading()
    case .fundDistribution: return FundDistributionReader(field, context).reading()
    case .worthless: return WorthlessReader(field, context).reading()
    case .propertySale, .businessAssetSale:
      context.diagnostics.report(
        kindField.error("events of this kind are not modelled yet", code: .notSupported))
      return nil
    }
  }
}
