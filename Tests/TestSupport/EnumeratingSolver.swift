public import LinearModel

/// A solver for a handful of variables that needs no thought to be believed.
///
/// Whole values are tried one by one. For the rest, an optimum lies in a corner, and a corner is where as
/// many constraints hold with equality as there are variables: all choices are tried. Corners of
/// a large box stand in for those of a polyhedron that has none, and a second such
/// search, among the directions that never leave the polyhedron, tells whether the objective has an end.
public struct EnumeratingSolver: Solver {
  /// The name for people.
  public let name = "enumeration"

  /// Half the side of the box; far beyond the numbers of any test.
  private static let boxSize = 1e5
  private static let tolerance = 1e-7

  /// A solver without settings.
  public init() {}

  /// Solves a model by trying everything; limits are not observed.
  public func solve(_ model: Model, _ options: SolveOptions) throws(SolverError) -> SolveResult {
    let defects = model.defects
    if !defects.isEmpty { throw .invalidModel(defects) }
    var best: Solution?
    var isEndless: Bool?
    var pending = [model]
    while let next = pending.popLast() {
      let open = next.variables.indices.first {
        next.variables[$0].kind == .integer
          && next.variables[$0].lower != next.variables[$0].upper
      }
      if let open, !options.relaxIntegrality {
        pending.append(contentsOf: Self.children(of: next, at: open))
        continue
      }
      guard let corner = Self.bestCorner(of: next) else { continue }
      // Whole values differ in where they stand, not in the directions that never end.
      isEndless = isEndless ?? Self.fallsWithoutEnd(next)
      if corner.objective < best?.objective ?? .infinity { best = corner }
    }
    guard let best else {
      return SolveResult(termination: .infeasible, statusSentence: "no corner is feasible")
    }
    if isEndless == true {
      return SolveResult(termination: .unbounded, statusSentence: "a direction never ends")
    }
    return SolveResult(
      termination: .optimal, solution: best, bound: best.objective - 1e-6,
      statusSentence: "every corner was seen")
  }

  /// The least value of each objective by trying everything.
  public func minima(
    of objectives: [LinearExpression], over model: Model, _ options: SolveOptions
  ) throws(SolverError) -> [Double?] {
    var minima: [Double?] = []
    for objective in objectives {
      var asked = model
      asked.objective = objective
      minima.append(try solve(asked, SolveOptions(relaxIntegrality: true)).bound)
    }
    return minima
  }

  /// The models with one integer variable fixed at each of its values.
  private static func children(of model: Model, at index: Int) -> [Model] {
    let variable = model.variables[index]
    precondition(variable.upper - variable.lower < 100, "too many values to try")
    return stride(from: variable.lower.rounded(.up), through: variable.upper, by: 1).map {
      var child = model
      child.setBounds(of: Variable(index: index), lower: $0, upper: $0)
      return child
    }
  }

  private static func bestCorner(of model: Model) -> Solution? {
    var polyhedron = Polyhedron(model)
    polyhedron.addBox(boxSize)
    return polyhedron.corners(tolerance: tolerance)
      .map { Solution(values: $0, objective: model.objective.value(at: $0)) }
      .min { $0.objective < $1.objective }
  }

  private static func fallsWithoutEnd(_ model: Model) -> Bool {
    var cone = Polyhedron(model).recessionCone
    cone.addBox(1)
    let slopes = cone.corners(tolerance: tolerance).map {
      model.objective.value(at: $0) - model.objective.constant
    }
    return slopes.contains { $0 < -tolerance }
  }
}

/// The points at which each of several sums is at least its limit.
///
/// A variable with equal bounds takes no part: it is a number.
private struct Polyhedron {
  private struct HalfSpace {
    var coefficients: [Double]
    var limit: Double
  }

  /// The places of the variables that can move, among those of the model.
  private let moving: [Int]
  /// A point with the values of the variables that cannot.
  private var origin: [Double]
  private var halfSpaces: [HalfSpace] = []

  init(_ model: Model) {
    moving = model.variables.indices.filter {
      model.variables[$0].lower != model.variables[$0].upper
    }
    origin = model.variables.map { $0.lower == $0.upper ? $0.lower : 0 }
    for index in moving {
      let variable = model.variables[index]
      add([Term(variable: Variable(index: index), coefficient: 1)], variable.lower, variable.upper)
    }
    for constraint in model.constraints {
      add(constraint.terms, constraint.lower, constraint.upper)
    }
  }

  private mutating func add(_ terms: [Term], _ lower: Double, _ upper: Double) {
    var coefficients = [Double](repeating: 0, count: origin.count)
    var fixed = 0.0
    for term in terms {
      coefficients[term.variable.index] = term.coefficient
      fixed += term.coefficient * origin[term.variable.index]
    }
    let sides = moving.map { coefficients[$0] }
    if lower > -.infinity {
      halfSpaces.append(HalfSpace(coefficients: sides, limit: lower - fixed))
    }
    if upper < .infinity {
      halfSpaces.append(HalfSpace(coefficients: sides.map { -$0 }, limit: fixed - upper))
    }
  }

  mutating func addBox(_ size: Double) {
    for index in moving {
      add([Term(variable: Variable(index: index), coefficient: 1)], -size, size)
    }
  }

  /// The directions in which one never leaves.
  var recessionCone: Polyhedron {
    var cone = self
    for index in cone.halfSpaces.indices { cone.halfSpaces[index].limit = 0 }
    for index in cone.origin.indices { cone.origin[index] = 0 }
    return cone
  }

  /// All corners, some of them more than once.
  func corners(tolerance: Double) -> [[Double]] {
    var corners: [[Double]] = []
    var chosen: [Int] = []
    func choose(from first: Int) {
      if chosen.count == moving.count {
        guard let place = intersection(of: chosen), contains(place, tolerance) else { return }
        var corner = origin
        for (index, value) in zip(moving, place) { corner[index] = value }
        corners.append(corner)
        return
      }
      for index in halfSpaces.indices.dropFirst(first) {
        chosen.append(index)
        choose(from: index + 1)
        chosen.removeLast()
      }
    }
    choose(from: 0)
    return corners
  }

  private func contains(_ place: [Double], _ tolerance: Double) -> Bool {
    halfSpaces.allSatisfy { space in
      var sum = 0.0
      for index in place.indices { sum += space.coefficients[index] * place[index] }
      return sum >= space.limit - tolerance * (1 + abs(space.limit))
    }
  }

  /// The one point on all of several faces, by elimination; nil when there is none, or many.
  private func intersection(of faces: [Int]) -> [Double]? {
    let size = faces.count
    var rows = faces.map { halfSpaces[$0].coefficients + [halfSpaces[$0].limit] }
    for column in 0..<size {
      let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      guard let pivot, abs(rows[pivot][column]) > 1e-9 else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<size where row != column && rows[row][column] != 0 {
        let factor = rows[row][column] / rows[column][column]
        for place in column...size { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return (0..<size).map { rows[$0][size] / rows[$0][$0] }
  }
}
