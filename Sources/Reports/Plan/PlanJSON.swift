import FederalTax
public import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// The document `harvest.plan/1`.
  public var json: JSON {
    .object(
      identity(of: scenario, solver: outcome.maker.rawValue, termination: outcome.termination)
        + [
          ("tax", taxJSON),
          ("years", .array(zip(priced.years, scenario.years).map(planYearJSON))),
          ("sales", .array(zip(orders, reasons).flatMap(saleJSON))),
          ("wash_sales", WashDocument(words, wash).json),
          ("not_harvestable", .array(problem.withheld.map(withheldJSON))),
          ("comparison", comparisonJSON),
          ("warnings", .notices(notices)),
          ("effort", outcome.effort.json),
        ])
  }

  private var taxJSON: JSON {
    [
      "total": .money(priced.tax),
      "bound": .money(outcome.proof?.bound),
      "gap": .money(outcome.proof?.gap),
      "without_plan": .money(hold.tax),
      "saved_this_year": .money(savedThisYear),
      "lasting_benefit": .money(lasting.amount),
      "by_term": termsJSON(of: priced, hold: hold),
      "objective": priced.objective.json,
    ]
  }

  /// A member for each part of a sale, so that each has one basis and one term.
  private func saleJSON(_ order: PricedOrder, _ reason: SaleExplanation) -> [JSON] {
    order.parts.map { saleJSON($0, reason) }
  }

  private func saleJSON(_ sale: PricedSale, _ reason: SaleExplanation) -> JSON {
    let lot = scenario.lots[problem.positions[sale.sale.position].lot]
    return [
      "date": .date(scenario.dates[sale.sale.date].date),
      "account": .string(lot.account),
      "symbol": .string(lot.symbol),
      "lot_id": .string(lot.id),
      "acquired": .date(lot.acquired),
      "quantity": .string(sale.sale.shares.description),
      "price": .string(sale.price.description),
      "proceeds": .money(sale.proceeds),
      "cost_basis": .money(sale.basis),
      "gain": .money(sale.gain),
      "term": .string(sale.term.rawValue),
      "disallowed": .money(sale.disallowed),
      "permanent": .money(sale.permanent),
      "reason": .string(reason.words),
      "reason_code": .string(reason.reason.rawValue),
      "worth": .money(reason.worth),
    ]
  }

  private func withheldJSON(_ withheld: WithheldLot) -> JSON {
    let lot = scenario.lots[withheld.lot]
    return [
      "account": .string(lot.account),
      "symbol": .string(lot.symbol),
      "lot_id": .string(lot.id),
      "code": .string(withheld.code),
      "reason": .string(withheld.reason),
    ]
  }

  private var comparisonJSON: JSON {
    func entry(_ plan: PricedPlan) -> JSON {
      [
        "total": .money(plan.tax),
        "left_on_the_table": .money(plan.objective.value - priced.objective.value),
      ]
    }
    var entries: [(String, JSON)] = [(PlanMaker.hold.rawValue, entry(hold))]
    if let greedy = outcome.greedy { entries.append((PlanMaker.greedy.rawValue, entry(greedy))) }
    return .object(entries)
  }
}

/// The document `harvest.plan/1` of constraints that no plan satisfies.
///
/// - Parameters:
///   - contradiction: the constraints.
///   - problem: what might be sold.
///   - solver: the planner that was asked.
/// - Returns: a document without tax, years and sales.
public func contradictionJSON(
  _ contradiction: Contradiction, of problem: Problem, solver: PlanMaker
) -> JSON {
  .object(
    identity(of: problem.scenario, solver: solver.rawValue, termination: "infeasible")
      + [("contradiction", contradiction.json)])
}

/// The members with which a plan document begins.
private func identity(
  of scenario: Scenario, solver: String, termination: String
) -> [(String, JSON)] {
  [
    ("schema", "harvest.plan/1"),
    ("title", .string(scenario.title)),
    ("year", .integer(scenario.firstYear)),
    ("solver", .string(solver)),
    ("termination", .string(termination)),
    ("rule_year", .integer(scenario.ruleYear)),
    ("input_sha256", .string(scenario.inputFingerprint)),
  ]
}

/// The tax of all years by term; the members add up to the total.
///
/// Credits for dependents appear twice: those that the household has without a plan, as a negative
/// amount, and those that the plan loses, negative where it wins some back.
func termsJSON(of plan: PricedPlan, hold: PricedPlan) -> JSON {
  var members: [(String, JSON)] = []
  for term in TaxTerm.jsonOrder {
    if term == .credits {
      members += [
        ("credits_without_plan", .money(hold.amount(of: .credits))),
        ("credits_lost", .money(plan.amount(of: .credits) - hold.amount(of: .credits))),
      ]
    } else {
      members.append((term.rawValue, .money(plan.amount(of: term))))
    }
  }
  return .object(members)
}

extension TaxTerm {
  /// The terms in the order of documents, which keep the members they began with in place.
  static let jsonOrder: [TaxTerm] = [
    .ordinary, .longTerm, .unrecaptured1250, .collectibles, .netInvestmentIncome, .minimumTax,
    .additionalMedicare, .credits, .foreignTaxCredit, .refundableCredits, .premiumCredit,
    .medicarePremiums, .stateTax,
  ]
}

extension Contradiction {
  /// The constraints in the scenario's words and what is missing.
  var json: JSON {
    ["constraints": .array(constraints.map(JSON.string)), "message": .string(message)]
  }
}

extension PricedYear {
  /// The lines of a year's return that a plan moves, as members of an object.
  func members(of facts: ReturnFacts) -> [(String, JSON)] {
    lines
      + (facts.filer == .corporation
        ? [
          ("losses_carried_in", .money(lossesCarriedIn)),
          ("losses_expired", .money(result.expiredLoss)),
        ] : [])
  }

  private var lines: [(String, JSON)] {
    [
      ("year", .integer(year)),
      ("short_term_net", .money(result.netShortTerm)),
      ("long_term_net", .money(result.netLongTerm)),
      ("capital_gain_or_loss", .money(result.capitalGainOrLoss)),
      ("loss_deducted", .money(lossDeducted)),
      ("short_term_carryover_out", .money(result.shortTermCarryoverOut)),
      ("long_term_carryover_out", .money(result.longTermCarryoverOut)),
      ("adjusted_gross_income", .money(result.adjustedGrossIncome)),
      ("taxable_income", .money(result.taxableIncome)),
      ("total_tax", .money(result.totalTax)),
      ("foreign_tax_carryover_out", .money(result.foreignTaxCarryoverOut)),
      ("refundable_credits", .money(result.refundableChildCredit)),
      ("premium_tax_credit", .money(result.premiumCreditBalance)),
      ("state_tax", .money(result.stateTax)),
      ("medicare_premiums", .money(result.medicareSurcharge)),
      ("cost", .money(result.fullCost)),
    ]
  }

  /// Losses of earlier years, positive.
  var lossesCarriedIn: Money { inputs.shortTermCarryover + inputs.longTermCarryover }

  /// The net capital loss that lowers other income, positive.
  var lossDeducted: Money { max(.zero, -result.capitalGainOrLoss) }
}

extension Objective {
  /// The parts and their sum.
  var json: JSON {
    [
      "value": .money(value),
      "taxes": .money(taxes),
      "costs": .money(costs),
      "later_tax": .money(laterTax),
      "carryover_worth": .money(carryoverWorth),
    ]
  }
}
