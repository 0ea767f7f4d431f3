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
  /// How the year's deduction is found.
  public var choice: DeductionChoice
  /// What of the shares' value is deducted in the year; nothing where no deductions are itemized.
  public var deducted: Money
  /// What the limit leaves for the five years after it, whose worth is not counted.
  public var carriedForward: Money
  /// By how much taxes and costs are less than with a sale and a gift of cash; negative where more.
  public var saved: Money
}

/// The limits of the yearly deduction, as parts of adjusted gross income, for gifts to public
/// charities: IRC §170(b)(1).
struct CharityLimits: Sendable, Hashable {
  /// Cash: §170(b)(1)(G).
  let cash = Rate(percent: 60)
  /// Shares and other property that would be long-term gain: §170(b)(1)(C)(i).
  let appreciatedProperty = Rate(percent: 30)
  /// Such property and all gifts of cash together: §170(b)(1)(A) and (C)(i).
  let together = Rate(percent: 50)

  static let law = CharityLimits()

  /// The most cash that is deducted besides what is deducted already.
  func cash(besides given: Money, of income: Money) -> Money {
    max(.zero, cash.of(max(.zero, income), rounded: .down) - given)
  }

  /// The most property that is deducted besides cash.
  func property(besides given: Money, of income: Money) -> Money {
    let income = max(.zero, income)
    return min(
      appreciatedProperty.of(income, rounded: .down),
      max(.zero, together.of(income, rounded: .down) - given))
  }
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
    let cash = year.cost(of: value, as: .cash, totals(replacing: index, by: [sale]))
    let shares = year.cost(of: value, as: .shares, totals(replacing: index, by: []))
    return CharitableGift(
      date: date, shares: sale.shares, value: value, gain: priced.gain, choice: year.choice,
      deducted: shares.deducted,
      carriedForward: year.choice == .elected ? value - min(value, shares.limit) : .zero,
      saved: cash.amount - shares.amount)
  }
}

/// One year of a problem with a gift more.
private struct GiftYear {
  enum Kind { case cash, shares }

  let problem: Problem
  let index: Int

  var choice: DeductionChoice { problem.scenario.years[index].facts.deduction }

  /// What a plan costs in taxes and costs when an amount is given besides.
  ///
  /// No later tax is counted: of what is given nothing is held later.
  ///
  /// - Returns: the cost, the part of the gift that is deducted, and the most that could be.
  func cost(
    of value: Money, as kind: Kind, _ totals: PlanTotals
  ) -> (amount: Money, deducted: Money, limit: Money) {
    let without = price(totals, giving: .zero)
    guard choice == .elected else { return (without.amount, .zero, .zero) }
    let given = problem.scenario.years[index].inputs.charityCash
    let limits = CharityLimits.law
    let income = without.result.adjustedGrossIncome
    let limit =
      switch kind {
      case .cash: limits.cash(besides: given, of: income)
      case .shares: limits.property(besides: given, of: income)
      }
    let deduction = min(value, limit)
    let with = price(totals, giving: deduction)
    // What those deduct who take the standard deduction is cash only, IRC §170(p): a gift of shares
    // that is not itemized leaves the return as it is.
    if kind == .shares, !with.result.isItemized { return (without.amount, .zero, limit) }
    return (with.amount, deduction, limit)
  }

  private func price(
    _ totals: PlanTotals, giving amount: Money
  ) -> (amount: Money, result: FederalReturn<Money>) {
    var scenario = problem.scenario
    scenario.years[index].inputs.charityCash += amount
    let (years, objective) = PlanPricer(Problem(scenario)).price(totals)
    return (
      objective.taxes + objective.costs - objective.carryoverWorth, years[index].result
    )
  }
}
