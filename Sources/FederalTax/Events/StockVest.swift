public import Quantities

/// Shares that vest: their value is wages of the day, and what the employer does not keep for the
/// tax is a lot with that value as its basis.
///
/// Source: IRC §83(a), §3402(g); Treas. Reg. §1.83-4(b) for the basis; Form W-2 boxes 1 and 2.
public struct StockVest: Sendable, Hashable {
  /// How the income tax withheld is known.
  public enum Withholding: Sendable, Hashable {
    /// At the supplemental rates, or at a higher rate that the employer uses.
    case supplemental(Rate?)
    /// The value of the shares that the employer keeps.
    case sharesKept
    /// An amount of dollars.
    case stated(Money)
  }

  /// The calendar year of the vest.
  public var year: Int
  /// All the shares that vest; positive.
  public var shares: Shares
  /// The value of a share on the day.
  public var price: UnitPrice
  /// The shares that the employer keeps; fewer than all.
  public var sharesWithheld: Shares
  /// Whether they are the spouse's on a joint return.
  public var isSpouse: Bool
  /// How the tax withheld is known.
  public var withholding: Withholding
  /// The basis that the broker reports of the shares delivered, where it is known.
  public var brokerBasis: Money?

  /// A vest with all its properties.
  public init(
    year: Int, shares: Shares, price: UnitPrice, sharesWithheld: Shares = .zero,
    isSpouse: Bool = false, withholding: Withholding = .supplemental(nil),
    brokerBasis: Money? = nil
  ) {
    self.year = year
    self.shares = shares
    self.price = price
    self.sharesWithheld = sharesWithheld
    self.isSpouse = isSpouse
    self.withholding = withholding
    self.brokerBasis = brokerBasis
  }

  /// The value of all the shares, taxed as wages.
  public var wages: Money { price.times(shares) }

  /// The shares that come into the account.
  public var delivered: Shares { shares - sharesWithheld }

  /// The basis of the shares delivered; that of the shares kept is the rest of the wages.
  public var basis: Money { wages - price.times(sharesWithheld) }

  /// What the vest brings to its year.
  ///
  /// - Parameter earlier: supplemental wages of the same employee before it in the year.
  /// - Returns: the wages, the tax withheld and their lines.
  public func effect(after earlier: Money = .zero) -> EventEffect {
    var effect = EventEffect(year: year)
    effect.line("1", of: .formW2, "Wages: all the shares at their value", wages)
    if isSpouse { effect.amounts.spouseWages = wages } else { effect.amounts.wages = wages }
    effect.supplementalWages = wages
    let (words, withheld): (String, Money) =
      switch withholding {
      case .supplemental(let rate):
        (
          "Income tax withheld at the supplemental rate",
          SupplementalRates.law.withholding(on: wages, after: earlier, rate: rate)
        )
      case .sharesKept:
        ("Income tax withheld: the value of the shares kept", price.times(sharesWithheld))
      case .stated(let amount): ("Income tax withheld, as stated", amount)
      }
    effect.withheld = withheld
    effect.line("2", of: .formW2, words, withheld)
    effect.basis(basis, reported: brokerBasis, "the value of the shares delivered")
    return effect
  }
}

extension EventEffect {
  /// Keeps the lines of the basis of shares: where a broker reports another one, that is column (e),
  /// and column (g), which is added, corrects it by code B.
  ///
  /// - Parameters:
  ///   - basis: the right one.
  ///   - reported: the broker's; `nil` where it is not known.
  ///   - words: what the right one is.
  mutating func basis(_ basis: Money, reported: Money?, _ words: String) {
    guard let reported, reported != basis else {
      line("(e)", of: .form8949, "Basis: \(words)", basis)
      return
    }
    line("(e)", of: .form8949, "Basis that the broker reports", reported)
    line(
      "(g)", of: .form8949, "Code B: basis reported less the right one, \(words)",
      reported - basis)
  }
}
