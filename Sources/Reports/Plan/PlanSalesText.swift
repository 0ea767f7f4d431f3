import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// The most sales that the text lists one by one.
  private var listedSales: Int { 40 }
  /// How many of the largest are listed where there are more.
  private var largestSales: Int { 25 }

  /// Adds what to sell.
  func addSales(to page: inout Page) {
    guard !priced.sales.isEmpty else { return }
    let isLong = priced.sales.count > listedSales
    page.addHeading(
      isLong
        ? "Do: \(count(priced.sales.count, "sale")), the \(largestSales) largest shown" : "Do")
    let hasDates = scenario.dates.count > 1
    var table = TextTable(
      (hasDates ? [.left("Sell on")] : []) + [
        .left("Account"), .left("Symbol"), .left("Lot"), .left("Acquired"), .right("Shares"),
        .right("Price"), .right("Proceeds"), .right("Basis"), .right("Gain"), .left("Term"),
        .left("Why"),
      ])
    let shown = isLong ? largest : Array(priced.sales.indices)
    for index in shown { table.add(cells(index, hasDates: hasDates)) }
    if isLong { table.add(total(of: Set(shown), hasDates: hasDates)) }
    table.addRule()
    table.add(
      (hasDates ? [""] : []) + [
        "Total", "", "", "", "", "", priced.proceeds.grouped,
        priced.sales.map(\.basis).total().grouped, priced.sales.map(\.gain).total().grouped,
      ])
    page.add(table)
    if priced.sales.contains(where: isPartial) {
      page.addParagraph("* a part of the lot", indent: 2)
    }
    if isLong { page.addParagraph("Every sale: --format json", indent: 2) }
  }

  /// Adds the lots that cannot be sold, those with one reason in one account together.
  func addWithheld(to page: inout Page) {
    guard !problem.withheld.isEmpty else { return }
    page.addHeading("Not harvestable")
    addWithheldGroups(problem, to: &page)
  }

  private func isPartial(_ sale: PricedSale) -> Bool {
    sale.sale.shares < problem.positions[sale.sale.position].shares
  }

  private func cells(_ index: Int, hasDates: Bool) -> [String] {
    let sale = priced.sales[index]
    let lot = scenario.lots[problem.positions[sale.sale.position].lot]
    return (hasDates ? [scenario.dates[sale.sale.date].date.description] : []) + [
      lot.account, lot.symbol, lot.id, lot.acquired.description,
      sale.sale.shares.grouped + (isPartial(sale) ? "*" : ""), sale.price.grouped,
      sale.proceeds.grouped, sale.basis.grouped, sale.gain.grouped, sale.term.rawValue,
      reasons[index].words,
    ]
  }

  /// The sales of the largest gain or loss, in the plan's order.
  private var largest: [Int] {
    priced.sales.indices
      .sorted { left, right in
        let (first, second) = (priced.sales[left].gain, priced.sales[right].gain)
        return first.magnitude == second.magnitude
          ? left < right : first.magnitude > second.magnitude
      }
      .prefix(largestSales).sorted()
  }

  private func total(of shown: Set<Int>, hasDates: Bool) -> [String] {
    let rest = priced.sales.indices.filter { !shown.contains($0) }.map { priced.sales[$0] }
    return (hasDates ? [""] : []) + [
      "\(grouping(String(rest.count))) more", "", "", "", "", "",
      rest.map(\.proceeds).total().grouped, rest.map(\.basis).total().grouped,
      rest.map(\.gain).total().grouped,
    ]
  }
}

/// Adds the lots that cannot be sold, those with one reason in one account together.
func addWithheldGroups(_ problem: Problem, to page: inout Page) {
  let mostGroups = 12
  let groups = WithheldGroup.groups(of: problem)
  for group in groups.prefix(mostGroups) { page.addParagraph(group.line, indent: 2, hanging: 4) }
  if groups.count > mostGroups {
    let rest = groups.dropFirst(mostGroups).map(\.lots).reduce(0, +)
    page.add("  and \(count(rest, "further lot")); all of them: --format json")
  }
}

/// Lots of one account that cannot be sold for one reason.
private struct WithheldGroup {
  var account: String
  var reason: String
  var symbols: [String] = []
  var lots = 0

  var line: String {
    let most = 6
    var names = symbols.prefix(most).joined(separator: ", ")
    if symbols.count > most { names += " and \(symbols.count - most) more" }
    return "\(count(lots, "lot")) in \(account) (\(names)): \(reason)"
  }

  static func groups(of problem: Problem) -> [WithheldGroup] {
    var groups: [WithheldGroup] = []
    var places: [[String]: Int] = [:]
    for withheld in problem.withheld {
      let lot = problem.scenario.lots[withheld.lot]
      let key = [lot.account, withheld.reason]
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(WithheldGroup(account: lot.account, reason: withheld.reason))
      }
      groups[place].lots += 1
      if !groups[place].symbols.contains(lot.symbol) { groups[place].symbols.append(lot.symbol) }
    }
    return groups
  }
}
