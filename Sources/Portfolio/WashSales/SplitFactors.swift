import Quantities

/// How many shares of a day one split-free unit of each security is.
///
/// A ledger counts in the shares of before all splits, so that shares bought and sold on both sides
/// of a split can replace each other.
struct SplitFactors: Sendable {
  /// Of each security, the days of its splits and the product of the ratios up to each.
  private var products: [[(date: CivilDate, factor: Fraction)]]

  /// Factors of splits.
  ///
  /// - Parameters:
  ///   - splits: in any order.
  ///   - securityCount: more than the index of any security.
  init(_ splits: [(security: Int, date: CivilDate, ratio: Fraction)], securityCount: Int) {
    products = Array(repeating: [], count: securityCount)
    for split in splits.sorted(by: { $0.date < $1.date }) {
      let before = products[split.security].last?.factor ?? .one
      products[split.security].append((split.date, before * split.ratio))
    }
  }

  /// The shares of a day that one unit is.
  func factor(_ security: Int, on date: CivilDate) -> Fraction {
    products[security].last { $0.date <= date }?.factor ?? .one
  }
}
