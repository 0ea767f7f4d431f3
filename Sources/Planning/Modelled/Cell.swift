/// A part of the net gains of a year on which the year's tax is convex and all else affine.
struct Cell: Sendable {
  /// Where the cell lies.
  var region: GainRegion
  /// The tax is the largest of these over the region.
  var taxPieces: [AffineAmount]
  /// The points whose convex combinations give the tax anywhere in the region: the corners of the
  /// part of each piece, with the tax there, steps left out.
  var samples: [Sample]
  /// Form 1040 line 11; `nil` when the plan does not depend on it.
  var adjustedGrossIncome: AffineAmount?
  /// The losses carried out, positive; `nil` when the plan does not depend on them.
  var carryoverOut: Carryover?
  /// By how many widths the stepped amount exceeds its start, where the tax has steps.
  var stepRatio: AffineAmount?
  /// Two cents of the stepped amount, in widths of a step: so near to an edge rounding decides.
  var stepNearness = 0.0
  /// Whether the tax is only known from below: some amount is rounded or divided, and the region is
  /// too wide to follow it.
  var isRelaxed = false

  /// A point and the tax there.
  struct Sample: Sendable {
    var point: GainPoint
    var tax: Double
  }

  /// Losses carried to the next year, by character.
  struct Carryover: Sendable {
    var short: AffineAmount
    var long: AffineAmount
  }

  /// What each step adds to the tax, in model units.
  var taxPerStep: Double { taxPieces[0].perStep }

  /// The tax at a point of the region, with the steps the law counts there.
  func tax(at point: GainPoint) -> Double {
    let convexPart = taxPieces.lazy.map { $0.value(at: point) }.max() ?? 0
    guard let stepRatio else { return convexPart }
    // A ratio this near a whole number is that number: a ten-thousandth of a cent of income.
    let steps = max(0, (stepRatio.value(at: point) - 1e-9).rounded(.up))
    return convexPart + taxPerStep * steps
  }

  /// Gathers two neighbours into one cell.
  ///
  /// - Parameters:
  ///   - other: a cell that touches this one.
  ///   - union: the union of the two regions, or `nil` when it is not convex.
  /// - Returns: `nil` when an output other than the tax differs, or the tax is not convex.
  func merged(with other: Cell, union: () -> GainRegion?) -> Cell? {
    guard agrees(with: other), dominates(other), other.dominates(self), let region = union() else {
      return nil
    }
    var result = self
    result.region = region
    for piece in other.taxPieces where !taxPieces.contains(where: piece.isClose) {
      result.taxPieces.append(piece)
    }
    result.samples += other.samples
    result.samples = result.region.essential(result.samples, of: result.taxPieces)
    return result
  }

  /// Whether this cell's pieces stay below the other's tax in the other's region.
  private func dominates(_ other: Cell) -> Bool {
    other.samples.allSatisfy { sample in
      taxPieces.allSatisfy { $0.value(at: sample.point) <= sample.tax + CellReading.tolerance }
    }
  }

  private func agrees(with other: Cell) -> Bool {
    func same(_ left: AffineAmount?, _ right: AffineAmount?) -> Bool {
      switch (left, right) {
      case (nil, nil): true
      case (let left?, let right?): left.isClose(to: right)
      default: false
      }
    }
    return isRelaxed == other.isRelaxed && abs(taxPerStep - other.taxPerStep) < 1e-9
      && same(stepRatio, other.stepRatio)
      && same(adjustedGrossIncome, other.adjustedGrossIncome)
      && same(carryoverOut?.short, other.carryoverOut?.short)
      && same(carryoverOut?.long, other.carryoverOut?.long)
  }
}
