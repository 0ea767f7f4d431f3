public import Quantities

/// A security or a token that has become worthless.
///
/// Source: IRC §165(g) for securities: a loss as from a sale on the last day of the year; IRC
/// §§165(a), 67(b), 67(g) and CCA 202302011 for what is no security: the loss of one that is
/// abandoned is ordinary and a miscellaneous itemized deduction, which is not allowed.
public struct WorthlessAsset: Sendable, Hashable {
  /// What has become worthless.
  public enum Asset: Sendable, Hashable {
    /// Stock, a bond with coupons or in registered form, or a right to stock, IRC §165(g)(2).
    case security(isLongTerm: Bool)
    /// A digital token that was given up for good.
    case abandonedToken
  }

  /// The year in which it became worthless.
  public var year: Int
  /// Its basis; not negative.
  public var basis: Money
  /// What it is; the term is counted to the last day of the year.
  public var asset: Asset

  /// An asset with all its properties.
  public init(year: Int, basis: Money, asset: Asset) {
    self.year = year
    self.basis = basis
    self.asset = asset
  }

  /// The loss.
  public func effect() -> EventEffect {
    var effect = EventEffect(year: year)
    switch asset {
    case .security(let isLongTerm):
      effect.line("(d)", of: .form8949, "Proceeds of a worthless security", .zero)
      effect.line("(e)", of: .form8949, "Basis", basis)
      effect.capitalGain(-basis, isLongTerm: isLongTerm)
    case .abandonedToken:
      effect.line(
        "16", of: .scheduleA,
        "Loss of \(basis): a miscellaneous itemized deduction, not allowed (IRC 67(g))", .zero)
    }
    return effect
  }
}
