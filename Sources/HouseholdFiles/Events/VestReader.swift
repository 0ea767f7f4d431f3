import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// Reads shares that vest.
///
/// On or before the last planning date they are a lot; later they are a purchase to come, which
/// nobody can stop.
struct VestReader {
  private let section: Section<VestKey>
  private let field: Field
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: VestKey.self, into: context.diagnostics)
    self.field = field
    self.context = context
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let date = context.diagnostics.collect(
      try section.required(.date, "the day of the vest")?.date())
    let account = context.taxedAccount(
      section.required(.account, "the account that receives the shares"))
    let symbol = context.diagnostics.collect(try section.required(.symbol, "what vests")?.text())
    let shares = context.diagnostics.collect(
      try section.required(.shares, "how many vest, those withheld included")?.tradedShares())
    let price = context.diagnostics.collect(
      try section.required(.price, "the value of a share on the day")?.nonNegativePrice())
    guard let date, let account, let symbol, let shares, let price,
      section.value(of: shares, at: price, .shares) != nil
    else { return nil }
    let kept = section.read(.sharesWithheld, Field.shares) ?? .zero
    guard kept >= .zero, kept < shares else {
      context.diagnostics.report(
        (section[.sharesWithheld] ?? field).error(
          "\(kept) is not a part of the shares", expected: "0 to less than \(shares)"))
      return nil
    }
    let vest = StockVest(
      year: date.year, shares: shares, price: price, sharesWithheld: kept, isSpouse: isSpouse(),
      withholding: withholding(wages: price.times(shares)),
      brokerBasis: section.read(.brokerBasis, Field.nonNegativeMoney))
    let title = section.title(.title, or: "Vest of \(shares) \(symbol) on \(date)")
    var reading = HouseholdEvents.Reading(record: EventRecord(title: title, effects: []))
    reading.vest = (date, vest)
    if context.isAfterPlan(date) {
      reading.purchases = [
        Purchase(
          id: "", account: account, symbol: symbol, date: date, shares: vest.delivered,
          kind: .vest, isScheduled: true)
      ]
    } else {
      reading.lots = [
        EventLot(
          lot: Lot(
            id: section.read(.lotID, Field.text) ?? "", account: account, symbol: symbol,
            acquired: date, quantity: vest.delivered, adjustedBasis: vest.basis,
            acquisition: .vest, note: note(vest)), field: field)
      ]
    }
    return reading
  }

  private func isSpouse() -> Bool {
    let isSpouse = section.read(.spouse, Field.bool) ?? false
    if isSpouse, let status = context.status, status != .marriedJoint, let field = section[.spouse]
    {
      context.diagnostics.report(
        field.error("there are no spouse's wages where filing_status is \(status.rawValue)"))
    }
    return isSpouse
  }

  /// How the tax withheld is known: an amount and a rate contradict each other, and either comes
  /// before the value of the shares kept.
  private func withholding(wages: Money) -> StockVest.Withholding {
    let rate = section.read(.withholdingRate, Field.fraction)
    if let field = section[.withheld] {
      if section[.withholdingRate] != nil {
        context.diagnostics.report(
          field.error("both withheld and withholding_rate are stated", hint: "keep one"))
      }
      let amount = section.read(.withheld, Field.nonNegativeMoney) ?? .zero
      context.check(amount, in: field, isPartOf: wages, named: "the value of the shares")
      return .stated(amount)
    }
    if let rate, let field = section[.withholdingRate], rate < SupplementalRates.law.rate {
      context.diagnostics.report(
        field.error(
          "\(rate) is below the flat rate", expected: "at least \(SupplementalRates.law.rate)",
          hint: "state withheld, the amount"))
    }
    if rate == nil, section[.sharesWithheld] != nil { return .sharesKept }
    return .supplemental(rate)
  }

  /// The remark on a lot whose basis the broker reports otherwise.
  private func note(_ vest: StockVest) -> String {
    guard let reported = vest.brokerBasis, reported != vest.basis else { return "vested" }
    return "vested; the broker reports a basis of \(reported): Form 8949 code B"
  }
}
