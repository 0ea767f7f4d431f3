import FederalTax
import HouseholdFiles
import Planning
import Quantities
import Testing

@Suite("People and amounts of a scenario")
struct HouseholdFactsTests {
  @Test func `every kind of income reaches its line`() throws {
    let scenario = try MemoryFiles.small(
      """
      income:
        wages: 1
        spouse_wages: 2
        taxable_interest: 3
        tax_exempt_interest: 4
        ordinary_dividends: 6
        qualified_dividends: 5
        pensions: 7
        social_security_benefits: 8
        passive_income: -9
        business_income: -10
        other_gains: -11
        ira_contribution: 12
        spouse_ira_contribution: 13
        foreign_earned_income_exclusion: 14
        qualified_business_income: 15
        qualified_business_limit: 16
        foreign_tax_paid: 17
        foreign_passive_income: 18
        amt_preferences: -19
      """, taxpayer: "{filing_status: married_joint}"
    ).scenario()
    var expected = ReturnInputs<Money>()
    let places: [WritableKeyPath<ReturnInputs<Money>, Money>] = [
      \.wages, \.spouseWages, \.taxableInterest, \.taxExemptInterest, \.qualifiedDividends,
      \.ordinaryDividends, \.pensions, \.socialSecurityBenefits, \.passiveIncome,
      \.businessIncome, \.otherGains, \.iraContribution, \.spouseIraContribution,
      \.foreignEarnedIncomeExclusion, \.qualifiedBusinessIncome, \.qualifiedBusinessLimit,
      \.foreignTaxPaid, \.foreignPassiveIncome, \.amtPreferences,
    ]
    for (index, place) in places.enumerated() {
      let isLoss = [8, 9, 10, 18].contains(index)
      expected[keyPath: place] = Money(dollars: Int64(isLoss ? -index - 1 : index + 1))
    }
    #expect(scenario.years[0].inputs == expected)
  }

  @Test func `gains by rate belong to the first year, or to those they name`() throws {
    let years = try MemoryFiles.small(
      """
      last_year: 2027
      capital: {collectibles_gain: -1, section_1250_gain: {2027: 2}, gain_outside_investment_income: -3}
      """
    ).scenario().years.map(\.inputs)
    #expect(years.map(\.collectiblesGain.cents) == [-100, 0])
    #expect(years.map(\.section1250Gain.cents) == [0, 200])
    #expect(years.map(\.gainOutsideInvestment.cents) == [-300, 0])
    let finished = try MemoryFiles.small("capital: {rate_28_gain: 4, unrecaptured_1250_gain: 5}")
      .scenario().years[0].inputs
    #expect(finished.rate28Gain == Money(dollars: 4))
    #expect(finished.unrecaptured1250Gain == Money(dollars: 5))
  }

  @Test func `plans at work and lives apart are told`() throws {
    let facts = try MemoryFiles.small(
      taxpayer: """
        {filing_status: married_separate, lived_apart: true, covered_by_plan: true,
          spouse_covered_by_plan: true}
        """
    ).scenario().years[0].facts
    #expect(facts.livedApart && facts.isCoveredByPlan && facts.isSpouseCoveredByPlan)
    let silent = try MemoryFiles.small(taxpayer: "{filing_status: married_separate}")
      .scenario().years[0].facts
    #expect(!silent.livedApart && !silent.isCoveredByPlan && !silent.isSpouseCoveredByPlan)
  }

  @Test(arguments: [
    ("{}", DeductionChoice.standard),
    ("{total: 31_000}", .given(Money(dollars: 31_000), taxes: .zero)),
    ("{mortgage_interest: 9_000}", .elected),
    ("{kind: itemized, mortgage_interest: 9_000}", .elected),
    ("{kind: elected}", .elected),
    ("{charity_cash: {2026: 5}}", .elected),
  ])
  func `what is stated decides which deduction is taken`(
    deductions: String, choice: DeductionChoice
  ) throws {
    let facts = try MemoryFiles.small("deductions: \(deductions)").scenario().years[0].facts
    #expect(facts.deduction == choice)
  }

