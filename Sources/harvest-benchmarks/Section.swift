import FederalTax
import GLPKSolver
import LinearModel
import Planning
import Quantities

/// One table of the benchmark.
enum Section: String, CaseIterable {
  case returns
  case cells
  case rules
  case year
  case years
  case trades
  case whole
  case greedy
  case wash
  case ledger
  case process

  func run() throws -> Table {
    switch self {
    case .returns: try Self.returns()
    case .cells: try Self.cells()
    case .rules: try rulePlans()
    case .year:
      try Self.proofs(
        "One year, files read included",
        [(1, 20), (1, 200), (1, 2_000), (1, 20_000), (1, 100_000)])
    case .years:
      try Self.proofs(
        "Several years, files read included",
        [(3, 200), (5, 200), (5, 2_000), (10, 200), (10, 2_000)])
    case .trades:
      try Self.proofs(
        "A trade costs 10, one year", [(1, 20), (1, 100)],
        extra: "constraints: {trade_cost: 10}\n", limit: 5)
    case .whole:
      try Self.proofs(
        "Whole shares, one year", [(1, 20), (1, 200), (1, 2_000)],
        extra: "constraints: {whole_shares: true}\n")
    case .greedy: try Self.greedy()
    case .wash: try washPlans()
    case .ledger: try washLedgers()
    case .process: try wholeProcess()
    }
  }

  /// Exact returns a second on one core, over amounts around the thresholds.
  private static func returns() throws -> Table {
    var table = Table("Exact returns", ["status", "a second"])
    for status in FilingStatus.allCases {
      let law = try FederalLaw.load(year: 2026, status: status)
      let facts = ReturnFacts(status: status, childrenUnder17: 2)
      var inputs = ReturnInputs<Money>()
      inputs.qualifiedDividends = Money(dollars: 8_000)
      inputs.ordinaryDividends = Money(dollars: 9_000)
      let count: Int64 = 500_000
      var checksum = Money.zero
      let runs = (0..<5).map { _ in
        ContinuousClock().measure {
          for index in 0..<count {
            inputs.wages = Money(dollars: index)
            inputs.longTermGain = Money(dollars: (index * 37) % 900_000 - 100_000)
            inputs.shortTermGain = Money(dollars: (index * 91) % 400_000 - 200_000)
            checksum += exactReturn(inputs, facts: facts, law: law).totalTax
          }
        }
      }
      precondition(checksum > .zero)
      guard let time = median(runs) else { continue }
      table.add([status.name, "\(Int(Double(count) / (time / .seconds(1))))"])
    }
    table.add(["every rule at once", "\(try everyRule())"])
    return table
  }

  private static func cells() throws -> Table {
    var table = Table(
      "Law to cells, one year of 200 lots", ["client", "median", "cells", "root gap"])
    for client in Client.allCases {
      var generator = ClientGenerator(seed: 1)
      let problem = try Household(generator.files(for: client, lots: 200, years: 1)).problem()
      var count = 0
      let runs = (0..<9).map { _ in
        ContinuousClock().measure { count = CellCount.of(problem) }
      }
      table.add([
        client.rawValue, median(runs)?.milliseconds ?? "", "\(count)", try rootGap(of: problem),
      ])
    }
    return table
  }

  /// How far the relaxation of the whole model lies below its optimum.
  private static func rootGap(of problem: Problem) throws -> String {
    let model = Planner(problem, solver: nil).model()
    var relaxed = SolveOptions()
    relaxed.relaxIntegrality = true
    guard let optimum = try GLPKSolver().solve(model).solution?.objective,
      let root = try GLPKSolver().solve(model, relaxed).solution?.objective
    else { return "" }
    let gap = (optimum - root) / max(abs(optimum), 1e-3)
    return "\((gap * 1_000_000).rounded() / 10_000)%"
  }

  /// Proofs of sizes of problems: for each, all clients, the median and the slowest.
  private static func proofs(
    _ title: String, _ sizes: [(years: Int, lots: Int)], extra: String = "", limit: Double = 60
  ) throws -> Table {
    var table = Table(
      title,
      [
        "years x lots", "median", "slowest", "of which files", "gap, median", "gap, largest",
        "columns",
      ])
    for (years, lots) in sizes {
      var times: [Duration] = []
      var reading: [Duration] = []
      var gaps: [Money] = []
      var columns = 0
      for (index, client) in Client.allCases.enumerated() {
        var generator = ClientGenerator(seed: UInt64(index + 1))
        let household = try Household(
          generator.files(for: client, lots: lots, years: years, extra: extra))
        let start = ContinuousClock.now
        let problem = try household.problem()
        reading.append(start.duration(to: .now))
        let planner = Planner(problem, solver: GLPKSolver())
        let answer = try planner.optimal(PlannerOptions(timeLimit: limit))
        times.append(start.duration(to: .now))
        guard case .plan(let outcome) = answer, let proof = outcome.proof else { continue }
        gaps.append(proof.gap)
        columns = max(columns, outcome.effort.columns)
        if CommandLine.arguments.contains("-v") {
          print(
            "   ", client.rawValue, times.last?.milliseconds ?? "", proof.gap, outcome.effort,
            outcome.priced.sales.count)
        }
      }
      table.add([
        "\(years) x \(lots)", median(times)?.milliseconds ?? "", times.max()?.milliseconds ?? "",
        median(reading)?.milliseconds ?? "", median(gaps)?.description ?? "",
        gaps.max()?.description ?? "", "\(columns)",
      ])
    }
    return table
  }

  private static func greedy() throws -> Table {
    var table = Table("Greedy", ["years x lots", "median", "slowest"])
    for (years, lots) in [(1, 200), (1, 1_000), (1, 20_000), (5, 200)] {
      var times: [Duration] = []
      for (index, client) in Client.allCases.enumerated() {
        var generator = ClientGenerator(seed: UInt64(index + 1))
        let problem = try Household(generator.files(for: client, lots: lots, years: years))
          .problem()
        let pricer = PlanPricer(problem)
        times.append(ContinuousClock().measure { _ = GreedyPlanner(pricer).plan() })
      }
      table.add([
        "\(years) x \(lots)", median(times)?.milliseconds ?? "", times.max()?.milliseconds ?? "",
      ])
    }
    return table
  }
}
