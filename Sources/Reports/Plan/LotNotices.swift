import Planning
import Portfolio

/// Says of which lots a plan does not use all dates, where no rule of the household asks for that.
func limitedDates(_ problem: Problem) -> Notice? {
  var groups: [(reason: String, lots: [String])] = []
  for position in problem.positions {
    guard let reason = position.limit else { continue }
    let lot = problem.scenario.lots[position.lot].id
    if let known = groups.firstIndex(where: { $0.reason == reason }) {
      groups[known].lots.append(lot)
    } else {
      groups.append((reason, [lot]))
    }
  }
  guard !groups.isEmpty else { return nil }
  let words = groups.map { "\(list($0.lots)): \($0.reason)" }.joined(separator: "; ")
  return Notice(code: "dates_left_out", message: "Some dates are left out. \(words).")
}

/// Says that shares on average basis are sold by their number alone.
func averagedShares(_ problem: Problem, _ plan: PricedPlan) -> Notice? {
  var symbols: [String] = []
  for order in plan.orders {
    let lot = problem.scenario.lots[problem.positions[order.sale.position].lot]
    if lot.isAveraged, !symbols.contains(lot.symbol) { symbols.append(lot.symbol) }
  }
  guard !symbols.isEmpty else { return nil }
  return Notice(
    code: "average_basis",
    message:
      "\(list(symbols)) is on average basis: give the broker the number of shares and no lot;"
      + " the oldest leave first (Treas. Reg. 1.1012-1(e)(7)).")
}
