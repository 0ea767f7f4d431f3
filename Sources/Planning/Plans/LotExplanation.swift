public import Quantities

/// Why a lot is sold or kept, as a stable name.
public enum LotReason: String, Sendable, Hashable, CaseIterable {
  /// The loss is set against gains of the year.
  case lossOffsetsGains = "loss_offsets_gains"
  /// The loss is set against other income, up to the yearly limit.
  case lossForOrdinaryLimit = "loss_for_ordinary_limit"
  /// The loss serves a later year, or the stated worth of what is left over.
  case lossForLaterYears = "loss_for_later_years"
  /// The gain is taxed at nothing.
  case gainInZeroBand = "gain_in_zero_band"
  /// The gain is taken up by losses that have less use otherwise.
  case gainAbsorbedByLosses = "gain_absorbed_by_losses"
  /// The gain is taxed, and its later tax would be worth more.
  case gainCheaperNow = "gain_cheaper_now"
  /// The household asks for cash.
  case raisesCash = "raises_cash"
  /// The household demands the sale.
  case mustSell = "must_sell"
  /// The sale changes nothing.
  case changesNothing = "changes_nothing"
  /// A sale at a loss would lower no tax of the scenario.
  case lossHasNoUseThisYear = "loss_has_no_use_this_year"
  /// A sale at a loss would lower tax by less than it costs, now or later.
  case savingBelowCost = "saving_below_cost"
  /// A sale at a gain would be taxed.
  case gainWouldBeTaxed = "gain_would_be_taxed"
  /// A sale would pay by itself but break a constraint.
  case constrained = "constrained"
  /// A change of this lot alone would pay: the plan is not the best.
  case leftByPlanner = "left_by_planner"
  /// The lot cannot be sold.
  case withheld = "withheld"
}

/// Why one sale is part of a plan.
public struct SaleExplanation: Sendable, Hashable {
  /// The reason.
  public var reason: LotReason
  /// A few words such as `offsets 12,000.00 of gains: 4,440.00 less tax in 2026 (37%)`.
  public var words: String
  /// By how much the objective would rise without the sale; negative where it would fall.
  public var worth: Money
}

/// What would change if one lot alone were treated otherwise.
public struct LotAlternative: Sendable, Hashable {
  /// What is done instead.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// None of the lot is sold.
    case keepAll = "keep_all"
    /// All of the lot is sold on the date.
    case sellAll = "sell_all"
    /// One share more is sold on the date, or what is left when that is less.
    case oneShareMore = "one_share_more"
    /// One share less is sold on the date.
    case oneShareLess = "one_share_less"
  }

  /// What is done instead.
  public var kind: Kind
  /// The planning date of the other sale; `nil` when none is sold.
  public var date: Int?
  /// The change of the objective.
  public var objective: Money
  /// The change of the first year's federal tax.
  public var taxThisYear: Money
  /// The change of the federal tax of all years, not discounted.
  public var tax: Money
  /// The constraints that the plan would then break.
  public var violations: [ConstraintViolation]
}

/// The nearest price of a lot's security at which the lot alone would be treated otherwise.
public struct DecisionPrice: Sendable, Hashable {
  /// The price of a share.
  public var price: UnitPrice
  /// The planning date of the sale.
  public var date: Int
  /// Whether the lot would be sold at this price, rather than kept.
  public var sells: Bool
}

/// Why a lot is sold or kept in a plan, with exact numbers.
public struct LotExplanation: Sendable, Hashable {
  /// The index of the lot in the scenario.
  public var lot: Int
  /// The shares that the plan sells.
  public var sold: Shares
  /// The reason.
  public var reason: LotReason
  /// One or two sentences.
  public var sentence: String
  /// What would change if the lot alone were treated otherwise.
  public var alternatives: [LotAlternative]
  /// The prices searched for a change of the decision, as parts of the price.
  public var searchedPrices: ClosedRange<Rate>
  /// The nearest price below at which the decision changes; `nil` when none was found.
  public var decisionBelow: DecisionPrice?
  /// The nearest price above at which the decision changes; `nil` as below.
  public var decisionAbove: DecisionPrice?
  /// The day from which a sale is long-term, when the lot is short-term on its date.
  public var turnsLongTerm: CivilDate?
  /// The change of the objective if the sale were long-term already, all else equal; `nil` where a
  /// purchase is near.
  public var worthOfLongTerm: Money?
  /// Giving the lot to charity instead; `nil` where that is no matter of its gain.
  public var gift: CharitableGift?
  /// What IRC §1091 means for the lot; `nil` where no purchase and no loss is near.
  public var wash: LotWash?
}
