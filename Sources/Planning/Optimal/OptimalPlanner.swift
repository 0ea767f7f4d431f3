import LinearModel
import Quantities

/// Chooses a plan by the integer model and proves it.
///
/// Rounds of relaxation, recovery and refinement: the gathered lots give a bound, their solution a
/// real plan, and the intervals in which the two differ the next breakpoints. The rounds end when
/// the plan is as cheap as the bound, or no interval differs any more.
struct OptimalPlanner {
  let pricer: PlanPricer
  let solver: any Solver
  let options: PlannerOptions
  private let deadline: ContinuousClock.Instant?
  var problem: Problem { pricer.problem }

  /// A plan, the bound no plan is below, and whether the search ended by itself.
  struct Answer {
    var plan: Plan
    /// In model units; `nil` when a limit came before any bound.
    var bound: Double?
    var isComplete: Bool
    var effort: Effort
    /// The cells the plan was chosen by.
    var cells: [YearCells]
    /// How closely the jumps of each year were followed; `nil` where there are none.
    var jumps: [JumpOptions]?
  }

  /// How the search can end.
  enum Ending {
    case answer(Answer)
    case infeasible
    /// A limit came before any plan.
    case stopped
    case failed(String)
  }

  init(_ pricer: PlanPricer, solver: any Solver, options: PlannerOptions) {
    self.pricer = pricer
    self.solver = solver
    self.options = options
    // A longer limit than thirty years is none, and more than a duration holds.
    deadline = options.timeLimit.map { ContinuousClock.now + .seconds(min($0, 1e9)) }
  }

  /// Solves the problem.
  ///
  /// - Parameter incumbent: an allowed plan; the answer is no worse.
  /// - Returns: the ending; infeasible only when the solver proves it.
  func solve(improving incumbent: Plan?) -> Ending {
    do throws(SolverError) {
      return try search(improving: incumbent)
    } catch {
      return .failed(error.description)
    }
  }

  private func search(improving incumbent: Plan?) throws(SolverError) -> Ending {
    var formulation = Formulation.gathered(problem)
    var ranges = NetGainRanges(of: problem)
    var effort = Effort()
    guard try refineByRelaxation(&formulation, &effort) else { return .infeasible }
    var isTightened = false
    var sharpening = LawSharpening(yearCount: formulation.years.count)
    if let incumbent, formulation.years.count > 1 || formulation.areCellsRelaxed {
      try tighten(&ranges, &formulation, below: pricer.price(incumbent).objective.value)
      isTightened = true
    }
    var best = incumbent.map { (plan: $0, value: pricer.price($0).objective.value) }
    var bound: Double?
    while true {
      let formulated = formulation.formulated()
      var limited = solveOptions()
      if options.timeLimit == nil {
        limited.nodeLimit =
          formulation.wash.groups.isEmpty ? Self.mostNodes : Self.mostWashNodes
      }
      if let best, !formulation.wash.groups.isEmpty {
        limited.knownObjective = Scaling.units(best.value)
        limited.absoluteGap = 1e-5
      }
      let result = try solver.solve(formulated.model, limited)
      effort.add(result.effort)
      if let proven = result.bound {
        bound = max(bound ?? -.infinity, proven - formulation.lots.growthAllowance)
      }
      guard let solution = result.solution else {
        if result.termination == .infeasible && best == nil { return .infeasible }
        if result.termination == .infeasible, isTightened {
          // There is a plan at hand: the years were narrowed by more than arithmetic allows.
          isTightened = false
          formulation.years = Formulation.cells(of: problem, over: NetGainRanges(of: problem))
          continue
        }
        return answer(
          best?.plan, bound, isComplete: isClose(best?.value, to: bound), effort, formulation,
          sharpening)
      }
      let recovery = try recover(solution, formulated, formulation)
      let value = pricer.price(recovery.plan).objective.value
      if value < best?.value ?? Money(cents: .max) { best = (recovery.plan, value) }
      let isSharper = sharpening.sharpen(
        &formulation, over: isTightened ? ranges : NetGainRanges(of: problem),
        at: formulated.netGains(at: solution.values), pricer.price(best?.plan ?? recovery.plan))
      let isFiner = formulation.lots.refine(where: recovery.fractions)
      let isDone = isClose(best?.value, to: bound) || !(isFiner || isSharper)
      if isDone || result.termination != .optimal {
        for restricted in [carefulModel(formulation, sharpening), strictModel(formulation)] {
          guard !isClose(best?.value, to: bound), let restricted,
            let plan = try plan(of: restricted, &effort)
          else { continue }
          let value = pricer.price(plan).objective.value
          if value < best?.value ?? Money(cents: .max) { best = (plan, value) }
        }
        return answer(
          best?.plan, bound, isComplete: result.termination == .optimal, effort, formulation,
          sharpening)
      }
    }
  }

