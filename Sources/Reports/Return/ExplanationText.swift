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
    func lines(_ plan: PricedPlan) -> [TracedLine] {
      tracedReturn(plan.years[index].inputs, facts: year.facts, law: year.law).lines
    }
    let (without, with) = (lines(hold), lines(plan))
    for form in TaxForm.allCases where with.contains(where: { $0.form == form }) {
      page.addHeading("\(year.year)  \(form.rawValue)  (\(form.source))")
      page.add(table(of: form, without: without, with: with, name: name))
    }
  }
  return page.text
}

/// The lines of a form, without and with the plan; the lines of a year are the same for every plan.
private func table(
  of form: TaxForm, without: [TracedLine], with: [TracedLine], name: String
) -> TextTable {
  var table = TextTable([.left("Line"), .left("What it says"), .right("Hold"), .right(name)])
  for (before, after) in zip(without, with) where after.form == form {
    precondition(before.number == after.number, "the lines of a year depend on its amounts")
    table.add([after.number, after.text, before.amount.separated, after.amount.separated])
  }
  return table
}
