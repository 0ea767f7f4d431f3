import FederalTax
import Portfolio
public import Quantities

/// A constraint that a plan breaks.
public struct ConstraintViolation: Sendable, Hashable {
  /// The constraint in the scenario's own words, such as `raise_cash: 50000.00`.
  public var constraint: String
  /// By how much it is broken, where that is an amount of money.
  public var amount: Money?
  /// One sentence with the numbers.
  public var message: String

  /// A violation with all its properties.
  public init(constraint: String, amount: Money? = nil, message: String) {
    self.constraint = constraint
    self.amount = amount
    self.message = message
  }
}

/// Judges whether plans are allowed: the one reading of the constraints for every planner.
///
/// Proceeds are net of spread and trade cost everywhere: those of one sale for `minimum_trade`,
/// those of all sales over all dates for `raise_cash` and `maximum_proceeds`.
public struct PlanFeasibility: Sendable {
  private let problem: Problem
  private var scenario: Scenario { problem.scenario }
  private var constraints: PlanConstraints { problem.scenario.constraints }

  /// A judge of the plans of one problem.
  public init(_ problem: Problem) { self.problem = problem }

  /// Every constraint that a plan breaks, in a fixed order; empty when the plan is allowed.
  ///
  /// The least benefit is not among them: see ``isWorthMaking(_:over:)``.
  public func violations(of plan: PricedPlan) -> [ConstraintViolation] {
    shareViolations(of: plan.plan) + requiredSaleViolations(of: plan.plan)
      + tradeViolations(of: plan) + proceedsViolations(of: plan) + incomeViolations(of: plan)
      + permanentLossViolations(of: plan)
  }

  /// Whether a plan breaks no constraint.
  public func allows(_ plan: PricedPlan) -> Bool { violations(of: plan).isEmpty }

  /// Whether a plan improves enough on selling nothing.
  ///
  /// - Parameters:
  ///   - plan: an allowed plan.
  ///   - hold: the plan that sells nothing.
  /// - Returns: true also where selling nothing is not allowed, so that there is no choice.
  public func isWorthMaking(_ plan: PricedPlan, over hold: PricedPlan) -> Bool {
    guard constraints.minimumBenefit > .zero, !plan.plan.sales.isEmpty, allows(hold) else {
      return true
    }
    return hold.objective.value - plan.objective.value >= constraints.minimumBenefit
  }

  private func lotName(_ position: Int) -> String {
    scenario.lots[problem.positions[position].lot].id
  }

  private func shareViolations(of plan: Plan) -> [ConstraintViolation] {
    var violations: [ConstraintViolation] = []
    for (index, sold) in soldShares(of: plan) where sold > problem.positions[index].shares {
      violations.append(
        ConstraintViolation(
          constraint: "lot \(lotName(index))",
          message:
            "\(sold) shares of lot \(lotName(index)) are sold, of \(problem.positions[index].shares)"
        ))
    }
    for sale in plan.sales where problem.positions[sale.position].wholeShares {
      guard !sale.shares.isWhole else { continue }
      violations.append(
        ConstraintViolation(
          constraint: "whole_shares",
          message: "\(sale.shares) shares of lot \(lotName(sale.position)) are not whole"))
    }
    return violations
  }

  private func soldShares(of plan: Plan) -> [(position: Int, sold: Shares)] {
    var sold: [(position: Int, sold: Shares)] = []
    for sale in plan.sales {
      if let last = sold.last, last.position == sale.position {
        sold[sold.count - 1].sold += sale.shares
      } else {
        sold.append((sale.position, sale.shares))
      }
    }
    return sold
  }

  private func requiredSaleViolations(of plan: Plan) -> [ConstraintViolation] {
    guard !constraints.mustSell.isEmpty else { return [] }
    var sold: [Int: Shares] = [:]
    for (position, shares) in soldShares(of: plan) {
      sold[problem.positions[position].lot] = shares
    }
    let required = Dictionary(
      problem.positions.map { ($0.lot, $0.required) }, uniquingKeysWith: { first, _ in first })
    return constraints.mustSell.compactMap { rule in
      let shares = sold[rule.lot] ?? .zero
      let needed = min(rule.shares, required[rule.lot] ?? rule.shares)
      guard shares < needed else { return nil }
      return ConstraintViolation(
        constraint: rule.words,
        message:
          "\(shares) of \(needed) required shares of lot \(scenario.lots[rule.lot].id) are sold")
    }
  }

  private func tradeViolations(of plan: PricedPlan) -> [ConstraintViolation] {
    let least = constraints.minimumTrade
    guard least > .zero else { return [] }
    return plan.orders.filter { $0.proceeds < least }.map { order in
      ConstraintViolation(
        constraint: "minimum_trade: \(least)", amount: least - order.proceeds,
        message:
          "the sale of lot \(lotName(order.sale.position)) brings \(order.proceeds), less than"
          + " \(least)")
    }
  }

  private func proceedsViolations(of plan: PricedPlan) -> [ConstraintViolation] {
    let proceeds = plan.proceeds
    var violations: [ConstraintViolation] = []
    // Not without the wish: where trades cost more than they bring, proceeds are below zero.
    if constraints.raiseCash > .zero, proceeds < constraints.raiseCash {
      violations.append(
        ConstraintViolation(
          constraint: "raise_cash: \(constraints.raiseCash)",
          amount: constraints.raiseCash - proceeds,
          message: "the sales bring \(proceeds), \(constraints.raiseCash - proceeds) too little"))
    }
    if let most = constraints.maximumProceeds, proceeds > most {
      violations.append(
        ConstraintViolation(
          constraint: "maximum_proceeds: \(most)", amount: proceeds - most,
          message: "the sales bring \(proceeds), \(proceeds - most) too much"))
    }
    return violations
  }

  /// A loss lost for good is not accepted unless the household says so.
  private func permanentLossViolations(of plan: PricedPlan) -> [ConstraintViolation] {
    let permanent = plan.sales.map(\.permanent).total()
    let most = constraints.permanentLossAtMost
    guard permanent > most else { return [] }
    return [
      ConstraintViolation(
        constraint: "permanent_loss_at_most: \(most)", amount: permanent - most,
        message: "purchases in retirement accounts destroy \(permanent) of its losses for good")
    ]
  }

  private func incomeViolations(of plan: PricedPlan) -> [ConstraintViolation] {
    constraints.adjustedGrossIncomeAtMost.compactMap { ceiling in
      let year = plan.years[ceiling.yearIndex]
      let excess = year.result.adjustedGrossIncome - ceiling.amount
      guard excess > .zero else { return nil }
      return ConstraintViolation(
        constraint: "agi_at_most: {\(year.year): \(ceiling.amount)}", amount: excess,
        message:
          "adjusted gross income of \(year.year) is \(year.result.adjustedGrossIncome), \(excess) too much"
      )
    }
  }
}