  /// The model without wash sales, where ledger and model may differ about those of the best plan.
  ///
  /// Without wash sales they agree: what is left over by a plan that the ledger prices otherwise is
  /// then not lost to a worse one.
  private func strictModel(_ formulation: Formulation) -> Formulation? {
    guard !formulation.wash.groups.isEmpty else { return nil }
    var strict = formulation
    strict.avoided = Set(formulation.wash.groups.map(\.number))
    return strict
  }

  /// The model that keeps off the edges of steps and cliffs, where the rounding of shares may have
  /// brought the best plan over one.
  private func carefulModel(
    _ formulation: Formulation, _ sharpening: LawSharpening
  ) -> Formulation? {
    guard formulation.haveJumps else { return nil }
    var careful = formulation
    careful.years = carefulCells(sharpening.jumps)
    return careful
  }

  /// The cells of each year with a margin before steps and cliffs: for plans, not for bounds.
  func carefulCells(_ jumps: [JumpOptions]) -> [YearCells] {
    var jumps = jumps
    for year in jumps.indices { jumps[year].margin = JumpOptions.carefulMargin }
    return Formulation.cells(of: problem, over: NetGainRanges(of: problem), jumps: jumps)
  }

  /// The plan of a model that allows fewer plans than there are, so that it proves nothing.
  private func plan(
    of restricted: Formulation, _ effort: inout Effort
  ) throws(SolverError) -> Plan? {
    let formulated = restricted.formulated()
    var limited = solveOptions()
    limited.nodeLimit = Self.mostWashNodes
    let result = try solver.solve(formulated.model, limited)
    effort.nodes += result.effort.nodes
    effort.seconds += result.effort.seconds
    guard let solution = result.solution else { return nil }
    return try recover(solution, formulated, restricted).plan
  }

  private func answer(
    _ plan: Plan?, _ bound: Double?, isComplete: Bool, _ effort: Effort, _ formulation: Formulation,
    _ sharpening: LawSharpening
  ) -> Ending {
    guard let plan else { return .stopped }
    return .answer(
      Answer(
        plan: plan, bound: bound, isComplete: isComplete, effort: effort,
        cells: formulation.years, jumps: formulation.haveJumps ? sharpening.jumps : nil))
  }

  /// Whether a plan is near enough to the bound to end the rounds.
  private func isClose(_ value: Money?, to bound: Double?) -> Bool {
    guard let value, let bound else { return false }
    let accepted = problem.scenario.years.count == 1 ? Money(cents: 2) : options.acceptedGap
    return value - Scaling.lowerBound(bound) <= accepted
  }

  /// Adds breakpoints by the decisions of the relaxation, which cost far less than whole solves.
  ///
  /// - Returns: whether the relaxation has a solution.
  private func refineByRelaxation(
    _ formulation: inout Formulation, _ effort: inout Effort
  ) throws(SolverError) -> Bool {
    for _ in 0..<4 {
      let formulated = formulation.formulated()
      let result = try solver.solve(formulated.model, solveOptions(relaxed: true))
      effort.add(result.effort)
      if result.termination == .infeasible { return false }
      guard let solution = result.solution else { return true }
      let point = try leastProceeds(solution, formulated, inSameCells: false) ?? solution.values
      let fractions = formulated.fractions(at: point, of: formulation.lots)
      guard formulation.lots.refine(where: fractions) else { return true }
    }
    return true
  }

  private func recover(
    _ solution: Solution, _ formulated: FormulatedModel, _ formulation: Formulation
  ) throws(SolverError) -> (plan: Plan, fractions: [[[Double]]]) {
    let point = try leastProceeds(solution, formulated, inSameCells: true) ?? solution.values
    let fractions = formulated.fractions(at: point, of: formulation.lots)
    return (plan(of: formulation.lots.recover(fractions)), fractions)
  }

