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

/// The net gains that a year can have.
struct YearDomain: Sendable {
  /// The gains.
  var region: GainRegion
  /// Collectibles less the long-term loss carried in, in model units, where the region leaves them
  /// out because they are known.
  var collectibles = 0.0
  /// The losses carried in, where the return tells them from those of the year, as a corporation's
  /// does, and they are known; the gains are net of them all the same.
  var carryover = CarryoverIn()

  /// What a plan can move, and what is known of collectibles where it cannot move them.
  init(_ region: GainRegion, collectibles: Double = 0) {
    self.region = region
    self.collectibles = collectibles
  }

  /// The gains of less than ten cents around a point, collectibles as they are there: both sides of
  /// every step and cliff near it.
  init(around point: GainPoint, carryover: CarryoverIn = CarryoverIn()) {
    self.carryover = carryover
    let reach = 1e-4
    region = GainRegion(
      short: point.short - reach...point.short + reach,
      long: point.long - reach...point.long + reach, collectibles: nil)
    collectibles = point.collectibles
  }
}

/// A year's law over its net gains, cut into few convex cells.
///
/// The law is run on a region; each question that the region leaves open cuts it in two. What
/// results is a partition into small parts on which every amount is affine. Neighbours are then
/// gathered as long as their union is convex and the tax convex on it, which undoes all cuts at
/// convex kinks: what remains are the cells between which an integer model has to choose.
struct YearCells: Sendable {
  /// The cells; their regions cover the domain and overlap in boundaries only.
  let cells: [Cell]
  /// Whether the cells distinguish what collectibles gain.
  let hasCollectibles: Bool

  /// Whether the law has a jump or step in the year.
  let hasJumps: Bool

  /// Whether some cell knows its tax from below only.
  var areRelaxed: Bool { cells.contains(where: \.isRelaxed) }

  /// The cells of one year.
  ///
  /// - Parameters:
  ///   - year: the facts, the amounts fixed without a plan, and the law.
  ///   - domain: the values that net gains can take, carryovers included.
  ///   - demand: the outputs that have to be affine on every cell.
  ///   - jumps: how closely jumps are followed.
  init(
    of year: PlanningYear, over domain: YearDomain, demand: YearDemand,
    jumps: JumpOptions = JumpOptions()
  ) {
    hasCollectibles = domain.region.isSolid
    var inputs = year.inputs.map { AffineAmount($0) }
    inputs.shortTermCarryover = AffineAmount(domain.carryover.shortTerm)
    inputs.longTermCarryover = AffineAmount(domain.carryover.longTerm)
    inputs.shortTermGain = .netShortTerm + inputs.shortTermCarryover
    inputs.longTermGain = .netLongTerm + inputs.longTermCarryover
    inputs.collectiblesGain =
      hasCollectibles ? .netCollectibles : AffineAmount(constant: domain.collectibles)
    let fixedInputs = inputs
    var rules = ReturnRules(of: year.inputs, facts: year.facts, law: year.law)
    if hasCollectibles || domain.collectibles != 0 { rules.formUnion(.collectiblesOfPlan) }
    var hasJumps = false
    let leaves = CellReading.explored(domain.region, jumps: jumps) { reading in
      let result = federalReturn(
        fixedInputs, facts: year.facts, law: year.law, rules: rules, reading: &reading)
      hasJumps = hasJumps || reading.hasJumps
      return Leaf(answers: reading.answers, cell: Cell(reading, result, demand))
    }
    self.hasJumps = hasJumps
    cells = Self.gathered(Self.gathered(leaves[...], depth: 0))
  }

  /// The year's tax at a point by the model.
  ///
  /// - Parameter point: net gains; they come from whole cents, which the cuts do not.
  /// - Returns: one value for each cell whose tax is known and that is within two cents, which is what
  ///   lines rounded to cents may add up to; and where an edge of a step is as near, the value on its
  ///   other side; `nil` outside the domain.
  func modelledTaxes(at point: GainPoint) -> [Double]? {
    var taxes: [Double] = []
    for cell in cells
    where !cell.isRelaxed && cell.region.contains(point, tolerance: Self.nearness) {
      taxes.append(cell.tax(at: point))
      guard let ratio = cell.stepRatio?.value(at: point) else { continue }
      let distance = ratio - ratio.rounded()
      if abs(distance) <= cell.stepNearness {
        taxes.append(cell.tax(at: point) + (distance > 1e-9 ? -1 : 1) * cell.taxPerStep)
      }
    }
    return taxes.isEmpty ? nil : taxes
  }

  /// Two cents.
  private static let nearness = 2e-5

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
        union: { yes[0].region.rejoined(with: no[0].region) })
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
          with: cells[other], union: { cells[index].region.union(with: cells[other].region) })
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
    stepNearness = reading.stepNearness
    isRelaxed = reading.isRelaxed
  }
}
