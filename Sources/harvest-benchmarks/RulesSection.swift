import FederalTax
import GLPKSolver
import Planning
import Quantities

/// A household whose plan crosses the thresholds of rules that few households need.
private enum RuleClient: String, CaseIterable {
  case medicare = "retired couple, Medicare tiers"
  case earlyRetiree = "early retiree, premium credit"
  case itemizer = "itemizer, local taxes and gifts"
  case saver = "IRA deduction shrinking"
  case owner = "business income deduction"
  case rental = "rental sold, 25% gain"
  case collector = "collectibles, 28% gain"
  case expat = "income abroad, foreign credit"
  case trust = "trust"
  case corporation = "corporation"
  case five = "five thresholds at once"

  /// What the lots are worth together, in dollars.
  var wealth: Double {
    switch self {
    case .earlyRetiree, .saver, .trust: 400_000
    case .itemizer, .five: 2_000_000
    default: 1_000_000
    }
  }

  func situation(_ draw: inout ClientGenerator) -> String {
    switch self {
    case .medicare:
      """
      taxpayer: {filing_status: married_joint, birth_year: 1959, spouse_birth_year: 1960}
      income: {pensions: \(draw.number(120_000...180_000)), social_security_benefits: 52_000, ordinary_dividends: 14_000, qualified_dividends: 12_000}
      """
    case .earlyRetiree:
      """
      taxpayer: {filing_status: single, birth_year: 1965}
      income: {pensions: \(draw.number(30_000...55_000)), ordinary_dividends: 4_000, qualified_dividends: 4_000}
      marketplace: {benchmark_premium: 14_000, premium: 12_500, advance_credit: 8_000, household_size: 1}
      """
    case .itemizer:
      """
      taxpayer: {filing_status: married_joint, birth_year: 1978}
      income: {wages: \(draw.number(430_000...560_000)), ordinary_dividends: 22_000, qualified_dividends: 18_000}
      deductions: {state_income_tax: 34_000, real_estate_tax: 16_000, mortgage_interest: 18_000, charity_cash: 15_000}
      """
    case .saver:
      """
      taxpayer: {filing_status: single, birth_year: 1985, covered_by_plan: true}
      income: {wages: \(draw.number(74_000...86_000)), ira_contribution: 7_500, ordinary_dividends: 2_000, qualified_dividends: 1_500}
      """
    case .owner:
      """
      taxpayer: {filing_status: married_joint, birth_year: 1975, children_under_17: 2}
      income: {business_income: \(draw.number(330_000...420_000)), qualified_business_income: 330_000, qualified_business_limit: 20_000, ordinary_dividends: 9_000, qualified_dividends: 7_000}
      """
    case .rental:
      """
      taxpayer: {filing_status: married_joint, birth_year: 1972}
      income: {wages: \(draw.number(180_000...320_000)), taxable_interest: 5_000}
      capital: {section_1250_gain: 140_000, realized_long_term: 310_000, long_term_carryover: \(draw.number(0...60_000))}
      """
    case .collector:
      """
      taxpayer: {filing_status: single, birth_year: 1970}
      income: {wages: \(draw.number(190_000...280_000)), taxable_interest: 3_000}
      capital: {realized_short_term: \(draw.number(0...20_000)), long_term_carryover: \(draw.number(0...30_000))}
      """
    case .expat:
      """
      taxpayer: {filing_status: single, birth_year: 1982}
      income: {wages: \(draw.number(20_000...60_000)), foreign_earned_income_exclusion: 132_900, ordinary_dividends: 30_000, qualified_dividends: 24_000, foreign_tax_paid: 4_500, foreign_passive_income: 28_000}
      """
    case .trust:
      """
      taxpayer: {filing_status: estate_or_trust, trust_kind: complex_trust}
      income: {taxable_interest: \(draw.number(4_000...14_000)), ordinary_dividends: 9_000, qualified_dividends: 8_000}
      """
    case .corporation:
      """
      taxpayer: {kind: c_corporation}
      income: {business_income: \(draw.number(100_000...300_000)), ordinary_dividends: 9_000}
      capital: {realized_long_term: \(draw.number(0...60_000))}
      """
    case .five:
      // Medicare tiers, the deduction for seniors, investment income, itemized deductions with two
      // floors, brackets of both kinds: every one within what the lots can move.
      """
      taxpayer: {filing_status: single, birth_year: 1958}
      income: {pensions: \(draw.number(60_000...120_000)), social_security_benefits: 38_000, taxable_interest: 12_000, ordinary_dividends: 20_000, qualified_dividends: 16_000}
      deductions: {state_income_tax: 9_000, real_estate_tax: 6_000, charity_cash: 4_000, medical_expenses: 16_000}
      state_tax: {name: State, rate: 5%}
      """
    }
  }
}

