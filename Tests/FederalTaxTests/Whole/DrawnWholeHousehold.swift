@testable import FederalTax
import Quantities
import TestSupport
import Testing

/// A household with amounts of every kind, drawn from a seed, with its law.
struct DrawnWholeHousehold {
  var inputs: ReturnInputs<Money>
  var facts: ReturnFacts
  let law: FederalLaw

  init(seed: UInt64) throws {
    var base = try DrawnHousehold(seed: seed)
    var generator = SplitMix64(seed: seed ^ 0x5EED)
    func yes() -> Bool { Bool.random(using: &generator) }
    func some(above sign: Int64 = 0) -> Money { yes() ? base.amount(above: sign) : .zero }
    inputs = base.inputs
    facts = base.facts
    law = base.law
    inputs.taxExemptInterest = some()
    inputs.pensions = some(above: -1)
    inputs.socialSecurityBenefits = some()
    inputs.passiveIncome = some(above: -1)
    inputs.businessIncome = some(above: -1)
    inputs.otherGains = some(above: -1)
    inputs.iraContribution = some()
    inputs.spouseIraContribution = some()
    inputs.foreignEarnedIncomeExclusion = some()
    inputs.collectiblesGain = some(above: -1)
    inputs.section1250Gain = some()
    inputs.gainOutsideInvestment = some(above: -1)
    inputs.medicalExpenses = some()
    inputs.stateIncomeTax = some()
    inputs.realEstateTax = some()
    inputs.mortgageInterest = some()
    inputs.charityCash = some()
    inputs.otherItemized = some()
    inputs.qualifiedBusinessIncome = some()
    inputs.qualifiedBusinessLimit = some()
    facts.deduction = .elected
    facts.livedApart = facts.status == .marriedSeparate && yes()
    facts.isCoveredByPlan = yes()
    facts.isSpouseCoveredByPlan = yes()
  }

  var result: FederalReturn<Money> { exactReturn(inputs, facts: facts, law: law) }
}

@Suite("What holds of every whole return")
struct WholeReturnPropertyTests {
  @Test(arguments: UInt64(0)..<500)
  func `tracing does not change it, and its terms add up`(seed: UInt64) throws {
    let household = try DrawnWholeHousehold(seed: seed)
    let result = household.result
    let traced = tracedReturn(household.inputs, facts: household.facts, law: household.law)
    #expect(traced.result == result)
    let last = traced.lines.last { $0.form == .form1040 && $0.number == "12e" }
    #expect(last?.amount == result.deduction)
    #expect(traced.lines.count { $0.form == .form1040 && $0.number == "15" } == 1)
    #expect(
      result.totalTax
        == result.regularTax + result.alternativeMinimumTax - result.childAndDependentCredit
        - result.foreignTaxCredit + result.netInvestmentIncomeTax + result.additionalMedicareTax)
    for part in [
      result.longTermTax, result.unrecaptured1250Tax, result.collectiblesTax, result.totalTax,
      result.taxableSocialSecurity, result.iraDeduction, result.qualifiedBusinessDeduction,
      result.refundableChildCredit,
    ] { #expect(part >= .zero) }
  }

  /// A rule that is not in the set cannot change the return: with all of them it is the same.
  @Test(arguments: UInt64(0)..<300)
  func `rules that amounts do not need change nothing`(seed: UInt64) throws {
    let household = try DrawnWholeHousehold(seed: seed)
    var more = ReturnRules(of: household.inputs, facts: household.facts, law: household.law)
    more.formUnion(.collectiblesOfPlan)
    more.formUnion([.additionalIncome, .socialSecurity])
    if more.contains(.election) { more.formUnion([.medicalExpenses, .localTaxLimitShrinks]) }
    var reading = ExactArithmetic(computation: .schedule)
    let result = federalReturn(
      household.inputs, facts: household.facts, law: household.law, rules: more,
      reading: &reading)
    #expect(result == household.result)
  }

  @Test(arguments: UInt64(0)..<300)
  func `where all gain is of one rate the worksheets agree`(seed: UInt64) throws {
    var household = try DrawnWholeHousehold(seed: seed)
    household.inputs.collectiblesGain = .zero
    household.inputs.section1250Gain = .zero
    let plain = household.result
    var rules = ReturnRules(of: household.inputs, facts: household.facts, law: household.law)
    rules.insert(.cappedGain)
    var reading = ExactArithmetic(computation: .schedule)
    let result = federalReturn(
      household.inputs, facts: household.facts, law: household.law, rules: rules,
      reading: &reading)
    #expect(result.regularTax == plain.regularTax)
    #expect(result.alternativeMinimumTax == plain.alternativeMinimumTax)
  }
}
