import Portfolio
import Quantities

/// Holds a finished plan against one ledger of the whole household: every account and security, the
/// past and the plan in one run.
///
/// Plans are settled group by group after the past, and groups without a purchase near are not
/// settled at all. That this leaves nothing out is checked here for every plan that is printed.
struct LedgerAudit {
  private let problem: Problem
  /// The scenario whose lots the plan sells: as stated, unless the past has divided a lot.
  private let scenario: Scenario
  private let scope: WashScope
  private var lots: [LedgerLot] = []
  private var placeOfLot: [Int: Int] = [:]
  /// The ledger's number of each purchase, by its name.
  private var purchaseOrders: [String: Int] = [:]
  private var disposals: [LedgerDisposal] = []
  /// The order of the plan that each disposal is; `nil` for what is past.
  private var orders: [Int?] = []

  /// Compares disallowed and lost losses, sale by sale.
  ///
  /// - Throws: ``PlannerError/ledgerFailure(lot:planned:ledger:)``.
  static func check(_ plan: PricedPlan, of problem: Problem) throws(PlannerError) {
    guard plan.sales.contains(where: { $0.gain < .zero }) else { return }
    var audit = LedgerAudit(problem)
    try audit.check(plan)
  }

  private init(_ problem: Problem) {
    self.problem = problem
    let isDivided = problem.scenario.lots.count != problem.stated.lots.count
    scenario = isDivided ? problem.scenario : problem.stated
    scope = WashScope(scenario, positions: [])
  }

  private mutating func check(_ plan: PricedPlan) throws(PlannerError) {
    let policy = scenario.wash.policy
    addLots(soldBy: plan, policy)
    addPurchases(policy)
    addPastSales()
    let planned = plan.orders
    for (index, order) in planned.enumerated() {
      guard let place = placeOfLot[problem.positions[order.sale.position].lot] else { continue }
      add(
        place, Fraction(order.sale.shares),
        Fraction(order.proceeds) / Fraction(order.sale.shares),
        on: scenario.dates[order.sale.date].date, order: index)
    }
    let matcher = WashMatcher(
      accounts: scope.accounts, securities: scope.securities, policy: policy)
    var found = Array(
      repeating: (disallowed: Fraction.zero, permanent: Fraction.zero), count: planned.count)
    for row in matcher.settle(lots: lots, disposals: disposals).rows {
      guard let order = orders[row.disposal] else { continue }
      found[order].disallowed += row.disallowed
      found[order].permanent += row.permanent
    }
    for (order, ledger) in zip(planned, found) {
      let pairs = [(order.disallowed, ledger.disallowed), (order.permanent, ledger.permanent)]
      for (amount, exact) in pairs {
        let cents = exact.money(.even)
        // A cent for each part and each earlier one whose rounded basis it took over.
        guard (amount - cents).magnitude <= Money(cents: Int64(2 * order.parts.count)) else {
          throw .ledgerFailure(
            lot: scenario.lots[problem.positions[order.sale.position].lot].id, planned: amount,
            ledger: cents)
        }
      }
    }
  }

  /// The lots that are sold or were bought near any sale.
  private mutating func addLots(soldBy plan: PricedPlan, _ policy: WashPolicy) {
    let sold = Set(plan.plan.sales.map { problem.positions[$0.position].lot })
    let days =
      plan.plan.sales.map { scenario.dates[$0.date].date } + scenario.wash.pastSales.map(\.date)
    let span = (days.min() ?? scenario.dates[0].date, days.max() ?? scenario.dates[0].date)
    let reach = WashRules.law.windowDays
    for (index, lot) in scenario.lots.enumerated()
    where sold.contains(index)
      || (lot.acquired >= span.0.adding(days: -reach) && lot.acquired <= span.1.adding(days: reach))
    {
      let order = purchaseOrders[lot.purchase] ?? lots.count
      purchaseOrders[lot.purchase] = order
      placeOfLot[index] = lots.count
      lots.append(scope.ledgerLot(lot, order: order, policy: policy))
    }
  }

  private mutating func addPurchases(_ policy: WashPolicy) {
    for purchase in scenario.wash.purchases
    where !(purchase.isScheduled && purchase.canBeStopped) {
      if let day = purchase.soldOn { add(lots.count, Fraction(purchase.shares), .zero, on: day) }
      let order = purchaseOrders[purchase.purchaseName] ?? lots.count
      purchaseOrders[purchase.purchaseName] = order
      lots.append(scope.ledgerLot(purchase, order: order, policy: policy))
    }
  }

  private mutating func addPastSales() {
    for sale in scenario.wash.pastSales where sale.basis - sale.proceeds > sale.disallowed {
      let loss = sale.basis - sale.proceeds
      let shares = Fraction(sale.shares) * Fraction(loss - sale.disallowed) / Fraction(loss)
      add(lots.count, shares, Fraction(sale.proceeds) / Fraction(sale.shares), on: sale.date)
      let order =
        sale.lot.flatMap { placeOfLot[$0] }.map { lots[$0].order }
        ?? purchaseOrders[sale.purchaseName] ?? lots.count
      lots.append(scope.ledgerLot(sale, quantity: shares, order: order))
    }
  }

  private mutating func add(
    _ lot: Int, _ shares: Fraction, _ amountPerUnit: Fraction, on day: CivilDate, order: Int? = nil
  ) {
    disposals.append(
      LedgerDisposal(
        lot: lot, quantity: shares, amountPerUnit: amountPerUnit, moment: .disposition(day),
        sale: disposals.count))
    orders.append(order)
  }
}
