import FederalTax
import Portfolio
import Quantities

/// What the ledger says of sales made before the first planning date; no plan can change it.
package struct WashHistory: Sendable, Hashable {
  /// The matches that the household does not yet count.
  var matches: [PlanWash.Match] = []
  /// Shares sold at a loss that nothing replaces so far.
  var exposures: [PlanWash.Exposure] = []
}

extension Scenario {
  /// The scenario with the wash sales of its past settled.
  ///
  /// Losses of past sales meet the purchases made, the lots held and the purchases that will come
  /// anyway: what is disallowed leaves the gains of its year and enters the basis of the lots that
  /// replace. A lot replaced in part becomes two, so that the shares of every lot stay alike; the
  /// second is the last of the scenario, and the household's rules hold for both.
  ///
  /// - Returns: the scenario, whose past sales then have nothing more to match, and the history.
  func settlingHistory() -> (scenario: Scenario, history: WashHistory) {
    guard !wash.pastSales.isEmpty else { return (separatingReplacedShares(), WashHistory()) }
    var settled = separatingReplacedShares()
    let history = HistorySettlement(settled).settle(&settled)
    return (settled, history)
  }

  /// The scenario without a lot of which a part only has already replaced other shares.
  private func separatingReplacedShares() -> Scenario {
    var scenario = self
    for index in lots.indices
    where lots[index].replacedShares > .zero && lots[index].replacedShares < lots[index].quantity {
      scenario.split(index, first: lots[index].replacedShares)
    }
    return scenario
  }

  /// Divides a lot; the first shares become a lot of their own at the end of the scenario.
  ///
  /// - Returns: the index of the lot with the first shares.
  @discardableResult
  mutating func split(_ index: Int, first shares: Shares) -> Int {
    var part = lots[index]
    part.id = unusedName(for: lots[index].id)
    part.quantity = shares
    part.adjustedBasis = lots[index].basis(of: shares)
    part.replacedShares = min(shares, lots[index].replacedShares)
    lots[index].quantity -= shares
    lots[index].adjustedBasis -= part.adjustedBasis
    lots[index].replacedShares -= part.replacedShares
    let new = lots.count
    lots.append(part)
    constraints.extend(from: index, to: new, holding: shares)
    return new
  }
}

extension Scenario {
  private func unusedName(for lot: String) -> String {
    var number = 1
    var name = "\(lot) (replacement)"
    while lots.contains(where: { $0.id == name }) {
      number += 1
      name = "\(lot) (replacement \(number))"
    }
    return name
  }
}

extension PlanConstraints {
  /// Makes the rules about a lot hold for its first shares, which are now a lot of their own.
  fileprivate mutating func extend(from lot: Int, to part: Int, holding shares: Shares) {
    neverSell += neverSell.filter { $0.lot == lot }.map { LotRule(lot: part, words: $0.words) }
    holdUntil += holdUntil.filter { $0.lot == lot }.map {
      HoldRule(lot: part, until: $0.until, words: $0.words)
    }
    for index in mustSell.indices where mustSell[index].lot == lot {
      let first = min(mustSell[index].shares, shares)
      mustSell[index].shares -= first
      mustSell.append(RequiredSale(lot: part, shares: first, words: mustSell[index].words))
    }
    mustSell.removeAll { $0.shares == .zero }
  }
}

/// The ledger of the past.
private struct HistorySettlement {
  let scope: WashScope
  let matcher: WashMatcher
  private var lots: [LedgerLot] = []
  private var sources: [PlanWash.Source] = []
  private var disposals: [LedgerDisposal] = []
  /// The past sale of each disposal; `nil` for shares that were bought and sold again.
  private var sales: [Int?] = []

