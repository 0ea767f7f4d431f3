import FederalTax
import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// The plan as a page of text for a person about to sell shares.
  public var text: String {
    var page = Page()
    page.add(scenario.title)
    page.addParagraph(scenario.subtitle)
    page.addGap()
    page.addParagraph(headline)
    addFigures(to: &page)
    addSales(to: &page)
    addWashSales(to: &page)
    addWithheld(to: &page)
    addEvents(of: scenario, to: &page)
    addYears(to: &page)
    addTerms(to: &page)
    addCharges(of: scenario, hold: hold, plan: priced, to: &page)
    addNotices(notices.filter { !washNoticesInText.contains($0.code) }, to: &page)
    page.addGap()
    page.addParagraph(proofSentence(outcome))
    return page.text
  }

  /// What to do, in one sentence.
  var headline: String {
    guard !orders.isEmpty else {
      if outcome.isBelowMinimumBenefit {
        return "Sell nothing: the best plan saves less than minimum_benefit asks."
      }
      return outcome.proof?.isFinal == true
        ? "Sell nothing: no plan that the constraints allow is better, costs included."
        : "Sell nothing: no better plan was found that the constraints allow."
    }
    let lots = Set(orders.map(\.sale.position)).count
    let first = "Sell \(count(lots, "lot")) \(sellingDays) for \(priced.proceeds.separated)"
    return "\(first): \(taxChange)\(lossesLeft)\(laterGood)."
  }

  /// What the sum of the terms is called.
  private var cost: CostWords { CostWords([hold, priced]) }

  /// Why a plan that raises this year's tax is worth making.
  private var laterGood: String {
    guard hold.tax <= priced.tax, lasting.amount > .zero else { return "" }
    return "; its lasting benefit is \(lasting.amount.separated)"
  }

  private var sellingDays: String {
    let dates = orders.map { scenario.dates[$0.sale.date].date }
    guard let first = dates.min(), let last = dates.max(), first != last else {
      return dates.first.map { "on \($0)" } ?? ""
    }
    return "between \(first) and \(last)"
  }

  private var taxChange: String {
    func change(_ saved: Money) -> String {
      if saved == .zero { return "\(cost.verb("is", "are")) unchanged" }
      return saved > .zero
        ? "\(cost.verb("falls", "fall")) by \(saved.separated)"
        : "\(cost.verb("rises", "rise")) by \((-saved).separated)"
    }
    let first = "\(cost.subject(scenario.firstYear)) \(change(savedThisYear))"
    guard scenario.years.count > 1 else { return first }
    let all = cost.pronoun(scenario.yearsInWords)
    return first + ", \(all) \(change(hold.tax - priced.tax))"
  }

  private var lossesLeft: String {
    let left = priced.carryoverOut
    // Cents that rounding to shares leaves over are no news.
    guard left >= Money(dollars: 1) else { return "" }
    return "; \(left.separated) of loss is left for the years after \(scenario.lastYear)"
  }

  private func addFigures(to page: inout Page) {
    let span = scenario.years.count > 1 ? " of \(scenario.yearsInWords)" : ""
    var table = TextTable([.left(), .right()])
    table.add(["\(cost.name)\(span) without the plan", hold.tax.separated])
    table.add(["\(cost.name)\(span) with the plan", priced.tax.separated])
    table.add(["Saved this year (\(scenario.firstYear))", savedThisYear.separated])
    if scenario.years.count > 1 {
      table.add(["Saved in all years", (hold.tax - priced.tax).separated])
    }
    table.add(["Lasting benefit", lasting.amount.separated])
    page.addGap()
    page.add(table)
    guard !orders.isEmpty else { return }
    page.addGap()
    page.addParagraph(lasting.sentence(scenario.outlook), indent: 2)
    if let sentence = objectiveSentence(priced.objective, tax: priced.tax, noun: cost.noun) {
      page.addParagraph(sentence, indent: 2)
    }
  }

  private func addYears(to page: inout Page) {
    page.addHeading(
      scenario.years.count > 1 ? "Years under the plan" : "Year \(scenario.firstYear)")
    if scenario.years.count == 1, let before = hold.years.first, let after = priced.years.first {
      var table = TextTable([.left(), .right("Hold"), .right("Plan"), .right("Change")])
      for line in YearLine.lines(of: scenario.filer) {
        table.add(
          line.words(of: scenario.filer), from: line.amount(in: before), to: line.amount(in: after))
      }
      page.add(table)
    } else {
      add(yearsOf: priced, hold: hold, of: scenario.filer, to: &page)
    }
  }

  private func addTerms(to page: inout Page) {
    let span = scenario.years.count > 1 ? ", \(scenario.yearsInWords)" : ""
    page.addHeading("\(cost.name) by term\(span)")
    var table = TextTable([.left(), .right("Hold"), .right("Plan"), .right("Change")])
    for term in TaxTerm.allCases {
      table.add(term.words, from: hold.amount(of: term), to: priced.amount(of: term))
    }
    table.addRule()
    table.add("Total", from: hold.tax, to: priced.tax)
    if !cost.isTaxAlone {
      table.add("Total tax, line 24", from: hold.totalTax, to: priced.totalTax)
    }
    page.add(table)
  }
}

/// Adds a table with a column for each year of a plan; the years are broken into tables of five.
///
/// - Parameters:
///   - plan: whose years are shown.
///   - hold: for the line of the tax without the plan; `nil` leaves it out.
///   - filer: whose lines they are.
///   - page: the page added to.
func add(
  yearsOf plan: PricedPlan, hold: PricedPlan?, of filer: Filer, to page: inout Page
) {
  let perTable = 5
  for start in stride(from: 0, to: plan.years.count, by: perTable) {
    let range = start..<min(start + perTable, plan.years.count)
    var table = TextTable([.left()] + range.map { .right(String(plan.years[$0].year)) })
    for line in YearLine.lines(of: filer) {
      table.add(line.words(of: filer), range.map { line.amount(in: plan.years[$0]) }) {
        $0.separated
      }
    }
    if let hold {
      table.add(
        ["Total tax without the plan"] + range.map { hold.years[$0].result.totalTax.separated })
    }
    if start > 0 { page.addGap() }
    page.add(table)
  }
}

extension TextTable {
  /// Adds a row of amounts, unless all of them are zero.
  mutating func add(_ label: String, _ amounts: [Money], _ text: (Money) -> String) {
    guard amounts.contains(where: { $0 != .zero }) else { return }
    add([label] + amounts.map(text))
  }

  /// Adds a row of two amounts and the change between them, unless both are zero.
  fileprivate mutating func add(_ label: String, from before: Money, to after: Money) {
    guard before != .zero || after != .zero else { return }
    add([label, before.separated, after.separated, (after - before).change])
  }
}

/// Adds what the reader must know, one paragraph each.
func addNotices(_ notices: [Notice], to page: inout Page) {
  guard !notices.isEmpty else { return }
  page.addHeading("Please note")
  for notice in notices { page.addParagraph("- \(notice.message)", indent: 2, hanging: 2) }
}

extension Scenario {
  /// The years, the filing status, the law, and what the page is not.
  var subtitle: String {
    let year = years[0]
    let noun = years.count > 1 ? "Tax years" : "Tax year"
    let days = fiscalDays.map { " (\($0))" } ?? ""
    return "\(noun) \(yearsInWords)\(days), \(year.facts.filerWords); federal tax, law of"
      + " \(ruleYear). A planning estimate, not advice."
  }
}
