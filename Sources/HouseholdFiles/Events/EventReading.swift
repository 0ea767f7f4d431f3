import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

extension HouseholdEvents.Context {
  /// The account of an event, which must be one whose gains are taxed.
  func taxedAccount(_ field: Field?) -> String? {
    guard let field, let id = diagnostics.collect(try field.text()) else { return nil }
    guard let account = accounts.first(where: { $0.id == id }) else {
      diagnostics.report(
        field.error(
          "no account is named \"\(id)\"", code: .unknownName,
          hint: suggestion(for: id, among: accounts.map(\.id)) ?? "add it to accounts"))
      return nil
    }
    if let reason = account.kind.reasonNotHarvestable {
      diagnostics.report(field.error("shares cannot come into \(id) or be sold there: \(reason)"))
      return nil
    }
    return id
  }

  /// Why a kind of event that pays an employee has no place here; `nil` where it has one.
  func reasonForNoPay(_ kind: EventKind) -> String? {
    guard [.vest, .esppPurchase, .esppSale].contains(kind),
      taxpayer.isCorporation || taxpayer.isTrust
    else { return nil }
    let filer = taxpayer.isCorporation ? "a corporation" : "an estate or trust"
    return "\(filer) is no employee: it has no \(kind.rawValue)"
  }

  /// Reports the keys of an event that have no meaning to a corporation.
  func refuseOfCorporation<Key>(_ keys: [Key], in section: Section<Key>, _ reason: String) {
    guard taxpayer.isCorporation else { return }
    for key in keys { section.refuse(key, reason) }
  }

  /// Why a corporation states no passive losses.
  static var corporatePassiveLosses: String {
    "the passive activity rules bind closely held corporations only, which are not modelled: 26 "
      + "U.S.C. §469(a)(2)"
  }

  /// Why a corporation states no gain taxed at up to 25%.
  static var corporateGain1250: String {
    "unrecaptured section 1250 gain is nothing to a corporation: 26 U.S.C. §1(h)"
  }

  /// Whether the day of an event comes after every planning date.
  func isAfterPlan(_ day: CivilDate) -> Bool { dates.last.map { day > $0.date } ?? true }

  /// The term of something sold on a day; a day of acquisition that is later is reported.
  func isLongTerm(from acquired: CivilDate, to sold: CivilDate, _ field: Field?) -> Bool {
    if acquired > sold, let field {
      diagnostics.report(field.error("\(acquired) is after the sale on \(sold)"))
    }
    return HoldingPeriod.term(from: acquired, sold: sold) == .long
  }

  /// Reports a part that is larger than what it is a part of.
  func check(_ part: Money, in field: Field?, isPartOf whole: Money, named name: String) {
    guard let field, part > whole else { return }
    diagnostics.report(
      field.error("\(part) is more than \(name), \(whole)", expected: "a part of it"))
  }
}

extension Section {
  /// What the household calls an event, or the words that say what it is.
  func title(_ key: Key, or words: String) -> String { read(key, Field.text) ?? words }

  /// A value of several shares, kept far from overflow.
  func value(of shares: Shares, at price: UnitPrice, _ key: Key) -> Money? {
    let cents = Int128(price.millionths) * Int128(shares.millionths) / 10_000_000_000
    guard cents <= Int128(largestReturnAmount.cents) else {
      if let field = self[key] {
        diagnostics.report(
          field.error("the shares are worth more than \(largestReturnAmount)"))
      }
      return nil
    }
    return price.times(shares)
  }
}
