import Planning
import Quantities
import Reports
import TestSupport
import Testing

@Suite("Plans in columns")
struct ComparisonTests {
  private func report(_ problem: Problem) -> ComparisonReport {
    let greedy = Household.outcome(
      problem, [(0, 0, 300), (1, 0, 100), (3, 0, 1_000)], maker: .greedy, gap: nil)
    let answer = Household.outcome(
      problem, [(0, 0, 300), (1, 0, 120), (3, 0, 1_000)], greedy: greedy.priced)
    let columns: [ComparisonReport.Column] = [
      .init(Household.outcome(problem, [], maker: .hold, gap: nil)),
      .init(
        Household.outcome(problem, [(0, 0, 300), (3, 0, 1_000)], maker: .harvestAll, gap: nil)),
      .init(
        Household.outcome(problem, [(0, 0, 300), (1, 0, 120)], maker: .firstInFirstOut, gap: nil)),
      .init(Household.outcome(problem, [(0, 0, 1)], maker: .given, gap: nil), name: "a/mine.csv"),
      .init(greedy), .init(answer),
    ]
    return ComparisonReport(
      of: problem, hold: columns[0].outcome.priced, answer: .plan(answer),
      columns: columns)
  }

  @Test func `one year reads as it is kept`() throws {
    let problem = try Household.oneYear(
      constraints: PlanConstraints(raiseCash: Household.money("50000")))
    let text = comparisonText([report(problem)])
    #expect(Golden.difference(of: text, from: Golden.path("comparison-one-year.txt")) == nil)
  }

  @Test func `two scenarios read as they are kept`() throws {
    let text = comparisonText([
      report(try Household.oneYear()), report(try Household.twoYears()),
    ])
    #expect(Golden.difference(of: text, from: Golden.path("comparison-two-scenarios.txt")) == nil)
  }

  @Test func `a plan that breaks a constraint is marked and never the best`() throws {
    let problem = try Household.oneYear(
      constraints: PlanConstraints(raiseCash: Household.money("100000")))
    let report = report(problem)
    #expect(report.columns[0].broken == ["raise_cash: 100000.00"])
    #expect(report.columns[5].broken == [])
    let text = comparisonText([report])
    #expect(text.contains("(!) Hold breaks raise_cash: 100000.00."))
  }

  @Test func `constraints that no plan satisfies are named`() throws {
    let problem = try Household.oneYear()
    let report = ComparisonReport(
      of: problem, hold: PlanPricer(problem).price(.hold),
      answer: .contradiction(
        Contradiction(
          constraints: ["raise_cash: 900000.00", "never_sell: VTI"],
          message: "the sales bring at most 400000.00")), columns: [])
    let text = comparisonText([report])
    #expect(text.contains("No plan satisfies the constraints: the sales bring at most 400000.00."))
    #expect(text.contains("raise_cash: 900000.00; never_sell: VTI."))
    let unproven = contradictionText(
      Contradiction(constraints: ["raise_cash: 5.00"], message: "1.00 is missing", isProven: false))
    #expect(unproven.contains("does not prove that there is none: 1.00 is missing."))
    let json = comparisonJSON([report]).document
    #expect(json.contains(#""termination": "infeasible""#))
  }

  @Test func `amounts too wide for the page are in whole dollars`() throws {
    var scenario = try Household.oneYear().scenario
    scenario.lots = [
      Household.lot("X", "joint", "VTI", "2020-01-02", 9_000_000, basis: "3000000000")
    ]
    let problem = Problem(scenario)
    let columns = (0..<7).map { _ in
      ComparisonReport.Column(
        Household.outcome(problem, [(0, 0, 9_000_000)], maker: .highestCost, gap: nil))
    }
    let text = comparisonText([
      ComparisonReport(
        of: problem, hold: PlanPricer(problem).price(.hold),
        answer: .plan(Household.outcome(problem, [])), columns: columns)
    ])
    #expect(text.contains("Whole dollars; cents: --format json"))
    #expect(text.contains("2,709,000,000"))
    #expect(!text.contains("2,709,000,000.00"))
  }
}
