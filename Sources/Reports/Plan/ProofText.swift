import Planning
import Quantities

/// What is proven of a plan and what the greedy planner leaves, as running text.
///
/// - Parameters:
///   - outcome: the plan.
///   - greedy: the greedy plan, when there is another.
/// - Returns: one or two sentences.
func proofSentence(_ outcome: PlanOutcome, greedy: PricedPlan?) -> String {
  guard let proof = outcome.proof else {
    if outcome.stoppedAtLimit {
      return "Stopped at a limit before anything was proven: a better plan may exist."
    }
    return "No proof: this is the \(outcome.maker.title.lowercased()) plan, and a better one may"
      + " exist."
  }
  let bound =
    "(bound \(proof.bound.grouped), \(outcome.maker == .optimal ? "GLPK, " : "")gap"
    + " \(proof.gap.grouped))"
  var text =
    proof.isComplete
    ? "Proof: no plan is better by more than $\(proof.gap.grouped) \(bound)"
    : "Stopped at a limit: this plan stands, and no plan is better by more than"
      + " $\(proof.gap.grouped) \(bound)"
  if let greedy {
    let left = greedy.objective.value - outcome.priced.objective.value
    text +=
      left < .zero
      ? "; greedy is better by $\((-left).grouped)" : "; greedy leaves $\(left.grouped)"
  }
  return text + "."
}

/// What the planner made least, where that is more than the undiscounted tax.
func objectiveSentence(_ objective: Objective, tax: Money) -> String? {
  guard objective.value != tax else { return nil }
  var parts = [
    objective.taxes == tax
      ? "tax \(tax.grouped)" : "tax discounted to the first year \(objective.taxes.grouped)"
  ]
  if objective.costs != .zero { parts.append("plus costs \(objective.costs.grouped)") }
  if objective.laterTax != .zero { parts.append("plus later tax \(objective.laterTax.grouped)") }
  if objective.carryoverWorth != .zero {
    parts.append("less the worth of losses left over \(objective.carryoverWorth.grouped)")
  }
  let sum = parts.count > 1 ? ", in all \(objective.value.grouped)" : ""
  return "The planner makes least: \(parts.joined(separator: ", "))\(sum). The bound is on that."
}

extension LastingBenefit {
  /// Why the lasting benefit differs from what is saved.
  ///
  /// - Parameter years: from the first tax year to the later sale.
  /// - Returns: one or two sentences.
  func sentence(years: Int) -> String {
    let when =
      "\(rate) \(isRateStated ? "as stated" : "(the present long-term rate)")"
      + ", \(count(years, "year")) on"
    if laterGain == .zero {
      return "Nothing is put off: the plan's losses meet its gains, and no later tax follows."
    }
    if laterGain > .zero {
      return "Deferral is not saving: what is bought again has a lower basis, so a later sale gains"
        + " \(laterGain.grouped) more. Lasting benefit takes off its tax of"
        + " \(laterTax.grouped), at \(when)."
    }
    return "What is bought again has a higher basis, so a later sale gains"
      + " \((-laterGain).grouped) less. Lasting benefit counts the tax of"
      + " \((-laterTax).grouped) that this spares, at \(when)."
  }
}
