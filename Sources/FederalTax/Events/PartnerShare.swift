public import Quantities

/// What passes through to an owner or beneficiary, box by box; losses and deductions keep the
/// signs named.
///
/// Source: IRC §§702, 1366, 652, 662; Schedule K-1 of Forms 1065, 1120-S and 1041.
public struct PartnerShare: Sendable, Hashable {
  /// The tax year.
  public var year: Int
  /// Whether the owner takes a material part in the trade, IRC §469(h).
  public var isActive: Bool
  /// Ordinary business income, or loss (negative).
  public var ordinaryBusiness = Money.zero
  /// Net rental income, or loss that IRC §469 allows (negative); always passive.
  public var rental = Money.zero
  /// Royalties.
  public var royalties = Money.zero
  /// Taxable interest.
  public var interest = Money.zero
  /// Tax-exempt interest.
  public var taxExemptInterest = Money.zero
  /// All dividends.
  public var ordinaryDividends = Money.zero
  /// The qualified part of the dividends.
  public var qualifiedDividends = Money.zero
  /// Short-term capital gain or loss.
  public var shortTermGain = Money.zero
  /// Long-term capital gain or loss, that of collectibles included.
  public var longTermGain = Money.zero
  /// The part of the long-term gain or loss that is of collectibles.
  public var collectiblesGain = Money.zero
  /// Net gain or loss of business property, IRC §1231.
  public var section1231 = Money.zero
  /// Unrecaptured section 1250 gain: a part of the gains above.
  public var unrecaptured1250 = Money.zero
  /// Property expensed, IRC §179(b)(3): no more than active business income; not negative.
  public var section179 = Money.zero
  /// Other deductions of the trade that are stated separately; not negative.
  public var otherDeductions = Money.zero
  /// Gifts to charity in cash; not negative.
  public var charityCash = Money.zero
  /// Foreign tax on passive income; not negative.
  public var foreignTax = Money.zero
  /// Foreign passive income, part of the income above.
  public var foreignPassiveIncome = Money.zero
  /// Qualified business income, IRC §199A(c).
  public var qualifiedBusinessIncome = Money.zero
  /// The limit of that income by wages and property; not negative.
  public var qualifiedBusinessLimit = Money.zero

  /// A share of nothing.
  public init(year: Int, isActive: Bool) {
    self.year = year
    self.isActive = isActive
  }

  /// Business income after the deductions of the trade.
  public var netBusiness: Money { ordinaryBusiness - section179 - otherDeductions }

  /// What the share brings to its year.
  ///
  /// Income and section 1231 gain of an active trade are no net investment income, IRC
  /// §1411(c)(2)(A); what the entity earns by investing is.
  public func effect() -> EventEffect {
    var effect = EventEffect(year: year)
    fill(&effect)
    let boxes: [(String, String, Money)] = [
      ("1", "\(isActive ? "Active" : "Passive") business income", ordinaryBusiness),
      ("2", "Net rental income", rental), ("5", "Interest", interest),
      ("18A", "Tax-exempt interest", taxExemptInterest),
      ("6a", "Ordinary dividends", ordinaryDividends),
      ("6b", "Qualified dividends", qualifiedDividends), ("7", "Royalties", royalties),
      ("8", "Short-term capital gain or loss", shortTermGain),
      ("9a", "Long-term capital gain or loss", longTermGain),
      ("9b", "The part of it that is of collectibles", collectiblesGain),
      ("9c", "Unrecaptured section 1250 gain", unrecaptured1250),
      ("10", "Net section 1231 gain or loss", section1231),
      ("12", "Section 179 deduction", -section179),
      ("13", "Other deductions of the trade", -otherDeductions),
      ("13A", "Gifts to charity in cash", -charityCash),
      ("20Z", "Qualified business income", qualifiedBusinessIncome),
      ("21", "Foreign tax", foreignTax),
    ]
    for (number, text, amount) in boxes where amount != .zero {
      effect.line(number, of: .scheduleK1, text, amount)
    }
    return effect
  }

  private func fill(_ effect: inout EventEffect) {
    effect.amounts.businessIncome = isActive ? netBusiness : .zero
    effect.amounts.passiveIncome = rental + royalties + (isActive ? .zero : netBusiness)
    effect.amounts.taxableInterest = interest
    effect.amounts.taxExemptInterest = taxExemptInterest
    effect.amounts.ordinaryDividends = ordinaryDividends
    effect.amounts.qualifiedDividends = qualifiedDividends
    effect.amounts.shortTermGain = shortTermGain
    effect.amounts.longTermGain = longTermGain
    effect.amounts.collectiblesGain = collectiblesGain
    effect.amounts.charityCash = charityCash
    effect.amounts.foreignTaxPaid = foreignTax
    effect.amounts.foreignPassiveIncome = foreignPassiveIncome
    effect.amounts.qualifiedBusinessIncome = qualifiedBusinessIncome
    effect.amounts.qualifiedBusinessLimit = qualifiedBusinessLimit
    // What is of business property waits for the netting of the year; the rest is capital gain.
    let ofBusiness = min(unrecaptured1250, max(.zero, section1231))
    effect.amounts.section1250Gain = unrecaptured1250 - ofBusiness
    effect.businessProperty.gain = section1231
    effect.businessProperty.unrecaptured1250 = ofBusiness
    effect.businessProperty.outsideInvestment = isActive ? section1231 : .zero
  }
}
