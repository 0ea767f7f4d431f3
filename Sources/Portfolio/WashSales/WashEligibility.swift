public import Quantities

extension WashPolicy {
  /// Whether a purchase in an account can make a loss in another nondeductible: Rev. Rul. 2008-5 for
  /// retirement arrangements, IRS Publication 550 for the spouse and a controlled corporation.
  ///
  /// - Parameters:
  ///   - account: where shares are bought.
  ///   - seller: where shares are sold at a loss.
  /// - Returns: `false` where a reading leaves the purchase out.
  package func counts(_ account: LedgerAccount, onLossIn seller: LedgerAccount) -> Bool {
    counts(account) && (spouse != .ignore || account.owner == seller.owner)
  }

  /// Whether a purchase in an account counts at all.
  func counts(_ account: LedgerAccount) -> Bool {
    !account.isRetirement || retirementCounts.contains(account.kind)
  }

  /// Whether by policy a loss that moves to another owner's shares is lost.
  func destroysOthers(_ account: LedgerAccount, _ seller: LedgerAccount) -> Bool {
    spouse == .permanent && account.owner != seller.owner
  }

  /// Whether a loss that a purchase in an account disallows joins no basis.
  ///
  /// - Parameters:
  ///   - account: where shares are bought.
  ///   - seller: where shares are sold at a loss.
  /// - Returns: `true` for retirement accounts, and by one reading for other owners' accounts.
  package func isPermanent(_ account: LedgerAccount, onLossIn seller: LedgerAccount) -> Bool {
    account.isRetirement || destroysOthers(account, seller)
  }

  /// Whether a loss on an asset can be a wash sale.
  ///
  /// - Parameters:
  ///   - assetClass: what the asset is to IRC §1091.
  ///   - date: the trade date of the sale.
  /// - Returns: `true` for stock, securities and options on them; for crypto assets from the day that
  ///   the policy names; `false` for section 1256 contracts, commodity futures and currency.
  package func isSubject(_ assetClass: AssetClass, soldOn date: CivilDate) -> Bool {
    switch assetClass {
    case .stock, .option: true
    case .crypto: cryptoSubjectFrom.map { date >= $0 } ?? false
    case .section1256, .commodityFuture, .currency: false
    }
  }
}

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
    let (account, seller) = (accounts[candidate.account], accounts[lot.account])
    return rules.retirementIsPermanent
      ? policy.isPermanent(account, onLossIn: seller) : policy.destroysOthers(account, seller)
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
    return policy.counts(accounts[candidate.account], onLossIn: accounts[lot.account])
  }

  private func replaces(_ candidate: LedgerLot, _ lot: LedgerLot) -> Bool {
    let group = securities[lot.security].group
    let security = securities[candidate.security]
    return security.group == group || security.acquires?.group == group
  }
}
