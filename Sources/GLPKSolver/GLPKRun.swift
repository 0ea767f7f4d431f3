#if GLPK
internal import LinearModel

/// One call of the solver: what was asked, and when.
struct GLPKRun {
  private let tuning: GLPKTuning
  private let options: SolveOptions
  private let start = ContinuousClock.now

  init(_ tuning: GLPKTuning, _ options: SolveOptions) {
    self.tuning = tuning
    self.options = options
  }

  /// Solves a model without defects.
  @available(*, noasync)
  func solve(_ model: Model) throws(SolverError) -> SolveResult {
    let isInteger = !options.relaxIntegrality && model.integerCount > 0
    var result = try answer(model, isInteger: isInteger)
    result.effort.rows = model.constraints.count
    result.effort.columns = model.variables.count
    result.effort.binaries = isInteger ? model.integerCount : 0
    result.effort.seconds = start.secondsAgo
    return result
  }

  private func answer(_ model: Model, isInteger: Bool) throws(SolverError) -> SolveResult {
    if options.isCancelled?() == true {
      return SolveResult(
        termination: .noSolutionFound(limit: .cancelled),
        statusSentence: "cancelled before the start")
    }
    var model = model
    if isInteger, let empty = model.roundIntegerBounds() {
      return SolveResult(
        termination: .infeasible,
        statusSentence: "variable \(empty.name) has no whole number between its bounds")
    }
    if RowlessModel.includes(model) { return RowlessModel.solve(model, integrality: isInteger) }
    return try isInteger ? solveInteger(model) : solveLinear(model)
  }

  /// Seconds left of the time limit.
  private var remainingTime: Double? { options.timeLimit.map { $0 - start.secondsAgo } }

  // MARK: Linear models

  private func solveLinear(_ model: Model) throws(SolverError) -> SolveResult {
    let problem = GLPKProblem(model, integrality: false, log: options.log)
    let code = relax(problem, model)
    let status = problem.linearStatus
    var result = try outcome(code, status)
    if status.hasSolution {
      let values = problem.linearValues
      result.solution = Solution(values: values, objective: model.objective.value(at: values))
    }
    if result.termination == .optimal {
      let duals = problem.duals
      result.duals = duals
      result.bound = model.dualBound(of: model.objective, prices: duals.constraints)
    }
    result.effort.simplexIterations = problem.simplexIterations
    return result
  }

  /// Solves the linear relaxation.
  ///
  /// The dual method with long steps is quick, and not to be trusted: it can break down, see a
  /// contradiction that is none, or call a point the optimum that is far outside its bounds. It also
  /// does not tell an objective without end from a contradiction. In each of these cases the
  /// primal method decides.
  private func relax(_ problem: borrowing GLPKProblem, _ model: Model) -> GLPKReturnCode {
    problem.beginAnew()
    let code = problem.solveLinear(.dualThenPrimal, timeLimit: remainingTime, log: options.log)
    if code == .timeLimit { return code }
    if code == .success, problem.linearStatus.hasSolution,
      SolutionCheck(of: problem.linearValues, in: model).isFeasibleWhenRelaxed
    {
      return code
    }
    problem.beginAnew()
    return problem.solveLinear(.primal, timeLimit: remainingTime, log: options.log)
  }

  // MARK: Integer models

  private func solveInteger(_ model: Model) throws(SolverError) -> SolveResult {
    let problem = GLPKProblem(model, integrality: true, log: options.log)
    var watch = SearchWatch(options, since: start)
    let code = search(problem, model, &watch)
    let status = problem.integerStatus
    var result = try outcome(code, status)
    if code == .stopped { result.termination = watch.termination(hasSolution: status.hasSolution) }
    if status.hasSolution {
      result.solution = polished(problem.integerValues, of: model)
    }
    result.bound = watch.bound
    if code == .success, status == .optimal, let objective = result.solution?.objective {
      // The tree is empty: all that was dropped is within the tolerance of the incumbent.
      let best = min(objective, watch.incumbent ?? objective)
      result.bound = SearchWatch.provenBound(bestNode: .infinity, incumbent: best)
    }
    result.effort.nodes = watch.nodes
    result.effort.simplexIterations = problem.simplexIterations
    return result
  }

  /// Searches as tuned, and with presolving the other way round where that broke down.
  private func search(
    _ problem: borrowing GLPKProblem, _ model: Model, _ watch: inout SearchWatch
  ) -> GLPKReturnCode {
    for presolve in [tuning.presolve, !tuning.presolve] {
      if !presolve, let end = solveRoot(problem, model, &watch) { return end }
      let code = problem.solveInteger(
        tuning, presolve: presolve, timeLimit: remainingTime, log: options.log, watch: &watch)
      if !code.isBreakdown { return code }
    }
    return .failed
  }

