import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// Turns a scenario file, or a variant of it, into a scenario.
struct ScenarioReader {
  /// The file, with the patch of the variant applied.
  let root: Field
  /// The files it names.
  let folder: HouseholdFolder
  let diagnostics: Diagnostics

  /// The scenario of the file.
  ///
  /// - Parameter variant: the name of the variant; `nil` for the file as it stands.
  /// - Returns: `nil` when something is wrong, which is then collected.
  func scenario(variant: String?) -> Scenario? {
    let top = Section(root, keys: ScenarioKey.self, into: diagnostics)
    checkSchema(top)
    let title = diagnostics.collect(
      try top.required(.title, "the headline of every report")?.text())
    let yearField = top.required(.year, "the first tax year, such as 2026")
    let firstYear = diagnostics.collect(try yearField?.year())
    let overlay = top[.law].flatMap(folder.overlay)
    let facts = HouseholdFacts(top, firstYear: firstYear)
    let calendar = PlanningCalendar(
      top, firstYear: firstYear, statedYears: facts.years, fiscalYear: facts.taxpayer.fiscalYear)
    facts.check(calendar.years, into: diagnostics)
    let rules = Section(top[.constraints], keys: ConstraintKey.self, into: diagnostics)
    let groups = IdenticalGroups(top)
    let rates = ExchangeRates(top)
    let prices = SecurityReader(
      top, groups: groups, spread: rules.read(.spread, Field.fraction) ?? .zero,
      dates: calendar.dates, firstYear: firstYear, rates: rates)
    var holdings = Holdings(
      top, wholeShares: rules.read(.wholeShares, Field.bool) ?? false, folder: folder,
      prices: prices, rates: rates)
    let events = HouseholdEvents(
      top,
      context: .init(
        accounts: holdings.accounts, lots: holdings.lots, dates: calendar.dates,
        taxpayer: facts.taxpayer, years: calendar.years, overlay: overlay,
        diagnostics: diagnostics))
    let lotRules = holdings.add(events.lots, dates: calendar.dates, diagnostics: diagnostics)
    let washSales = WashReader(top)
    var wash = washFacts(
      top, holdings: &holdings, groups: groups, events: events,
      firstDate: calendar.dates.first?.date)
    wash.policy = washSales.policy()
    wash.accountsNotSupplied = washSales.accountsNotSupplied
    wash.assetClasses = prices.assetClasses
    holdings.mergeAverages(firstDate: calendar.dates.first?.date, pastSales: &wash.pastSales)
    var constraints = ConstraintReader(
      section: rules, holdings: holdings, years: calendar.years
    ).constraints()
    lotRules.apply(to: &constraints, lots: holdings.lots)
    constraints.permanentLossAtMost = washSales.permanentLossAtMost
    var businessLosses = BusinessPropertyLosses(top, firstYear: firstYear)
    let outlook = readOutlook(top)
    guard let status = facts.filingStatus, let yearField else { return nil }
    var years: [PlanningYear] = []
    for year in calendar.years {
      // Where the law of one year is not known, that of the next ones would only say it again.
      guard let law = law(year, status: status, overlay: overlay, yearField: yearField) else {
        break
      }
      var planning = PlanningYear(
        year: year, facts: facts.facts(year, status: status), inputs: facts.inputs(year),
        law: law)
      planning.add(events.records, losses: &businessLosses)
      facts.checkDistribution(planning, into: diagnostics)
      planning.payments = facts.payments(year)
      planning.payments?.withheld += planning.events.map(\.effect.withheld).total()
      years.append(planning)
      if !facts.taxpayer.isCorporation {
        refuseExcessBusinessLoss(of: planning, at: top[.events] ?? top[.income] ?? yearField)
      }
    }
    guard !diagnostics.hasErrors, let title else { return nil }
    return Scenario(
      title: variant.map { "\(title): \($0)" } ?? title, years: years, dates: calendar.dates,
      accounts: holdings.accounts, securities: holdings.securities, lots: holdings.lots,
      carryover: facts.carryover, constraints: constraints, outlook: outlook, wash: wash)
  }

  /// What happened in the accounts and is scheduled there; the lots are told how they were acquired.
  private func washFacts(
    _ top: Section<ScenarioKey>, holdings: inout Holdings, groups: IdenticalGroups,
    events: HouseholdEvents, firstDate: CivilDate?
  ) -> WashFacts {
    var names = RecordNames()
    let scheduled = PurchaseReader(top, accounts: holdings.accounts, names: &names)
    let activity = ActivityReader(
      holdings: &holdings, groups: groups, firstDate: firstDate, diagnostics: diagnostics,
      names: &names)
    let stated = scheduled.purchases(names: &names)
    let purchases =
      activity.purchases + stated
      + events.purchases(besides: stated, diagnostics: diagnostics, names: &names)
    let pastSales = activity.pastSales + events.pastSales(names: &names)
    return WashFacts(
      groups: groups.groups, pastSales: pastSales.inDateOrder(\.date),
      purchases: purchases.inDateOrder(\.date))
  }

