/// Follows the law closely near the plans found so far, where it rounds or divides.
///
/// Cells that are too wide for every rounding know their tax from below only. What the model chooses
/// there is priced exactly, joins the points of focus, and the model is solved again: until it
/// chooses what is known, or the plan at hand is as cheap as the bound.
struct LawSharpening {
  /// How closely the jumps of each year are followed.
  private(set) var jumps: [JumpOptions]
  private var rounds = 0

  /// After so many rounds the gap that is left is what the proof says.
  private static let mostRounds = 40
  /// A point nearer than this to one of focus, a dollar, adds nothing.
  private static let nearness = 1e-3

  init(yearCount: Int) { jumps = Array(repeating: JumpOptions(), count: yearCount) }

  /// Adds points of focus and cuts the years anew.
  ///
  /// - Parameters:
  ///   - formulation: the formulation whose years are cut.
  ///   - ranges: what the net gains can be.
  ///   - chosen: the net gains that the model has chosen.
  ///   - plan: the best plan so far.
  /// - Returns: whether anything has changed.
  mutating func sharpen(
    _ formulation: inout Formulation, over ranges: NetGainRanges, at chosen: [GainPoint],
    _ plan: PricedPlan
  ) -> Bool {
    guard formulation.areCellsRelaxed, rounds < Self.mostRounds else { return false }
    var isNew = false
    for year in jumps.indices where formulation.years[year].areRelaxed {
      for var point in [chosen[year], plan.years[year].netGains] {
        if !formulation.years[year].hasCollectibles { point.collectibles = 0 }
        let isKnown = jumps[year].focus.contains {
          abs($0.short - point.short) + abs($0.long - point.long)
            + abs($0.collectibles - point.collectibles) < Self.nearness
        }
        if isKnown { continue }
        jumps[year].focus.append(point)
        isNew = true
      }
    }
    guard isNew else { return false }
    rounds += 1
    formulation.years = Formulation.cells(of: formulation.problem, over: ranges, jumps: jumps)
    return true
  }
}
