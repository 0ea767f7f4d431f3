public import Quantities

/// The sale of an interest in a partnership or of stock of an S corporation.
///
/// The part of the gain that a sale of the entity's unrealized receivables and inventory would give
/// is ordinary, whatever the whole gain is; the rest is capital. Of a capital gain of an interest
/// held long the shares of collectibles and of unrecaptured section 1250 gain keep their rates.
///
/// Source: IRC §§741, 751(a), 752(d), 1(h)(5)(B), 1(h)(6), 1411(c)(4); Treas. Reg. §1.751-1(a)(2),
/// §1.1(h)-1(b) and (c).
public struct InterestSale: Sendable, Hashable {
  /// The tax year.
  public var year: Int
  /// What the buyer pays, less the costs of selling.
  public var price: Money
  /// The seller's share of liabilities that the buyer takes over; not negative.
  public var liabilities = Money.zero
  /// The adjusted basis of the interest, the share of liabilities included; not negative.
  public var basis: Money
  /// Gain, or loss (negative), of receivables and inventory: ordinary.
  public var hotAssets = Money.zero
  /// The share of the entity's unrecaptured section 1250 gain; not negative.
  public var unrecaptured1250 = Money.zero
  /// The share of the entity's gain in collectibles; not negative.
  public var collectibles = Money.zero
  /// Whether the interest was held more than a year.
  public var isLongTerm: Bool
  /// Whether the owner took a material part in the trade.
  public var isActive: Bool
  /// Of an active owner's gain: what a sale of the entity's own investments would give.
  public var investmentGain = Money.zero
  /// Passive losses of earlier years that the sale sets free, IRC §469(g); not negative.
  public var suspendedLosses = Money.zero

  /// A sale of an interest without ordinary pieces.
  public init(year: Int, price: Money, basis: Money, isLongTerm: Bool, isActive: Bool) {
    self.year = year
    self.price = price
    self.basis = basis
    self.isLongTerm = isLongTerm
    self.isActive = isActive
  }

  /// The price and the relief of liabilities.
  public var amountRealized: Money { price + liabilities }

  /// The whole gain or loss.
  public var gain: Money { amountRealized - basis }

  /// What is capital: the whole less the ordinary piece, a loss where that is larger.
  public var capitalGain: Money { gain - hotAssets }

  /// The pieces of the gain.
  public func effect() -> EventEffect {
    var effect = EventEffect(year: year)
    effect.line("1", of: .interestSale, "Price net of costs", price)
    effect.line("2", of: .interestSale, "Share of liabilities taken over", liabilities)
    effect.line("3", of: .interestSale, "Amount realized", amountRealized)
    effect.line("4", of: .interestSale, "Basis of the interest", basis)
    effect.line("5", of: .interestSale, "Gain or loss", gain)
    effect.line("6", of: .interestSale, "Ordinary: receivables and inventory", hotAssets)
    effect.line("7", of: .interestSale, "Capital: line 5 less line 6", capitalGain)
    effect.amounts.otherGains = hotAssets
    effect.capitalGain(capitalGain, isLongTerm: isLongTerm)
    if isLongTerm {
      effect.line("8", of: .interestSale, "Share of collectibles gain", collectibles)
      effect.line(
        "9", of: .interestSale, "Share of unrecaptured section 1250 gain", unrecaptured1250)
      effect.amounts.collectiblesGain = collectibles
      effect.amounts.section1250Gain = unrecaptured1250
    }
    if isActive {
      effect.amounts.gainOutsideInvestment = gain - investmentGain
      effect.line(
        "10", of: .interestSale, "Gain of the active trade: no net investment income",
        gain - investmentGain)
    }
    if suspendedLosses != .zero {
      effect.amounts.passiveIncome = -suspendedLosses
      effect.line("11", of: .interestSale, "Suspended passive losses set free", -suspendedLosses)
    }
    return effect
  }
}
