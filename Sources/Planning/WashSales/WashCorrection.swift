import Portfolio
package import Quantities

/// By how much the wash sales of one group change what a plan's sales add up to alone.
package struct WashCorrection: Sendable, Hashable {
  /// The change of short-term gains less losses, a value for each year.
  package var shortTerm: [Money]
  /// The change of long-term gains less losses, a value for each year.
  package var longTerm: [Money]
  /// The part of ``longTerm`` that is of collectibles.
  package var collectibles: [Money]
  /// The loss that is lost for good, positive.
  package var permanent = Money.zero

  /// No change.
  package init(yearCount: Int) {
    shortTerm = Array(repeating: .zero, count: yearCount)
    longTerm = shortTerm
    collectibles = shortTerm
  }

  /// Adds, or with a sign of -1 takes away, what a sale adds to its year.
  fileprivate mutating func add(_ sale: PricedSale, year: Int, sign: Int) {
    switch sale.term {
    case .short: shortTerm[year] += sign * sale.recognized
    case .long:
      longTerm[year] += sign * sale.recognized
      if sale.isCollectible { collectibles[year] += sign * sale.recognized }
    }
    permanent += sign * sale.permanent
  }
}

extension PlanPricer {
  /// What the wash sales of one reachable group change.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - sales: the plan's sales of the group, ordered by position and date.
  /// - Returns: the differences to the sales priced alone.
  package func washCorrection(of group: Int, _ sales: [Sale]) -> WashCorrection {
    var correction = WashCorrection(yearCount: problem.scenario.years.count)
    let alone = priceAlone(sales)
    func year(_ sale: PricedSale) -> Int { problem.scenario.dates[sale.sale.date].yearIndex }
    for sale in alone { correction.add(sale, year: year(sale), sign: -1) }
    for part in settledParts(of: group, alone) { correction.add(part, year: year(part), sign: 1) }
    return correction
  }

  /// The sales of one group after the ledger has run; without a loss, or where no purchase is near,
  /// they are as they were.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - alone: all its sales, priced as if each stood alone.
  /// - Returns: each sale in as many parts as it has bases and holding periods.
  func settledParts(of group: Int, _ alone: [PricedSale]) -> [PricedSale] {
    guard problem.ledger.scope.groups[group].isReachable,
      alone.contains(where: { $0.gain < .zero })
    else { return alone }
    return problem.ledger.settle(group, alone, of: problem).parts.map(\.part)
  }
}
