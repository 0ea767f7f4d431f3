import FederalTax
public import Planning
import Quantities

/// The returns of a plan, line by line beside those without it.
///
/// - Parameters:
///   - problem: what might be sold.
///   - plan: the plan.
///   - name: what the plan is called.
///   - hold: the plan that sells nothing.
/// - Returns: a table for each form of each year.
public func explanationText(
  of problem: Problem, plan: PricedPlan, name: String, hold: PricedPlan
) -> String {
  let scenario = problem.scenario
  var page = Page()
  page.add(scenario.title)
  page.addParagraph(scenario.subtitle)
  page.addParagraph("Line numbers are those of the forms of 2025.")
  for (index, year) in scenario.years.enumerated() {
    addEvents(of: year, to: &page)
    func lines(_ plan: PricedPlan) -> [TracedLine] {
      tracedReturn(plan.years[index].inputs, facts: year.facts, law: year.law).lines
    }
    let pairs = paired(lines(hold), lines(plan))
    for form in TaxForm.allCases where pairs.contains(where: { $0.line.form == form }) {
      page.addHeading("\(year.year)  \(form.rawValue)  (\(form.source))")
      page.add(table(of: pairs.filter { $0.line.form == form }, name: name))
      if form == .form1040, let filed = filedSentence(plan.years[index], of: year) {
        page.addParagraph(filed, indent: 2)
      }
    }
  }
  return page.text
}

/// Adds what events bring to a year, before the forms that take it up.
private func addEvents(of year: PlanningYear, to page: inout Page) {
  let events = year.events.filter { !$0.effect.lines.isEmpty }
  guard !events.isEmpty else { return }
  page.addHeading("\(year.year)  Events")
  for event in events {
    page.addGap()
    page.addParagraph(event.title, indent: 2)
    var table = TextTable([.left("Form"), .left("Line"), .left("What it says"), .right("Amount")])
    for line in event.effect.lines {
      table.add([line.form.rawValue, line.number, line.text, line.amount.separated])
    }
    page.add(table)
  }
}

/// What a filed return shows, where the printed table differs from the rate schedules.
private func filedSentence(_ plan: PricedYear, of year: PlanningYear) -> String? {
  var facts = year.facts
  guard facts.readsTaxTable, plan.result.taxableIncome < taxTableLimit else { return nil }
  facts.computation = .table
  let filed = exactReturn(plan.inputs, facts: facts, law: year.law)
  guard filed.regularTax != plan.result.regularTax else { return nil }
  return "A filed return reads the Tax Table: with the plan line 16 is then"
    + " \(filed.regularTax.separated) and line 24 \(filed.totalTax.separated)."
}

/// A line of a form with its amounts without and with the plan; `nil` where there is no such line.
private struct LinePair {
  var line: TracedLine
  var without: TracedLine?
  var with: TracedLine?
}

/// The lines of two readings side by side, in order: a line that the law asks for only under one of
/// them stands alone.
private func paired(_ without: [TracedLine], _ with: [TracedLine]) -> [LinePair] {
  func isSame(_ left: TracedLine, _ right: TracedLine) -> Bool {
    left.form == right.form && left.number == right.number
  }
  var pairs: [LinePair] = []
  var rest = without[...]
  for line in with {
    if let match = rest.firstIndex(where: { isSame($0, line) }) {
      pairs += rest[..<match].map { LinePair(line: $0, without: $0) }
      pairs.append(LinePair(line: line, without: rest[match], with: line))
      rest = rest[(match + 1)...]
    } else {
      pairs.append(LinePair(line: line, with: line))
    }
  }
  return pairs + rest.map { LinePair(line: $0, without: $0) }
}

/// The lines of a form, without and with the plan.
private func table(of pairs: [LinePair], name: String) -> TextTable {
  var table = TextTable([.left("Line"), .left("What it says"), .right("Hold"), .right(name)])
  for pair in pairs {
    table.add([
      pair.line.number, pair.line.text, pair.without?.amount.separated ?? "",
      pair.with?.amount.separated ?? "",
    ])
  }
  return table
}
