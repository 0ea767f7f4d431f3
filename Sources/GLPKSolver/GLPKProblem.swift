#if GLPK
internal import CGLPK
internal import LinearModel

/// The one owner of a GLPK problem, and the one place that speaks C.
///
/// GLPK's memory belongs to the thread that asked for it; a problem freed on another thread ends
/// the process. So a problem cannot be copied, is created and freed within one synchronous call, and its
/// methods cannot be called where a task might change threads. GLPK ends the process on misuse
/// as well: a model must be free of defects and have rows and columns before it comes here.
@safe struct GLPKProblem: ~Copyable {
  private let raw: OpaquePointer
  private let rows: Int
  private let columns: Int
  /// The columns with a cost, so that a new objective need not clear them all.
  private var costed: [Int32] = []

  /// Loads a model; without integrality, every variable is continuous.
  @available(*, noasync)
  init(_ model: Model, integrality: Bool, log: Bool) {
    precondition(!model.variables.isEmpty && !model.constraints.isEmpty)
    GLPKLog.route(toStandardError: log)
    guard let raw = unsafe glp_create_prob() else { preconditionFailure("out of memory") }
    unsafe self.raw = raw
    rows = model.constraints.count
    columns = model.variables.count
    addColumns(model.variables, integrality: integrality)
    addRows(model.constraints)
    setObjective(model.objective)
  }

  deinit { unsafe glp_delete_prob(raw) }

  private func addColumns(_ variables: [VariableDefinition], integrality: Bool) {
    unsafe glp_add_cols(raw, Int32(columns))
    var column: Int32 = 0
    for variable in variables {
      column += 1
      unsafe glp_set_col_bnds(
        raw, column, Self.boundType(variable.lower, variable.upper), variable.lower,
        variable.upper)
      if integrality && variable.kind == .integer {
        unsafe glp_set_col_kind(raw, column, GLP_IV)
      }
    }
  }

  private func addRows(_ constraints: [Constraint]) {
    unsafe glp_add_rows(raw, Int32(rows))
    // GLPK counts from one and does not look at element zero.
    var rowIndices: [Int32] = [0]
    var columnIndices: [Int32] = [0]
    var coefficients: [Double] = [0]
    let count = 1 + constraints.reduce(0) { $0 + $1.terms.count }
    rowIndices.reserveCapacity(count)
    columnIndices.reserveCapacity(count)
    coefficients.reserveCapacity(count)
    var row: Int32 = 0
    for constraint in constraints {
      row += 1
      unsafe glp_set_row_bnds(
        raw, row, Self.boundType(constraint.lower, constraint.upper), constraint.lower,
        constraint.upper)
      for term in constraint.terms {
        rowIndices.append(row)
        columnIndices.append(Int32(term.variable.index + 1))
        coefficients.append(term.coefficient)
      }
    }
    unsafe glp_load_matrix(raw, Int32(count - 1), rowIndices, columnIndices, coefficients)
  }

  /// How GLPK names a pair of bounds; equal bounds of type `GLP_DB` would be an error.
  private static func boundType(_ lower: Double, _ upper: Double) -> Int32 {
    switch (lower > -.infinity, upper < .infinity) {
    case (false, false): GLP_FR
    case (true, false): GLP_LO
    case (false, true): GLP_UP
    case (true, true): lower == upper ? GLP_FX : GLP_DB
    }
  }
}

// MARK: - Changing and solving

extension GLPKProblem {
  /// Which simplex method begins.
  enum Method {
    /// The primal method: the basis stays feasible when only the objective changed.
    case primal
    /// The dual method with long steps, and the primal one where it fails.
    ///
    /// A long step turns many variables from one bound to the other at once. On 20,000 lots in
    /// five rows that is 30 steps instead of 7,000.
    case dualThenPrimal
  }

