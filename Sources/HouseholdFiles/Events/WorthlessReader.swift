import FederalTax
import InputFiles
import Portfolio
import Quantities

/// Reads a security or a token that has become worthless.
struct WorthlessReader {
  private let section: Section<WorthlessKey>
  private let field: Field
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: WorthlessKey.self, into: context.diagnostics)
    self.field = field
    self.context = context
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let year = context.diagnostics.collect(
      try section.required(.year, "the year in which it became worthless")?.year())
    let symbol = context.diagnostics.collect(
      try section.required(.symbol, "what became worthless")?.text())
    let acquired = context.diagnostics.collect(
      try section.required(.acquired, "the day on which it was acquired")?.date())
    let basis = context.diagnostics.collect(
      try section.required(.basis, "its adjusted basis")?.nonNegativeMoney())
    let kind = section.read(.asset, Field.worthlessAsset) ?? .security
    let isAbandoned = section.read(.abandoned, Field.bool) ?? false
    guard let year, let symbol, let acquired, let basis,
      let day = context.taxpayer.fiscalYear.lastDay(of: year)
    else { return nil }
    checkLots(symbol)
    let isLongTerm = context.isLongTerm(from: acquired, to: day, section[.acquired])
    let asset: WorthlessAsset.Asset
    switch kind {
    case .security:
      if isAbandoned { refuseAbandonment() }
      asset = .security(isLongTerm: isLongTerm)
    case .token:
      guard isAbandoned else {
        context.diagnostics.report(
          (section[.asset] ?? field).error(
            "a token that has fallen but can still be traded is no loss (CCA 202302011)",
            code: .notSupported,
            hint: "sell it, or write abandoned: true, which gives no deduction either"))
        return nil
      }
      warnOfAbandonment(symbol)
      asset = .abandonedToken
    }
    let worthless = WorthlessAsset(year: year, basis: basis, asset: asset)
    let title = section.title(.title, or: "\(symbol) worthless in \(year)")
    return HouseholdEvents.Reading(
      record: EventRecord(title: title, effects: [worthless.effect()]))
  }

  private func refuseAbandonment() {
    section.refuse(
      .abandoned, "a security that is given up is worthless as any other: 26 U.S.C. §165(g)",
      hint: "leave it out, or write asset: token")
  }

  private func warnOfAbandonment(_ symbol: String) {
    context.diagnostics.warn(
      (section[.abandoned] ?? field).error(
        "the loss of an abandoned token is a miscellaneous itemized deduction, which is not "
          + "allowed (IRC 67(g)): \(symbol) changes no tax",
        code: .notSupported, hint: "a sale, even for next to nothing, is a capital loss"))
  }

  /// A lot that a file still lists would be counted twice.
  private func checkLots(_ symbol: String) {
    guard let field = section[.symbol], let lot = context.lots.first(where: { $0.symbol == symbol })
    else { return }
    context.diagnostics.report(
      field.error(
        "lot \(lot.id) of \(symbol) is still among the lots", code: .duplicateKey,
        hint: "take out the lots that became worthless"))
  }
}

extension Field {
  fileprivate func worthlessAsset() throws(InputError) -> WorthlessAssetKind {
    try oneOf(WorthlessAssetKind.self)
  }
}
