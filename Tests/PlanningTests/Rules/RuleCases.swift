import FederalTax
import Planning
import Quantities
import TestSupport

extension RuleCase {
  /// The rules of the return that a plan can cross.
  static let all: [RuleCase] = [
    RuleCase("net investment income tax") { random in
      var household = RuleHousehold()
      household.inputs.wages = random.dollars(184_000...204_000)
      household.inputs.taxableInterest = Money(dollars: 6_000)
      household.later = 170
      return household
    } without: {
      $0.change("investment_income_rate", unit: "rate", to: "0%")
    },
    RuleCase("alternative minimum tax, whose exemption shrinks") { random in
      var household = RuleHousehold(.marriedJoint)
      household.inputs.wages = random.dollars(700_000...900_000)
      household.inputs.amtPreferences = random.dollars(180_000...300_000)
      household.reach = 90_000
      household.later = 300
      return household
    } without: {
      $0.change("minimum_tax_rates", unit: "rate", to: "[0%, 0%]")
    },
    RuleCase("gain of the 25% rate") { random in
      var household = RuleHousehold()
      household.inputs.wages = random.dollars(230_000...300_000)
      household.inputs.section1250Gain = random.dollars(5_000...30_000)
      household.inputs.longTermGain = household.inputs.section1250Gain + random.dollars(0...8_000)
      household.carryover.longTerm = random.dollars(0...6_000)
      household.later = 210
      return household
    } without: {
      $0.inputs.section1250Gain = .zero
    },
    RuleCase("gain of the 28% rate") { random in
      var household = RuleHousehold()
      household.inputs.wages = random.dollars(260_000...320_000)
      household.inputs.longTermGain = random.dollars(0...10_000)
      household.carryover.longTerm = random.dollars(0...4_000)
      household.lotsAreCollectibles = true
      household.reach = 60_000
      household.later = Int64.random(in: 20...33, using: &random) * 10
      return household
    } without: {
      $0.lotsAreCollectibles = false
    },
    RuleCase("taxable social security") { random in
      var household = RuleHousehold(age: 67)
      household.inputs.socialSecurityBenefits = random.dollars(20_000...34_000)
      household.inputs.pensions = random.dollars(8_000...24_000)
      household.later = 60
      return household
    } without: {
      $0.inputs.pensions += $0.inputs.socialSecurityBenefits
      $0.inputs.socialSecurityBenefits = .zero
    },
    RuleCase("deduction for an IRA, rounded up to tens, and the last 200 of it") { random in
      var household = RuleHousehold()
      household.facts.isCoveredByPlan = true
      household.inputs.wages = random.dollars(76_000...88_000)
      household.inputs.iraContribution = Money(dollars: 7_500)
      household.reach = 8_000
      return household
    } without: {
      $0.facts.isCoveredByPlan = false
    },
    RuleCase("deduction for seniors", least: 1) { random in
      var household = RuleHousehold(age: 68)
      household.inputs.pensions = random.dollars(66_000...80_000)
      household.reach = 40_000
      household.later = 155
      return household
    } without: {
      $0.change("senior_deduction_rate", unit: "rate", to: "0%")
    },
    RuleCase("limit of state and local taxes") { random in
      var household = RuleHousehold(.marriedJoint)
      household.facts.deduction = .elected
      household.inputs.wages = random.dollars(480_000...520_000)
      household.inputs.stateIncomeTax = Money(dollars: 38_000)
      household.inputs.realEstateTax = Money(dollars: 9_000)
      household.inputs.mortgageInterest = Money(dollars: 12_000)
      household.reach = 40_000
      household.later = 230
      return household
    } without: {
      $0.change("local_tax_cap_rate", unit: "rate", to: "0%")
    },
    RuleCase("choice of itemized deductions, with floors under medical costs and gifts") { random in
      var household = RuleHousehold()
      household.facts.deduction = .elected
      household.inputs.wages = random.dollars(60_000...90_000)
      household.inputs.medicalExpenses = random.dollars(9_000...13_000)
      household.inputs.mortgageInterest = Money(dollars: 7_000)
      household.inputs.charityCash = Money(dollars: 4_000)
      household.reach = 30_000
      return household
    } without: {
      $0.facts.deduction = .given(
        $0.inputs.medicalExpenses + $0.inputs.mortgageInterest + $0.inputs.charityCash,
        taxes: .zero)
    },
    RuleCase("limitation of itemized deductions", least: 1) { random in
      var household = RuleHousehold()
      household.facts.deduction = .elected
      household.inputs.wages = random.dollars(660_000...700_000)
      household.inputs.mortgageInterest = random.dollars(30_000...50_000)
      household.reach = 90_000
      household.later = 245
      return household
    } without: {
      $0.change("itemized_limitation", unit: "rate", to: "[0%, 37%]")
    },
    RuleCase("credits for children") { random in
      var household = RuleHousehold(.marriedJoint)
      household.facts.childrenUnder17 = 2
      household.inputs.wages = random.dollars(386_000...405_000)
      household.later = 215
      return household
    } without: {
      $0.facts.childrenUnder17 = 0
    },
    RuleCase("deduction of qualified business income") { random in
      var household = RuleHousehold()
      household.inputs.businessIncome = random.dollars(205_000...225_000)
      household.inputs.qualifiedBusinessIncome = household.inputs.businessIncome
      household.inputs.qualifiedBusinessLimit = random.dollars(0...20_000)
      household.reach = 40_000
      household.later = 220
      return household
    } without: {
      $0.inputs.qualifiedBusinessIncome = .zero
    },
    RuleCase("tax with foreign earned income excluded") { random in
      var household = RuleHousehold()
      household.inputs.foreignEarnedIncomeExclusion = Money(dollars: 130_000)
      household.inputs.wages = random.dollars(0...20_000)
      household.reach = 60_000
      household.later = 160
      return household
    } without: {
      $0.inputs.foreignEarnedIncomeExclusion = .zero
    },
    RuleCase("brackets of estates and trusts") { random in
      var household = RuleHousehold(.estateOrTrust)
      household.inputs.taxableInterest = random.dollars(6_000...14_000)
      household.reach = 14_000
      household.later = 215
      return household
    } without: {
      $0.facts.status = .single
    },
    RuleCase("refundable credit for children", least: 1) { random in
      var household = RuleHousehold(.headOfHousehold)
      household.facts.childrenUnder17 = 3
      household.inputs.wages = random.dollars(40_000...50_000)
      household.later = 60
      household.reach = 40_000
      return household
    } without: {
      $0.change("refundable_child_credit", unit: "money", to: "0")
    },
    RuleCase("alternative minimum tax with gain of the 25% rate") { random in
      var household = RuleHousehold()
      household.inputs.wages = random.dollars(240_000...320_000)
      household.inputs.amtPreferences = random.dollars(150_000...220_000)
      household.inputs.section1250Gain = random.dollars(20_000...50_000)
      household.inputs.longTermGain = household.inputs.section1250Gain
      household.later = 240
      household.reach = 60_000
      return household
    } without: {
      $0.inputs.amtPreferences = .zero
    },
    RuleCase("taxable social security of a separate return") { random in
      var household = RuleHousehold(.marriedSeparate, age: 67)
      household.facts.livedApart = true
      household.inputs.socialSecurityBenefits = random.dollars(20_000...30_000)
      household.inputs.pensions = random.dollars(6_000...20_000)
      household.later = 60
      return household
    } without: {
      $0.facts.livedApart = false
    },
  ]
}
