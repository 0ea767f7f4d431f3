import FederalTax
import LinearModel
import Portfolio
import Quantities

extension Formulation {
  /// Up to this many lots a cost or limit per sale is decided by a binary for each.
  static let mostTradeDecisions = 150

  /// A problem with its lots gathered: the form that scales.
  static func gathered(_ problem: Problem) -> Formulation {
    let hasCostPerSale = hasCostPerSale(problem)
    let wash = WashModel(of: problem)
    return Formulation(
      problem: problem, years: cells(of: problem, over: NetGainRanges(of: problem)),
      lots: LotAggregation(of: problem) {
        hasCostPerSale || $0.required > .zero || wash.lots.contains($0.lot)
      },
      wash: wash, sales: saleDecision(problem))
  }

  /// A problem with a variable for each lot, and for the number of shares of each sale in whole
  /// shares.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - cells: the cells of each year; by default those of all plans.
  /// - Returns: the formulation, exact also for whole shares.
  static func counting(_ problem: Problem, in cells: [YearCells]? = nil) -> Formulation {
    Formulation(
      problem: problem,
      years: cells ?? Self.cells(of: problem, over: NetGainRanges(of: problem)),
      lots: LotAggregation(of: problem) { _ in true }, wash: WashModel(of: problem),
      sales: saleDecision(problem), sharesAreWhole: true)
  }

  /// A model for other solvers cannot be sharpened near their plans: it follows this many jumps.
  private static let mostReadableJumps = 400

  /// The whole problem as people and other solvers read it: every lot and decision, with names, and
  /// the objective in dollars.
  static func readableModel(of problem: Problem) -> Model {
    let jumps = problem.scenario.years.map { _ in JumpOptions(mostJumps: mostReadableJumps) }
    let cells = cells(of: problem, over: NetGainRanges(of: problem), jumps: jumps)
    var formulation = counting(problem, in: cells)
    if hasCostPerSale(problem) { formulation.sales = .binary }
    formulation.isNamed = true
    var model = formulation.formulated().model
    model.objective = Scaling.unitInDollars * model.objective
    return model
  }

  /// The cells of each year, with the outputs that the problem asks for.
  ///
  /// - Parameters:
  ///   - problem: the problem.
  ///   - ranges: what the net gains of each year can be.
  ///   - jumps: for each year, how closely jumps of the law are followed.
  /// - Returns: one for each year.
  static func cells(
    of problem: Problem, over ranges: NetGainRanges, jumps: [JumpOptions]? = nil
  ) -> [YearCells] {
    let scenario = problem.scenario
    let isLeftoverWorth =
      scenario.outlook.shortTermCarryoverValue > .zero
      || scenario.outlook.longTermCarryoverValue > .zero
    let limited = Set(scenario.constraints.adjustedGrossIncomeAtMost.map(\.yearIndex))
    return scenario.years.indices.map { index in
      YearCells(
        of: scenario.years[index], over: ranges.domain(of: index),
        demand: YearDemand(
          carryovers: index + 1 < scenario.years.count || isLeftoverWorth,
          adjustedGrossIncome: limited.contains(index),
          premiumFactor: scenario.outlook.premiumFactor),
        jumps: jumps?[index] ?? JumpOptions())
    }
  }

  private static func hasCostPerSale(_ problem: Problem) -> Bool {
    problem.scenario.constraints.tradeCost > .zero
      || problem.scenario.constraints.minimumTrade > .zero
  }

  private static func saleDecision(_ problem: Problem) -> SaleDecision {
    guard hasCostPerSale(problem) else { return .free }
    return problem.positions.count <= mostTradeDecisions ? .binary : .proportional
  }
}