  init(_ scenario: Scenario) {
    scope = WashScope(scenario, positions: [])
    let facts = scenario.wash
    matcher = WashMatcher(
      accounts: scope.accounts, securities: scope.securities, policy: facts.policy)
    var orders: [String: Int] = [:]
    for (index, lot) in scenario.lots.enumerated() {
      let order = orders[lot.purchase] ?? index
      orders[lot.purchase] = order
      sources.append(.lot(index))
      lots.append(scope.ledgerLot(lot, order: order, policy: facts.policy))
    }
    for (index, purchase) in facts.purchases.enumerated()
    where !(purchase.isScheduled && purchase.canBeStopped) {
      if let soldOn = purchase.soldOn {
        // At no gain, so that the sale itself asks for nothing.
        disposals.append(
          LedgerDisposal(
            lot: lots.count, quantity: Fraction(purchase.shares), amountPerUnit: .zero,
            moment: .disposition(soldOn), sale: disposals.count))
        sales.append(nil)
      }
      let order = orders[purchase.purchaseName] ?? lots.count
      orders[purchase.purchaseName] = order
      sources.append(.purchase(index))
      lots.append(scope.ledgerLot(purchase, order: order, policy: facts.policy))
    }
    for (index, sale) in facts.pastSales.enumerated() {
      let loss = sale.basis - sale.proceeds
      // What is already counted as disallowed has found its replacement.
      guard loss > sale.disallowed else { continue }
      let open = Fraction(loss - sale.disallowed) / Fraction(loss)
      let quantity = Fraction(sale.shares) * open
      disposals.append(
        LedgerDisposal(
          lot: lots.count, quantity: quantity,
          amountPerUnit: Fraction(sale.proceeds) / Fraction(sale.shares),
          moment: .disposition(sale.date), sale: disposals.count))
      sales.append(index)
      lots.append(
        scope.ledgerLot(
          sale, quantity: quantity,
          order: sale.lot.map { lots[$0].order } ?? orders[sale.purchaseName] ?? lots.count))
    }
  }

  /// Changes a scenario by what the ledger says.
  func settle(_ scenario: inout Scenario) -> WashHistory {
    let settlement = matcher.settle(lots: lots, disposals: disposals)
    var history = WashHistory()
    for row in settlement.rows {
      guard let index = sales[row.disposal] else { continue }
      let sale = scenario.wash.pastSales[index]
      let disallowed = row.disallowed.money(.even)
      for match in row.matches {
        history.matches.append(
          PlanWash.Match(
            sale: .past(index), source: sources[match.lot],
            shares: match.quantity.shares, loss: match.loss.money(.even),
            isPermanent: match.isPermanent))
        if case .purchase(let purchase) = sources[match.lot] {
          // A purchase is of the sale's group, but may be of another security of it.
          let ratio =
            scope.securities[lots[row.lot].security].unitsPerShare
            / scope.securities[lots[match.lot].security].unitsPerShare
          scenario.wash.purchases[purchase].replacedShares +=
            (match.quantity * ratio).shares
        }
      }
      let left = row.quantity - row.matches.map(\.quantity).reduce(.zero, +)
      if left.isPositive, scenario.wash.isSubject(sale.symbol, on: sale.date) {
        history.exposures.append(
          PlanWash.Exposure(
            sale: .past(index), shares: left.shares,
            loss: sale.basis - sale.proceeds - sale.disallowed - disallowed))
      }
      scenario.wash.pastSales[index].disallowed += disallowed
      if let year = scenario.years.firstIndex(where: { $0.year == sale.date.year }) {
        switch row.term {
        case .short: scenario.years[year].inputs.shortTermGain += disallowed
        case .long: scenario.years[year].inputs.longTermGain += disallowed
        }
      }
    }
    let replacing = Dictionary(
      grouping: settlement.remaining.filter(\.isReplacement), by: \.lot)
    for (place, source) in sources.enumerated() {
      guard case .lot(let lot) = source, let runs = replacing[place] else { continue }
      adjust(lot, runs, &scenario)
    }
    return history
  }

  /// Gives the shares of a lot that replace others their basis and holding period.
  private func adjust(_ index: Int, _ runs: [WashRemainder], _ scenario: inout Scenario) {
    guard scenario.lots[index].replacedShares < scenario.lots[index].quantity else { return }
    // The runs that replace come first; each with a basis of its own is a lot of its own.
    for run in runs {
      let shares = run.quantity.shares
      let rest = scenario.lots[index].quantity
      let part = shares < rest ? scenario.split(index, first: shares) : index
      scenario.lots[part].adjustedBasis = (run.quantity * run.basisPerUnit).money(.up)
      scenario.lots[part].holdingStart = run.holdingStart
      scenario.lots[part].replacedShares = scenario.lots[part].quantity
    }
  }
}

extension Purchase {
  /// What tells the shares of one purchase, where no lot of the scenario does: what is left of them
  /// does not replace what was sold.
  var purchaseName: String { "\(account)/\(symbol)/\(date)" }
}

extension PastSale {
  /// The purchase that the shares sold come from.
  var purchaseName: String { "\(account)/\(symbol)/\(acquired)" }
}
