public import Quantities

/// Shares of one security acquired together, with one adjusted basis.
public struct Lot: Sendable, Hashable {
  /// The name of the lot, unique in the household.
  public var id: String
  /// The account that holds it.
  public var account: String
  /// The security.
  public var symbol: String
  /// The trade date of the acquisition.
  public var acquired: CivilDate
  /// The day from which the holding period counts: earlier than `acquired` where it is tacked.
  ///
  /// What was inherited counts as held for more than a year from the first day on, IRC §1223(9):
  /// its period begins early enough for that, whatever day is stated.
  public var holdingStart: CivilDate {
    get {
      acquisition == .inherit
        ? min(statedStart, HoldingPeriod.latestStart(longTermOn: acquired)) : statedStart
    }
    set { statedStart = newValue }
  }
  /// The shares held; positive.
  public var quantity: Shares
  /// The adjusted basis of all the shares, IRC §1011; not negative.
  public var adjustedBasis: Money
  /// Where the lot was a gift worth less than the donor's basis: its value when it was given, by
  /// which a loss is measured, IRC §1015(a); ``adjustedBasis`` is then the donor's.
  public var giftValue: Money?
  /// How the shares came into the account.
  public var acquisition: AcquisitionKind
  /// The shares that have already made a loss nondeductible and cannot do so again, IRC §1091:
  /// the first of the lot.
  public var replacedShares: Shares
  /// The purchase that the shares come from, by default the lot itself: what is left of a purchase
  /// does not replace what is sold of it, Rev. Rul. 56-602.
  public var purchase: String
  /// Whether the basis is the average of all shares of the security in the account: which of them
  /// leave first is then not the seller's choice, Treas. Reg. §1.1012-1(e).
  public var isAveraged = false
  /// The household's own remark.
  public var note: String
  /// The start of the holding period but for the kind of acquisition.
  private var statedStart: CivilDate

  /// A lot with all its properties.
  public init(
    id: String, account: String, symbol: String, acquired: CivilDate,
    holdingStart: CivilDate? = nil, quantity: Shares, adjustedBasis: Money,
    giftValue: Money? = nil, acquisition: AcquisitionKind = .purchase,
    replacedShares: Shares = .zero,
    purchase: String? = nil, note: String = ""
  ) {
    self.id = id
    self.account = account
    self.symbol = symbol
    self.acquired = acquired
    statedStart = holdingStart ?? acquired
    self.quantity = quantity
    self.adjustedBasis = adjustedBasis
    self.giftValue = giftValue
    self.acquisition = acquisition
    self.replacedShares = replacedShares
    self.purchase = purchase ?? id
    self.note = note
  }

  /// The basis that leaves with `shares` when `sold` were sold before them.
  ///
  /// The pieces of a lot always add up to its basis: a piece is the difference of two rounded
  /// running totals.
  ///
  /// - Parameters:
  ///   - shares: the shares of this piece.
  ///   - sold: the shares of this lot sold earlier.
  /// - Returns: the basis of the piece, in cents.
  public func basis(of shares: Shares, after sold: Shares = .zero) -> Money {
    portion(of: adjustedBasis, shares, after: sold)
  }

  /// What belongs to `shares` of an amount of the whole lot, when `sold` were sold before them.
  func portion(of amount: Money, _ shares: Shares, after sold: Shares) -> Money {
    (sold + shares).portion(of: amount, outOf: quantity)
      - sold.portion(of: amount, outOf: quantity)
  }
}
