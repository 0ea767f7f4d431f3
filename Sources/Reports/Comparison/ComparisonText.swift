import FederalTax
public import Planning
import Quantities

/// Comparisons of one or more scenarios as text.
///
/// - Parameter reports: a comparison for each scenario, in the order asked for.
/// - Returns: a block for each scenario and, where there are several, the best plan of each.
public func comparisonText(_ reports: [ComparisonReport]) -> String {
  var page = Page()
  for report in reports {
    page.addGap()
    report.add(to: &page)
  }
  if reports.count > 1 { addBest(reports, to: &page) }
  return page.text
}

private func addBest(_ reports: [ComparisonReport], to page: inout Page) {
  page.addHeading("Best plan of each scenario")
  var table = TextTable([
    .left("Scenario"), .left("Best plan"),
    .right(CostWords(reports.flatMap { $0.columns.map(\.priced) }).total), .right("Against hold"),
    .right("Sales"),
  ])
  for report in reports {
    guard let best = report.best else {
      table.add([report.scenario.title, "none satisfies the constraints"])
      continue
    }
    table.add([
      report.scenario.title, best.title, best.priced.tax.separated,
      (best.priced.tax - report.hold.tax).change, String(best.priced.plan.sales.count),
    ])
  }
  page.add(table)
}

extension ComparisonReport {
  fileprivate func add(to page: inout Page) {
    page.add(scenario.title)
    page.addParagraph(scenario.subtitle)
    page.addGap()
    addColumns(to: &page)
    addFootnotes(to: &page)
    if let answer { addCharges(of: scenario, hold: hold, plan: answer.priced, to: &page) }
    addDoNotBuy(to: &page)
    if scenario.years.count > 1 { addYears(to: &page) }
    addNotices(notices, to: &page)
    page.addGap()
    if let contradiction { page.addParagraph(contradictionText(contradiction)) }
    if let answer { page.addParagraph(proofSentence(answer)) }
  }

  /// Adds the plans side by side: with cents where they fit, otherwise in whole dollars, and in
  /// several tables where even those do not.
  private func addColumns(to page: inout Page) {
    let exact = table(of: columns.indices, amount: \.separated, change: \.change)
    if exact.width <= Page.tableWidth { return page.add(exact) }
    let perTable = 7
    for start in stride(from: 0, to: columns.count, by: perTable) {
      if start > 0 { page.addGap() }
      let range = start..<min(start + perTable, columns.count)
      page.add(table(of: range, amount: \.wholeDollars, change: \.wholeDollarChange))
    }
    page.add("  Whole dollars; cents: --format json")
  }

  private func table(
    of range: Range<Int>, amount: (Money) -> String, change: (Money) -> String
  ) -> TextTable {
    let plans = range.map { columns[$0] }
    var table = TextTable(
      [.left()] + plans.map { .init(heading: $0.heading, alignment: .right) })
    func add(_ label: String, _ value: (Column) -> String) { table.add([label] + plans.map(value)) }
    for term in TaxTerm.allCases
    where plans.contains(where: { $0.priced.amount(of: term) != .zero }) {
      add(term.words) { amount($0.priced.amount(of: term)) }
    }
    table.addRule()
    let cost = CostWords(columns.map(\.priced))
    add(cost.total + (scenario.years.count > 1 ? ", all years" : "")) { amount($0.priced.tax) }
    if !cost.isTaxAlone { add("Total tax, line 24") { amount($0.priced.totalTax) } }
    add("Against hold") { change($0.priced.tax - hold.tax) }
    if let answer {
      add("Against \(answer.maker.title.lowercased())") {
        change($0.priced.tax - answer.priced.tax)
      }
    }
    table.add(["Lasting benefit"] + range.map { amount(lasting[$0].amount) })
    if columns.contains(where: { $0.priced.objective.value != $0.priced.tax }) {
      add("Planner's measure") { amount($0.priced.objective.value) }
    }
    table.addRule()
    let isCorporation = scenario.filer == .corporation
    add(isCorporation ? "Newer losses left over" : "Short loss left over") {
      amount($0.priced.lastShortTermCarryover)
    }
    add(isCorporation ? "Older losses left over" : "Long loss left over") {
      amount($0.priced.lastLongTermCarryover)
    }
    add("Sales") { separated(String($0.priced.plan.sales.count)) }
    add("Proceeds") { amount($0.priced.proceeds) }
    if plans.contains(where: { $0.priced.wash.disallowed > .zero }) {
      add("Loss disallowed") { amount($0.priced.wash.disallowed) }
    }
    if plans.contains(where: { $0.priced.permanentOfPlan > .zero }) {
      add("Loss lost for good") { amount($0.priced.permanentOfPlan) }
    }
    if scenario.years.count == 1 {
      for line in [YearLine.netShortTerm, .netLongTerm] {
        add(line.words(of: scenario.filer)) { amount(line.amount(in: $0.priced.years[0])) }
      }
    }
    return table
  }

