public import FederalTax
public import Portfolio
public import Quantities

/// A plan with what it costs by the exact return.
public struct PricedPlan: Sendable {
  /// The plan.
  public var plan: Plan
  /// What each sale of the plan brings, in the plan's order.
  public var sales: [PricedSale]
  /// Each year of the scenario.
  public var years: [PricedYear]
  /// What the plan is judged by.
  public var objective: Objective
  /// What the wash-sale ledger says of the plan.
  public var wash = PlanWash()

  /// What the returns of all the years cost, premiums that follow from them included, not discounted.
  public var tax: Money { years.map(\.result.fullCost).total() }
  /// Proceeds of all sales net of spread and trade cost.
  public var proceeds: Money { sales.map(\.proceeds).total() }
}

/// One sale and what it brings; a sale of shares with different bases or holding periods, because a
/// wash sale before it changed some of them, is several of these.
public struct PricedSale: Sendable, Hashable {
  /// The sale.
  public var sale: Sale
  /// The price of a share before the spread.
  public var price: UnitPrice
  /// Amount realized: price times shares, less spread and trade cost.
  public var proceeds: Money
  /// The adjusted basis of the shares sold.
  public var basis: Money
  /// Spread and trade cost.
  public var costs: Money
  /// The term of the gain or loss.
  public var term: Term
  /// Whether a long-term gain is taxed at the rate of collectibles.
  public var isCollectible = false
  /// The part of the loss that IRC §1091 disallows, positive.
  public var disallowed = Money.zero
  /// The part of ``disallowed`` that no basis takes up: it is lost for good.
  public var permanent = Money.zero
  /// Proceeds less basis; a loss is negative.
  public var gain: Money { proceeds - basis }
  /// What enters the return: the gain, or the loss as far as it is allowed.
  public var recognized: Money { gain + disallowed }
}

/// One tax year under a plan.
public struct PricedYear: Sendable {
  /// The calendar year.
  public var year: Int
  /// Short-term gains and losses of the plan's sales.
  public var plannedShortTerm: Money
  /// Long-term gains and losses of the plan's sales.
  public var plannedLongTerm: Money
  /// The part of ``plannedLongTerm`` that is of collectibles.
  public var plannedCollectibles = Money.zero
  /// What entered the return, carryovers included.
  public var inputs: ReturnInputs<Money>
  /// The exact return.
  public var result: FederalReturn<Money>

  /// Schedule D line 7: net short-term gain or loss with the carryover.
  public var netShortTerm: Money { inputs.shortTermGain - inputs.shortTermCarryover }
  /// Collectibles less the long-term loss carried in, of the 28% Rate Gain Worksheet.
  public var netCollectibles: Money { inputs.collectiblesGain - inputs.longTermCarryover }
  /// Schedule D line 15: net long-term gain or loss with the carryover.
  public var netLongTerm: Money { inputs.longTermGain - inputs.longTermCarryover }
}

/// What a plan is judged by: present worth of taxes and costs, in cents. Less is better.
public struct Objective: Sendable, Hashable {
  /// Federal tax of the years, each discounted to the first.
  public var taxes: Money
  /// Spread and trade costs, each discounted to the first year.
  public var costs: Money
  /// The change of the later tax on what is still held: positive when losses were taken.
  public var laterTax: Money
  /// The stated worth of losses left after the last year; it lowers the value.
  public var carryoverWorth: Money

  /// The sum that a planner makes least.
  public var value: Money { taxes + costs + laterTax - carryoverWorth }
}
