import FederalTax
import InputFiles
import Quantities

/// Reads the sale of an interest in a partnership or of stock of an S corporation.
struct InterestSaleReader {
  private let section: Section<InterestSaleKey>
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: InterestSaleKey.self, into: context.diagnostics)
    self.context = context
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let date = context.diagnostics.collect(
      try section.required(.date, "the day of the sale")?.date())
    let acquired = context.diagnostics.collect(
      try section.required(.acquired, "the day from which the interest was held")?.date())
    let price = amount(section.required(.price, "what the buyer pays"))
    let basis = amount(
      section.required(.basis, "the basis of the interest, with the share of liabilities"))
    let activity = context.diagnostics.collect(
      try section.required(.activity, "active or passive")?.activity())
    let entity = section.read(.entity, Field.ownedEntity) ?? .partnership
    let costs = section.read(.costs, Field.nonNegativeMoney) ?? .zero
    guard let date, let acquired, let price, let basis, let activity else { return nil }
    context.check(costs, in: section[.costs], isPartOf: price, named: "the price")
    var sale = InterestSale(
      year: context.taxYear(of: date), price: price - costs, basis: basis,
      isLongTerm: context.isLongTerm(from: acquired, to: date, section[.acquired]),
      isActive: activity == .active)
    sale.liabilities = section.read(.liabilities, Field.nonNegativeMoney) ?? .zero
    sale.hotAssets = section.read(.hotAssets, Field.signedMoney) ?? .zero
    sale.unrecaptured1250 = section.read(.unrecaptured1250, Field.nonNegativeMoney) ?? .zero
    sale.collectibles = section.read(.collectiblesGain, Field.nonNegativeMoney) ?? .zero
    sale.investmentGain = section.read(.investmentGain, Field.signedMoney) ?? .zero
    sale.suspendedLosses = section.read(.suspendedLosses, Field.nonNegativeMoney) ?? .zero
    checkPieces(of: sale, entity)
    let what = entity == .corporation ? "S corporation stock" : "a partnership interest"
    let title = section.title(.title, or: "Sale of \(what) on \(date)")
    return HouseholdEvents.Reading(record: EventRecord(title: title, effects: [sale.effect()]))
  }

  private func amount(_ field: Field?) -> Money? {
    context.diagnostics.collect(try field?.nonNegativeMoney())
  }

  private func checkPieces(of sale: InterestSale, _ entity: EntityKind) {
    func refuse(_ key: InterestSaleKey, _ reason: String) {
      guard let field = section[key], (try? field.money()) != .zero else { return }
      context.diagnostics.report(field.error(reason))
    }
    context.refuseOfCorporation(
      [.suspendedLosses], in: section, HouseholdEvents.Context.corporatePassiveLosses)
    context.refuseOfCorporation(
      [.unrecaptured1250], in: section, HouseholdEvents.Context.corporateGain1250)
    if entity == .corporation {
      refuse(.liabilities, "liabilities of an S corporation are not its owner's")
      refuse(.hotAssets, "stock of an S corporation is capital as a whole (IRC 1221)")
      refuse(.unrecaptured1250, "stock of an S corporation has no section 1250 piece")
    }
    if !sale.isLongTerm {
      refuse(.unrecaptured1250, "only an interest held more than a year has this piece")
      refuse(.collectiblesGain, "only an interest held more than a year has this piece")
    }
    if !sale.isActive {
      refuse(.investmentGain, "all of a passive owner's gain is net investment income")
    }
  }
}

extension Field {
  /// An entity whose interests are sold.
  fileprivate func ownedEntity() throws(InputError) -> EntityKind {
    let entity = try oneOf(EntityKind.self)
    if entity == .trust {
      throw error("an interest in a trust is not modelled", code: .notSupported)
    }
    return entity
  }
}