  private func checkSchema(_ top: Section<ScenarioKey>) {
    let expected = "harvest.scenario/1"
    guard let field = top.required(.schema, expected),
      let schema = diagnostics.collect(try field.text()), schema != expected
    else { return }
    diagnostics.report(field.error("unknown schema \"\(schema)\"", expected: expected))
  }

  private func law(
    _ year: Int, status: FilingStatus, overlay: LawOverlay?, yearField: Field
  ) -> FederalLaw? {
    do {
      return try FederalLaw.load(year: year, status: status, overlay: overlay)
    } catch {
      diagnostics.report(yearField.error(error.description))
      return nil
    }
  }

  private func readOutlook(_ top: Section<ScenarioKey>) -> Outlook {
    let section = Section(top[.outlook], keys: OutlookKey.self, into: diagnostics)
    var outlook = Outlook()
    outlook.discountRate = section.read(.discountRate, Field.fraction) ?? .zero
    outlook.laterTaxRate = section.read(.laterTaxRate, Field.fraction)
    if let years = section.read(.laterTaxYears, Field.yearCount) { outlook.laterTaxYears = years }
    guard let value = section[.carryforwardValue] else { return outlook }
    if value.isMapping {
      let parts = Section(value, keys: CarryforwardKey.self, into: diagnostics)
      outlook.shortTermCarryoverValue = parts.read(.shortTerm, Field.fraction) ?? .zero
      outlook.longTermCarryoverValue = parts.read(.longTerm, Field.fraction) ?? .zero
    } else if let rate = diagnostics.collect(try value.fraction()) {
      outlook.shortTermCarryoverValue = rate
      outlook.longTermCarryoverValue = rate
    }
    return outlook
  }
}

/// The tax years and planning dates of a scenario.
struct PlanningCalendar {
  /// The years in order, without a gap; empty when the first is unknown.
  private(set) var years: [Int] = []
  /// The planning dates in order.
  private(set) var dates: [PlanningDate] = []

  /// Longer scenarios are refused.
  private static let mostYears = 50

  /// Reads the dates; the years run from the first to the last that anything names.
  init(
    _ top: Section<ScenarioKey>, firstYear: Int?, statedYears: [(year: Int, field: Field)],
    fiscalYear: FiscalYear
  ) {
    let stated = top[.planningDates].map { Self.days($0, into: top.diagnostics) }
    let lastYear = top.read(.lastYear, Field.year)
    guard let firstYear else { return }
    var ends = statedYears + (stated ?? []).map { (fiscalYear.year(of: $0.day), $0.field) }
    if let lastYear, let field = top[.lastYear] { ends.append((lastYear, field)) }
    for (year, field) in ends {
      if year < firstYear {
        top.diagnostics.report(field.error("\(year) comes before the first year, \(firstYear)"))
      } else if year >= firstYear + Self.mostYears {
        top.diagnostics.report(
          field.error("\(year) is too late", expected: "at most \(Self.mostYears) years"))
      }
    }
    let last = ends.map(\.0).filter { $0 < firstYear + Self.mostYears }.max() ?? firstYear
    years = Array(firstYear...max(firstYear, last))
    let days =
      stated?.map(\.day) ?? [fiscalYear.lastDay(of: firstYear)].compactMap(\.self)
    dates = days.map {
      PlanningDate(date: $0, yearIndex: max(0, fiscalYear.year(of: $0) - firstYear))
    }
  }

  /// The days of a list, in order and each once.
  private static func days(
    _ field: Field, into diagnostics: Diagnostics
  ) -> [(day: CivilDate, field: Field)] {
    guard let elements = diagnostics.collect(try field.sequence()) else { return [] }
    if elements.isEmpty {
      diagnostics.report(field.error("the list is empty", expected: "at least one date"))
    }
    var days: [(day: CivilDate, field: Field)] = []
    for element in elements {
      guard let day = diagnostics.collect(try element.date()) else { continue }
      if let last = days.last, day <= last.day {
        diagnostics.report(
          element.error("\(day) does not come after \(last.day)", expected: "dates in order"))
      } else {
        days.append((day, element))
      }
    }
    return days
  }
}

extension Field {
  /// A number of years ahead.
  fileprivate func yearCount() throws(InputError) -> Int { try int(in: 0...100) }
}
