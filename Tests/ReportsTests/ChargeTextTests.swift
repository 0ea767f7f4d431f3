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
    ).text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
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

  @Test func `events stand in the plan with what each adds`() throws {
    let problem = try problem { year in
      var vest = EventEffect(year: 2026)
      vest.amounts.wages = Household.money("1234.5")
      vest.withheld = Household.money("200")
      vest.line("1a", of: .form1040, "Value of the shares", Household.money("1234.5"))
      var sale = EventEffect(year: 2026)
      sale.amounts.longTermGain = Household.money("-50")
      sale.line("1e", of: .scheduleD, "Loss", Household.money("-50"))
      year.events = [
        YearEvent(title: "100 shares vest", effect: vest),
        YearEvent(title: "A stamp is worthless", effect: sale),
        YearEvent(title: "Nothing told", effect: EventEffect(year: 2026)),
      ]
    }
    let text = text(problem, [])
    #expect(text.contains("100 shares vest 1,234.50 200.00"))
    #expect(text.contains("A stamp is worthless -50.00"))
    #expect(!text.contains("Nothing told"))
    #expect(!text.contains("Business"))
    #expect(!self.text(try self.problem { _ in }, []).contains("Events"))
    let nothing = try self.problem { year in
      var effect = EventEffect(year: 2026)
      effect.line("16", of: .scheduleA, "Not allowed", .zero)
      year.events = [YearEvent(title: "A token is abandoned", effect: effect)]
    }
    #expect(self.text(nothing, []).contains("A token is abandoned 0.00"))
  }

  @Test func `a plan just below a cliff is told to leave room`() throws {
    func near(_ wages: String) throws -> Problem {
      try problem { year in
        year.inputs.wages = Household.money(wages)
        year.inputs.longTermGain = .zero
        year.facts.medicareEnrollees = 2
      }
    }
    // 12,100 of other income; the first tier begins above 218,000 and costs two people 2,296.80.
    #expect(
      text(try near("205800.01"), []).contains(
        "The income of 2026 ends 100.00 before tier 1 of the Medicare premiums of 2028, which costs"
          + " 2,296.80. Leave room for income not yet known, such as agi_at_most: {2026: 217500}."))
    for wages in ["205800", "205900.01"] {
      #expect(!text(try near(wages), []).contains("Leave room"))
    }
    let credit = try problem { year in
      year.inputs.wages = Household.money("116500")
      year.inputs.longTermGain = .zero
      year.facts.marketplace = MarketplaceCoverage(
        benchmarkPremium: Household.money("20000"), premium: Household.money("19000"),
        advanceCredit: Household.money("5000"), householdSize: 4)
    }
    // 400% of 32,150 is 128,600, all of which is reached; above it 20,000 less 9.96% of it are lost.
    #expect(
      text(credit, []).contains(
        "The income of 2026 ends 0.01 before the end of the premium tax credit, which costs"
          + " 7,191.44. Leave room for income not yet known, such as agi_at_most: {2026: 128100}."))
  }

  @Test func `Medicare premiums of every year are named as projected`() throws {
    var scenario = try Household.twoYears().scenario
    for index in scenario.years.indices { scenario.years[index].facts.medicareEnrollees = 1 }
    let text = text(Problem(scenario), [])
    #expect(
      text.contains("Medicare premiums of 2028 and 2029 are not published: the tiers of 2026"))
    #expect(text.contains("the indexed values of 2026 serve unchanged"))
  }

  @Test func `the losses of a corporation are told by age, and when its year runs`() throws {
    var scenario = try Household.oneYear().scenario
    var corporation = CorporationFacts(unexpiredCarryover: Household.money("9500"))
    corporation.fiscalYear = FiscalYear(endMonth: 6)
    scenario.years[0].facts.corporation = corporation
    scenario.years[0].inputs.longTermGain = Household.money("1000")
    scenario.carryover = CarryoverIn(longTerm: Household.money("47500"))
    let problem = Problem(scenario)
    let text = text(problem, [])
    #expect(text.contains("Tax year 2026 (fiscal, 2026-07-01 to 2027-06-30), C corporation;"))
    #expect(text.contains("Long-term of the year 1,000.00"))
    #expect(text.contains("Losses carried in 47,500.00"))
    #expect(text.contains("Older losses carried on 9,500.00"))
    #expect(text.contains("Losses that expire unused 37,000.00"))
    #expect(text.contains("Income, line 28"))
    #expect(!text.contains("Adjusted gross income"))
    #expect(!text.contains("Long-term loss"))
    let outcome = Household.outcome(problem, [])
    let page = comparisonText([
      ComparisonReport(
        of: problem, hold: outcome.priced, answer: .plan(outcome), columns: [.init(outcome)])
    ])
    #expect(page.contains("Older losses left over"))
    #expect(!page.contains("Net long-term"))
    scenario.years[0].facts = ReturnFacts(status: .estateOrTrust)
    scenario.years[0].law = try FederalLaw.load(year: 2026, status: .estateOrTrust)
    #expect(self.text(Problem(scenario), []).contains("Adjusted gross income, 67(e)"))
  }
}
