public import Quantities

/// What a fund distributes: dividends and long-term capital gain, however long the fund was held.
///
/// Source: IRC §852(b)(3)(B); Form 1099-DIV.
public struct FundDistribution: Sendable, Hashable {
  /// The tax year.
  public var year: Int
  /// Ordinary dividends, box 1a.
  public var ordinaryDividends = Money.zero
  /// The qualified part of them, box 1b.
  public var qualifiedDividends = Money.zero
  /// Capital gain distributions, box 2a.
  public var capitalGain = Money.zero
  /// The part that is unrecaptured section 1250 gain, box 2b.
  public var unrecaptured1250 = Money.zero
  /// The part that is gain of collectibles, box 2d.
  public var collectibles = Money.zero
  /// Foreign tax paid, box 7.
  public var foreignTax = Money.zero

  /// A distribution of nothing.
  public init(year: Int) { self.year = year }

  /// What the distribution brings to its year.
  public func effect() -> EventEffect {
    var effect = EventEffect(year: year)
    effect.amounts.ordinaryDividends = ordinaryDividends
    effect.amounts.qualifiedDividends = qualifiedDividends
    effect.amounts.longTermGain = capitalGain
    effect.amounts.section1250Gain = unrecaptured1250
    effect.amounts.collectiblesGain = collectibles
    effect.amounts.foreignTaxPaid = foreignTax
    let boxes: [(String, String, Money)] = [
      ("1a", "Ordinary dividends", ordinaryDividends),
      ("1b", "Qualified dividends", qualifiedDividends),
      ("2a", "Capital gain distributions: long-term", capitalGain),
      ("2b", "The part that is unrecaptured section 1250 gain", unrecaptured1250),
      ("2d", "The part that is gain of collectibles", collectibles),
      ("7", "Foreign tax paid", foreignTax),
    ]
    for (number, text, amount) in boxes where amount != .zero {
      effect.line(number, of: .form1099DIV, text, amount)
    }
    return effect
  }
}
