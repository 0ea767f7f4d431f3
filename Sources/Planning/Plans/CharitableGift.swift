public import FederalTax
import Portfolio
public import Quantities

/// Giving all of a lot to charity, beside selling it and giving the same amount in cash.
///
/// Shares held long can be given at their value: the gain is never taxed, and the value is
/// deducted like cash, within a lower limit. Either way the charity has the same amount, and the
/// household neither shares nor proceeds.
///
/// Source: IRC §170(e)(1)(A) and (b)(1)(C) and (G); Treas. Reg. §1.170A-1(c).
public struct CharitableGift: Sendable, Hashable {
  /// The planning date on which shares are given or sold.
  public var date: Int
  /// The shares: all that could be sold of the lot.
  public var shares: Shares
  /// What they are worth on the date: no spread is lost by giving.
  public var value: Money
  /// The gain that a sale would bring.
  public var gain: Money
  /// How the year's deduction is found; of an estate, trust or corporation no gift is deducted here.
  public var choice: DeductionChoice
  /// The most of a gift in cash that deducts without itemizing, IRC §170(p).
  public var cashWithoutItemizing: Money
  /// What of the shares' value counts among the year's itemized gifts, before any floor; nothing
  /// where no deductions are itemized.
  public var counted: Money
  /// What the limit leaves for the five years after it, whose worth is not counted.
  public var carriedForward: Money
  /// By how much taxes and costs are less than with a sale and a gift of cash; negative where more.
  public var saved: Money
}

extension PlanExplainer {
  /// What giving a position away would save beside selling it and giving cash, all other sales of
  /// the plan staying as they are.
  ///
  /// - Parameters:
  ///   - index: the position.
  ///   - date: a planning date that it offers.
  /// - Returns: `nil` where the law deducts less than the value or nothing is gained: for lots held
  ///   short, for lots without a gain, and for collectibles, whose use by the charity decides (IRC
  ///   §170(e)(1)(B)).
  func charitableGift(of index: Int, on date: Int) -> CharitableGift? {
    let position = problem.positions[index]
    let sale = Sale(position: index, date: date, shares: position.shares)
    let priced = pricer.price(sale)
    let lot = scenario.lots[position.lot]
    let isCollectible = scenario.securities.contains { $0.symbol == lot.symbol && $0.isCollectible }
    guard priced.term == .long, priced.gain > .zero, !isCollectible else { return nil }
    let year = GiftYear(problem: problem, index: scenario.dates[date].yearIndex)
    let value = priced.price.times(sale.shares)
    let cash = year.cost(ofCash: value, totals(replacing: index, by: [sale]))
    let shares = year.cost(ofShares: value, totals(replacing: index, by: []))
    return CharitableGift(
      date: date, shares: sale.shares, value: value, gain: priced.gain, choice: year.choice,
      cashWithoutItemizing: year.cashWithoutItemizing,
      counted: shares.counted, carriedForward: shares.carriedForward,
      saved: cash - shares.amount)
  }
}

/// One year of a problem with a gift more.
///
/// No later tax counts in what a plan costs here: of what is given nothing is held later.
private struct GiftYear {
  let problem: Problem
  let index: Int

  private var planning: PlanningYear { problem.scenario.years[index] }

  var choice: DeductionChoice { planning.facts.deduction }

  var cashWithoutItemizing: Money { planning.law.itemized.charityWithoutItemizing }

  /// Whether a gift can be deducted beside what the scenario states: not by estates and trusts, whose
  /// gifts follow their instrument (IRC §642(c)), nor by corporations, whose own limit (IRC
  /// §170(b)(2)) is not computed.
  private var isDeductible: Bool {
    guard planning.facts.corporation == nil, planning.facts.status != .estateOrTrust else {
      return false
    }
    if case .given = choice { return false }
    return true
  }

  /// What a plan costs in taxes and costs when cash is given besides.
  func cost(ofCash value: Money, _ totals: PlanTotals) -> Money {
    price(totals, giving: isDeductible ? value : .zero).cost
  }

  /// What a plan costs when shares are given besides, what of their value counts among the year's
  /// gifts, and what is left for later years.
  func cost(
    ofShares value: Money, _ totals: PlanTotals
  ) -> (amount: Money, counted: Money, carriedForward: Money) {
    let without = price(totals, giving: .zero)
    guard isDeductible, choice == .elected else { return (without.cost, .zero, .zero) }
    let counted = min(
      value,
      CharityLimits.law.property(
        besides: problem.scenario.years[index].inputs.charityCash,
        of: without.result.adjustedGrossIncome))
    let with = price(totals, giving: counted)
    // What a return without itemized deductions deducts is cash only, IRC §170(p): a gift of shares
    // leaves it as it is.
    guard with.result.isItemized else { return (without.cost, .zero, value - counted) }
    return (with.cost, counted, value - counted)
  }

  private func price(
    _ totals: PlanTotals, giving amount: Money
  ) -> (cost: Money, result: FederalReturn<Money>) {
    var scenario = problem.scenario
    scenario.years[index].inputs.charityCash += amount
    let (years, objective) = PlanPricer(Problem(scenario)).price(totals)
    return (objective.taxes + objective.costs - objective.carryoverWorth, years[index].result)
  }
}
