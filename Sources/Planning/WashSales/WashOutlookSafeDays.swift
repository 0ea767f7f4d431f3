import Portfolio
public import Quantities

extension WashOutlook {
  /// When a position can be sold at a loss without a wash sale, as far as purchases are known.
  public struct SafeDay: Sendable, Hashable {
    /// What can be done about a purchase that stands in the way.
    public enum Remedy: String, Sendable, Hashable, CaseIterable {
      /// Only waiting helps.
      case wait
      /// The shares may be sold on the same day.
      case sellToo = "sell_too"
      /// The plan sells the shares by that day.
      case soldByPlan = "sold_by_plan"
      /// The purchase can be stopped.
      case stop
    }

    /// A purchase within thirty days of the day.
    public struct Obstacle: Sendable, Hashable {
      /// What is bought.
      public var source: PlanWash.Source
      /// The account of the purchase.
      public var account: String
      /// The security.
      public var symbol: String
      /// The trade date.
      public var date: CivilDate
      /// The shares that would replace others.
      public var shares: Shares
      /// What can be done about it.
      public var remedy: Remedy
      /// What it would do to the loss.
      public var effect: Effect
    }

    /// The index of the position.
    public var position: Int
    /// The planning date: that of the plan's sale at a loss, or the first on which the whole
    /// position stands at a loss.
    public var date: Int
    /// The purchases in the way on that date, in their order; at least one.
    public var obstacles: [Obstacle]
    /// The first day, not before the date, without a purchase in the way; purchases that can be
    /// stopped are taken as stopped, the plan's sales as made.
    public var freeFrom: CivilDate
    /// The shares that would be replaced if all of the position were sold on the date all the same.
    public var replacedShares: Shares
    /// Their loss as far as it would move into the basis of a replacement, positive.
    public var deferred: Money
    /// Their loss as far as it would be lost for good, positive.
    public var permanent: Money

    /// Whether the date is free once the shares of every obstacle that stays are sold too.
    public var isFreeWhenSoldTogether: Bool {
      obstacles.contains { $0.remedy == .sellToo } && !obstacles.contains { $0.remedy == .wait }
    }

    /// The purchases that neither a stop nor the plan takes out of the way.
    public var remaining: [Obstacle] {
      obstacles.filter { $0.remedy == .wait || $0.remedy == .sellToo }
    }
  }
}

/// Looks for the first day on which each position can be sold at a loss without a wash sale.
struct SafeDaySearch {
  private let problem: Problem
  private let plan: PricedPlan
  private let purchases: NearbyPurchases
  private let pricer: PlanPricer
  private let orders: [PricedOrder]
  private var ordersOfPosition: [Int: [PricedOrder]] = [:]
  private var positionOfLot: [Int: Int] = [:]
  private var matchesOfSource: [PlanWash.Source: [PlanWash.Match]] = [:]

  private var scenario: Scenario { problem.scenario }

  init(_ problem: Problem, _ plan: PricedPlan, _ purchases: NearbyPurchases) {
    self.problem = problem
    self.plan = plan
    self.purchases = purchases
    pricer = PlanPricer(problem)
    orders = plan.orders
    for order in orders { ordersOfPosition[order.sale.position, default: []].append(order) }
    for (index, position) in problem.positions.enumerated() { positionOfLot[position.lot] = index }
    for match in plan.wash.matches { matchesOfSource[match.source, default: []].append(match) }
  }

  /// The positions with purchases in the way, in their order.
  var days: [WashOutlook.SafeDay] { problem.positions.indices.compactMap { day(ofPosition: $0) } }

  /// The day of one position; `nil` where it stands at no loss or nothing is in the way.
  func day(ofPosition index: Int) -> WashOutlook.SafeDay? {
    let lot = scenario.lots[problem.positions[index].lot]
    let near = purchases.acquisitions[purchases.group(of: lot.symbol)]
    guard !near.isEmpty, let (date, loss) = lossDate(index) else { return nil }
    let day = scenario.dates[date].date
    guard purchases.scenario.wash.isSubject(lot.symbol, on: day) else { return nil }
    let obstacles = near.compactMap { obstacle($0, to: index, on: date) }
    let inReach = obstacles.filter { abs($0.date.days(since: day)) <= WashOutlook.windowDays }
    guard !inReach.isEmpty else { return nil }
    var safe = WashOutlook.SafeDay(
      position: index, date: date, obstacles: inReach, freeFrom: freeDay(day, obstacles),
      replacedShares: .zero, deferred: .zero, permanent: .zero)
    addReplacements(to: &safe, symbol: lot.symbol, loss: loss)
    return safe
  }

  /// The planning date that is looked at, and the loss of the whole position on it.
  private func lossDate(_ index: Int) -> (date: Int, loss: Money)? {
    let position = problem.positions[index]
    func loss(on date: Int) -> Money {
      -pricer.price(Sale(position: index, date: date, shares: position.shares)).gain
    }
    if let order = ordersOfPosition[index]?.first(where: { $0.gain < .zero }) {
      return (order.sale.date, loss(on: order.sale.date))
    }
    for opportunity in position.opportunities {
      let loss = loss(on: opportunity.date)
      if loss > .zero { return (opportunity.date, loss) }
    }
    return nil
  }

