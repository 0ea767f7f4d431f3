import FederalTax
import Planning
import Quantities

/// The document `harvest.comparison/1`.
///
/// - Parameter reports: a comparison for each scenario, in the order asked for.
/// - Returns: the scenarios with their plans, then the best plan of each.
public func comparisonJSON(_ reports: [ComparisonReport]) -> JSON {
  [
    "schema": "harvest.comparison/1",
    "scenarios": .array(reports.map(\.json)),
    "best": .array(
      reports.map { report in
        [
          "title": .string(report.scenario.title),
          "plan": report.best.map { .string($0.name) } ?? nil,
          "total": .money(report.best?.priced.tax),
          "saved": .money(report.best.map { report.hold.tax - $0.priced.tax }),
        ]
      }),
  ]
}

extension ComparisonReport {
  /// One scenario of the document.
  var json: JSON {
    [
      "title": .string(scenario.title),
      "year": .integer(scenario.firstYear),
      "solver": answer.map { .string($0.maker.rawValue) } ?? nil,
      "termination": .string(answer?.termination ?? "infeasible"),
      "rule_year": .integer(scenario.ruleYear),
      "input_sha256": .string(scenario.inputFingerprint),
      "proof": proofJSON,
      "contradiction": contradiction?.json ?? nil,
      "plans": .array(zip(columns, lasting).map(planJSON)),
      "wash_sales": washJSON,
      "warnings": .notices(notices),
      "effort": answer?.effort.json ?? nil,
    ]
  }

  private var washJSON: JSON {
    guard let answer, let wash else { return nil }
    return WashDocument(WashWords(problem: problem, plan: answer.priced), wash).json
  }

  private var proofJSON: JSON {
    guard let answer, let proof = answer.proof else { return nil }
    return [
      "bound": .money(proof.bound),
      "gap": .money(proof.gap),
      "greedy_leaves": .money(
        answer.greedy.map { $0.objective.value - answer.priced.objective.value }),
    ]
  }

  private func planJSON(_ column: Column, _ lasting: LastingBenefit) -> JSON {
    let plan = column.priced
    return [
      "plan": .string(column.name),
      "broken_constraints": .array(column.broken.map(JSON.string)),
      "total": .money(plan.tax),
      "by_term": termsJSON(of: plan, hold: hold),
      "difference_from_hold": .money(plan.tax - hold.tax),
      "difference_from_answer": .money(answer.map { plan.tax - $0.priced.tax }),
      "lasting_benefit": .money(lasting.amount),
      "objective": plan.objective.json,
      "short_term_carryover_out": .money(plan.years.last?.result.shortTermCarryoverOut),
      "long_term_carryover_out": .money(plan.years.last?.result.longTermCarryoverOut),
      "sales": .integer(plan.plan.sales.count),
      "disallowed": .money(plan.wash.disallowed),
      "permanent": .money(plan.permanentOfPlan),
      "proceeds": .money(plan.proceeds),
      "years": .array(
        zip(plan.years, scenario.years).map { .object($0.members(of: $1.facts)) }),
    ]
  }
}
