public import Quantities

/// Whose an account is: all of them count as one household for IRC §1091.
public enum LedgerOwner: String, Sendable, Hashable, CaseIterable {
  /// Of the taxpayer.
  case taxpayer = "self"
  /// Of the taxpayer's spouse.
  case spouse
  /// Of a corporation that the taxpayer controls.
  case corporation = "corp"
}

/// An account as the rule sees it.
public struct LedgerAccount: Sendable, Hashable {
  /// The name the records use.
  public var id: String
  /// What it is to the tax law.
  public var kind: AccountKind
  /// Whose it is.
  public var owner: LedgerOwner
  /// Whether its positions are marked to market, IRC §475(f): its losses are outside the rule.
  public var isMarkToMarket: Bool
  /// Whether its sales are a dealer's in the ordinary course of business, IRC §1091(a): outside too.
  public var isDealer: Bool

  /// An account with all its properties.
  public init(
    id: String, kind: AccountKind, owner: LedgerOwner = .taxpayer, isMarkToMarket: Bool = false,
    isDealer: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.owner = owner
    self.isMarkToMarket = isMarkToMarket
    self.isDealer = isDealer
  }

  /// Whether gains and losses inside the account are not taxed, so that a loss that moves into it is
  /// lost: Rev. Rul. 2008-5.
  public var isRetirement: Bool { kind.reasonNotHarvestable != nil }
}

/// A security as the rule sees it.
public struct LedgerSecurity: Sendable, Hashable {
  /// What a contract or option to acquire gives a right to.
  public struct Right: Sendable, Hashable {
    /// The number of the group of the securities that can be acquired.
    public var group: Int
    /// How many units of that group one unit of the security acquires; positive.
    public var units: Fraction

    /// A right to acquire.
    public init(group: Int, units: Fraction) {
      self.group = group
      self.units = units
    }
  }

  /// The name the records use.
  public var symbol: String
  /// What it is to the rule.
  public var assetClass: AssetClass
  /// The number of its group, from 0: securities of one group are substantially identical.
  public var group: Int
  /// How many units of its group one share stands for; positive.
  public var unitsPerShare: Fraction
  /// What holding it gives a right to acquire. It then replaces those shares; they do not replace it.
  public var acquires: Right?

  /// A security with all its properties.
  public init(
    symbol: String, assetClass: AssetClass = .stock, group: Int, unitsPerShare: Fraction = .one,
    acquires: Right? = nil
  ) {
    self.symbol = symbol
    self.assetClass = assetClass
    self.group = group
    self.unitsPerShare = unitsPerShare
    self.acquires = acquires
  }
}

/// Whether shares are owned or owed.
public enum PositionSide: String, Sendable, Hashable, CaseIterable {
  /// Shares that are owned.
  case long
  /// Shares that were borrowed and sold.
  case short
}

/// Shares acquired at once, as a line of positions from 0 to the quantity: sales and matches take the
/// lowest first. Quantities are in split-free units.
public struct LedgerLot: Sendable, Hashable {
  /// The index of the account it was acquired in.
  public var account: Int
  /// The index of the security.
  public var security: Int
  /// Owned or owed.
  public var side: PositionSide
  /// The date from which first in, first out counts: the trade date, or the earlier date of a
  /// giver's purchase.
  public var acquired: CivilDate
  /// When it came to the household.
  public var acquisition: LedgerMoment
  /// The number of the order it was bought in: lots of one order are one purchase.
  public var order: Int
  /// Whether it came by purchase or wholly taxable exchange, Treas. Reg. §1.1091-1(f); nothing else
  /// replaces.
  public var isPurchase: Bool
  /// The units; positive.
  public var quantity: Fraction
  /// Dollars of adjusted basis a unit; of a short position, the losses deferred into it.
  public var basisPerUnit: Fraction
  /// Dollars a unit that a short position was opened for; zero for what is owned.
  public var openedForPerUnit: Fraction
  /// The day from which the holding period counts.
  public var holdingStart: CivilDate
  /// How many of the lowest positions already made another loss nondeductible.
  public var replaced: Fraction

  /// A lot with all its properties.
  public init(
    account: Int, security: Int, side: PositionSide = .long, acquired: CivilDate,
    acquisition: LedgerMoment? = nil, order: Int, isPurchase: Bool = true, quantity: Fraction,
    basisPerUnit: Fraction, openedForPerUnit: Fraction = .zero, holdingStart: CivilDate? = nil,
    replaced: Fraction = .zero
  ) {
    self.account = account
    self.security = security
    self.side = side
    self.acquired = acquired
    self.acquisition = acquisition ?? .acquisition(acquired)
    self.order = order
    self.isPurchase = isPurchase
    self.quantity = quantity
    self.basisPerUnit = basisPerUnit
    self.openedForPerUnit = openedForPerUnit
    self.holdingStart = holdingStart ?? acquired
    self.replaced = replaced
  }
}

/// What one sale takes out of one lot.
public struct LedgerDisposal: Sendable, Hashable {
  /// The index of the lot.
  public var lot: Int
  /// The units; positive, and with earlier disposals not more than the lot has.
  public var quantity: Fraction
  /// Dollars a unit: net proceeds of a sale, cost of closing a short position.
  public var amountPerUnit: Fraction
  /// When it happens. Disposals of one moment are one disposition.
  public var moment: LedgerMoment
  /// The number of the sale.
  public var sale: Int

  /// A disposal with all its properties.
  public init(
    lot: Int, quantity: Fraction, amountPerUnit: Fraction, moment: LedgerMoment, sale: Int
  ) {
    self.lot = lot
    self.quantity = quantity
    self.amountPerUnit = amountPerUnit
    self.moment = moment
    self.sale = sale
  }
}
