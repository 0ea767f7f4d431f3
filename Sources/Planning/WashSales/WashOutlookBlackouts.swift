import Portfolio
public import Quantities

extension WashOutlook {
  /// The 61 days around a sale at a loss.
  public struct Blackout: Sendable, Hashable {
    /// The sale.
    public var sale: PlanWash.LossSale
    /// The securities that may not be bought: the one sold and those identical to it.
    public var symbols: [String]
    /// The account of the sale.
    public var account: String
    /// The security sold.
    public var symbol: String
    /// The trade date of the sale.
    public var date: CivilDate
    /// The first day on which a purchase counts.
    public var first: CivilDate
    /// The last day on which a purchase counts.
    public var last: CivilDate
    /// The shares sold at a loss.
    public var shares: Shares
    /// Their loss, positive.
    public var loss: Money
    /// The shares that nothing replaces so far; when there are none, the blackout is over.
    public var exposedShares: Shares
    /// The loss of the exposed shares, positive.
    public var exposedLoss: Money
  }

  /// A span of days on which a purchase of a group of identical securities would cost a loss.
  public struct DoNotBuy: Sendable, Hashable {
    /// The securities, in order of the alphabet.
    public var symbols: [String]
    /// The first day, at the earliest thirty days before the first planning date.
    public var from: CivilDate
    /// The last day.
    public var through: CivilDate
    /// The exposed shares; of symbols with different ratios, in the group's measure.
    public var shares: Shares
    /// The loss at stake, positive.
    public var loss: Money
    /// The sales whose windows make the span, by date.
    public var sales: [PlanWash.LossSale]
  }

  static func blackouts(_ losses: LossSales, _ purchases: NearbyPurchases) -> [Blackout] {
    losses.all.map { loss in
      Blackout(
        sale: loss.sale, symbols: purchases.members(of: loss.group), account: loss.account,
        symbol: loss.symbol, date: loss.date, first: loss.firstDay, last: loss.lastDay,
        shares: loss.shares, loss: loss.loss, exposedShares: loss.exposedShares,
        exposedLoss: loss.exposedLoss)
    }
  }

  /// The spans of days without purchases: windows of one group that meet are one span.
  static func doNotBuy(_ losses: LossSales, _ purchases: NearbyPurchases) -> [DoNotBuy] {
    let earliest = purchases.scenario.dates[0].date.adding(days: -WashOutlook.windowDays)
    var spans: [DoNotBuy] = []
    var spanOfGroup: [Int: Int] = [:]
    for loss in losses.all where loss.isExposed {
      let shares = purchases.converted(loss.exposedShares, from: loss.symbol)
      if let index = spanOfGroup[loss.group], loss.firstDay <= spans[index].through {
        spans[index].through = loss.lastDay
        spans[index].shares += shares
        spans[index].loss += loss.exposedLoss
        spans[index].sales.append(loss.sale)
      } else {
        spanOfGroup[loss.group] = spans.count
        spans.append(
          DoNotBuy(
            symbols: purchases.members(of: loss.group), from: max(earliest, loss.firstDay),
            through: loss.lastDay, shares: shares, loss: loss.exposedLoss, sales: [loss.sale]))
      }
    }
    return spans.sorted {
      $0.through == $1.through
        ? $0.symbols.lexicographicallyPrecedes($1.symbols) : $0.through < $1.through
    }
  }
}

/// A sale at a loss, planned or past.
struct LossSale {
  var sale: PlanWash.LossSale
  var group: Int
  var account: String
  var symbol: String
  /// The lot sold, or the one that holds the rest of its purchase.
  var lot: Int?
  var acquired: CivilDate
  var date: CivilDate
  var shares: Shares
  /// Positive.
  var loss: Money
  var exposedShares = Shares.zero
  var exposedLoss = Money.zero

  var firstDay: CivilDate { date.adding(days: -WashOutlook.windowDays) }
  var lastDay: CivilDate { date.adding(days: WashOutlook.windowDays) }
  var isExposed: Bool { exposedShares > .zero }
}

/// The sales at a loss inside IRC §1091 whose windows are open on or after the first planning date.
struct LossSales {
  /// In order of dates, then past ones first, then in the plan's order.
  let all: [LossSale]
  private let byGroup: [Int: [Int]]

  init(_ problem: Problem, _ plan: PricedPlan, _ purchases: NearbyPurchases) {
    let found =
      Self.past(problem.scenario, purchases) + Self.planned(problem, plan, purchases)
    var exposures: [PlanWash.LossSale: PlanWash.Exposure] = [:]
    for exposure in plan.wash.exposures { exposures[exposure.sale] = exposure }
    let order = found.indices.sorted { (found[$0].date, $0) < (found[$1].date, $1) }
    all = order.map { index in
      var loss = found[index]
      loss.exposedShares = exposures[loss.sale]?.shares ?? .zero
      loss.exposedLoss = exposures[loss.sale]?.loss ?? .zero
      return loss
    }
    var byGroup: [Int: [Int]] = [:]
    for (index, loss) in all.enumerated() { byGroup[loss.group, default: []].append(index) }
    self.byGroup = byGroup
  }

  private static func past(_ scenario: Scenario, _ purchases: NearbyPurchases) -> [LossSale] {
    scenario.wash.pastSales.enumerated().compactMap { index, sale in
      let loss = LossSale(
        sale: .past(index), group: purchases.group(of: sale.symbol), account: sale.account,
        symbol: sale.symbol, lot: sale.lot, acquired: sale.acquired, date: sale.date,
        shares: sale.shares, loss: sale.basis - sale.proceeds)
      guard loss.loss > .zero, loss.lastDay >= scenario.dates[0].date,
        purchases.scenario.wash.isSubject(sale.symbol, on: sale.date)
      else { return nil }
      return loss
    }
  }

  private static func planned(
    _ problem: Problem, _ plan: PricedPlan, _ purchases: NearbyPurchases
  ) -> [LossSale] {
    plan.orders.enumerated().compactMap { index, order in
      let lot = problem.positions[order.sale.position].lot
      let (held, date) = (problem.scenario.lots[lot], problem.scenario.dates[order.sale.date].date)
      let parts = order.parts.filter { $0.gain < .zero }
      guard !parts.isEmpty, purchases.scenario.wash.isSubject(held.symbol, on: date) else {
        return nil
      }
      return LossSale(
        sale: .planned(index), group: purchases.group(of: held.symbol), account: held.account,
        symbol: held.symbol, lot: lot, acquired: held.acquired, date: date,
        shares: parts.map(\.sale.shares).reduce(.zero, +), loss: -parts.map(\.gain).total())
    }
  }

  /// The sales of a group within whose windows a day falls.
  func near(_ date: CivilDate, group: Int) -> [LossSale] {
    (byGroup[group] ?? []).map { all[$0] }.filter { ($0.firstDay...$0.lastDay).contains(date) }
  }
}
