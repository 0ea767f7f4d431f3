import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// Reads the sale of a property.
struct PropertySaleReader {
  private let section: Section<PropertySaleKey>
  private let context: HouseholdEvents.Context
  private var diagnostics: Diagnostics { context.diagnostics }

  /// Looks at an event of the kind `property_sale`.
  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: PropertySaleKey.self, into: context.diagnostics)
    self.context = context
  }

  /// The event; `nil` when something is wrong, which is then collected.
  func reading() -> HouseholdEvents.Reading? {
    let title = diagnostics.collect(try section.required(.title, "what is sold")?.text())
    guard var sale = sale() else { return nil }
    let errors = diagnostics.errors.count
    checkUse(sale)
    readDepreciation(into: &sale)
    if let losses = section.read(.suspendedLosses, Field.nonNegativeMoney) {
      sale.suspendedLosses = losses
    }
    sale.residence = section[.residence].flatMap { residence($0, of: sale) }
    let law = context.law(of: sale.year)
    if context.taxpayer.isCorporation {
      sale.corporatePreferenceRate = law?.corporatePreferenceRate
    }
    sale.installments = section[.installments].flatMap { installments($0, of: sale) }
    guard let title, let law, diagnostics.errors.count == errors else { return nil }
    var reading = HouseholdEvents.Reading(
      record: EventRecord(
        title: title, effects: sale.effects(homeExclusion: law.homeSaleExclusion)))
    if let plan = sale.installments, let field = section[.installments] {
      reading.deferred = (sale.year, plan.unpaid(after: sale.year), field)
    }
    return reading
  }

  /// What every sale has.
  private func sale() -> PropertySale? {
    let dateField = section.required(.date, "the day of the sale")
    let date = diagnostics.collect(try dateField?.date())
    let acquired = diagnostics.collect(
      try section.required(.acquired, "the day of the acquisition")?.date())
    let uses = PropertySale.Use.allCases.map(\.rawValue).joined(separator: ", ")
    let use = diagnostics.collect(try section.required(.use, "one of \(uses)")?.propertyUse())
    let price = diagnostics.collect(
      try section.required(.price, "what the buyer pays")?.nonNegativeMoney())
    let basis = diagnostics.collect(
      try section.required(.basis, "cost and improvements")?.nonNegativeMoney())
    let costs = section.read(.costs, Field.nonNegativeMoney) ?? .zero
    let isInherited = section.read(.inherited, Field.bool) ?? false
    guard let date, let acquired, let use, let price, let basis else { return nil }
    if let dateField, date < acquired {
      diagnostics.report(dateField.error("\(date) comes before the acquisition, \(acquired)"))
    }
    return PropertySale(
      year: context.taxYear(of: date), date: date, acquired: acquired,
      isLongTerm: isInherited || HoldingPeriod.term(from: acquired, sold: date) == .long,
      use: use, price: price, costs: costs, basis: basis)
  }

  /// Reports what does not belong to the use of the property.
  private func checkUse(_ sale: PropertySale) {
    func refuse(_ keys: [PropertySaleKey], _ why: String) {
      for field in keys.compactMap({ section[$0] }) { diagnostics.report(field.error(why)) }
    }
    context.refuseOfCorporation(
      [.residence], in: section, "a corporation excludes no gain on a home: 26 U.S.C. §121")
    context.refuseOfCorporation(
      [.suspendedLosses], in: section, HouseholdEvents.Context.corporatePassiveLosses)
    switch sale.use {
    case .home where context.taxpayer.isCorporation:
      refuse([.use], "a corporation has no home; write use: rental or investment")
    case .rental where context.taxpayer.isCorporation: break
    case .rental:
      guard section[.residence] != nil else { return }
      refuse(
        [.suspendedLosses],
        "whether a sale with gain excluded releases passive losses is not modelled: 26 U.S.C. §469(g)"
      )
    case .home:
      refuse(
        [.suspendedLosses, .additionalDepreciation], "a home has none; write use: rental")
      _ = section.required(.residence, "used_months, which decide what gain is excluded")
    case .investment:
      let others: [PropertySaleKey] =
        context.taxpayer.isCorporation ? [] : [.suspendedLosses, .residence]
      refuse(
        [.depreciation, .additionalDepreciation] + others,
        "property held for investment has none; write use: rental or home")
    }
  }

  private func readDepreciation(into sale: inout PropertySale) {
    sale.depreciation = section.read(.depreciation, Field.nonNegativeMoney) ?? .zero
    sale.additionalDepreciation =
      section.read(.additionalDepreciation, Field.nonNegativeMoney) ?? .zero
    reportExcess(sale.depreciation, over: sale.basis, "basis", section[.depreciation])
    reportExcess(
      sale.additionalDepreciation, over: sale.depreciation, "depreciation",
      section[.additionalDepreciation])
  }

  private func reportExcess(_ part: Money, over whole: Money, _ name: String, _ field: Field?) {
    guard part > whole, let field else { return }
    diagnostics.report(
      field.error("\(part) is more than \(name), \(whole)", expected: "a part of it"))
  }

  private func residence(_ field: Field, of sale: PropertySale) -> HomeUse? {
    guard !context.taxpayer.isCorporation else { return nil }
    if context.status == .estateOrTrust {
      diagnostics.report(field.error("an estate or trust excludes no gain: 26 U.S.C. §121"))
    }
    let residence = Section(field, keys: ResidenceKey.self, into: diagnostics)
    let months = diagnostics.collect(
      try residence.required(.usedMonths, "months in the five years before the sale")?
        .monthsOfFiveYears())
    let spouseMonths = residence.read(.spouseUsedMonths, Field.monthsOfFiveYears)
    let exclusion = residence.read(.lastExclusion, Field.date)
    let spouseExclusion = residence.read(.spouseLastExclusion, Field.date)
    let days = residence.read(.nonqualifiedDays, Field.days) ?? 0
    let early = residence.read(.earlyDepreciation, Field.nonNegativeMoney) ?? .zero
    reportExcess(early, over: sale.depreciation, "depreciation", residence[.earlyDepreciation])
    for (key, day) in [
      (ResidenceKey.lastExclusion, exclusion), (.spouseLastExclusion, spouseExclusion),
    ] {
      guard let day, day >= sale.date, let field = residence[key] else { continue }
      diagnostics.report(field.error("\(day) does not come before the sale, \(sale.date)"))
    }
    let owned = sale.date.days(since: sale.acquired)
    if days > owned, let field = residence[.nonqualifiedDays] {
      diagnostics.report(field.error("\(days) is more than the days of ownership, \(owned)"))
    }
    guard let months else { return nil }
    var people = [HomeUse.Person(monthsUsed: months, lastExclusion: exclusion)]
    if context.status == .marriedJoint {
      people.append(
        HomeUse.Person(monthsUsed: spouseMonths ?? months, lastExclusion: spouseExclusion))
    } else if let status = context.status {
      for key: ResidenceKey in [.spouseUsedMonths, .spouseLastExclusion] {
        guard let field = residence[key] else { continue }
        diagnostics.report(
          field.error("no spouse excludes gain where filing_status is \(status.rawValue)"))
      }
    }
    return HomeUse(people: people, nonqualifiedDays: days, earlyDepreciation: early)
  }

  private func installments(_ field: Field, of sale: PropertySale) -> InstallmentPlan? {
    let keys = Section(field, keys: InstallmentKey.self, into: diagnostics)
    let debt = keys.read(.assumedDebt, Field.nonNegativeMoney) ?? .zero
    guard let received = keys.required(.received, "amounts by year") else { return nil }
    var payments: [InstallmentPlan.Payment] = []
    for (key, value) in diagnostics.collect(try received.mapping())?.pairs ?? [] {
      guard let year = diagnostics.collect(try key.year()),
        let amount = diagnostics.collect(try value.nonNegativeMoney())
      else { return nil }
      if year < sale.year {
        diagnostics.report(key.error("\(year) comes before the sale, \(sale.date)"))
      }
      payments.append(InstallmentPlan.Payment(year: year, amount: amount))
    }
    let plan = InstallmentPlan(payments: payments.sorted { $0.year < $1.year }, assumedDebt: debt)
    let total = payments.map(\.amount).total() + debt
    if total != sale.price {
      diagnostics.report(
        received.error("with assumed_debt it makes \(total)", expected: "the price, \(sale.price)"))
    }
    if sale.gain <= .zero {
      diagnostics.report(field.error("a loss is not spread over years: 26 U.S.C. §453(b)(1)"))
    }
    return plan
  }
}

extension Field {
  fileprivate func propertyUse() throws(InputError) -> PropertySale.Use {
    try oneOf(PropertySale.Use.self)
  }

  fileprivate func monthsOfFiveYears() throws(InputError) -> Int { try int(in: 0...60) }

  fileprivate func days() throws(InputError) -> Int { try int(in: 0...100_000) }
}
