import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// Reads a purchase under an employee stock purchase plan.
struct StockPlanPurchaseReader {
  private let section: Section<StockPlanPurchaseKey>
  private let field: Field
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: StockPlanPurchaseKey.self, into: context.diagnostics)
    self.field = field
    self.context = context
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let date = context.diagnostics.collect(
      try section.required(.date, "the day of the purchase")?.date())
    let account = context.taxedAccount(
      section.required(.account, "the account that receives the shares"))
    let symbol = context.diagnostics.collect(
      try section.required(.symbol, "what is bought")?.text())
    let shares = context.diagnostics.collect(
      try section.required(.shares, "how many are bought")?.tradedShares())
    let terms = StockPlanFields(section).plan(
      purchased: date,
      keys: .init(
        granted: .grantDate, grantValue: .grantValue, purchaseValue: .purchaseValue,
        pricePaid: .pricePaid, grantPrice: .grantPrice))
    guard let date, let account, let symbol, let shares, let plan = terms,
      let cost = section.value(of: shares, at: plan.pricePaid, .shares)
    else { return nil }
    let title = section.title(
      .title, or: "Purchase of \(shares) \(symbol) under a stock purchase plan on \(date)")
    var reading = HouseholdEvents.Reading(record: EventRecord(title: title, effects: []))
    if context.isAfterPlan(date) {
      reading.purchases = [
        Purchase(
          id: "", account: account, symbol: symbol, date: date, shares: shares, kind: .espp,
          isScheduled: true)
      ]
    } else {
      reading.lots = [
        EventLot(
          lot: Lot(
            id: section.read(.lotID, Field.text) ?? "", account: account, symbol: symbol,
            acquired: date, quantity: shares, adjustedBasis: cost, acquisition: .espp,
            note: "stock purchase plan"), field: field,
          plan: StockPlanTerms(qualifyingDay: plan.qualifyingDay, pricePaid: plan.pricePaid))
      ]
    }
    return reading
  }
}

/// Reads a sale of shares of an employee stock purchase plan.
struct StockPlanSaleReader {
  private let section: Section<StockPlanSaleKey>
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: StockPlanSaleKey.self, into: context.diagnostics)
    self.context = context
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let date = context.diagnostics.collect(
      try section.required(.date, "the day of the sale")?.date())
    let account = context.taxedAccount(section.required(.account, "the account of the shares"))
    let symbol = context.diagnostics.collect(try section.required(.symbol, "what is sold")?.text())
    let shares = context.diagnostics.collect(
      try section.required(.shares, "how many are sold")?.tradedShares())
    let price = context.diagnostics.collect(
      try section.required(.price, "what a share brings")?.nonNegativePrice())
    let purchased = context.diagnostics.collect(
      try section.required(.purchaseDate, "the day of the purchase")?.date())
    let costs = section.read(.costs, Field.nonNegativeMoney) ?? .zero
    let plan = StockPlanFields(section).plan(
      purchased: purchased,
      keys: .init(
        granted: .grantDate, grantValue: .grantValue, purchaseValue: .purchaseValue,
        pricePaid: .pricePaid, grantPrice: .grantPrice))
    guard let date, let account, let symbol, let shares, let price, let purchased, let plan,
      let value = section.value(of: shares, at: price, .shares),
      section.value(of: shares, at: max(plan.pricePaid, plan.purchaseValue), .shares) != nil,
      section.value(of: shares, at: max(plan.grantValue, plan.grantPrice), .shares) != nil
    else { return nil }
    context.check(costs, in: section[.costs], isPartOf: value, named: "the price of the shares")
    let sale = StockPlanSale(
      plan: plan, date: date, shares: shares, value: value, costs: costs,
      isLongTerm: context.isLongTerm(from: purchased, to: date, section[.purchaseDate]),
      brokerBasis: section.read(.brokerBasis, Field.nonNegativeMoney))
    let title = section.title(
      .title, or: "Sale of \(shares) \(symbol) of a stock purchase plan on \(date)")
    var reading = HouseholdEvents.Reading(
      record: EventRecord(title: title, effects: [sale.effect()]))
    if sale.proceeds < sale.basis { match(sale, account, symbol, &reading) }
    return reading
  }

  /// Hands a loss to the law of wash sales: purchases around it may make it nondeductible. One that
  /// comes after the first planning date is fixed before the plan, which cannot be matched.
  private func match(
    _ sale: StockPlanSale, _ account: String, _ symbol: String,
    _ reading: inout HouseholdEvents.Reading
  ) {
    if let first = context.dates.first?.date, sale.date > first {
      if let field = section[.date] {
        context.diagnostics.warn(
          field.error(
            "the loss of this sale is not compared with purchases around it",
            code: .notSupported, hint: "the first planning date is \(first)"))
      }
      return
    }
    reading.pastSales = [
      PastSale(
        id: "", account: account, symbol: symbol, date: sale.date, shares: sale.shares,
        proceeds: sale.proceeds, basis: sale.basis, acquired: sale.plan.purchased)
    ]
  }
}

/// The keys that a purchase and a sale under a plan share.
private struct StockPlanFields<Key: RawRepresentable<String> & CaseIterable> {
  struct Keys {
    var granted: Key
    var grantValue: Key
    var purchaseValue: Key
    var pricePaid: Key
    var grantPrice: Key
  }

  let section: Section<Key>

  init(_ section: Section<Key>) { self.section = section }

  func plan(purchased: CivilDate?, keys: Keys) -> StockPurchasePlan? {
    func price(_ key: Key, _ meaning: String) -> UnitPrice? {
      section.diagnostics.collect(try section.required(key, meaning)?.nonNegativePrice())
    }
    let granted = section.diagnostics.collect(
      try section.required(keys.granted, "the day of the grant; Form 3922 box 1")?.date())
    let grantValue = price(keys.grantValue, "the value of a share then; Form 3922 box 3")
    let purchaseValue = price(
      keys.purchaseValue, "the value of a share at the purchase; Form 3922 box 4")
    let pricePaid = price(keys.pricePaid, "what was paid for a share; Form 3922 box 5")
    let grantPrice = section.read(keys.grantPrice, Field.nonNegativePrice)
    guard let purchased, let granted, let grantValue, let purchaseValue, let pricePaid else {
      return nil
    }
    if granted > purchased, let field = section[keys.granted] {
      section.diagnostics.report(field.error("\(granted) is after the purchase on \(purchased)"))
    }
    return StockPurchasePlan(
      granted: granted, purchased: purchased, grantValue: grantValue,
      purchaseValue: purchaseValue, pricePaid: pricePaid, grantPrice: grantPrice)
  }
}
