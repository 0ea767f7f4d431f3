import FederalTax
import Quantities

/// What a plan needs to know of a year besides its tax.
struct YearDemand: Sendable, Hashable {
  /// Whether a later year, or a stated worth, makes the losses carried out count.
  var carryovers: Bool
  /// Whether a constraint limits adjusted gross income.
  var adjustedGrossIncome: Bool
  /// What a dollar of Medicare premiums counts that the year's income adds two years later.
  var premiumFactor = Rate.one
}

/// A year's law over the plane of net gains, cut into few convex cells.
///
/// The law is run on a polygon; each question that the polygon leaves open cuts it in two. What
/// results is a partition into small parts on which every amount is affine. Neighbours are then
/// gathered as long as their union is convex and the tax convex on it, which undoes all cuts at
/// convex kinks: what remains are the cells between which an integer model has to choose.
struct YearCells: Sendable {
  /// The cells; their regions cover the domain and overlap in boundaries only.
  let cells: [Cell]

  /// The cells of one year.
  ///
  /// - Parameters:
  ///   - year: the facts, the amounts fixed without a plan, and the law.
  ///   - domain: the values that Schedule D lines 7 and 15 can take, carryovers included.
  ///   - demand: the outputs that have to be affine on every cell.
  init(of year: PlanningYear, over domain: ConvexPolygon, demand: YearDemand) {
    var inputs = year.inputs.map { AffineAmount($0) }
    inputs.shortTermGain = .netShortTerm
    inputs.longTermGain = .netLongTerm
    let rules = ReturnRules(of: year.inputs, facts: year.facts, law: year.law)
    var leaves: [Leaf] = []
    var unexplored: [[Bool]] = [[]]
    while let guide = unexplored.popLast() {
      var reading = CellReading(region: domain, guide: guide)
      let result = federalReturn(
        inputs, facts: year.facts, law: year.law, rules: rules, reading: &reading)
      for depth in guide.count..<reading.answers.count {
        unexplored.append(reading.answers[..<depth] + [false])
      }
      leaves.append(Leaf(answers: reading.answers, cell: Cell(reading, result, demand)))
    }
    cells = Self.gathered(Self.gathered(leaves[...], depth: 0))
  }

  /// The year's tax at a point by the model.
  ///
  /// - Parameter point: net gains; they come from whole cents, which the cuts do not.
  /// - Returns: one value for each cell within half a cent, and where the point lies in the margin
  ///   before a step also the value before it; `nil` outside the domain.
  func modelledTaxes(at point: PlanePoint) -> [Double]? {
    var taxes: [Double] = []
    for cell in cells where cell.region.contains(point, tolerance: 5e-6) {
      taxes.append(cell.tax(at: point))
      if let ratio = cell.stepRatio?.value(at: point),
        // An amount on the edge itself lies at the end of the margin, but for rounding.
        ratio - ratio.rounded(.down) <= cell.stepMarginRatio + CellReading.tolerance
      {
        taxes.append(cell.tax(at: point) - cell.taxPerStep)
      }
    }
    return taxes.isEmpty ? nil : taxes
  }

  private struct Leaf {
    var answers: [Bool]
    var cell: Cell
  }

  /// Gathers leaves along the tree of answers: unions within a branch are convex by construction.
  private static func gathered(_ leaves: ArraySlice<Leaf>, depth: Int) -> [Cell] {
    guard leaves.count > 1 else { return leaves.map(\.cell) }
    let split = leaves.firstIndex { !$0.answers[depth] } ?? leaves.endIndex
    precondition(split > leaves.startIndex && split < leaves.endIndex, "a cut has two sides")
    let yes = gathered(leaves[..<split], depth: depth + 1)
    let no = gathered(leaves[split...], depth: depth + 1)
    if yes.count == 1, no.count == 1,
      let one = yes[0].merged(
        with: no[0],
        union: { ConvexPolygon(around: yes[0].region.corners + no[0].region.corners) })
    {
      return [one]
    }
    return yes + no
  }

  /// Gathers any two cells whose union is convex until no two are left.
  private static func gathered(_ cells: [Cell]) -> [Cell] {
    var cells = cells
    var index = 0
    while index < cells.count {
      var other = index + 1
      while other < cells.count {
        if let one = cells[index].merged(
          with: cells[other], union: { convexUnion(cells[index].region, cells[other].region) })
        {
          cells[index] = one
          cells.remove(at: other)
          index = 0
          other = 1
        } else {
          other += 1
        }
      }
      index += 1
    }
    return cells
  }

  /// The union of two polygons without common inner points, when it is convex.
  private static func convexUnion(_ left: ConvexPolygon, _ right: ConvexPolygon) -> ConvexPolygon? {
    let hull = ConvexPolygon(around: left.corners + right.corners)
    let (whole, first, second) = (hull.measure, left.measure, right.measure)
    if hull.corners.count < 3 {
      return whole.length <= (first.length + second.length) * (1 + 1e-12) ? hull : nil
    }
    return whole.area <= (first.area + second.area) * (1 + 1e-12) ? hull : nil
  }
}

extension Cell {
  /// The cell of one run of the law.
  fileprivate init(
    _ reading: CellReading, _ result: FederalReturn<AffineAmount>, _ demand: YearDemand
  ) {
    let premiums = Scaling.factor(demand.premiumFactor) * result.medicareSurcharge
    let tax = reading.resolved(result.yearCost + premiums)
    region = reading.region
    taxPieces = [tax]
    samples = reading.region.corners.map { Sample(point: $0, tax: tax.value(at: $0)) }
    adjustedGrossIncome = demand.adjustedGrossIncome ? result.adjustedGrossIncome : nil
    carryoverOut =
      demand.carryovers
      ? Carryover(short: result.shortTermCarryoverOut, long: result.longTermCarryoverOut) : nil
    stepRatio = tax.perStep != 0 ? reading.stepRatio : nil
    stepMarginRatio = reading.stepMarginRatio
  }
}