  @Test func `deductions one by one reach their lines`() throws {
    let inputs = try MemoryFiles.small(
      """
      deductions:
        state_income_tax: 1
        real_estate_tax: 2
        mortgage_interest: 3
        charity_cash: 4
        medical_expenses: 5
        other_itemized: 6
      """
    ).scenario().years[0].inputs
    #expect(
      [
        inputs.stateIncomeTax, inputs.realEstateTax, inputs.mortgageInterest, inputs.charityCash,
        inputs.medicalExpenses, inputs.otherItemized,
      ].map(\.cents) == [100, 200, 300, 400, 500, 600])
  }

  /// 30,000 of interest and dividends, of which 20,000 are qualified.
  private func trust(distributing amount: String, events: String = "") -> MemoryFiles {
    MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Kept
        year: 2026
        taxpayer: {filing_status: estate_or_trust}
        income: {taxable_interest: 5_000, ordinary_dividends: 25_000, qualified_dividends: 20_000, distribution_deduction: \(amount)}
        \(events)
        """)
  }

  @Test func `qualified dividends that a trust distributes do not stay in it`() throws {
    #expect(trust(distributing: "10_000").errors.isEmpty)
    #expect(
      trust(distributing: "10_001").errors == [
        "s.yaml:5:84: income.qualified_dividends: 20000.00 is more than the 19999.00 of 2026 that"
          + " distribution_deduction leaves to the trust (the qualified dividends that are not"
          + " distributed)"
      ])
    // What an event brings may be what is distributed.
    let k1 = "events: [{kind: k1, year: 2026, entity: partnership, interest: 9_000}]"
    #expect(trust(distributing: "12_000", events: k1).errors.isEmpty)
  }

  @Test(arguments: [
    (
      "taxpayer: {filing_status: single, lived_apart: true}",
      "taxpayer.lived_apart: it counts only for married_separate; filing_status is single"
    ),
    (
      "taxpayer: {filing_status: head_of_household, spouse_covered_by_plan: true}",
      "taxpayer.spouse_covered_by_plan: there is no spouse where filing_status is head_of_household"
    ),
    (
      "taxpayer: {filing_status: single, trust_kind: estate}",
      "taxpayer.trust_kind: there is no trust where filing_status is single"
    ),
    (
      "taxpayer: {filing_status: single, fiscal_year_end: 06-30}",
      "taxpayer.fiscal_year_end: only a corporation has a fiscal year of its own"
    ),
    (
      "taxpayer: {filing_status: single}\nincome: {spouse_ira_contribution: 5}",
      "income.spouse_ira_contribution: there are no spouse's contributions where filing_status is single"
    ),
    (
      "taxpayer: {filing_status: single}\nincome: {distribution_deduction: 5}",
      "income.distribution_deduction: only an estate or trust has it; filing_status is single"
    ),
    (
      "taxpayer: {filing_status: single}\ndeductions: {kind: standard, mortgage_interest: 5}",
      "deductions.mortgage_interest: the standard deduction has no mortgage_interest (write kind: elected)"
    ),
    (
      "taxpayer: {filing_status: single}\ndeductions: {kind: elected, total: 5}",
      "deductions.total: the total follows from the deductions one by one (leave it out)"
    ),
    (
      "taxpayer: {filing_status: single}\ndeductions: {kind: itemized, total: 5, charity_cash: 5}",
      "deductions.charity_cash: a total is stated already (leave out one or the other)"
    ),
    (
      "taxpayer: {filing_status: single}\ncapital: {collectibles_gain: 5, rate_28_gain: 5}",
      "capital.rate_28_gain: it is a finished line of Schedule D, which follows from collectibles_gain and section_1250_gain (state one kind or the other)"
    ),
    (
      "taxpayer: {filing_status: single}\ncorporation: {carried_losses: {2024: 5}}",
      "corporation: the taxpayer is no corporation (write taxpayer: {kind: c_corporation})"
    ),
  ])
  func `what cannot be is refused at its place`(lines: String, error: String) {
    let files = MemoryFiles(
      scenario: "schema: harvest.scenario/1\ntitle: No\nyear: 2026\n" + lines)
    #expect(files.errors.map { String($0.drop { $0 != " " }.dropFirst()) } == [error])
  }
}