  /// Replaces the objective; the basis stays.
  @available(*, noasync)
  mutating func setObjective(_ objective: LinearExpression) {
    for column in costed { unsafe glp_set_obj_coef(raw, column, 0) }
    let terms = objective.normalized.terms
    costed = terms.map { Int32($0.variable.index + 1) }
    for (column, term) in zip(costed, terms) {
      unsafe glp_set_obj_coef(raw, column, term.coefficient)
    }
    unsafe glp_set_obj_coef(raw, 0, objective.constant)
  }

  /// Scales the matrix and begins anew from a basis that is as triangular as GLPK can make it.
  @available(*, noasync)
  func beginAnew() {
    unsafe glp_scale_prob(raw, GLP_SF_AUTO)
    unsafe glp_adv_basis(raw, 0)
  }

  /// Solves the linear relaxation.
  @available(*, noasync)
  func solveLinear(_ method: Method, timeLimit: Double?, log: Bool) -> GLPKReturnCode {
    var parameters = glp_smcp()
    unsafe glp_init_smcp(&parameters)
    parameters.msg_lev = log ? GLP_MSG_ALL : GLP_MSG_OFF
    switch method {
    case .primal: parameters.meth = GLP_PRIMAL
    case .dualThenPrimal:
      parameters.meth = GLP_DUALP
      parameters.r_test = GLP_RT_FLIP
    }
    parameters.tm_lim = Self.milliseconds(timeLimit)
    // Where the basis is nearly singular, GLPK can go in circles without end; a simplex method
    // takes a few iterations for each row otherwise.
    parameters.it_lim = unsafe 10_000 + 20 * (glp_get_num_rows(raw) + glp_get_num_cols(raw))
    return GLPKReturnCode(rawValue: unsafe glp_simplex(raw, &parameters)) ?? .unknown
  }

  /// Searches for the best whole solution.
  ///
  /// Without presolving, the linear relaxation must have been solved before.
  @available(*, noasync)
  func solveInteger(
    _ tuning: GLPKTuning, presolve: Bool, timeLimit: Double?, log: Bool, watch: inout SearchWatch
  ) -> GLPKReturnCode {
    var parameters = unsafe glp_iocp()
    unsafe glp_init_iocp(&parameters)
    unsafe parameters.msg_lev = log ? GLP_MSG_ALL : GLP_MSG_OFF
    unsafe parameters.presolve = presolve ? GLP_ON : GLP_OFF
    unsafe parameters.tol_obj = SearchWatch.pruningTolerance
    unsafe parameters.tm_lim = Self.milliseconds(timeLimit)
    unsafe parameters.gmi_cuts = tuning.cuts.contains(.gomory) ? GLP_ON : GLP_OFF
    unsafe parameters.mir_cuts = tuning.cuts.contains(.mixedIntegerRounding) ? GLP_ON : GLP_OFF
    unsafe parameters.cov_cuts = tuning.cuts.contains(.cover) ? GLP_ON : GLP_OFF
    unsafe parameters.clq_cuts = tuning.cuts.contains(.clique) ? GLP_ON : GLP_OFF
    unsafe parameters.br_tech =
      switch tuning.branching {
      case .driebeckTomlin: GLP_BR_DTH
      case .mostFractional: GLP_BR_MFV
      case .pseudocost: GLP_BR_PCH
      }
    unsafe parameters.cb_func = { tree, info in
      guard let tree = unsafe tree, let info = unsafe info else { return }
      unsafe observeSearch(tree, watch: info.assumingMemoryBound(to: SearchWatch.self))
    }
    // The pointer is used by the callback only, and the callback only during the call.
    return unsafe withUnsafeMutablePointer(to: &watch) { pointer in
      unsafe parameters.cb_info = UnsafeMutableRawPointer(pointer)
      let code =
        presolve
        ? unsafe harvest_glp_intopt_presolved(raw, &parameters)
        : unsafe glp_intopt(raw, &parameters)
      return GLPKReturnCode(rawValue: code) ?? .unknown
    }
  }

