import Portfolio
import Quantities

extension PlanPricer {
  /// What becomes of a plan's sales when the ledger has run.
  ///
  /// - Parameter alone: every sale of the plan, priced as if it stood alone.
  /// - Returns: the sales in the plan's order, in parts where needed, and what the ledger says.
  func settled(_ alone: [PricedSale]) -> (sales: [PricedSale], wash: PlanWash) {
    let scope = problem.ledger.scope
    var wash = PlanWash()
    wash.matches = problem.history.matches
    wash.exposures = problem.history.exposures
    var members: [Int: [Int]] = [:]
    for (index, sale) in alone.enumerated() {
      members[scope.groupOfPosition[sale.sale.position], default: []].append(index)
    }
    var parts: [Int: [PricedSale]] = [:]
    var matched: [Int: Shares] = [:]
    for group in members.keys.sorted() where scope.groups[group].isReachable {
      guard let indices = members[group] else { continue }
      let sales = indices.map { alone[$0] }
      // Without a loss there is nothing to disallow, and no basis to change.
      guard sales.contains(where: { $0.gain < .zero }) else { continue }
      let settled = problem.ledger.settle(group, sales, of: problem)
      for (sale, part) in settled.parts { parts[indices[sale], default: []].append(part) }
      for (sale, match) in settled.matches {
        matched[indices[sale], default: .zero] += match.shares
        wash.matches.append(
          PlanWash.Match(
            sale: .planned(indices[sale]), source: match.source, shares: match.shares,
            loss: match.loss, isPermanent: match.isPermanent))
      }
    }
    let sales = alone.indices.flatMap { parts[$0] ?? [alone[$0]] }
    wash.exposures += exposures(alone, parts, matched)
    wash.stops = stops(for: wash.exposures, alone)
    return (sales, wash)
  }

  /// The shares sold at a loss that nothing replaces.
  private func exposures(
    _ alone: [PricedSale], _ parts: [Int: [PricedSale]], _ matched: [Int: Shares]
  ) -> [PlanWash.Exposure] {
    alone.enumerated().compactMap { index, sale in
      let loss = (parts[index] ?? [sale]).map { max(.zero, -$0.recognized) }.total()
      let shares =
        (parts[index] ?? [sale]).map { $0.gain < .zero ? $0.sale.shares : .zero }
        .reduce(.zero, +) - (matched[index] ?? .zero)
      guard loss > .zero, shares > .zero, isSubject(sale) else { return nil }
      return PlanWash.Exposure(sale: .planned(index), shares: shares, loss: loss)
    }
  }

  /// Whether a loss of the sale can be a wash sale at all.
  private func isSubject(_ sale: PricedSale) -> Bool {
    let scenario = problem.scenario
    let lot = scenario.lots[problem.positions[sale.sale.position].lot]
    return scenario.wash.isSubject(lot.symbol, on: scenario.dates[sale.sale.date].date)
  }

  /// The purchases that would replace exposed shares, were they not stopped.
  private func stops(for exposures: [PlanWash.Exposure], _ alone: [PricedSale]) -> [Int] {
    let scenario = problem.scenario
    var stops: Set<Int> = []
    for exposure in exposures {
      let (symbol, account, acquired, date) =
        switch exposure.sale {
        case .planned(let index):
          lotSold(alone[index], in: scenario)
        case .past(let index):
          (
            scenario.wash.pastSales[index].symbol, scenario.wash.pastSales[index].account,
            scenario.wash.pastSales[index].acquired, scenario.wash.pastSales[index].date
          )
        }
      let ledger = problem.ledger
      for index in ledger.scope.groups[ledger.scope.group(of: symbol)].stoppable
      where ledger.mayReplace(
        scenario.wash.purchases[index], lossIn: account, acquired: acquired, on: date)
      {
        stops.insert(index)
      }
    }
    return stops.sorted()
  }

  private func lotSold(
    _ sale: PricedSale, in scenario: Scenario
  ) -> (symbol: String, account: String, acquired: CivilDate, date: CivilDate) {
    let lot = scenario.lots[problem.positions[sale.sale.position].lot]
    return (lot.symbol, lot.account, lot.acquired, scenario.dates[sale.sale.date].date)
  }
}