  /// Solves the relaxation, from which a search without presolving begins.
  ///
  /// - Returns: how the search ends when the relaxation leaves nothing to search, or nil.
  private func solveRoot(
    _ problem: borrowing GLPKProblem, _ model: Model, _ watch: inout SearchWatch
  ) -> GLPKReturnCode? {
    let code = relax(problem, model)
    guard code == .success else { return code.isBreakdown ? nil : code }
    switch problem.linearStatus {
    case .noFeasibleSolution: return .noPrimalSolution
    case .unbounded: return .noDualSolution
    case .undefined, .feasible, .infeasible: return nil
    case .optimal:
      let prices = problem.duals.constraints
      watch.raiseBound(to: model.dualBound(of: model.objective, prices: prices))
      return nil
    }
  }

  /// The solution at exactly whole values of the integer variables.
  ///
  /// GLPK takes 0.99999 for one and does not solve again after rounding it, so a row with a
  /// large coefficient may be off by more than the tolerance. Then the rest is solved anew.
  private func polished(_ values: [Double], of model: Model) -> Solution {
    let found = Solution(values: values, objective: model.objective.value(at: values))
    if SolutionCheck(of: values, in: model).isFeasible { return found }
    var fixed = model
    for (index, variable) in model.variables.enumerated() where variable.kind == .integer {
      let value = values[index].rounded()
      fixed.setBounds(of: Variable(index: index), lower: value, upper: value)
    }
    let problem = GLPKProblem(fixed, integrality: false, log: options.log)
    let code = relax(problem, fixed)
    guard code == .success, problem.linearStatus == .optimal else { return found }
    let exact = problem.linearValues
    return Solution(values: exact, objective: model.objective.value(at: exact))
  }

  // MARK: Several objectives

  /// Bounds each objective from below over the relaxation of a model without defects.
  @available(*, noasync)
  func minima(of objectives: [LinearExpression], over model: Model) -> [Double?] {
    var minima = [Double?](repeating: nil, count: objectives.count)
    var model = model
    if RowlessModel.includes(model) {
      return objectives.map {
        model.objective = $0
        return RowlessModel.solve(model, integrality: false).bound
      }
    }
    model.objective = LinearExpression()
    var problem = GLPKProblem(model, integrality: false, log: options.log)
    problem.beginAnew()
    for (index, objective) in objectives.enumerated() {
      if options.isCancelled?() == true || (remainingTime ?? 1) <= 0 { break }
      problem.setObjective(objective)
      let code = problem.solveLinear(
        .primal, timeLimit: remainingTime, log: options.log)
      if code != .success { problem.beginAnew() }
      let status = problem.linearStatus
      if status == .noFeasibleSolution { break }
      guard code == .success, status == .optimal else { continue }
      minima[index] = model.dualBound(of: objective, prices: problem.duals.constraints)
    }
    return minima
  }

  // MARK: Reading

  /// What a return code and a status say together.
  private func outcome(_ code: GLPKReturnCode, _ status: GLPKSolutionStatus)
    throws(SolverError) -> SolveResult
  {
    if code == .invalidBounds || code == .unknown { throw .internalFailure(code.sentence) }
    return SolveResult(
      termination: code.termination(hasSolution: status.hasSolution) ?? status.termination,
      statusSentence: code == .success ? status.sentence : code.sentence)
  }
}

extension SearchWatch {
  /// Why a search ended that the watch told to stop.
  fileprivate func termination(hasSolution: Bool) -> Termination {
    func limited(by limit: Limit) -> Termination {
      hasSolution ? .feasible(limit: limit) : .noSolutionFound(limit: limit)
    }
    return switch stopReason {
    case .gap: .optimal
    case .timeLimit: limited(by: .time)
    case .nodeLimit: limited(by: .iterations)
    case .cancelled, nil: limited(by: .cancelled)
    }
  }
}

extension Model {
  /// Moves the bounds of integer variables to whole numbers, which GLPK demands.
  ///
  /// - Returns: a variable that no whole number is left for, or nil.
  fileprivate mutating func roundIntegerBounds() -> VariableDefinition? {
    for (index, variable) in variables.enumerated() where variable.kind == .integer {
      guard let whole = variable.effectiveBounds else { return variable }
      setBounds(of: Variable(index: index), lower: whole.lower, upper: whole.upper)
    }
    return nil
  }
}
#endif
