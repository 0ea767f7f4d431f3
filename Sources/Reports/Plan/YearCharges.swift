import FederalTax
import Planning
import Quantities

/// What follows from the income of one year beside its tax, under a plan.
struct YearCharges {
  /// Where the income stands among the tiers of Medicare premiums; `nil` where they are not priced.
  let medicare: MedicareStanding?
  /// Where it stands before the end of the premium tax credit; `nil` without coverage.
  let premiumCredit: PremiumCreditStanding?
  /// What is still to be paid; `nil` where the scenario states no payments.
  let payment: RequiredPayment?
  /// What the tax withheld from supplemental wages leaves to pay; `nil` without such wages.
  let withholding: WithholdingShortfall?

  /// What follows from a year.
  ///
  /// - Parameters:
  ///   - planning: the year before any plan.
  ///   - year: the same under a plan.
  init(_ planning: PlanningYear, _ year: PricedYear) {
    medicare = MedicareStanding(planning, year)
    premiumCredit = PremiumCreditStanding(planning, year)
    payment = planning.payments.map { payments in
      RequiredPayment(
        year.result, withheld: payments.withheld, estimatedPaid: payments.estimatedPaid,
        lastYearTax: payments.lastYearTax, lastYearIncome: payments.lastYearIncome,
        law: planning.law)
    }
    withholding = WithholdingShortfall(of: planning, inputs: year.inputs)
  }
}

/// Where a year's income stands among the tiers of Medicare premiums, 42 U.S.C. §1395r(i).
struct MedicareStanding {
  /// The people whose premiums are priced.
  let people: Int
  /// The year in which the premiums are paid.
  let premiumYear: Int
  /// The last published premium year, where ``premiumYear`` comes after it.
  let projectedFrom: Int?
  /// The tier, from 0 for nothing added.
  let tier: Int
  /// How many tiers there are.
  let tiers: Int
  /// What the tier adds to the premiums of all people in the twelve months.
  let surcharge: Money
  /// How much more income begins the next tier; `nil` in the last one.
  let room: Money?
  /// What the next tier adds to the premiums beyond this one; zero in the last one.
  let nextAdds: Money

  init?(_ planning: PlanningYear, _ year: PricedYear) {
    people = planning.facts.medicareEnrollees
    guard people > 0 else { return nil }
    let premiums = planning.law.medicarePremiums
    premiumYear = premiums.premiumYear
    projectedFrom = premiums.projectedFrom
    let schedule = planning.facts.livedApart ? premiums.tiersApart : premiums.tiers
    let income = year.medicareIncome
    tier = schedule.cliffs.count { income >= $0.firstAmount }
    tiers = schedule.cliffs.count
    surcharge = year.result.medicareSurcharge
    let next = tier < tiers ? schedule.cliffs[tier] : nil
    room = next.map { $0.firstAmount - income }
    nextAdds = people * ((next?.total ?? schedule.total(at: income)) - schedule.total(at: income))
  }
}

/// Where a year's household income stands before the end of the premium tax credit, IRC §36B.
struct PremiumCreditStanding {
  /// The people of the household.
  let people: Int
  /// Household income in whole percents of the poverty line.
  let percent: Int64
  /// The last percent with a credit.
  let lastPercent: Int64
  /// The most household income with a credit.
  let limit: Money
  /// How much more income keeps the credit; negative where the limit is passed.
  let room: Money
  /// What passing the limit takes away: the credit, and with it what was paid in advance.
  let atStake: Money

  init?(_ planning: PlanningYear, _ year: PricedYear) {
    guard let coverage = planning.facts.marketplace, let terms = planning.law.premiumCredit else {
      return nil
    }
    people = coverage.householdSize
    lastPercent = terms.range.upperBound
    percent = terms.contribution(of: people).percent(of: year.premiumIncome)
    limit = Money(
      cents: roundedQuotient(terms.povertyLine(of: people).cents * lastPercent, over: 100, .halfUp))
    room = limit - year.premiumIncome
    atStake = year.result.premiumCreditBalance + coverage.advanceCredit
  }
}

extension PricedYear {
  /// Modified adjusted gross income for Medicare premiums.
  var medicareIncome: Money {
    result.adjustedGrossIncome + inputs.taxExemptInterest + inputs.foreignEarnedIncomeExclusion
  }

  /// Household income for the premium tax credit, Form 8962 line 3.
  var premiumIncome: Money {
    medicareIncome + inputs.socialSecurityBenefits - result.taxableSocialSecurity
  }
}
