import FederalTax
import InputFiles
import Quantities

/// Reads stock that its corporation buys back.
struct RedemptionReader {
  private let section: Section<RedemptionKey>
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: RedemptionKey.self, into: context.diagnostics)
    self.context = context
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let date = context.diagnostics.collect(
      try section.required(.date, "the day of the redemption")?.date())
    let acquired = context.diagnostics.collect(
      try section.required(.acquired, "the day on which the stock was acquired")?.date())
    let price = context.diagnostics.collect(
      try section.required(.price, "what the corporation pays")?.nonNegativeMoney())
    let basis = context.diagnostics.collect(
      try section.required(.basis, "the basis of the stock redeemed")?.nonNegativeMoney())
    let names = RedemptionTreatment.allCases.map(\.rawValue).joined(separator: ", ")
    let stated = context.diagnostics.collect(
      try section.required(.treatment, "one of \(names)")?.oneOf(RedemptionTreatment.self))
    guard let date, let acquired, let price, let basis, let stated,
      let treatment = treatment(stated)
    else { return nil }
    let redemption = StockRedemption(
      year: context.taxYear(of: date), price: price, basis: basis,
      isLongTerm: context.isLongTerm(from: acquired, to: date, section[.acquired]),
      treatment: treatment)
    let title = section.title(.title, or: "Redemption of stock on \(date)")
    return HouseholdEvents.Reading(
      record: EventRecord(title: title, effects: [redemption.effect()]))
  }

  private func treatment(_ stated: RedemptionTreatment) -> StockRedemption.Treatment? {
    if stated != .dividend { refuse([.earnings, .qualified], "an exchange") }
    if stated != .substantiallyDisproportionate {
      refuse([.votesBefore, .votesAfter], "\(stated.rawValue)")
    }
    switch stated {
    case .completeTermination, .notEquivalent: return .exchange
    case .substantiallyDisproportionate:
      checkVotes()
      return .exchange
    case .dividend:
      let earnings = context.diagnostics.collect(
        try section.required(
          .earnings, "earnings and profits of the corporation that the payment can come from")?
          .nonNegativeMoney())
      let isQualified = section.read(.qualified, Field.bool) ?? true
      return earnings.map { .distribution(earnings: $0, isQualified: isQualified) }
    }
  }

  private func refuse(_ keys: [RedemptionKey], _ treatment: String) {
    for key in keys {
      guard let field = section[key] else { continue }
      context.diagnostics.report(field.error("\(key.rawValue) has no part in \(treatment)"))
    }
  }

  private func checkVotes() {
    let before = context.diagnostics.collect(
      try section.required(.votesBefore, "the part of the votes before, such as 60%")?.fraction())
    let after = context.diagnostics.collect(
      try section.required(.votesAfter, "the part of the votes after")?.fraction())
    guard let before, let after, let field = section[.votesAfter],
      !StockRedemption.isSubstantiallyDisproportionate(from: before, to: after)
    else { return }
    context.diagnostics.report(
      field.error(
        "\(after) after \(before) is not substantially disproportionate (IRC 302(b)(2))",
        expected: "less than 50%, and less than 80% of the part before",
        hint: "write treatment: dividend"))
  }
}
