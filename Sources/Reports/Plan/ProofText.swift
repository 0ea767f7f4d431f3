import Planning
import Quantities

/// What is proven of a plan and what the greedy planner leaves, as running text.
///
/// - Parameter outcome: the plan.
/// - Returns: one or two sentences.
func proofSentence(_ outcome: PlanOutcome) -> String {
  guard let proof = outcome.proof else {
    if outcome.stoppedAtLimit {
      return "Stopped at a limit before anything was proven: a better plan may exist."
    }
    return "No proof: this is the \(outcome.maker.title.lowercased()) plan, and a better one may"
      + " exist."
  }
  let bound =
    "(bound \(proof.bound.separated), \(outcome.maker == .optimal ? "GLPK, " : "")gap"
    + " \(proof.gap.separated))"
  var text =
    proof.isFinal
    ? "Proof: no plan is better by more than $\(proof.gap.separated) \(bound)"
    : "Stopped at a limit: this plan stands, and no plan is better by more than"
      + " $\(proof.gap.separated) \(bound)"
  if let greedy = outcome.greedy {
    let left = greedy.objective.value - outcome.priced.objective.value
    text +=
      left < .zero
      ? "; greedy is better by $\((-left).separated)" : "; greedy leaves $\(left.separated)"
  }
  return text + "."
}

/// What the planner made least, where that is more than the undiscounted tax.
///
/// - Parameters:
///   - objective: what was made least.
///   - tax: the undiscounted sum of the terms of all years.
///   - noun: what that sum is called.
/// - Returns: a sentence, or `nil` where there is nothing to say.
func objectiveSentence(_ objective: Objective, tax: Money, noun: String) -> String? {
  guard objective.value != tax else { return nil }
  var parts = [
    objective.taxes == tax
      ? "\(noun) \(tax.separated)"
      : "\(noun) discounted to the first year \(objective.taxes.separated)"
  ]
  if objective.costs != .zero { parts.append("plus costs \(objective.costs.separated)") }
  if objective.laterTax != .zero { parts.append("plus later tax \(objective.laterTax.separated)") }
  if objective.carryoverWorth != .zero {
    parts.append("less the worth of losses left over \(objective.carryoverWorth.separated)")
  }
  let sum = parts.count > 1 ? ", in all \(objective.value.separated)" : ""
  return "The planner makes least: \(parts.joined(separator: ", "))\(sum). The bound is on that."
}

extension LastingBenefit {
  /// Why the lasting benefit differs from what is saved.
  ///
  /// - Parameter outlook: when the later sale is, and what a later dollar counts.
  /// - Returns: one or two sentences.
  func sentence(_ outlook: Outlook) -> String {
    if laterGain == .zero {
      return "Nothing is put off: no later tax follows from the plan."
    }
    let discount =
      outlook.discountRate == .zero ? "" : ", discounted at \(outlook.discountRate) a year"
    let terms =
      "at \(rate) \(isRateStated ? "as stated" : "(the present long-term rate)"),"
      + " \(count(outlook.laterTaxYears, "year")) on\(discount)"
    if laterGain > .zero {
      return "Deferral is not saving: what is bought again has a lower basis, so a later sale gains"
        + " \(laterGain.separated) more. Lasting benefit takes off its tax of"
        + " \(laterTax.separated), \(terms)."
    }
    return "What is bought again has a higher basis, so a later sale gains"
      + " \((-laterGain).separated) less. Lasting benefit counts the tax of"
      + " \((-laterTax).separated) that this spares, \(terms)."
  }
}
