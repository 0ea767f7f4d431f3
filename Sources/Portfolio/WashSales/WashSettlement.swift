public import Quantities

/// Shares that make a loss nondeductible.
public struct WashMatch: Sendable, Hashable {
  /// The index of the lot they are from.
  public var lot: Int
  /// How many of the units sold they replace.
  public var quantity: Fraction
  /// Dollars of loss they make nondeductible; positive.
  public var loss: Fraction
  /// Whether the loss joins no basis, and so is lost.
  public var isPermanent: Bool
}

/// A run of equal shares disposed of: a line of Form 8949 in the making.
public struct WashRow: Sendable, Hashable {
  /// The index of the disposal.
  public var disposal: Int
  /// The index of the lot.
  public var lot: Int
  /// The units.
  public var quantity: Fraction
  /// Net dollars received; of a short position, those it was opened for.
  public var proceeds: Fraction
  /// Dollars of adjusted basis; of a short position, the cost of closing it and the losses deferred
  /// into it.
  public var basis: Fraction
  /// Dollars a unit with which the shares came out of the lot: adjusted basis or deferred loss.
  public var basisPerUnit: Fraction
  /// The day from which the holding period counts.
  public var holdingStart: CivilDate
  /// Short-term or long-term.
  public var term: Term
  /// Dollars of loss that are not deductible; not negative.
  public var disallowed: Fraction
  /// The part of `disallowed` that joins no basis.
  public var permanent: Fraction
  /// What replaces the shares, in order of acquisition.
  public var matches: [WashMatch]

  /// Proceeds less basis; a loss is negative.
  public var gain: Fraction { proceeds - basis }
  /// The gain or loss that is recognized.
  public var recognized: Fraction { gain + disallowed }
}

/// A run of equal shares that are left.
public struct WashRemainder: Sendable, Hashable {
  /// The index of the lot.
  public var lot: Int
  /// The units; positive.
  public var quantity: Fraction
  /// Dollars of adjusted basis a unit; of a short position, the losses deferred into it.
  public var basisPerUnit: Fraction
  /// The day from which the holding period counts.
  public var holdingStart: CivilDate
  /// Whether they made a loss nondeductible, and so cannot make another.
  public var isReplacement: Bool
}

/// What the rule makes of lots and disposals.
public struct WashSettlement: Sendable, Hashable {
  /// The rows in order of disposition, then of acquisition, then of position. Disposals inside
  /// retirement accounts have none.
  public var rows: [WashRow]
  /// What is left, in order of acquisition, then of position.
  public var remaining: [WashRemainder]
}
