import FederalTax
public import Quantities

/// Holds the model against the exact return at a finished plan.
///
/// The model is the law read over affine amounts, so that at the plan's net gains it must give the
/// tax that the exact reading gives, up to the rounding of lines to cents. A larger difference means
/// that one of the two is wrong, and no plan is printed.
struct Audit {
  /// How far the two readings of one year may differ: each of a return's at most twenty rounded
  /// lines is off by half a cent.
  static let tolerancePerYear = Money(cents: 10)

  /// Compares the two readings, year by year.
  ///
  /// - Parameters:
  ///   - plan: the plan at its exact price.
  ///   - problem: the plan's problem.
  ///   - cells: the cells the plan was chosen by; a year whose cells do not reach the plan, or know
  ///     its tax from below only, or that has none, is read at the plan's point alone.
  /// - Throws: ``PlannerError/auditFailure(year:modelled:exact:tolerance:)``, or what the ledger says.
  static func check(
    _ plan: PricedPlan, of problem: Problem, by cells: [YearCells]
  ) throws(PlannerError) {
    try LedgerAudit.check(plan, of: problem)
    let premiumFactor = problem.scenario.outlook.premiumFactor
    for index in plan.years.indices {
      let priced = plan.years[index]
      let year = problem.scenario.years[index]
      let point = priced.netGains
      let candidates =
        (cells.indices.contains(index) ? cells[index].modelledTaxes(at: point) : nil)
        ?? YearCells(
          of: year,
          over: YearDomain(
            around: point, carryover: year.carryoverToldApart(priced.inputs)),
          demand: YearDemand(
            carryovers: true, adjustedGrossIncome: true, premiumFactor: premiumFactor)
        ).modelledTaxes(at: point) ?? []
      let exact = priced.result.presentCost(premiums: premiumFactor)
      let differences = candidates.map { (Scaling.money($0) - exact).magnitude }
      if differences.contains(where: { $0 <= tolerancePerYear }) { continue }
      throw .auditFailure(
        year: priced.year, modelled: candidates.min().map(Scaling.money) ?? .zero, exact: exact,
        tolerance: tolerancePerYear)
    }
  }
}

extension Audit {
  /// Compares a plan with a bound that no plan can be below, in model units.
  ///
  /// - Throws: ``PlannerError/boundFailure(bound:value:)`` when the plan is cheaper than rounding
  ///   explains: the model then leaves out what the exact return allows.
  static func check(
    _ plan: PricedPlan, of problem: Problem, above bound: Double
  ) throws(PlannerError) {
    let value = plan.objective.value
    let allowance = problem.scenario.years.count * (tolerancePerYear + tolerancePerYear)
    guard value + allowance >= Scaling.lowerBound(bound) else {
      throw .boundFailure(bound: Scaling.lowerBound(bound), value: value)
    }
  }
}

extension PlanningYear {
  /// The losses carried in, where the return tells them from those of the year.
  func carryoverToldApart(_ inputs: ReturnInputs<Money>) -> CarryoverIn {
    facts.corporation == nil
      ? CarryoverIn()
      : CarryoverIn(shortTerm: inputs.shortTermCarryover, longTerm: inputs.longTermCarryover)
  }
}

extension PricedYear {
  /// What the year's tax depends on, in model units.
  var netGains: GainPoint {
    GainPoint(
      short: Scaling.units(netShortTerm), long: Scaling.units(netLongTerm),
      collectibles: Scaling.units(netCollectibles))
  }
}

/// Why a planner gives no answer at all.
public enum PlannerError: Error, Sendable, Hashable {
  /// Model and exact return differ at the plan: one of them is wrong.
  case auditFailure(year: Int, modelled: Money, exact: Money, tolerance: Money)
  /// The plan costs less than the bound that is said to be below every plan.
  case boundFailure(bound: Money, value: Money)
  /// The plan and the wash-sale ledger of the whole household differ about a lot's disallowed loss.
  case ledgerFailure(lot: String, planned: Money, ledger: Money)
}
