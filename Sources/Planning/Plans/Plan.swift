public import Quantities

/// Shares of one lot to be sold on one planning date.
public struct Sale: Sendable, Hashable, Comparable {
  /// The index of the position in the problem.
  public var position: Int
  /// The index of the planning date in the scenario.
  public var date: Int
  /// The shares sold; positive.
  public var shares: Shares

  /// A sale.
  public init(position: Int, date: Int, shares: Shares) {
    self.position = position
    self.date = date
    self.shares = shares
  }

  /// Orders sales by position, then by date.
  public static func < (left: Sale, right: Sale) -> Bool {
    (left.position, left.date) < (right.position, right.date)
  }
}

/// Which lots are sold, how many shares of each, and when: the answer to a problem.
public struct Plan: Sendable, Hashable {
  /// The sales in order, at most one for each position and date.
  public private(set) var sales: [Sale]

  /// The plan that sells nothing.
  public static let hold = Plan([])

  /// A plan of sales in any order; those of zero shares are left out, and those of one position
  /// and date are added together.
  public init(_ sales: some Sequence<Sale>) {
    var merged: [Sale] = []
    for sale in sales.sorted() where sale.shares > .zero {
      if let last = merged.last, last.position == sale.position, last.date == sale.date {
        merged[merged.count - 1].shares += sale.shares
      } else {
        merged.append(sale)
      }
    }
    self.sales = merged
  }
}
