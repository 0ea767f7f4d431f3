import Portfolio
public import Quantities

extension WashOutlook {
  /// What to do with the proceeds of a security sold at a loss, and when it may be bought back.
  public struct Rebuy: Sendable, Hashable {
    /// Why the household's replacement cannot be bought.
    public enum Obstacle: String, Sendable, Hashable, CaseIterable {
      /// It is substantially identical to what is sold, as the household says.
      case identical
      /// It may not be bought itself: it is sold at a loss too.
      case onDoNotBuyList = "on_do_not_buy_list"
    }

    /// The security sold.
    public var symbol: String
    /// The trade date of the sale.
    public var date: CivilDate
    /// The shares sold, those at a gain included.
    public var shares: Shares
    /// What they bring, net of costs: the amount taken to be invested in the replacement.
    public var proceeds: Money
    /// Whether IRC §1091 reaches the security; otherwise it may be bought back at once, and the new
    /// shares have their own basis and holding period.
    public var isSubject: Bool
    /// What the household would buy instead, and how alike it takes the two; `nil` where the
    /// scenario does not say.
    public var replacement: Replacement?
    /// Why the replacement cannot be bought; `nil` where nothing is against it.
    public var obstacle: Obstacle?
    /// The first day on which buying the security itself costs no loss; the day to swap back as
    /// well. The day of the sale where no loss is exposed.
    public var buyBackFrom: CivilDate
    /// The short-term gain that swapping back on that day would realize for each percent by which
    /// the replacement has risen.
    public var gainPerPercent: Money
  }

  /// One entry for each security and day of a planned sale at a loss, in order of day and symbol.
  static func rebuys(
    _ problem: Problem, _ plan: PricedPlan, doNotBuy: [DoNotBuy], _ purchases: NearbyPurchases
  ) -> [Rebuy] {
    let scenario = problem.scenario
    let replacements = Dictionary(
      scenario.securities.map { ($0.symbol, $0.replacement) },
      uniquingKeysWith: { first, _ in first }
    )
    var rebuys: [Rebuy] = []
    var places: [Trade: Int] = [:]
    for order in plan.orders where order.parts.contains(where: { $0.gain < .zero }) {
      let symbol = scenario.lots[problem.positions[order.sale.position].lot].symbol
      let trade = Trade(symbol: symbol, date: scenario.dates[order.sale.date].date)
      if let place = places[trade] {
        rebuys[place].shares += order.sale.shares
        rebuys[place].proceeds += order.proceeds
      } else {
        places[trade] = rebuys.count
        rebuys.append(
          Rebuy(
            symbol: symbol, date: trade.date, shares: order.sale.shares, proceeds: order.proceeds,
            isSubject: purchases.scenario.wash.isSubject(symbol, on: trade.date),
            replacement: replacements[symbol] ?? nil, buyBackFrom: trade.date,
            gainPerPercent: .zero))
      }
    }
    for index in rebuys.indices { complete(&rebuys[index], doNotBuy, purchases) }
    return rebuys.sorted { ($0.date, $0.symbol) < ($1.date, $1.symbol) }
  }

  private struct Trade: Hashable {
    var symbol: String
    var date: CivilDate
  }

  private static func complete(
    _ rebuy: inout Rebuy, _ doNotBuy: [DoNotBuy], _ purchases: NearbyPurchases
  ) {
    func span(of symbol: String) -> DoNotBuy? {
      doNotBuy.first { span in
        span.symbols.contains(symbol) && (span.from...span.through).contains(rebuy.date)
      }
    }
    rebuy.gainPerPercent = Rate(percent: 1).of(rebuy.proceeds, rounded: .halfUp)
    guard rebuy.isSubject else { return }
    if let span = span(of: rebuy.symbol) { rebuy.buyBackFrom = span.through.adding(days: 1) }
    guard let replacement = rebuy.replacement else { return }
    let isGrouped = purchases.members(of: purchases.group(of: rebuy.symbol))
      .contains(replacement.symbol)
    if replacement.relation == .identical || isGrouped {
      rebuy.obstacle = .identical
    } else if span(of: replacement.symbol) != nil {
      rebuy.obstacle = .onDoNotBuyList
    }
  }
}
