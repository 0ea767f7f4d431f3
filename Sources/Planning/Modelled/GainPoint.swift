/// What a plan can move in a year: net short-term gain, net long-term gain and, where collectibles or
/// real estate make it count, collectibles less the long-term loss carried in; in model units.
struct GainPoint: Equatable, Sendable {
  var short: Double
  var long: Double
  /// Zero in years in which it does not count, or is known.
  var collectibles = 0.0

  /// Whether two points are the same corner, reached by different cuts: a hundredth of a cent.
  ///
  /// A model with both would have a basis that is singular but for rounding.
  func isOne(with other: GainPoint) -> Bool {
    abs(short - other.short) <= 1e-7 && abs(long - other.long) <= 1e-7
      && abs(collectibles - other.collectibles) <= 1e-7
  }

  /// The point at a part of the way to another.
  func moved(toward other: GainPoint, by part: Double) -> GainPoint {
    GainPoint(
      short: short + part * (other.short - short), long: long + part * (other.long - long),
      collectibles: collectibles + part * (other.collectibles - collectibles))
  }
}