  private func addFootnotes(to page: inout Page) {
    for column in columns where !column.broken.isEmpty {
      page.addParagraph(
        "\(brokenMark) \(column.title) breaks \(list(column.broken)).", indent: 2, hanging: 2)
    }
    let rules: [PlanMaker] = [.firstInFirstOut, .highestCost, .brokerOrder]
    let ruled = rules.filter { rule in columns.contains { $0.outcome.maker == rule } }
    if !ruled.isEmpty {
      let orders = answer.map { "the orders of the \($0.maker.title.lowercased()) plan" }
      page.addParagraph(
        "\(list(ruled.map(\.title))): \(orders ?? "the same orders"), the lots picked by the rule.",
        indent: 2, hanging: 2)
    }
    if columns.contains(where: { $0.priced.objective.value != $0.priced.tax }) {
      page.addParagraph(
        "Planner's measure: taxes and costs discounted to the first year, with the later tax and"
          + " the worth of losses left over that the scenario states.", indent: 2, hanging: 2)
    }
  }

  /// Adds what the planner's answer forbids to buy, and which scheduled purchases it takes as stopped;
  /// nothing where it exposes no loss.
  private func addDoNotBuy(to page: inout Page) {
    guard let answer, let wash, !wash.doNotBuy.isEmpty else { return }
    page.addGap()
    page.addParagraph(
      "With the \(answer.maker.title.lowercased()) plan, in every account of the household:",
      indent: 2)
    for line in doNotBuyLines(wash.doNotBuy, firstDate: scenario.dates[0].date) {
      page.addParagraph(line, indent: 2, hanging: 2)
    }
    guard !wash.stops.isEmpty else { return }
    let most = 6
    var stops = wash.stops.prefix(most).map { stop in
      let purchase = scenario.wash.purchases[stop.purchase]
      return "\(purchase.symbol) in \(purchase.account) on \(purchase.date)"
    }
    if wash.stops.count > most { stops.append("\(wash.stops.count - most) more (--format json)") }
    page.addParagraph("Purchases to stop before selling: \(list(stops)).", indent: 2, hanging: 2)
  }

  private func addYears(to page: inout Page) {
    for index in scenario.years.indices {
      page.addHeading("Year \(scenario.years[index].year)")
      var table = TextTable(
        [.left()] + columns.map { .init(heading: $0.heading, alignment: .right) })
      for line in YearLine.lines(of: scenario.filer) where line != .lossDeducted {
        table.add(
          line.words(of: scenario.filer), columns.map { line.amount(in: $0.priced.years[index]) }
        ) {
          $0.wholeDollars
        }
      }
      page.add(table)
    }
  }
}

/// What marks a plan that breaks a constraint.
private let brokenMark = "(!)"

extension ComparisonReport.Column {
  /// The lines above the column.
  fileprivate var heading: [String] {
    let lines: [String] =
      switch outcome.maker {
      case .harvestAll: ["Harvest", "everything"]
      case .firstInFirstOut: ["First in,", "first out"]
      case .highestCost: ["Highest", "cost first"]
      case .brokerOrder: ["Broker", "order"]
      case .given: [shortName]
      default: [outcome.maker.title]
      }
    return broken.isEmpty ? lines : lines + [brokenMark]
  }

  /// The plan's name in a sentence.
  fileprivate var title: String { outcome.maker == .given ? shortName : outcome.maker.title }

  /// The name without its folder, shortened to the width of a column.
  private var shortName: String {
    let file = printable(name.split(separator: "/").last.map(String.init) ?? name)
    return file.count > 14 ? file.prefix(13) + "…" : file
  }
}

extension Money {
  /// Whole dollars after their own sign.
  fileprivate var wholeDollarChange: String { cents >= 50 ? "+" + wholeDollars : wholeDollars }
}

extension PricedPlan {
  fileprivate var lastShortTermCarryover: Money {
    years.last?.result.shortTermCarryoverOut ?? .zero
  }
  fileprivate var lastLongTermCarryover: Money { years.last?.result.longTermCarryoverOut ?? .zero }
}

/// Why no plan satisfies the constraints, as running text.
public func contradictionText(_ contradiction: Contradiction) -> String {
  let words = contradiction.constraints.joined(separator: "; ")
  guard contradiction.isProven else {
    return "No plan was found that keeps every constraint, which does not prove that there is none:"
      + " \(contradiction.message). Not kept: \(words)."
  }
  let together = words.isEmpty ? "" : " Together impossible: \(words)."
  return "No plan satisfies the constraints: \(contradiction.message).\(together)"
}
