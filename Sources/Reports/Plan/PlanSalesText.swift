import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// The most sales that the text lists one by one.
  private var listedSales: Int { 40 }
  /// How many of the largest are listed where there are more.
  private var largestSales: Int { 25 }
  /// The most sales that are explained one by one.
  private var explainedSales: Int { 12 }

  /// Adds what to sell.
  func addSales(to page: inout Page) {
    guard !orders.isEmpty else { return }
    let isLong = orders.count > listedSales
    page.addHeading(
      isLong
        ? "Do: \(count(orders.count, "sale")), the \(largestSales) largest shown" : "Do")
    let columns = SaleColumn.allCases.filter {
      $0.isShown(
        datesDiffer: scenario.dates.count > 1,
        losesDeductions: orders.contains { $0.disallowed > .zero })
    }
    let shown = isLong ? largest : Array(orders.indices)
    page.add(fittingTable(columns, of: shown))
    if shown.contains(where: { isPartial(orders[$0]) }) {
      page.addParagraph("* a part of the lot", indent: 2)
    }
    if isLong { page.addParagraph("Every sale: --format json", indent: 2) }
    addReasons(to: &page)
  }

  /// Adds the lots that cannot be sold, those with one reason in one account together.
  func addWithheld(to page: inout Page) {
    guard !problem.withheld.isEmpty else { return }
    page.addHeading("Not harvestable")
    addWithheldGroups(problem, to: &page)
  }

  /// The table without the columns that a reader misses least, as far as it is too wide.
  private func fittingTable(_ columns: [SaleColumn], of shown: [Int]) -> TextTable {
    var columns = columns
    var table = salesTable(columns, of: shown)
    for dispensable in [SaleColumn.price, .why] where table.width > Page.tableWidth {
      columns.removeAll { $0 == dispensable }
      table = salesTable(columns, of: shown)
    }
    return table
  }

  /// The sales at some places of the plan, then a line for the others and one for all.
  private func salesTable(_ columns: [SaleColumn], of shown: [Int]) -> TextTable {
    var table = TextTable(columns.map(\.column))
    for index in shown { table.add(columns.map { cell($0, of: index) }) }
    let rest = Set(orders.indices).subtracting(shown).sorted()
    if !rest.isEmpty {
      table.add(
        columns.map { total($0, of: rest, label: "\(separated(String(rest.count))) more") })
    }
    table.addRule()
    table.add(columns.map { total($0, of: Array(orders.indices), label: "Total") })
    return table
  }

  /// Adds why each sale is made, where they are few.
  private func addReasons(to page: inout Page) {
    guard orders.count <= explainedSales else { return }
    page.addGap()
    if orders.count > 1 {
      page.addParagraph(
        "What each sale changes while the others stay; together they need not add up:", indent: 2)
    }
    for (sale, reason) in zip(orders, reasons) {
      let lot = scenario.lots[problem.positions[sale.sale.position].lot].id
      page.addParagraph("\(lot): \(reason.words)", indent: 2, hanging: 2)
    }
  }

  private func isPartial(_ sale: PricedOrder) -> Bool {
    sale.sale.shares < problem.positions[sale.sale.position].shares
  }

  private func cell(_ column: SaleColumn, of index: Int) -> String {
    let sale = orders[index]
    let lot = scenario.lots[problem.positions[sale.sale.position].lot]
    return switch column {
    case .account: lot.account
    case .symbol: lot.symbol
    case .lot: lot.id
    case .acquired: lot.acquired.description
    case .date: scenario.dates[sale.sale.date].date.description
    case .shares: sale.sale.shares.grouped + (isPartial(sale) ? "*" : "")
    case .price: sale.price.grouped
    case .proceeds: sale.proceeds.separated
    case .basis: sale.basis.separated
    case .gain: sale.gain.separated
    case .disallowed: sale.disallowed == .zero ? "" : sale.disallowed.separated
    case .term: sale.terms.map(\.rawValue).joined(separator: "/")
    case .why: reasons[index].reason.label
    }
  }

  private func total(_ column: SaleColumn, of sales: [Int], label: String) -> String {
    switch column {
    case .account: label
    case .proceeds: sales.map { orders[$0].proceeds }.total().separated
    case .basis: sales.map { orders[$0].basis }.total().separated
    case .gain: sales.map { orders[$0].gain }.total().separated
    case .disallowed: sales.map { orders[$0].disallowed }.total().separated
    default: ""
    }
  }

  /// The sales of the largest gain or loss, in the plan's order.
  private var largest: [Int] {
    orders.indices
      .sorted { left, right in
        let (first, second) = (orders[left].gain, orders[right].gain)
        return first.magnitude == second.magnitude
          ? left < right : first.magnitude > second.magnitude
      }
      .prefix(largestSales).sorted()
  }
}

extension LotReason {
  /// Two words for a column of a table.
  fileprivate var label: String {
    switch self {
    case .lossOffsetsGains: "offsets gains"
    case .lossForOrdinaryLimit: "offsets income"
    case .lossForLaterYears: "later years"
    case .gainInZeroBand: "gain at 0%"
    case .gainAbsorbedByLosses: "gain absorbed"
    case .gainCheaperNow: "cheaper now"
    case .raisesCash: "raises cash"
    case .mustSell: "must sell"
    case .changesNothing, .lossHasNoUseThisYear: "no effect"
    case .leftByPlanner, .savingBelowCost, .gainWouldBeTaxed: "costs more"
    case .constrained, .withheld: "constrained"
    }
  }
}

/// A column of the table of sales.
private enum SaleColumn: CaseIterable {
  case account, symbol, lot, acquired, date, shares, price, proceeds, basis, gain
  case disallowed, term, why

  /// The date is shown where there are several, and what is disallowed where anything is; the basis
  /// then makes room for it.
  func isShown(datesDiffer: Bool, losesDeductions: Bool) -> Bool {
    switch self {
    case .date: datesDiffer
    case .disallowed: losesDeductions
    case .basis: !datesDiffer && !losesDeductions
    default: true
    }
  }

  var column: TextTable.Column {
    switch self {
    case .account: .left("Account")
    case .symbol: .left("Symbol")
    case .lot: .left("Lot")
    case .acquired: .left("Acquired")
    case .date: .left("Sell on")
    case .shares: .right("Shares")
    case .price: .right("Price")
    case .proceeds: .right("Proceeds")
    case .basis: .right("Basis")
    case .gain: .right("Gain")
    case .disallowed: .right("Disallowed")
    case .term: .left("Term")
    case .why: .left("Why")
    }
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
