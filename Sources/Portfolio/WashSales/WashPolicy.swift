public import Quantities

/// The readings of IRC §1091 where the law leaves a point open; each has a default and its reason.
public struct WashPolicy: Sendable, Hashable {
  /// Whether the unsold rest of the purchase that a loss was sold from can replace it.
  public enum SameLot: String, Sendable, Hashable, CaseIterable {
    /// It cannot: Rev. Rul. 56-602.
    case exclude
    /// It can, by the letter of the statute.
    case include
  }

  /// How several sales of one day are taken whose times are not known.
  public enum SameDaySales: String, Sendable, Hashable, CaseIterable {
    /// As one disposition: what is sold in it never replaces another part of it.
    case simultaneous
    /// One after another in order of acquisition: Treas. Reg. §1.1091-1(b).
    case regulationOrder = "reg_b_order"
  }

  /// Whether shares bought before the shares sold were bought can replace them.
  public enum OlderLots: String, Sendable, Hashable, CaseIterable {
    /// They can, by the letter of the statute.
    case eligible
    /// They cannot.
    case exclude
  }

  /// How the holding period of a replacement includes that of the shares sold, IRC §1223(3).
  public enum Tacking: String, Sendable, Hashable, CaseIterable {
    /// The days held are added.
    case addDays = "add_days"
    /// Days on which both were held count once.
    case noOverlap = "no_overlap"
    /// The earlier date is taken over.
    case inheritDate = "inherit_date"
  }

  /// What a purchase by the spouse, or a corporation the household controls, does.
  public enum Spouse: String, Sendable, Hashable, CaseIterable {
    /// The loss moves into the basis of their shares: IRS Publication 550.
    case transfer
    /// The loss is lost.
    case permanent
    /// Nothing.
    case ignore
  }

  /// Whether shares that vest are a purchase.
  public enum Vest: String, Sendable, Hashable, CaseIterable {
    /// They are: Rev. Rul. 73-329, IRS Publication 550.
    case counts
    /// They are not.
    case ignore
  }

  /// The unsold rest of the same purchase.
  public var sameLot: SameLot
  /// Several sales of one day.
  public var sameDaySales: SameDaySales
  /// Shares bought before those sold.
  public var olderLots: OlderLots
  /// The holding period of a replacement.
  public var tacking: Tacking
  /// Purchases by others of the household.
  public var spouse: Spouse
  /// The retirement and savings accounts whose purchases destroy a loss; Rev. Rul. 2008-5 names the
  /// IRA and the Roth IRA.
  public var retirementCounts: Set<AccountKind>
  /// Shares that vest.
  public var vest: Vest
  /// The first day on which a sale of crypto assets is inside the rule; `nil`, as the law stands,
  /// for none.
  public var cryptoSubjectFrom: CivilDate?

  /// A policy; by default the readings that most programs and the Service's publications follow.
  public init(
    sameLot: SameLot = .exclude, sameDaySales: SameDaySales = .simultaneous,
    olderLots: OlderLots = .eligible, tacking: Tacking = .addDays, spouse: Spouse = .transfer,
    retirementCounts: Set<AccountKind> = [.traditionalIRA, .rothIRA, .sepIRA, .simpleIRA],
    vest: Vest = .counts, cryptoSubjectFrom: CivilDate? = nil
  ) {
    self.sameLot = sameLot
    self.sameDaySales = sameDaySales
    self.olderLots = olderLots
    self.tacking = tacking
    self.spouse = spouse
    self.retirementCounts = retirementCounts
    self.vest = vest
    self.cryptoSubjectFrom = cryptoSubjectFrom
  }
}

/// What a security is to IRC §1091.
public enum AssetClass: String, Sendable, Hashable, CaseIterable {
  /// Shares of a company or fund, bonds, and what else is stock or a security.
  case stock
  /// A contract or option to acquire or sell stock or securities, IRC §1091(a) and (f).
  case option
  /// A digital asset that is property, not a security: Notice 2014-21.
  case crypto
  /// A contract marked to market at the end of the year, IRC §1256(f)(5).
  case section1256 = "sec1256"
  /// A commodity future: Rev. Rul. 71-568.
  case commodityFuture = "commodity_future"
  /// Foreign currency.
  case currency = "fx"
}
