public import Portfolio
public import Quantities

/// What a scenario knows of purchases and sales around its planning dates: all that decides which
/// losses of a plan are wash sales, IRC §1091, besides the lots themselves.
public struct WashFacts: Sendable, Hashable {
  /// The readings of the law.
  public var policy: WashPolicy
  /// Securities that the household takes as substantially identical; a symbol is in at most one.
  public var groups: [IdenticalGroup]
  /// What a security is to §1091, by symbol; a security without entry is stock.
  public var assetClasses: [String: AssetClass]
  /// Sales made before the first planning date, as far as their windows can reach a purchase.
  public var pastSales: [PastSale]
  /// Purchases, made or scheduled, whose shares are not among the lots of the scenario.
  public var purchases: [Purchase]
  /// Accounts of the household whose activity is not part of the scenario, in its own words; `nil`
  /// where it does not say whether there are any.
  public var accountsNotSupplied: [String]?

  /// Facts with all their properties; by default nothing is known.
  public init(
    policy: WashPolicy = WashPolicy(), groups: [IdenticalGroup] = [],
    assetClasses: [String: AssetClass] = [:], pastSales: [PastSale] = [],
    purchases: [Purchase] = [], accountsNotSupplied: [String]? = nil
  ) {
    self.policy = policy
    self.groups = groups
    self.assetClasses = assetClasses
    self.pastSales = pastSales
    self.purchases = purchases
    self.accountsNotSupplied = accountsNotSupplied
  }
}

/// Securities that are substantially identical to each other.
public struct IdenticalGroup: Sendable, Hashable {
  /// A security of a group.
  public struct Member: Sendable, Hashable {
    /// The symbol.
    public var symbol: String
    /// How many shares of the group's measure a share stands for; positive, one as a rule.
    public var ratio: Rate

    /// A member; by default a share is one of the group's measure.
    public init(symbol: String, ratio: Rate = Rate(millionths: 1_000_000)) {
      self.symbol = symbol
      self.ratio = ratio
    }
  }

  /// The securities, in order of their symbols; at least two.
  public var members: [Member]

  /// A group of members.
  public init(members: [Member]) { self.members = members }
}

/// A sale made before the first planning date.
public struct PastSale: Sendable, Hashable {
  /// The name of the record, unique in the scenario.
  public var id: String
  /// The account.
  public var account: String
  /// The security.
  public var symbol: String
  /// The trade date.
  public var date: CivilDate
  /// The shares sold; positive.
  public var shares: Shares
  /// What the sale brought, net of fees.
  public var proceeds: Money
  /// The adjusted basis of the shares sold.
  public var basis: Money
  /// The trade date on which they were acquired.
  public var acquired: CivilDate
  /// The day from which their holding period counts.
  public var holdingStart: CivilDate
  /// The lot of the scenario that holds the rest of the same purchase, if there is one.
  public var lot: Int?
  /// The part of the loss that the household already counts as disallowed, positive; the shares
  /// that replaced it are then already marked or gone.
  public var disallowed: Money

  /// A sale with all its properties.
  public init(
    id: String, account: String, symbol: String, date: CivilDate, shares: Shares,
    proceeds: Money, basis: Money, acquired: CivilDate, holdingStart: CivilDate? = nil,
    lot: Int? = nil, disallowed: Money = .zero
  ) {
    self.id = id
    self.account = account
    self.symbol = symbol
    self.date = date
    self.shares = shares
    self.proceeds = proceeds
    self.basis = basis
    self.acquired = acquired
    self.holdingStart = holdingStart ?? acquired
    self.lot = lot
    self.disallowed = disallowed
  }
}

/// A purchase whose shares are not a lot of the scenario: made in another account, or scheduled.
public struct Purchase: Sendable, Hashable {
  /// The name of the record, unique in the scenario.
  public var id: String
  /// The account.
  public var account: String
  /// The security.
  public var symbol: String
  /// The trade date.
  public var date: CivilDate
  /// The shares bought; positive.
  public var shares: Shares
  /// How they are acquired.
  public var kind: AcquisitionKind
  /// Whether it is yet to come.
  public var isScheduled: Bool
  /// Whether the household can stop it; a plan then takes it as stopped where it would wash a loss.
  public var canBeStopped: Bool
  /// Whether the number of shares is an estimate.
  public var isEstimated: Bool
  /// The shares that have already made a loss nondeductible and cannot do so again.
  public var replacedShares: Shares
  /// The day before the planning dates on which the shares were sold again; they replace what was sold
  /// at a loss before it, and nothing later.
  public var soldOn: CivilDate?

  /// A purchase with all its properties; by default one that was made.
  public init(
    id: String, account: String, symbol: String, date: CivilDate, shares: Shares,
    kind: AcquisitionKind = .purchase, isScheduled: Bool = false, canBeStopped: Bool = false,
    isEstimated: Bool = false, replacedShares: Shares = .zero, soldOn: CivilDate? = nil
  ) {
    self.id = id
    self.account = account
    self.symbol = symbol
    self.date = date
    self.shares = shares
    self.kind = kind
    self.isScheduled = isScheduled
    self.canBeStopped = canBeStopped
    self.isEstimated = isEstimated
    self.replacedShares = replacedShares
    self.soldOn = soldOn
  }
}

/// What the household would buy instead of a security it sells.
public struct Replacement: Sendable, Hashable {
  /// How alike the two are, in the household's judgement.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// Substantially identical: buying it within the window is a wash sale.
    case identical
    /// Open: no ruling decides it.
    case judgement
    /// Not substantially identical.
    case notIdentical = "not_identical"
  }

  /// The symbol.
  public var symbol: String
  /// How alike the two are.
  public var relation: Relation
  /// Who decided it, in the household's words; may be empty.
  public var decidedBy: String

  /// A replacement; by default whether the two are identical is open.
  public init(symbol: String, relation: Relation = .judgement, decidedBy: String = "") {
    self.symbol = symbol
    self.relation = relation
    self.decidedBy = decidedBy
  }
}
