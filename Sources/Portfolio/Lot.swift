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
  public var holdingStart: CivilDate
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
  /// The household's own remark.
  public var note: String

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
    self.holdingStart = holdingStart ?? acquired
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
    (sold + shares).portion(of: adjustedBasis, outOf: quantity)
      - sold.portion(of: adjustedBasis, outOf: quantity)
  }
}
