import Portfolio
import Quantities
import TestSupport
import Testing

@testable import Planning

@Suite("Shares on average basis in plans")
struct AverageOrderTests {
  /// Lots of one fund in one account, each of 100 shares with a basis of 80 a share, held for so
  /// many days on the first of the planning dates, which are a year apart.
  private func problem(held days: [Int], years: Int = 1) throws -> Problem {
    var sample = SampleScenario(
      days.enumerated().map { .init("L\($0)", value: 10_000, gain: 2_000, daysHeld: $1) })
    sample.years = years
    var scenario = try sample.scenario()
    for index in scenario.lots.indices {
      scenario.lots[index].symbol = "L0"
      scenario.lots[index].isAveraged = true
    }
    return Problem(scenario)
  }

  private func offers(_ problem: Problem) -> [[Int]] {
    problem.positions.map { [$0.lot] + $0.opportunities.map(\.date) }
  }

  @Test func `short-term shares are left out while older ones are long-term`() throws {
    let problem = try problem(held: [500, 200, 400])
    #expect(offers(problem) == [[0, 0], [2, 0]])
    #expect(problem.withheld.map(\.code) == ["average_basis"])
    #expect(problem.withheld[0].reason.contains("Treas. Reg. 1.1012-1(e)(7)"))
  }

  @Test func `shares are offered from the date on which they are long-term`() throws {
    let problem = try problem(held: [500, 200], years: 2)
    #expect(offers(problem) == [[0, 0, 1], [1, 1]])
    #expect(problem.positions.map { $0.limit == nil } == [true, false])
  }

  @Test func `where all shares are short-term and none is recent, all are offered`() throws {
    #expect(offers(try problem(held: [100, 200])) == [[0, 0], [1, 0]])
    // A recent purchase, were it not sold, would replace what is sold at a loss.
    #expect(offers(try problem(held: [20, 200])).isEmpty)
  }

  @Test func `which of the shares offered are sold makes no difference to the cent`() throws {
    let problem = try problem(held: [500, 900, 400], years: 2)
    let pricer = PlanPricer(problem)
    func objective(_ first: Int, _ second: Int) -> Money {
      pricer.price(
        Plan([
          Sale(position: first, date: 0, shares: Shares(whole: 60)),
          Sale(position: second, date: 1, shares: Shares(whole: 30)),
        ])
      ).objective.value
    }
    let all = (0..<3).flatMap { first in (0..<3).map { objective(first, $0) } }
    #expect(Set(all).count == 1)
  }

  @Test func `lots that are not averaged are no matter of the order`() throws {
    var scenario = try problem(held: [500, 200]).stated
    scenario.lots[1].isAveraged = false
    #expect(offers(Problem(scenario)) == [[0, 0], [1, 0]])
  }
}
