import FederalTax
import Planning
import Quantities
import TestSupport

extension RuleCase {
  /// The rules beside the income tax that a plan can cross.
  static let charges: [RuleCase] = [
    RuleCase("tiers of Medicare premiums") { random in
      var household = RuleHousehold(age: 67)
      household.facts.medicareEnrollees = 1
      household.inputs.pensions = random.dollars(98_000...114_000)
      household.later = 170
      return household
    } without: {
      $0.facts.medicareEnrollees = 0
    },
    RuleCase("premium tax credit and its limits") { random in
      var household = RuleHousehold(age: 60)
      household.inputs.pensions = random.dollars(48_000...61_000)
      household.facts.marketplace = MarketplaceCoverage(
        benchmarkPremium: Money(dollars: 12_000), premium: Money(dollars: 11_000),
        advanceCredit: Money(dollars: 5_000), householdSize: 1)
      household.later = 170
      return household
    } without: {
      $0.facts.marketplace = nil
    },
    RuleCase("premium tax credit from the poverty line on") { random in
      var household = RuleHousehold(age: 60)
      household.inputs.taxableInterest = random.dollars(9_000...15_000)
      household.facts.marketplace = MarketplaceCoverage(
        benchmarkPremium: Money(dollars: 12_000), premium: Money(dollars: 11_000),
        advanceCredit: .zero, householdSize: 1)
      household.later = 0
      return household
    } without: {
      $0.facts.marketplace = nil
    },
    RuleCase("foreign tax credit") { random in
      var household = RuleHousehold()
      household.inputs.wages = random.dollars(30_000...50_000)
      household.inputs.taxableInterest = Money(dollars: 30_000)
      household.inputs.foreignPassiveIncome = Money(dollars: 30_000)
      household.inputs.foreignTaxPaid = Money(dollars: 9_000)
      household.later = 140
      return household
    } without: {
      $0.inputs.foreignTaxPaid = .zero
    },
    RuleCase("income tax of a state") { random in
      var household = RuleHousehold()
      household.inputs.wages = random.dollars(90_000...120_000)
      household.facts.stateTax = RateSchedule(starts: [.zero], rates: [Rate(percent: 6)]).map {
        StateTax(name: "State", schedule: $0, deduction: .zero, taxesGains: true)
      }
      household.later = 180
      return household
    } without: {
      $0.facts.stateTax = nil
    },
    RuleCase("tax of a corporation") { random in
      var household = RuleHousehold()
      household.inputs.businessIncome = random.dollars(60_000...120_000)
      household.facts.corporation = CorporationFacts(earlierGains: [random.dollars(0...6_000)])
      household.later = 200
      return household
    } without: {
      $0.facts.corporation = nil
    },
  ]
}
