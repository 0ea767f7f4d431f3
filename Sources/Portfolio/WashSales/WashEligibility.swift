public import Quantities

extension WashMatcher {
  /// Whether shares of a lot can make a loss on another nondeductible, as far as dates, orders,
  /// accounts and the policy decide it: what is left of their number is another question.
  ///
  /// - Parameters:
  ///   - candidate: the lot that may replace.
  ///   - lot: the lot that is sold at a loss.
  ///   - date: the trade date of the sale.
  /// - Returns: whether nothing but their number stands against it.
  public func mayReplace(_ candidate: LedgerLot, _ lot: LedgerLot, soldOn date: CivilDate) -> Bool {
    canReplace(candidate) && isEligible(candidate, for: lot)
      && candidate.side == lot.side && isSubject(lot, soldOn: date)
      && abs(candidate.acquisition.date.days(since: date)) <= rules.windowDays
      && (policy.olderLots == .eligible || candidate.acquisition >= lot.acquisition)
      && replaces(candidate, lot)
  }

  /// Whether a loss that moves into a lot is lost, rather than joined to a basis.
  ///
  /// - Parameters:
  ///   - candidate: the lot that replaces.
  ///   - lot: the lot that is sold at a loss.
  /// - Returns: `true` for retirement accounts, and by one policy for other owners' accounts.
  public func isPermanent(_ candidate: LedgerLot, replacing lot: LedgerLot) -> Bool {
    (accounts[candidate.account].isRetirement && rules.retirementIsPermanent)
      || (policy.spouse == .permanent && isOtherOwner(candidate, lot))
  }

  /// The start of a replacement's holding period, which includes that of the shares sold: IRC
  /// §1223(3).
  ///
  /// - Parameters:
  ///   - start: of the replacement's holding period so far.
  ///   - candidate: the lot that replaces.
  ///   - lot: the lot that is sold at a loss.
  ///   - held: the start of the holding period of the shares sold.
  ///   - date: the trade date of the sale.
  /// - Returns: a day not after `start`.
  public func tacked(
    _ start: CivilDate, of candidate: LedgerLot, replacing lot: LedgerLot,
    heldSince held: CivilDate,
    soldOn date: CivilDate
  ) -> CivilDate {
    switch policy.tacking {
    case .inheritDate: return min(start, held)
    case .addDays: return start.adding(days: -date.days(since: held))
    case .noOverlap:
      let overlap = date.days(since: max(candidate.acquired, lot.acquired))
      return start.adding(days: max(0, overlap) - date.days(since: held))
    }
  }

  /// Whether lots of an account and order may replace shares of a lot.
  func isEligible(_ candidate: LedgerLot, for lot: LedgerLot) -> Bool {
    if candidate.order == lot.order, policy.sameLot == .exclude { return false }
    return policy.spouse != .ignore || !isOtherOwner(candidate, lot)
  }

  private func isOtherOwner(_ left: LedgerLot, _ right: LedgerLot) -> Bool {
    accounts[left.account].owner != accounts[right.account].owner
  }

  private func replaces(_ candidate: LedgerLot, _ lot: LedgerLot) -> Bool {
    let group = securities[lot.security].group
    let security = securities[candidate.security]
    return security.group == group || security.acquires?.group == group
  }
}
