public import Quantities

/// What a household has on record: everything that decides its wash sales.
public struct LedgerRecords: Sendable, Hashable {
  /// What is said of a security besides its symbol.
  public struct Security: Sendable, Hashable {
    /// The symbol.
    public var symbol: String
    /// What it is to the rule.
    public var assetClass: AssetClass
    /// The symbol that holding it gives a right to acquire.
    public var acquires: String?
    /// How many shares of that symbol one unit acquires; positive.
    public var acquiresPerUnit: Fraction

    /// What is said of a security.
    public init(
      symbol: String, assetClass: AssetClass = .stock, acquires: String? = nil,
      acquiresPerUnit: Fraction = .one
    ) {
      self.symbol = symbol
      self.assetClass = assetClass
      self.acquires = acquires
      self.acquiresPerUnit = acquiresPerUnit
    }
  }

  /// A security of a group of substantially identical ones.
  public struct Member: Sendable, Hashable {
    /// The symbol.
    public var symbol: String
    /// How many units of the group one share stands for; positive.
    public var ratio: Fraction

    /// A member of a group.
    public init(symbol: String, ratio: Fraction = .one) {
      self.symbol = symbol
      self.ratio = ratio
    }
  }

  /// The readings where the law leaves a point open.
  public var policy: WashPolicy
  /// Every account of the household.
  public var accounts: [LedgerAccount]
  /// Securities that are not plain stock.
  public var securities: [Security]
  /// Groups of substantially identical securities; any other is identical to itself only.
  public var groups: [[Member]]
  /// What happened, in any order.
  public var transactions: [LedgerTransaction]

  /// Records of a household.
  public init(
    policy: WashPolicy = WashPolicy(), accounts: [LedgerAccount], securities: [Security] = [],
    groups: [[Member]] = [], transactions: [LedgerTransaction]
  ) {
    self.policy = policy
    self.accounts = accounts
    self.securities = securities
    self.groups = groups
    self.transactions = transactions
  }
}

/// One record of a ledger.
public struct LedgerTransaction: Sendable, Hashable {
  /// A trade at a price.
  public struct Trade: Sendable, Hashable {
    /// The account.
    public var account: String
    /// The security.
    public var symbol: String
    /// The number of shares or contracts of the trade date; positive.
    public var quantity: Fraction
    /// Dollars a share or contract; not negative.
    public var price: Fraction
    /// Dollars of costs: they add to basis and reduce proceeds.
    public var fee: Fraction

    /// A trade at a price.
    public init(
      account: String, symbol: String, quantity: Fraction, price: Fraction, fee: Fraction = .zero
    ) {
      self.account = account
      self.symbol = symbol
      self.quantity = quantity
      self.price = price
      self.fee = fee
    }
  }

  /// Shares of a lot, as identified when they are sold: Treas. Reg. §1.1012-1(c).
  public struct Identified: Sendable, Hashable {
    /// The record that opened the lot.
    public var lot: String
    /// The number of shares of the day of the sale; positive.
    public var quantity: Fraction

    /// Shares of a lot.
    public init(lot: String, quantity: Fraction) {
      self.lot = lot
      self.quantity = quantity
    }
  }

  /// What happened.
  public enum Action: Sendable, Hashable {
    /// Shares are acquired by purchase or taxable exchange.
    case buy(Trade, AcquisitionKind)
    /// Shares come in another way, at a total basis; `acquired` is the date of an earlier owner.
    case receive(
      account: String, symbol: String, quantity: Fraction, basis: Fraction, acquired: CivilDate?)
    /// Shares are sold: those identified, or first in, first out where none are.
    case sell(Trade, [Identified])
    /// Shares become worthless, IRC §165(g); all that are held where no quantity is given.
    case worthless(account: String, symbol: String, quantity: Fraction?)
    /// Each share becomes `ratio` shares at the start of the day, in all accounts.
    case split(symbol: String, ratio: Fraction)
    /// A lot moves to another account, from the one named if one is.
    case transfer(lot: String, from: String?, to: String)
    /// Borrowed shares are sold.
    case short(Trade)
    /// Borrowed shares are bought and given back.
    case cover(Trade, [Identified])
  }

  /// The name of the record, unique in the ledger; of an acquisition, also that of its lot.
  public var id: String
  /// The trade date.
  public var date: CivilDate
  /// The time, where it is known.
  public var time: TimeOfDay?
  /// The order whose fills belong together.
  public var order: String?
  /// What happened.
  public var action: Action

  /// A record.
  public init(
    id: String, date: CivilDate, time: TimeOfDay? = nil, order: String? = nil, action: Action
  ) {
    self.id = id
    self.date = date
    self.time = time
    self.order = order
    self.action = action
  }
}
