public import Quantities

/// Which basis of a gift measures a sale, IRC §1015(a).
public enum GiftMeasure: String, Sendable, Hashable, CaseIterable {
  /// The donor's basis, where it leaves a gain; the donor's holding period is tacked.
  case gain
  /// The value when it was given, where it leaves a loss; the period begins with the gift.
  case loss
  /// None: what lies between the two is neither gain nor loss.
  case neither
}

/// The basis by which a sale is measured, and the start of the holding period that goes with it.
public struct BasisUsed: Sendable, Hashable {
  /// The adjusted basis of the shares sold, in cents.
  public var basis: Money
  /// The day from which their holding period counts.
  public var holdingStart: CivilDate
  /// Which basis it is; `nil` for shares that have only one.
  public var measure: GiftMeasure?
}

extension Lot {
  /// The basis by which a sale of some of the shares is measured.
  ///
  /// A gift that was worth less than the donor's basis has two: a gain is measured by the donor's,
  /// a loss by the value when it was given, and between the two there is neither, so that the
  /// proceeds themselves are the basis. Where the loss counts, the holding period begins with the
  /// gift, ``acquired``; otherwise it goes on from the donor's, ``holdingStart``.
  ///
  /// - Parameters:
  ///   - shares: the shares sold.
  ///   - sold: the shares of this lot sold earlier.
  ///   - proceeds: the amount realized, net of the costs of the sale.
  /// - Returns: the one basis of a lot that has no ``giftValue``.
  ///
  /// Source: IRC §§1015(a), 1223(2); Treas. Reg. §1.1015-1(a)(2); Rev. Rul. 59-416.
  public func basisUsed(
    by shares: Shares, after sold: Shares = .zero, proceeds: Money
  ) -> BasisUsed {
    let donors = basis(of: shares, after: sold)
    guard let giftValue else {
      return BasisUsed(basis: donors, holdingStart: holdingStart, measure: nil)
    }
    let value = portion(of: giftValue, shares, after: sold)
    if proceeds > donors {
      return BasisUsed(basis: donors, holdingStart: holdingStart, measure: .gain)
    }
    if proceeds < value {
      return BasisUsed(basis: value, holdingStart: acquired, measure: .loss)
    }
    return BasisUsed(basis: proceeds, holdingStart: holdingStart, measure: .neither)
  }
}
