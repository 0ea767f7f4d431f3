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
    /// Who files the return.
    var taxpayer: TaxpayerFacts
    /// The tax years of the scenario; empty where the first is not known.
    var years: [Int] = []
    /// The parameters laid over the published law.
    var overlay: LawOverlay?
    /// Receives everything that is wrong.
    var diagnostics: Diagnostics

    /// The filing status, where it is known; that of a corporation does not matter.
    var status: FilingStatus? { taxpayer.status }

    /// The tax year that holds a day: that of a corporation may begin in any month.
    func taxYear(of day: CivilDate) -> Int { taxpayer.fiscalYear.year(of: day) }

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
    var lots: [EventLot] = []
    var purchases: [Purchase] = []
    var pastSales: [PastSale] = []
    /// The payments of a sale that are due after the year of the sale, with their place.
    var deferred: (year: Int, amount: Money, field: Field)?
    /// A vest with its day: the tax withheld depends on what vested before it.
    var vest: (date: CivilDate, vest: StockVest)?
  }

  /// Reads `events`.
  init(_ top: Section<ScenarioKey>, context: Context) {
    var vests: [(date: CivilDate, record: Int, vest: StockVest)] = []
    var deferred = DeferredPayments()
    for field in context.diagnostics.collect(try top[.events]?.sequence()) ?? [] {
      guard let reading = Self.read(field, context) else { continue }
      if let (date, vest) = reading.vest { vests.append((date, records.count, vest)) }
      if let part = reading.deferred { deferred.add(part.amount, part.year, part.field, context) }
      // Shares that come into an account, and losses, bear on other years than their own.
      if reading.lots.isEmpty, reading.purchases.isEmpty, reading.pastSales.isEmpty {
        context.reportOutside(reading.record, field)
      }
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
    if let reason = context.reasonForNoPay(kind) {
      context.diagnostics.report(kindField.error(reason))
      return nil
    }
    switch kind {
    case .vest: return VestReader(field, context).reading()
    case .esppPurchase: return StockPlanPurchaseReader(field, context).reading()
    case .esppSale: return StockPlanSaleReader(field, context).reading()
    case .propertySale: return PropertySaleReader(field, context).reading()
    case .businessAssetSale: return BusinessAssetSaleReader(field, context).reading()
    case .scheduleK1: return PartnerShareReader(field, context).reading()
    case .partnershipSale: return InterestSaleReader(field, context).reading()
    case .redemption: return RedemptionReader(field, context).reading()
    case .fundDistribution: return FundDistributionReader(field, context).reading()
    case .worthless: return WorthlessReader(field, context).reading()
    }
  }
}
