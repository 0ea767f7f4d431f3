public import Planning
import Portfolio
import Quantities

/// What a scenario without errors holds, in a few lines.
///
/// - Parameters:
///   - problem: what might be sold.
///   - name: the file.
///   - variants: the names of the variants, which have no errors either.
///   - isPossible: whether no constraints exclude each other at first sight.
/// - Returns: the years, lots and accounts, what stands at a gain and at a loss, and what cannot be
///   sold.
public func checkText(
  _ problem: Problem, name: String, variants: [String] = [], isPossible: Bool = true
) -> String {
  let scenario = problem.scenario
  var page = Page()
  let what = variants.isEmpty ? "" : ", with \(list(variants))"
  let warning = isPossible ? "" : "; constraints contradict each other, see the end"
  page.addParagraph("\(name): valid\(what)\(warning)")
  page.addGap()
  page.add(scenario.title)
  page.addParagraph(scenario.subtitle)
  var counts = TextTable([.left(), .right()])
  counts.add(["Accounts", separated(String(scenario.accounts.count))])
  counts.add(["Securities", separated(String(scenario.securities.count))])
  counts.add(["Lots", separated(String(scenario.lots.count))])
  counts.add(["Lots that may be sold", separated(String(problem.positions.count))])
  counts.add(["Planning dates", separated(String(scenario.dates.count))])
  page.addGap()
  page.add(counts)
  addStanding(problem, to: &page)
  if !problem.withheld.isEmpty {
    page.addHeading("Not harvestable")
    addWithheldGroups(problem, to: &page)
  }
  addNotices(standingNotices(problem, PlanPricer(problem).price(.hold)), to: &page)
  return page.text
}

/// Adds how the lots stand that may be sold, each on its first date.
private func addStanding(_ problem: Problem, to page: inout Page) {
  guard !problem.positions.isEmpty else { return }
  let pricer = PlanPricer(problem)
  var lots: [Standing: Int] = [:]
  var amounts: [Standing: Money] = [:]
  for (index, position) in problem.positions.enumerated() {
    let opportunity = position.opportunities[0]
    let sale = pricer.price(
      Sale(position: index, date: opportunity.date, shares: position.shares))
    let standing = Standing(term: sale.term, isLoss: sale.gain < .zero)
    lots[standing, default: 0] += 1
    amounts[standing, default: .zero] += sale.gain
  }
  page.addHeading("On \(problem.scenario.dates[0].date), or the first date each lot may be sold")
  var table = TextTable([.left(), .right("Lots"), .right("Gain")])
  for term in Term.allCases {
    for isLoss in [true, false] {
      let standing = Standing(term: term, isLoss: isLoss)
      guard let count = lots[standing], let amount = amounts[standing] else { continue }
      let words = "\(term == .short ? "Short-term" : "Long-term") \(isLoss ? "losses" : "gains")"
      table.add([words, separated(String(count)), amount.separated])
    }
  }
  page.add(table)
}

private struct Standing: Hashable {
  var term: Term
  var isLoss: Bool
}