/// Plans of 200 lots through rules that few households need.
func rulePlans() throws -> Table {
  var table = Table(
    "One year of 200 lots through the other rules",
    ["client", "median", "slowest", "cells", "binaries", "nodes", "gap, largest"])
  for client in RuleClient.allCases {
    var times: [Duration] = []
    var gaps: [Money] = []
    var (cells, binaries, nodes) = (0, 0, 0)
    for seed in UInt64(1)...7 {
      var generator = ClientGenerator(seed: seed)
      let files = generator.files(
        title: client.rawValue, wealth: client.wealth, lots: 200,
        hasCollectibles: client == .collector, situation: client.situation)
      let problem = try Household(files).problem()
      let start = ContinuousClock.now
      let answer = try Planner(problem, solver: GLPKSolver()).optimal(
        PlannerOptions(timeLimit: 60))
      times.append(start.duration(to: .now))
      guard case .plan(let outcome) = answer, let proof = outcome.proof else { continue }
      gaps.append(proof.gap)
      cells = max(cells, CellCount.of(problem))
      binaries = max(binaries, outcome.effort.binaries)
      nodes = max(nodes, outcome.effort.nodes)
    }
    table.add([
      client.rawValue, median(times)?.milliseconds ?? "", times.max()?.milliseconds ?? "",
      "\(cells)", "\(binaries)", "\(nodes)", gaps.max()?.description ?? "",
    ])
  }
  return table
}

/// Exact returns a second of a household that needs nearly every rule.
func everyRule() throws -> Int {
  let law = try FederalLaw.load(year: 2026, status: .marriedJoint)
  var facts = ReturnFacts(
    status: .marriedJoint, age: 67, spouseAge: 66, childrenUnder17: 1, deduction: .elected)
  facts.isCoveredByPlan = true
  facts.medicareEnrollees = 2
  facts.marketplace = MarketplaceCoverage(
    benchmarkPremium: Money(dollars: 20_000), premium: Money(dollars: 18_000),
    advanceCredit: Money(dollars: 9_000), householdSize: 3)
  if let schedule = RateSchedule(starts: [.zero], rates: [Rate(percent: 5)]) {
    facts.stateTax = StateTax(
      name: "State", schedule: schedule, deduction: Money(dollars: 10_000), taxesGains: true)
  }
  var inputs = ReturnInputs<Money>()
  inputs.socialSecurityBenefits = Money(dollars: 40_000)
  inputs.iraContribution = Money(dollars: 7_500)
  inputs.qualifiedDividends = Money(dollars: 8_000)
  inputs.ordinaryDividends = Money(dollars: 9_000)
  inputs.section1250Gain = Money(dollars: 30_000)
  inputs.collectiblesGain = Money(dollars: 5_000)
  inputs.stateIncomeTax = Money(dollars: 22_000)
  inputs.realEstateTax = Money(dollars: 12_000)
  inputs.mortgageInterest = Money(dollars: 11_000)
  inputs.charityCash = Money(dollars: 9_000)
  inputs.medicalExpenses = Money(dollars: 30_000)
  inputs.qualifiedBusinessIncome = Money(dollars: 60_000)
  inputs.businessIncome = Money(dollars: 60_000)
  inputs.foreignTaxPaid = Money(dollars: 900)
  inputs.foreignPassiveIncome = Money(dollars: 7_000)
  let count: Int64 = 200_000
  var checksum = Money.zero
  let runs = (0..<5).map { _ in
    ContinuousClock().measure {
      for index in 0..<count {
        inputs.wages = Money(dollars: index * 3)
        inputs.longTermGain = Money(dollars: (index * 37) % 900_000 - 100_000)
        inputs.shortTermGain = Money(dollars: (index * 91) % 400_000 - 200_000)
        checksum += exactReturn(inputs, facts: facts, law: law).fullCost
      }
    }
  }
  precondition(checksum > .zero)
  guard let time = median(runs) else { return 0 }
  return Int(Double(count) / (time / .seconds(1)))
}
