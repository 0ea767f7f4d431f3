package import Quantities

/// The parts of the rule that are not open, as values, so that tests can break one at a time and
/// see that it is noticed. The product knows ``law`` only.
package struct WashRules: Sendable, Hashable {
  /// Days before and after the sale, IRC §1091(a); the day of the sale is between them.
  package var windowDays = 30
  /// Losses are taken in order of disposition: Treas. Reg. §1.1091-1(b).
  package var takesLossesInOrder = true
  /// Acquired shares are taken in order of acquisition: Treas. Reg. §1.1091-1(c) and (d).
  package var takesPurchasesInOrder = true
  /// A share makes one loss nondeductible at most: Treas. Reg. §1.1091-1(e).
  package var eachShareReplacesOnce = true
  /// A share that was sold at or before the loss is no replacement.
  package var replacementIsStillHeld = true
  /// Only purchases and wholly taxable exchanges replace: Treas. Reg. §1.1091-1(f).
  package var onlyPurchasesReplace = true
  /// A loss that moves into a retirement account is lost: Rev. Rul. 2008-5.
  package var retirementIsPermanent = true
  /// The disallowed loss joins the basis of the replacement: IRC §1091(d).
  package var lossJoinsBasis = true
  /// The holding period of the replacement includes that of the shares sold: IRC §1223(3).
  package var tacksHoldingPeriod = true

  /// The rule as it is.
  package static let law = WashRules()

  /// The day on which the losses of a year are final: the last window that begins in it then ends.
  package static func finalDay(of year: Int) -> CivilDate {
    guard let last = CivilDate(year: year, month: 12, day: 31) else {
      preconditionFailure("every year has a last day")
    }
    return last.adding(days: law.windowDays)
  }

  /// The rule as it is, to be broken.
  package init() {}
}
