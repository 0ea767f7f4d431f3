import FederalTax
import Foundation
import Planning
import Quantities
import Reports
import Testing

@Suite("What follows from the income, in reports")
struct ChargeTextTests {
  /// The usual year with other facts and payments.
  private func problem(_ change: (inout PlanningYear) -> Void) throws -> Problem {
    var scenario = try Household.oneYear().scenario
    change(&scenario.years[0])
    return Problem(scenario)
  }

  private func text(_ problem: Problem, _ sales: [(position: Int, date: Int, shares: Int64)])
    -> String
  {
    PlanReport(
      Household.outcome(problem, sales), of: problem, hold: PlanPricer(problem).price(.hold)
    ).text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  @Test func `the fourth-quarter payment is told with and without the plan`() throws {
    let problem = try problem { year in
      year.payments = TaxPayments(withheld: Household.money("60000"))
    }
    let hold = PlanPricer(problem).price(.hold)
    let plan = Household.outcome(problem, [(0, 0, 300)])
    func payment(_ priced: PricedPlan) -> RequiredPayment {
      RequiredPayment(
        priced.years[0].result, withheld: Household.money("60000"), estimatedPaid: .zero,
        lastYearTax: nil, lastYearIncome: nil, law: problem.scenario.years[0].law)
    }
    let (before, after) = (payment(hold), payment(plan.priced))
    #expect(after.fourthPayment < before.fourthPayment)
    #expect(
      text(problem, [(0, 0, 300)]).contains(
        "Fourth-quarter payment: \(after.fourthPayment.separated) by 15 January 2027 avoids an"
          + " addition to the federal tax (without the plan \(before.fourthPayment.separated));"
          + " \(after.balanceDue.separated) is due in April."))
    #expect(!text(try self.problem { _ in }, []).contains("Fourth-quarter"))
  }

  @Test func `what more than the tax is added up has its own name`() throws {
    let alone = text(try problem { _ in }, [(0, 0, 300)])
    #expect(alone.contains("the federal tax of 2026 falls by"))
    #expect(!alone.contains("line 24"))
  }

  @Test func `the share of the poverty line is told with the end of the credit`() throws {
    let problem = try problem { year in
      year.inputs.wages = Household.money("90000")
      year.inputs.longTermGain = .zero
      year.facts.marketplace = MarketplaceCoverage(
        benchmarkPremium: Household.money("20000"), premium: Household.money("19000"),
        advanceCredit: .zero, householdSize: 4)
    }
    // 102,100 of income, over the line of 32,150 for four; 400% of it is 128,600.
    #expect(
      text(problem, []).contains(
        "The household income of 2026 is 317% of the poverty line of 4 people; 26,500.01 more income"
          + " would pass 400%, above which there is no premium tax credit."))
    // 400 shares of GOOG at a gain of 49,600.
    #expect(
      text(problem, [(2, 0, 400)]).contains(
        "is 471% of the poverty line of 4 people (without the plan 317%); there is no premium tax"
          + " credit above 400%, 128,600.00, which it passes by 23,100.00."))
  }

  @Test func `the tier of Medicare premiums is told with the way to the next`() throws {
    let problem = try problem { year in
      year.inputs.wages = Household.money("200000")
      year.inputs.longTermGain = .zero
      year.facts.medicareEnrollees = 2
    }
    let tiers = problem.scenario.years[0].law.medicarePremiums.tiers.cliffs
    let room = tiers[0].firstAmount - Household.money("212100")
    #expect(
      text(problem, []).contains(
        "Medicare premiums of 2028 go by the income of 2026: tier 0 of 5, 0.00 more for 2 people."
          + " Tier 1 begins with \(room.separated) more income."))
    #expect(text(problem, []).contains("Medicare premiums of 2028 are not published"))
  }

  @Test func `an earned income credit that a gain would end is told`() throws {
    let problem = try problem { year in
      year.inputs = ReturnInputs()
      year.inputs.wages = Household.money("15000")
    }
    #expect(text(problem, []).contains("ends where investment income, now 0.00, passes"))
    #expect(text(problem, [(2, 0, 100)]).contains("is lost: investment income of 12,400.00 is"))
    let rich = text(try self.problem { _ in }, [])
    #expect(!rich.contains("earned income credit"))
  }

  @Test func `events stand before the forms that take them up`() throws {
    let problem = try problem { year in
      var effect = EventEffect(year: 2026)
      effect.line("1a", of: .form1040, "Value of the shares", Household.money("1234.5"))
      year.events = [YearEvent(title: "100 shares vest", effect: effect)]
    }
    let hold = PlanPricer(problem).price(.hold)
    let text = explanationText(of: problem, plan: hold, name: "Optimal", hold: hold)
    let events = try #require(text.range(of: "2026  Events"))
    let form = try #require(text.range(of: "2026  Form 1040"))
    #expect(events.lowerBound < form.lowerBound)
    #expect(text.contains("100 shares vest"))
    #expect(text.contains("Value of the shares  1,234.50"))
  }

  @Test func `a line that the law asks for only under one plan stands alone`() throws {
    let problem = try problem { year in
      year.inputs.wages = Household.money("10000")
      year.inputs.longTermGain = .zero
      year.facts.marketplace = MarketplaceCoverage(
        benchmarkPremium: Household.money("20000"), premium: Household.money("19000"),
        advanceCredit: .zero, householdSize: 4)
    }
    // Below the poverty line there is no credit; with the gain there is, and its lines with it.
    let plan = Household.outcome(problem, [(2, 0, 400)])
    let text = explanationText(
      of: problem, plan: plan.priced, name: "Optimal", hold: PlanPricer(problem).price(.hold))
    #expect(text.contains("Form 1040"))
  }
}
