import Quantities

/// The one crossing between exact quantities and the model's floating point.
///
/// A model amount is in thousands of dollars: returns of households then have coefficients between
/// 10⁻⁵ (a cent) and 10⁵ (a hundred million), well inside what a simplex code resolves.
enum Scaling {
  /// Cents in one model unit.
  private static let centsPerUnit = 100_000.0

  /// A model unit in dollars.
  static let unitInDollars = centsPerUnit / 100

  /// An exact amount in model units.
  static func units(_ money: Money) -> Double { Double(money.cents) / centsPerUnit }

  /// A rate as a factor.
  static func factor(_ rate: Rate) -> Double { Double(rate.millionths) / 1_000_000 }

  /// The fraction that shares are of others.
  static func fraction(_ shares: Shares, of all: Shares) -> Double {
    Double(shares.millionths) / Double(all.millionths)
  }

  /// The part that a price is of another; nothing is no part of nothing.
  static func ratio(_ price: UnitPrice, to reference: UnitPrice) -> Double {
    reference.millionths > 0 ? Double(price.millionths) / Double(reference.millionths) : 0
  }

  /// A number below a few thousand, such as a part of a whole.
  static func number(_ fraction: Fraction) -> Double {
    Double((fraction * 10_000_000_000_000).money(.up).cents) / 1e15
  }

  /// The amount of model units, rounded to the nearest cent.
  static func money(_ units: Double) -> Money {
    Money(cents: Int64((units * centsPerUnit).rounded(.toNearestOrAwayFromZero)))
  }

  /// The largest whole number of cents that is not above an amount of model units.
  static func lowerBound(_ units: Double) -> Money {
    Money(cents: Int64((units * centsPerUnit).rounded(.down)))
  }

  /// A fraction of shares, rounded to the nearest millionth, or whole share.
  static func shares(_ fraction: Double, of all: Shares, whole: Bool) -> Shares {
    let bounded = min(max(fraction, 0), 1)
    let unit = whole ? 1_000_000.0 : 1
    let count = (bounded * Double(all.millionths) / unit).rounded(.toNearestOrAwayFromZero)
    return min(Shares(millionths: Int64(count * unit)), all)
  }
}
