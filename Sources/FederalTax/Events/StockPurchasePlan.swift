public import Quantities

/// Shares bought at a discount under an employee stock purchase plan.
///
/// The purchase itself is not taxed. When the shares are sold a part of what they bring is ordinary
/// income, and joins their basis: in a disqualifying disposition the whole discount at the
/// purchase, even where the sale is at a loss; in a qualifying one the discount at the grant, and no
/// more than their value over the price paid.
///
/// Source: IRC §§421, 423(a)(1), 423(c); Form 3922.
public struct StockPurchasePlan: Sendable, Hashable {
  /// The day of the grant; Form 3922 box 1.
  public var granted: CivilDate
  /// The day of the purchase; box 2.
  public var purchased: CivilDate
  /// The value of a share on the day of the grant; box 3.
  public var grantValue: UnitPrice
  /// The value of a share on the day of the purchase; box 4.
  public var purchaseValue: UnitPrice
  /// What was paid for a share; box 5.
  public var pricePaid: UnitPrice
  /// The price as if the option had been exercised on the day of the grant, where it was not fixed
  /// then; box 8.
  public var grantPrice: UnitPrice

  /// A purchase with all its properties; by default the price was fixed at the grant.
  public init(
    granted: CivilDate, purchased: CivilDate, grantValue: UnitPrice, purchaseValue: UnitPrice,
    pricePaid: UnitPrice, grantPrice: UnitPrice? = nil
  ) {
    self.granted = granted
    self.purchased = purchased
    self.grantValue = grantValue
    self.purchaseValue = purchaseValue
    self.pricePaid = pricePaid
    self.grantPrice = grantPrice ?? pricePaid
  }

  /// The first day on which a sale is a qualifying disposition: more than two years after the grant
  /// and more than one year after the purchase.
  public var qualifyingDay: CivilDate {
    max(granted.firstDay(afterYears: 2), purchased.firstDay(afterYears: 1))
  }

  /// The value of shares over what they cost, both on the day of the purchase; not negative.
  public func purchaseDiscount(of shares: Shares) -> Money {
    max(.zero, purchaseValue.times(shares) - pricePaid.times(shares))
  }

  /// The value of shares over the price as of the day of the grant; not negative.
  public func grantDiscount(of shares: Shares) -> Money {
    max(.zero, grantValue.times(shares) - grantPrice.times(shares))
  }

  /// The ordinary income of a sale.
  ///
  /// - Parameters:
  ///   - shares: the shares sold.
  ///   - value: what they are worth then, before costs of the sale, IRC §423(c)(1).
  ///   - date: the trade date.
  /// - Returns: not negative.
  public func ordinaryIncome(of shares: Shares, worth value: Money, on date: CivilDate) -> Money {
    guard date >= qualifyingDay else { return purchaseDiscount(of: shares) }
    return min(grantDiscount(of: shares), max(.zero, value - pricePaid.times(shares)))
  }
}

/// A sale of shares of an employee stock purchase plan.
public struct StockPlanSale: Sendable, Hashable {
  /// How the shares were bought.
  public var plan: StockPurchasePlan
  /// The trade date.
  public var date: CivilDate
  /// The shares sold; positive.
  public var shares: Shares
  /// What the buyer pays.
  public var value: Money
  /// Costs of the sale, not negative.
  public var costs: Money
  /// Whether the gain is long-term.
  public var isLongTerm: Bool
  /// The basis that the broker reports; by law it is what was paid, Treas. Reg.
  /// §1.6045-1(d)(6)(ii)(A).
  public var brokerBasis: Money

  /// A sale; by default the broker reports what was paid.
  public init(
    plan: StockPurchasePlan, date: CivilDate, shares: Shares, value: Money, costs: Money = .zero,
    isLongTerm: Bool, brokerBasis: Money? = nil
  ) {
    self.plan = plan
    self.date = date
    self.shares = shares
    self.value = value
    self.costs = costs
    self.isLongTerm = isLongTerm
    self.brokerBasis = brokerBasis ?? plan.pricePaid.times(shares)
  }

  /// What the shares bring, net of costs.
  public var proceeds: Money { value - costs }

  /// The part of the value that is ordinary income.
  public var ordinaryIncome: Money { plan.ordinaryIncome(of: shares, worth: value, on: date) }

  /// What was paid, and the ordinary income.
  public var basis: Money { plan.pricePaid.times(shares) + ordinaryIncome }

  /// The ordinary income and the capital gain or loss.
  ///
  /// The income is other earned income, neither withheld from nor subject to Medicare tax (IRC
  /// §§421(b), 3121(a)(22)); the return keeps it with pensions and other income.
  public func effect() -> EventEffect {
    var effect = EventEffect(year: date.year)
    let isQualifying = date >= plan.qualifyingDay
    effect.line(
      "5b", of: .form1040,
      isQualifying
        ? "Other earned income of a qualifying disposition: the discount at the grant, at most the gain"
        : "Other earned income of a disqualifying disposition: the discount at the purchase",
      ordinaryIncome)
    effect.amounts.pensions = ordinaryIncome
    effect.line("(d)", of: .form8949, "Proceeds", proceeds)
    effect.basis(basis, reported: brokerBasis, "the price paid and the ordinary income")
    effect.capitalGain(proceeds - basis, isLongTerm: isLongTerm)
    return effect
  }
}

extension EventEffect {
  /// Adds a capital gain or loss by its term, with its line.
  mutating func capitalGain(_ gain: Money, isLongTerm: Bool) {
    if isLongTerm { amounts.longTermGain += gain } else { amounts.shortTermGain += gain }
    line("(h)", of: .form8949, "\(isLongTerm ? "Long" : "Short")-term gain or loss", gain)
  }
}