  /// The first day from `start` on that is more than thirty days from every purchase that stays.
  private func freeDay(
    _ start: CivilDate, _ obstacles: [WashOutlook.SafeDay.Obstacle]
  ) -> CivilDate {
    var day = start
    for obstacle in obstacles where obstacle.remedy == .wait || obstacle.remedy == .sellToo {
      if abs(obstacle.date.days(since: day)) <= WashOutlook.windowDays {
        day = obstacle.date.adding(days: WashOutlook.windowDays + 1)
      }
    }
    return day
  }

  private func obstacle(
    _ acquisition: NearbyPurchases.Acquisition, to index: Int, on date: Int
  ) -> WashOutlook.SafeDay.Obstacle? {
    let lot = scenario.lots[problem.positions[index].lot]
    let policy = scenario.wash.policy
    guard
      purchases.counts(acquisition.kind, inAccount: acquisition.account, onLossIn: lot.account),
      acquisition.source != .lot(problem.positions[index].lot),
      policy.olderLots == .eligible || acquisition.date >= lot.acquired
    else { return nil }
    let taken = matched(acquisition, exceptBy: index)
    var remedy = acquisition.canBeStopped ? WashOutlook.SafeDay.Remedy.stop : .wait
    var shares = acquisition.shares - min(taken, acquisition.shares)
    if case .lot(let other) = acquisition.source {
      let replaced = scenario.lots[other].replacedShares + taken
      let sold = sold(ofLot: other, by: date)
      // Sales and matches both take the first shares of a lot.
      let left = acquisition.shares - min(max(sold, replaced), acquisition.shares)
      if left == .zero, sold > replaced {
        remedy = .soldByPlan
        shares = acquisition.shares - min(replaced, acquisition.shares)
      } else {
        shares = left
        if canBeSold(other, on: date) { remedy = .sellToo }
      }
    }
    guard shares > .zero else { return nil }
    return WashOutlook.SafeDay.Obstacle(
      source: acquisition.source, account: acquisition.account, symbol: acquisition.symbol,
      date: acquisition.date, shares: shares, remedy: remedy,
      effect: purchases.effect(inAccount: acquisition.account, onLossIn: lot.account))
  }

  /// The shares of an acquisition that replace other sales than those of a position.
  private func matched(
    _ acquisition: NearbyPurchases.Acquisition, exceptBy position: Int
  ) -> Shares {
    (matchesOfSource[acquisition.source] ?? []).map { match in
      switch match.sale {
      case .planned(let order):
        let sale = orders[order].sale
        if sale.position == position { return .zero }
        let symbol = scenario.lots[problem.positions[sale.position].lot].symbol
        return purchases.converted(match.shares, from: symbol, to: acquisition.symbol)
      case .past(let sale):
        return purchases.converted(
          match.shares, from: scenario.wash.pastSales[sale].symbol, to: acquisition.symbol)
      }
    }.reduce(.zero, +)
  }

  /// The shares of a lot that the plan sells early enough not to replace a sale of the date.
  private func sold(ofLot lot: Int, by date: Int) -> Shares {
    guard let position = positionOfLot[lot] else { return .zero }
    let isTogether = scenario.wash.policy.sameDaySales == .simultaneous
    return (ordersOfPosition[position] ?? []).filter {
      isTogether ? $0.sale.date <= date : $0.sale.date < date
    }.map(\.sale.shares).reduce(.zero, +)
  }

  /// Whether all of a lot may be sold on a date, together with other lots.
  private func canBeSold(_ lot: Int, on date: Int) -> Bool {
    guard scenario.wash.policy.sameDaySales == .simultaneous, let index = positionOfLot[lot] else {
      return false
    }
    let position = problem.positions[index]
    return position.shares == scenario.lots[lot].quantity && position.opportunity(on: date) != nil
  }

  /// Adds what a sale of the whole position on the date would lose: purchases replace shares in
  /// their own order, Treas. Reg. §1.1091-1(c) and (d).
  private func addReplacements(
    to safe: inout WashOutlook.SafeDay, symbol: String, loss: Money
  ) {
    let all = problem.positions[safe.position].shares
    var replaced = Shares.zero
    for obstacle in safe.remaining where replaced < all {
      let shares = min(
        all - replaced,
        purchases.converted(obstacle.shares, from: obstacle.symbol, to: symbol))
      let before = replaced.portion(of: loss, outOf: all)
      replaced += shares
      let amount = replaced.portion(of: loss, outOf: all) - before
      if obstacle.effect == .permanent { safe.permanent += amount } else { safe.deferred += amount }
    }
    safe.replacedShares = replaced
  }
}
