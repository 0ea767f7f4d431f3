import Quantities

/// The age of IRC §63(f)(1) and §151(d)(5)(C)(ii).
let seniorAge = 65

/// The standard deduction with what age and blindness add.
///
/// Source: 26 U.S.C. §63(c), (f).
///
/// - Parameters:
///   - facts: the ages and blindness; a spouse counts on a joint return.
///   - law: the year's law.
/// - Returns: the deduction in cents, which no amount of the return moves.
func standardDeduction(_ facts: ReturnFacts, law: borrowing FederalLaw) -> Money {
  let joint = facts.status == .marriedJoint
  let boxes =
    (facts.age >= seniorAge ? 1 : 0) + (facts.blind ? 1 : 0)
    + (joint && facts.spouseAge >= seniorAge ? 1 : 0)
  return law.standardDeduction.basic + boxes * law.standardDeduction.perBox
}