  /// Of all solutions as cheap, one that sells least.
  ///
  /// Without it the solver would pick among equal solutions by chance of its arithmetic, and lots
  /// of neighbouring shares would differ without reason.
  private func leastProceeds(
    _ solution: Solution, _ formulated: FormulatedModel, inSameCells: Bool
  ) throws(SolverError) -> [Double]? {
    var model = formulated.model
    for index in model.variables.indices
    where inSameCells && model.variables[index].kind == .integer {
      let value = solution.values[index].rounded()
      model.setBounds(of: Variable(index: index), lower: value, upper: value)
    }
    // A tenth of a cent: what the solver's own tolerance leaves undecided.
    model.addConstraint("", model.objective, upper: solution.objective + 1e-6)
    model.objective = formulated.proceeds
    return try solver.solve(model, solveOptions(relaxed: true)).solution?.values
  }

  func plan(of recovered: [(position: Int, fractions: [Double])]) -> Plan {
    var sales: [Sale] = []
    for (index, fractions) in recovered {
      let position = problem.positions[index]
      var rest = position.shares
      for (offer, fraction) in zip(position.opportunities, fractions) {
        let shares = min(
          Scaling.shares(fraction, of: position.shares, whole: position.wholeShares), rest)
        rest -= shares
        sales.append(Sale(position: index, date: offer.date, shares: shares))
      }
    }
    return Plan(sales)
  }

  /// Narrows the years' net gains to those that a plan as cheap as the incumbent can have.
  private func tighten(
    _ ranges: inout NetGainRanges, _ formulation: inout Formulation, below value: Money
  ) throws(SolverError) {
    let formulated = formulation.formulated()
    var model = formulated.model
    model.addConstraint("", model.objective, upper: Scaling.units(value + Money(cents: 10)))
    var objectives: [LinearExpression] = []
    for year in formulated.netShort.indices {
      let (short, long) = (formulated.netShort[year], formulated.netLong[year])
      let collectibles = formulated.netCollectibles[year] ?? LinearExpression()
      objectives += [short, -1 * short, long, -1 * long, collectibles, -1 * collectibles]
    }
    let minima = try solver.minima(of: objectives, over: model, solveOptions(relaxed: true))
    func narrowed(_ range: ClosedRange<Double>, _ least: Double?, _ largest: Double?)
      -> ClosedRange<Double>
    {
      // A dollar of room: for the solver's tolerance, and so that no cell is a mere sliver.
      let lower = max(range.lowerBound, (least ?? -.infinity) - 1e-3)
      let upper = min(range.upperBound, -(largest ?? -.infinity) + 1e-3)
      return lower <= upper ? lower...upper : range
    }
    for year in ranges.short.indices {
      let first = 6 * year
      ranges.short[year] = narrowed(ranges.short[year], minima[first], minima[first + 1])
      ranges.long[year] = narrowed(ranges.long[year], minima[first + 2], minima[first + 3])
      guard let range = ranges.collectibles[year], formulated.netCollectibles[year] != nil else {
        continue
      }
      ranges.collectibles[year] = narrowed(range, minima[first + 4], minima[first + 5])
    }
    formulation.years = Formulation.cells(of: problem, over: ranges)
  }
}

extension OptimalPlanner {
  /// Whether some plan satisfies every constraint; true also when the solver cannot tell.
  func isSatisfiable() -> Bool {
    let formulation =
      canCountShares ? Formulation.counting(problem) : Formulation.gathered(problem)
    var model = formulation.formulated().model
    model.objective = LinearExpression()
    var options = solveOptions()
    options.nodeLimit = Self.satisfiabilityNodes
    do throws(SolverError) {
      return try solver.solve(model, options).termination != .infeasible
    } catch {
      return true
    }
  }

  /// Nodes after which a search without a time limit rests: several seconds, where hundreds of
  /// trades each have a cost; elsewhere a few hundred nodes suffice.
  private static let mostNodes = 20_000
  /// Nodes after which a search rests that has wash sales in it, whose relaxations are larger.
  private static let mostWashNodes = 3_000
  /// Nodes after which constraints count as satisfiable until shown otherwise.
  private static let satisfiabilityNodes = 4_000

  func solveOptions(relaxed: Bool = false) -> SolveOptions {
    var solve = SolveOptions()
    solve.relaxIntegrality = relaxed
    solve.isCancelled = options.isCancelled
    solve.progress = options.progress
    solve.log = options.solverLog
    if let deadline {
      let left = ContinuousClock.now.duration(to: deadline)
      solve.timeLimit = max(
        0.001, Double(left.components.seconds) + Double(left.components.attoseconds) * 1e-18)
    }
    return solve
  }
}
