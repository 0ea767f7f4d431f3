import FederalTax
import InputFiles
import Quantities

/// Reads a Schedule K-1.
struct PartnerShareReader {
  private let section: Section<PartnerShareKey>
  private let context: HouseholdEvents.Context

  init(_ field: Field, _ context: HouseholdEvents.Context) {
    section = Section(field, keys: PartnerShareKey.self, into: context.diagnostics)
    self.context = context
  }

  /// Boxes that may be negative.
  private static var signed: [(PartnerShareKey, WritableKeyPath<PartnerShare, Money>)] {
    [
      (.ordinaryBusiness, \.ordinaryBusiness), (.rental, \.rental),
      (.shortTermGain, \.shortTermGain), (.longTermGain, \.longTermGain),
      (.collectiblesGain, \.collectiblesGain), (.section1231, \.section1231),
      (.qualifiedBusinessIncome, \.qualifiedBusinessIncome),
    ]
  }

  /// Boxes that may not.
  private static var positive: [(PartnerShareKey, WritableKeyPath<PartnerShare, Money>)] {
    [
      (.royalties, \.royalties), (.interest, \.interest),
      (.taxExemptInterest, \.taxExemptInterest), (.ordinaryDividends, \.ordinaryDividends),
      (.qualifiedDividends, \.qualifiedDividends), (.unrecaptured1250, \.unrecaptured1250),
      (.section179, \.section179), (.otherDeductions, \.otherDeductions),
      (.charityCash, \.charityCash), (.foreignTax, \.foreignTax),
      (.foreignPassiveIncome, \.foreignPassiveIncome),
      (.qualifiedBusinessLimit, \.qualifiedBusinessLimit),
    ]
  }

  /// The event; `nil` when something is wrong.
  func reading() -> HouseholdEvents.Reading? {
    let year = context.diagnostics.collect(
      try section.required(.year, "the tax year of the schedule")?.year())
    let entity = context.diagnostics.collect(
      try section.required(.entity, "one of partnership, s_corporation, trust")?
        .oneOf(EntityKind.self))
    let activity = section.read(.activity, Field.activity) ?? .passive
    refuseEarnings()
    guard let year, let entity else { return nil }
    var share = PartnerShare(year: year, isActive: activity == .active)
    for (key, place) in Self.signed {
      if let amount = section.read(key, Field.signedMoney) { share[keyPath: place] = amount }
    }
    for (key, place) in Self.positive {
      if let amount = section.read(key, Field.nonNegativeMoney) { share[keyPath: place] = amount }
    }
    requireEarnings(of: share, entity)
    context.refuseOfCorporation(
      [.unrecaptured1250], in: section, HouseholdEvents.Context.corporateGain1250)
    checkParts(share)
    checkLosses(share)
    let words = entity.rawValue.replacing("s_corporation", with: "S corporation")
    let title = section.title(.title, or: "Schedule K-1 of a \(words) for \(year)")
    return HouseholdEvents.Reading(record: EventRecord(title: title, effects: [share.effect()]))
  }

  /// Earnings from self-employment bring a tax of their own, which the return lacks.
  private func refuseEarnings() {
    for key in [PartnerShareKey.selfEmploymentEarnings, .guaranteedPayments] {
      guard let amount = section.read(key, Field.signedMoney), amount != .zero,
        let field = section[key]
      else { continue }
      context.diagnostics.report(
        field.error(
          "\(amount) needs a rule that is not modelled: the tax on self-employment earnings, "
            + "IRC §1402(a)", code: .notSupported))
    }
  }

  /// A partner who works in the trade has earnings from self-employment unless limited; a silent
  /// zero would leave out their tax. Of an S corporation there are none.
  private func requireEarnings(of share: PartnerShare, _ entity: EntityKind) {
    guard entity == .partnership, share.isActive, share.ordinaryBusiness > .zero,
      !context.taxpayer.isCorporation, !context.taxpayer.isTrust
    else { return }
    _ = section.required(
      .selfEmploymentEarnings, "box 14; 0 of a limited partner, as other amounts are not modelled")
  }

  private func checkParts(_ share: PartnerShare) {
    context.check(
      share.qualifiedDividends, in: section[.qualifiedDividends],
      isPartOf: share.ordinaryDividends, named: "ordinary_dividends")
    context.check(
      share.unrecaptured1250, in: section[.unrecaptured1250],
      isPartOf: max(.zero, share.section1231) + max(.zero, share.longTermGain),
      named: "the gains it is a part of")
    context.check(
      share.section179, in: section[.section179],
      isPartOf: max(.zero, share.isActive ? share.ordinaryBusiness : .zero),
      named: "active business income (IRC 179(b)(3))")
  }

  /// A passive loss waits for passive income; only the household knows what Form 8582 allows of it.
  private func checkLosses(_ share: PartnerShare) {
    if section.read(.passiveLossAllowed, Field.bool) ?? false { return }
    let business = share.isActive ? Money.zero : share.netBusiness
    let property = share.isActive ? Money.zero : share.section1231
    guard share.rental + business + property < .zero else { return }
    let keys: [PartnerShareKey] = [.rental, .ordinaryBusiness, .section1231]
    guard let field = keys.lazy.compactMap({ section[$0] }).first else { return }
    context.diagnostics.report(
      field.error(
        "a passive loss is deducted from passive income only (IRC 469)", code: .notSupported,
        hint: "state what Form 8582 allows, with passive_loss_allowed: true"))
  }
}

extension Field {
  /// Whether an owner takes a material part.
  func activity() throws(InputError) -> ActivityKind { try oneOf(ActivityKind.self) }
}