  /// A time limit in GLPK's unit, at least one, and no more than its type holds.
  private static func milliseconds(_ seconds: Double?) -> Int32 {
    guard let seconds else { return .max }
    return Int32(max(1, min(seconds * 1000, Double(Int32.max))))
  }
}

/// Shows the state of a search to its watch and stops the search when the watch says so.
///
/// Nothing here throws: an error must not cross the C frames below.
private func observeSearch(_ tree: OpaquePointer, watch: UnsafeMutablePointer<SearchWatch>) {
  let problem = unsafe glp_ios_get_prob(tree)
  let status = unsafe glp_mip_status(problem)
  let incumbent =
    status == GLP_FEAS || status == GLP_OPT ? unsafe glp_mip_obj_val(problem) : nil
  var total: Int32 = 0
  unsafe glp_ios_tree_size(tree, nil, nil, &total)
  // Looking through all open nodes at each of the many calls a node makes would be felt.
  let reason = unsafe glp_ios_reason(tree)
  var bestNode: Double?
  if reason == GLP_ISELECT || reason == GLP_IROWGEN || reason == GLP_IBINGO {
    let node = unsafe glp_ios_best_node(tree)
    if node != 0 { bestNode = unsafe glp_ios_node_bound(tree, node) }
  }
  let isToStop = unsafe watch.pointee.observe(
    incumbent: incumbent, bestNode: bestNode, nodes: Int(total))
  if isToStop { unsafe glp_ios_terminate(tree) }
}

// MARK: - Reading

extension GLPKProblem {
  /// What GLPK says of the linear solution.
  var linearStatus: GLPKSolutionStatus {
    @available(*, noasync)
    get { GLPKSolutionStatus(rawValue: unsafe glp_get_status(raw)) ?? .undefined }
  }

  /// What GLPK says of the integer solution.
  var integerStatus: GLPKSolutionStatus {
    @available(*, noasync)
    get { GLPKSolutionStatus(rawValue: unsafe glp_mip_status(raw)) ?? .undefined }
  }

  /// Steps of the simplex method so far.
  var simplexIterations: Int {
    @available(*, noasync)
    get { Int(unsafe glp_get_it_cnt(raw)) }
  }

  /// The values of the linear solution, in variable order.
  var linearValues: [Double] {
    @available(*, noasync)
    get { (0..<columns).map { unsafe glp_get_col_prim(raw, Int32($0 + 1)) } }
  }

  /// The values of the integer solution, in variable order.
  var integerValues: [Double] {
    @available(*, noasync)
    get { (0..<columns).map { unsafe glp_mip_col_val(raw, Int32($0 + 1)) } }
  }

  /// The prices of the linear solution.
  var duals: DualValues {
    @available(*, noasync)
    get {
      DualValues(
        constraints: (0..<rows).map { unsafe glp_get_row_dual(raw, Int32($0 + 1)) },
        reducedCosts: (0..<columns).map { unsafe glp_get_col_dual(raw, Int32($0 + 1)) })
    }
  }

  /// The version of the library, such as `5.0`.
  static var version: String {
    guard let text = unsafe glp_version() else { return "" }
    return unsafe String(cString: text)
  }
}

/// Where GLPK's log goes: it would go to standard output, and the switch belongs to the thread.
private enum GLPKLog {
  static func route(toStandardError: Bool) {
    glp_term_out(toStandardError ? GLP_ON : GLP_OFF)
    // Anything but zero keeps the text from standard output. A failed assertion turns the log on to
    // tell of itself, so there is a hook even where nobody listens.
    guard toStandardError else { return unsafe glp_term_hook({ _, _ in 1 }, nil) }
    unsafe glp_term_hook(
      { _, text in
        if let text = unsafe text { StandardError.write(unsafe String(cString: text)) }
        return 1
      }, nil)
  }
}
#endif
