import FederalTax
import InputFiles
import Planning
import Quantities

extension HouseholdEvents.Context {
  /// Reports an event that has no part in any year of the scenario, and tells of one whose later
  /// parts lie after the last.
  func reportOutside(_ record: EventRecord, _ field: Field) {
    guard let first = years.first, let last = years.last else { return }
    if record.effects.contains(where: { years.contains($0.year) }) {
      tellLater(record, than: last, field)
      return
    }
    let words = first == last ? "\(first)" : "\(first) to \(last)"
    diagnostics.report(
      field.error(
        "nothing of it falls in \(words)",
        hint: (record.effects.first?.year).flatMap { $0 > last ? "write last_year: \($0)" : nil }))
  }

  private func tellLater(_ record: EventRecord, than last: Int, _ field: Field) {
    let later = record.effects.filter { $0.year > last && $0.income != .zero }
    guard let end = later.last?.year else { return }
    let parts = later.map { "\($0.income) in \($0.year)" }.joined(separator: ", ")
    diagnostics.warn(
      field.error(
        "what it brings after \(last) is not counted: \(parts)", code: .notSupported,
        hint: "last_year: \(end) counts it"))
  }
}

extension EventEffect {
  /// Gain and passive income or loss, before business property is netted.
  fileprivate var income: Money {
    amounts.shortTermGain + amounts.longTermGain + amounts.otherGains + businessProperty.gain
      + amounts.passiveIncome
  }
}

/// Payments put off by the installment sales of each year, all events together.
struct DeferredPayments {
  private var totals: [Int: Money] = [:]

  /// Adds those of a sale, and reports the first sale that carries its year beyond the limit, IRC
  /// §453A(b)(2)(B).
  mutating func add(
    _ amount: Money, _ year: Int, _ field: Field, _ context: HouseholdEvents.Context
  ) {
    let earlier = totals[year, default: .zero]
    totals[year] = earlier + amount
    guard let limit = context.law(of: year)?.deferredPaymentLimit, earlier <= limit,
      earlier + amount > limit
    else { return }
    context.diagnostics.report(
      field.error(
        "the sales of \(year) defer payments of more than \(limit): interest on deferred tax, 26 "
          + "U.S.C. §453A, is not modelled", code: .notSupported))
  }
}
