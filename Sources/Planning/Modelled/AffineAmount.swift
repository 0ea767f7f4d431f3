import FederalTax
import Quantities

/// An amount of a return as an affine function of what a plan can move in the year.
///
/// In model units: `constant + perShort·S + perLong·L + perCollectibles·C + perStep·n`, where S and L
/// are Schedule D lines 7 and 15, C is the gain of collectibles less the long-term loss carried in,
/// and n is the number of steps of the year's ``StepSchedule``.
struct AffineAmount: TaxAmount, Equatable {
  var constant: Double
  var perShort = 0.0
  var perLong = 0.0
  var perCollectibles = 0.0
  var perStep = 0.0

  /// Schedule D line 7.
  static let netShortTerm = AffineAmount(constant: 0, perShort: 1)
  /// Schedule D line 15.
  static let netLongTerm = AffineAmount(constant: 0, perLong: 1)
  /// Collectibles less the long-term loss carried in: the 28% Rate Gain Worksheet without the
  /// short-term loss.
  static let netCollectibles = AffineAmount(constant: 0, perCollectibles: 1)
  /// One step.
  static let oneStep = AffineAmount(constant: 0, perStep: 1)

  init(
    constant: Double, perShort: Double = 0, perLong: Double = 0, perCollectibles: Double = 0,
    perStep: Double = 0
  ) {
    self.constant = constant
    self.perShort = perShort
    self.perLong = perLong
    self.perCollectibles = perCollectibles
    self.perStep = perStep
  }

  init(_ money: Money) { self.init(constant: Scaling.units(money)) }

  static func + (left: Self, right: Self) -> Self {
    AffineAmount(
      constant: left.constant + right.constant, perShort: left.perShort + right.perShort,
      perLong: left.perLong + right.perLong,
      perCollectibles: left.perCollectibles + right.perCollectibles,
      perStep: left.perStep + right.perStep)
  }

  static func - (left: Self, right: Self) -> Self {
    AffineAmount(
      constant: left.constant - right.constant, perShort: left.perShort - right.perShort,
      perLong: left.perLong - right.perLong,
      perCollectibles: left.perCollectibles - right.perCollectibles,
      perStep: left.perStep - right.perStep)
  }

  static func * (factor: Double, amount: Self) -> Self {
    AffineAmount(
      constant: factor * amount.constant, perShort: factor * amount.perShort,
      perLong: factor * amount.perLong, perCollectibles: factor * amount.perCollectibles,
      perStep: factor * amount.perStep)
  }

  /// The amount with its sign turned.
  static prefix func - (amount: Self) -> Self { -1 * amount }

  /// The value at a point, the steps left out.
  func value(at point: GainPoint) -> Double {
    constant + perShort * point.short + perLong * point.long
      + perCollectibles * point.collectibles
  }

  /// The amount with the steps replaced by an affine number of them.
  func replacingSteps(by steps: AffineAmount) -> AffineAmount {
    guard perStep != 0 else { return self }
    var rest = self
    rest.perStep = 0
    return rest + perStep * steps
  }

  /// Whether two amounts agree wherever |S| and |L| stay below a hundred million dollars.
  func isClose(to other: AffineAmount) -> Bool {
    abs(constant - other.constant) < 1e-7 && abs(perShort - other.perShort) < 1e-11
      && abs(perLong - other.perLong) < 1e-11
      && abs(perCollectibles - other.perCollectibles) < 1e-11
      && abs(perStep - other.perStep) < 1e-9
  }
}
