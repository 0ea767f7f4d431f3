import Quantities

extension Fraction {
  /// A rate as a number.
  init(_ rate: Rate) { self.init(Int(rate.millionths), over: 1_000_000) }

  /// The dollars rounded to the nearest cent; a scenario's amounts always fit.
  func money(_ half: HalfCent) -> Money {
    guard let money = cents(half) else { preconditionFailure("an amount beyond what money holds") }
    return money
  }

  /// The number of shares, rounded half up to a millionth.
  var shares: Shares { Shares(millionths: (self * 10_000).money(.up).cents) }
}
