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
    /// The ledger's lots that may replace something sold on a planning date, in their order.
    var near: [Int] = []
    /// Whether each of the ledger's lots is one of them.
    var isNear: [Bool] = []
    /// The place of each of the ledger's lots among those whose losses are taken on one day.
    var ranks: [Int] = []
    /// All that `near` can replace, in shares of the group's measure.
    var capacity = Fraction.zero
  }

  /// A ledger for the plans of one problem.
  init(_ scenario: Scenario, scope: WashScope) {
    self.scope = scope
    let policy = scenario.wash.policy
    let matcher = WashMatcher(
      accounts: scope.accounts, securities: scope.securities, policy: policy)
    self.matcher = matcher
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
      book.near = book.lots.indices.filter { index in
        let lot = book.lots[index]
        return lot.isPurchase && lot.replaced < lot.quantity
          && scenario.dates.contains {
            abs($0.date.days(since: lot.acquired)) <= WashRules.law.windowDays
          }
      }
      book.isNear = Array(repeating: false, count: book.lots.count)
      for lot in book.near {
        book.isNear[lot] = true
        book.capacity +=
          book.lots[lot].quantity * scope.securities[book.lots[lot].security].unitsPerShare
      }
      book.ranks = Array(repeating: 0, count: book.lots.count)
      let order = matcher.acquisitionOrder(book.lots).enumerated().sorted {
        (book.lots[$0.element].acquired, $0.offset) < (book.lots[$1.element].acquired, $1.offset)
      }
      for (rank, entry) in order.enumerated() { book.ranks[entry.element] = rank }
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
    let all = sales.map { sale in
      guard let lot = book.places[problem.positions[sale.sale.position].lot] else {
        preconditionFailure("a sale belongs to its group")
      }
      return lot
    }
    let concerned = concerned(sales, of: all, in: book)
    // The other lots of the group bear on nothing.
    let kept = Set(book.near).union(concerned.map { all[$0] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let disposals = concerned.map { index in
      let sale = sales[index]
      return LedgerDisposal(
        lot: numbers[all[index]] ?? 0, quantity: Fraction(sale.sale.shares),
        amountPerUnit: Fraction(sale.proceeds) / Fraction(sale.sale.shares),
        moment: .disposition(problem.scenario.dates[sale.sale.date].date), sale: index)
    }
    let settlement = matcher.settle(lots: kept.map { book.lots[$0] }, disposals: disposals)
    var rows: [[WashRow]] = Array(repeating: [], count: sales.count)
    for row in settlement.rows { rows[concerned[row.disposal]].append(row) }
    var settled = Settled()
    for (index, sale) in sales.enumerated() {
      guard !rows[index].isEmpty else {
        settled.parts.append((index, sale))
        continue
      }
      let parts = Self.parts(
        of: sale, rows[index],
        statedBasisPerUnit: book.lots[all[index]].basisPerUnit)
      settled.parts += parts.map { (index, $0) }
      for (row, part) in zip(rows[index], parts) {
        settled.matches += Self.matches(row, part, kept.map { book.sources[$0] }).map {
          (index, $0)
        }
      }
    }
    return settled
  }

  /// The sales that the ledger has to look at, in their order.
  ///
  /// Losses of one day are taken in order of acquisition. Once those of lots that replace nothing
  /// themselves come to all that can be replaced, nothing is left for later ones, and a gain of such a
  /// lot concerns nobody.
  private func concerned(_ sales: [PricedSale], of lots: [Int], in book: Book) -> [Int] {
    guard matcher.policy.spouse == .transfer, matcher.policy.olderLots == .eligible else {
      return Array(sales.indices)
    }
    var concerned: [Int] = []
    var losses: [(date: Int, rank: Int, index: Int)] = []
    for index in sales.indices {
      if book.isNear[lots[index]] {
        concerned.append(index)
      } else if sales[index].gain < .zero {
        losses.append((sales[index].sale.date, book.ranks[lots[index]], index))
      }
    }
    var last = (date: -1, rank: -1)
    var taken = Fraction.zero
    // Few suffice as a rule: they are picked one by one rather than sorted.
    while let next = losses.lazy.filter({ ($0.date, $0.rank) > last })
      .min(by: { ($0.date, $0.rank) < ($1.date, $1.rank) })
    {
      if next.date != last.date { taken = .zero }
      last = (next.date, next.rank)
      concerned.append(next.index)
      let security = matcher.securities[book.lots[lots[next.index]].security]
      taken += Fraction(sales[next.index].sale.shares) * security.unitsPerShare
      // The rest of this day meets nothing.
      if taken >= book.capacity { last.rank = .max }
    }
    return concerned.sorted()
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
    _ row: WashRow, _ part: PricedSale, _ sources: [PlanWash.Source]
  ) -> [Match] {
    var permanentLeft = part.permanent
    var deferredLeft = part.disallowed - part.permanent
    return row.matches.enumerated().map { index, match in
      let isLast = !row.matches[(index + 1)...].contains { $0.isPermanent == match.isPermanent }
      let left = match.isPermanent ? permanentLeft : deferredLeft
      let loss = isLast ? left : min(left, match.loss.money(.even))
      if match.isPermanent { permanentLeft -= loss } else { deferredLeft -= loss }
      return Match(
        source: sources[match.lot], shares: match.quantity.shares, loss: loss,
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
  /// - Returns: whether dates, accounts and policy allow it.
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
