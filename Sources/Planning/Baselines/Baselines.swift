public import Portfolio
import Quantities

/// The simple rules people use today, as plans to compare with.
///
/// A baseline keeps the rules about single lots (`never_sell`, `hold_until`, accounts that cannot
/// be harvested) but looks at no other wish: ``PlanFeasibility`` says which of them it breaks.
public struct Baselines: Sendable {
  private let problem: Problem
  private let pricer: PlanPricer

  /// The baselines of one problem.
  public init(_ pricer: PlanPricer) {
    self.problem = pricer.problem
    self.pricer = pricer
  }

  /// Sells nothing.
  public var hold: Plan { .hold }

  /// Sells every lot that stands at a loss, all of it, on the first date on which it is offered.
  ///
  /// A lot counts as a loss after spread and trade cost.
  public var harvestAll: Plan {
    Plan(
      problem.positions.indices.compactMap { index -> Sale? in
        let position = problem.positions[index]
        let sale = Sale(
          position: index, date: position.opportunities[0].date, shares: position.shares)
        return pricer.price(sale).gain < .zero ? sale : nil
      })
  }

  /// The orders of a plan with the lots chosen by a rule.
  ///
  /// On each date the same number of shares of each security is sold from each account; the lots
  /// are those the rule takes first among the ones still held and offered on the date.
  ///
  /// - Parameters:
  ///   - plan: the plan whose orders are kept.
  ///   - selection: the rule.
  /// - Returns: a plan with the same orders. Where the rule has taken early a lot that a later
  ///   order would need, the later order stays short.
  public func orders(of plan: Plan, by selection: LotSelection) -> Plan {
    let groups = OrderGroups(problem)
    var sold = Array(repeating: Shares.zero, count: problem.positions.count)
    var sales: [Sale] = []
    for order in groups.orders(of: plan) {
      let members = groups.members[order.group].filter {
        problem.positions[$0].opportunity(on: order.date) != nil
      }
      guard
        let price = members.first.flatMap({
          problem.positions[$0].opportunity(on: order.date)?.price
        })
      else { continue }
      let sequence = selection.order(
        of: members.map { problem.scenario.lots[problem.positions[$0].lot] }, price: price,
        date: problem.scenario.dates[order.date].date)
      var left = order.shares
      for member in sequence.map({ members[$0] }) where left > .zero {
        let shares = min(left, problem.positions[member].shares - sold[member])
        sold[member] += shares
        left -= shares
        sales.append(Sale(position: member, date: order.date, shares: shares))
      }
    }
    return Plan(sales)
  }
}

/// The positions by account and security, in the order of their first lots.
private struct OrderGroups {
  struct Key: Hashable {
    var account: String
    var symbol: String
  }

  /// Shares of one security in one account on one date.
  struct Order {
    var date: Int
    var group: Int
    var shares: Shares
  }

  let members: [[Int]]
  private let group: [Int]

  init(_ problem: Problem) {
    var indices: [Key: Int] = [:]
    var members: [[Int]] = []
    var group: [Int] = []
    for (index, position) in problem.positions.enumerated() {
      let lot = problem.scenario.lots[position.lot]
      let key = Key(account: lot.account, symbol: lot.symbol)
      let number = indices[key] ?? members.count
      if number == members.count {
        indices[key] = number
        members.append([])
      }
      members[number].append(index)
      group.append(number)
    }
    self.members = members
    self.group = group
  }

  /// The orders of a plan by date, then by group.
  func orders(of plan: Plan) -> [Order] {
    var orders: [Order] = []
    let sales = plan.sales.map { (date: $0.date, group: group[$0.position], shares: $0.shares) }
      .sorted { ($0.date, $0.group) < ($1.date, $1.group) }
    for sale in sales {
      if let last = orders.last, last.date == sale.date, last.group == sale.group {
        orders[orders.count - 1].shares += sale.shares
      } else {
        orders.append(Order(date: sale.date, group: sale.group, shares: sale.shares))
      }
    }
    return orders
  }
}
