import Planning
import Quantities
import Reports
import TestSupport
import Testing

@Suite("A plan as text")
struct PlanTextTests {
  private func report(_ problem: Problem, _ outcome: PlanOutcome) -> PlanReport {
    var compared = outcome
    if outcome.maker == .optimal {
      compared.greedy = Household.outcome(problem, [(0, 0, 300)], maker: .greedy, gap: nil).priced
    }
    return PlanReport(compared, of: problem, hold: PlanPricer(problem).price(.hold))
  }

  @Test func `one year reads as it is kept`() throws {
    let problem = try Household.oneYear()
    let outcome = Household.outcome(problem, [(0, 0, 300), (1, 0, 120), (3, 0, 400)])
    let text = report(problem, outcome).text
    #expect(Golden.difference(of: text, from: Golden.path("plan-one-year.txt")) == nil)
  }

  @Test func `two years read as they are kept`() throws {
    let problem = try Household.twoYears()
    let outcome = Household.outcome(
      problem, [(0, 0, 300), (1, 1, 100)], gap: "37.00", isComplete: false)
    let text = report(problem, outcome).text
    #expect(Golden.difference(of: text, from: Golden.path("plan-two-years.txt")) == nil)
  }

  @Test func `a plan that sells nothing says so, with and without proof`() throws {
    let problem = try Household.oneYear()
    let proven = report(problem, Household.outcome(problem, []))
    #expect(
      proven.text.contains(
        "Sell nothing: no plan that the constraints allow is better, costs included."))
    let greedy = report(problem, Household.outcome(problem, [], maker: .greedy, gap: nil))
    #expect(
      greedy.text.contains("Sell nothing: no better plan was found that the constraints allow."))
    #expect(greedy.text.contains("No proof: this is the greedy plan"))
  }

  @Test func `the figures are those of the exact returns`() throws {
    let problem = try Household.oneYear()
    let outcome = Household.outcome(problem, [(0, 0, 300)])
    let hold = PlanPricer(problem).price(.hold)
    let text = report(problem, outcome).text
    let saved = hold.tax - outcome.priced.tax
    #expect(saved > .zero)
    #expect(text.contains("falls by \(grouped(saved))"))
    #expect(text.contains(grouped(hold.tax)))
    #expect(text.contains(grouped(outcome.priced.tax)))
  }

  @Test func `many sales are shown by the largest and a line for the rest`() throws {
    let base = try Household.oneYear().scenario
    var scenario = base
    scenario.lots = (0..<60).map { index in
      Household.lot(
        "L-\(index)", "joint", "VTI", "2025-01-0\(index % 9 + 1)", 10, basis: "\(3_100 + index)")
    }
    let problem = Problem(scenario)
    let outcome = Household.outcome(problem, (0..<60).map { ($0, 0, 10) })
    let text = report(problem, outcome).text
    #expect(text.contains("Do: 60 sales, the 25 largest shown"))
    #expect(text.contains("35 more"))
    #expect(text.contains("L-59"))
    #expect(!text.contains("L-34 "))
    #expect(text.contains("Every sale: --format json"))
  }

  @Test func `text from a file cannot steer the terminal`() throws {
    let problem = try Household.oneYear(title: "Red \u{1B}[31m\u{202E}title\u{07}")
    let text = report(problem, Household.outcome(problem, [])).text
    #expect(text.hasPrefix("Red ?[31m?title?\n"))
  }

  @Test func `no line is wider than a terminal, and none ends in a space`() throws {
    let problem = try Household.twoYears()
    let outcome = Household.outcome(problem, [(0, 0, 300), (1, 1, 100), (2, 0, 123)])
    for line in report(problem, outcome).text.split(separator: "\n") {
      #expect(line.count <= 110, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test func `a stopped search and a better greedy plan are told`() throws {
    let problem = try Household.oneYear()
    let stopped = Household.outcome(problem, [(0, 0, 10)], gap: "37.00", isComplete: false)
    let text = report(problem, stopped).text
    #expect(text.contains("Stopped at a limit"))
    #expect(text.contains("no plan is better by more than $37.00"))
    #expect(text.contains("greedy is better by $"))
    let noBound = Household.outcome(problem, [], gap: nil)
    #expect(report(problem, noBound).text.contains("Stopped at a limit before anything was"))
    #expect(noBound.stoppedAtLimit)
    #expect(!Household.outcome(problem, [], gap: "0.00", isComplete: false).stoppedAtLimit)
  }

  private func grouped(_ amount: Money) -> String {
    let digits = amount.description.split(separator: ".")
    var whole = String(digits[0])
    var index = whole.count - 3
    while index > 0 {
      whole.insert(",", at: whole.index(whole.startIndex, offsetBy: index))
      index -= 3
    }
    return "\(whole).\(digits[1])"
  }
}
