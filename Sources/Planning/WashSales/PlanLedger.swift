import Portfolio
import Quantities

/// Runs the exact ledger of IRC §1091 on the sales of a plan.
///
/// History is settled before, so that a group's lots, its remaining purchases and the plan's own
/// sales are all there is to match.
package struct PlanLedger: Sendable {
  /// The groups of the problem.
  package let scope: WashScope
  let matcher: WashMatcher
  /// The ledger's lots of each reachable group; empty for the others.
  let books: [Book]

  /// The lots and purchases of a group as the ledger sees them.
  struct Book: Sendable {
    var lots: [LedgerLot] = []
    var sources: [PlanWash.Source] = []
    /// The ledger's lot of each scenario lot.
    var places: [Int: Int] = [:]
  }

  /// A ledger for the plans of one problem.
  init(_ scenario: Scenario, scope: WashScope) {
    self.scope = scope
    let policy = scenario.wash.policy
    matcher = WashMatcher(accounts: scope.accounts, securities: scope.securities, policy: policy)
    books = scope.groups.map { group in
      var book = Book()
      guard group.isReachable else { return book }
      var orders: [String: Int] = [:]
      for index in group.lots {
        let order = orders[scenario.lots[index].purchase] ?? book.lots.count
        orders[scenario.lots[index].purchase] = order
        book.places[index] = book.lots.count
        book.sources.append(.lot(index))
        book.lots.append(scope.ledgerLot(scenario.lots[index], order: order, policy: policy))
      }
      for index in group.purchases {
        book.sources.append(.purchase(index))
        book.lots.append(
          scope.ledgerLot(
            scenario.wash.purchases[index], order: book.lots.count, policy: policy))
      }
      return book
    }
  }

  /// Shares that replace some of a sale.
  struct Match {
    var source: PlanWash.Source
    var shares: Shares
    var loss: Money
    var isPermanent: Bool
  }

  /// What the ledger makes of the sales of one group.
  struct Settled {
    /// The sales, each in as many parts as it has bases and holding periods.
    var parts: [(sale: Int, part: PricedSale)] = []
    /// The matches, with sales as indices into those given.
    var matches: [(sale: Int, match: Match)] = []
  }

  /// Settles the sales of a reachable group.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - sales: the plan's sales of the group, each priced as if it stood alone.
  ///   - problem: the problem.
  /// - Returns: what becomes of each sale.
  func settle(_ group: Int, _ sales: [PricedSale], of problem: Problem) -> Settled {
    let book = books[group]
    let disposals = sales.enumerated().map { index, sale in
      guard let lot = book.places[problem.positions[sale.sale.position].lot] else {
        preconditionFailure("a sale belongs to its group")
      }
      return LedgerDisposal(
        lot: lot, quantity: Fraction(sale.sale.shares),
        amountPerUnit: Fraction(sale.proceeds) / Fraction(sale.sale.shares),
        moment: .disposition(problem.scenario.dates[sale.sale.date].date), sale: index)
    }
    let settlement = matcher.settle(lots: book.lots, disposals: disposals)
    var rows: [[WashRow]] = Array(repeating: [], count: sales.count)
    for row in settlement.rows { rows[row.disposal].append(row) }
    var settled = Settled()
    for (index, sale) in sales.enumerated() {
      let parts = Self.parts(
        of: sale, rows[index],
        statedBasisPerUnit: book.lots[disposals[index].lot].basisPerUnit)
      settled.parts += parts.map { (index, $0) }
      for (row, part) in zip(rows[index], parts) {
        settled.matches += Self.matches(row, part, book).map { (index, $0) }
      }
    }
    return settled
  }

  /// A sale in parts, one for each row, in cents that add up to those of the sale.
  private static func parts(
    of sale: PricedSale, _ rows: [WashRow], statedBasisPerUnit: Fraction
  ) -> [PricedSale] {
    let shares = sale.sale.shares
    let exact = rows.map(\.basis).reduce(.zero, +)
    // What earlier losses of the plan have added to the basis, in whole cents.
    let deferred = exact - statedBasisPerUnit * Fraction(shares)
    let basis = sale.basis + deferred.money(.up)
    var parts: [PricedSale] = []
    var done = Fraction.zero
    var basisDone = Fraction.zero
    var taken = (shares: Shares.zero, proceeds: Money.zero, costs: Money.zero, basis: Money.zero)
    for (index, row) in rows.enumerated() {
      done = done + row.quantity
      basisDone = basisDone + row.basis
      let isLast = index == rows.count - 1
      let upTo = isLast ? shares : done.shares
      var part = sale
      part.sale.shares = upTo - taken.shares
      part.proceeds = upTo.portion(of: sale.proceeds, outOf: shares) - taken.proceeds
      part.costs = upTo.portion(of: sale.costs, outOf: shares) - taken.costs
      let basisUpTo =
        isLast || exact.isZero ? basis : (Fraction(basis) * basisDone / exact).money(.up)
      part.basis = basisUpTo - taken.basis
      part.term = row.term
      if row.disallowed.isPositive {
        // A row that is replaced whole leaves no cent of the loss.
        let loss = -part.gain
        part.disallowed =
          row.recognized.isZero
          ? max(.zero, loss) : min(row.disallowed.money(.even), max(.zero, loss))
        part.permanent =
          row.permanent == row.disallowed
          ? part.disallowed : min(row.permanent.money(.even), part.disallowed)
      }
      taken = (
        upTo, taken.proceeds + part.proceeds, taken.costs + part.costs, taken.basis + part.basis
      )
      parts.append(part)
    }
    return parts
  }

  /// The matches of a row, their losses in cents that add up to those of the part.
  private static func matches(
    _ row: WashRow, _ part: PricedSale, _ book: Book
  ) -> [Match] {
    var permanentLeft = part.permanent
    var deferredLeft = part.disallowed - part.permanent
    return row.matches.enumerated().map { index, match in
      let isLast = !row.matches[(index + 1)...].contains { $0.isPermanent == match.isPermanent }
      let left = match.isPermanent ? permanentLeft : deferredLeft
      let loss = isLast ? left : min(left, match.loss.money(.even))
      if match.isPermanent { permanentLeft -= loss } else { deferredLeft -= loss }
      return Match(
        source: book.sources[match.lot], shares: match.quantity.shares, loss: loss,
        isPermanent: match.isPermanent)
    }
  }

  /// Whether a purchase may replace shares of a security of its group that are sold at a loss.
  ///
  /// - Parameters:
  ///   - purchase: the purchase.
  ///   - account: of the shares sold.
  ///   - acquired: the day on which they were acquired.
  ///   - date: the trade date of the sale.
  func mayReplace(
    _ purchase: Purchase, lossIn account: String, acquired: CivilDate, on date: CivilDate
  ) -> Bool {
    let sold = scope.ledgerLot(
      Lot(
        id: "", account: account, symbol: purchase.symbol, acquired: acquired,
        quantity: Shares(whole: 1), adjustedBasis: .zero), order: 0, policy: matcher.policy)
    return matcher.mayReplace(
      scope.ledgerLot(purchase, order: 1, policy: matcher.policy), sold, soldOn: date)
  }
}
