import FederalTax
import Planning
import Quantities

/// Adds the events of all years with what each brings; nothing where there are none.
func addEvents(of scenario: Scenario, to page: inout Page) {
  let rows = scenario.years.flatMap { year in
    year.events.filter(\.isTold).map { (year: year.year, event: $0) }
  }
  guard !rows.isEmpty else { return }
  let columns: [(heading: [String], amount: (EventEffect) -> Money)] = [
    (["Adds to", "income"], \.income), (["Capital", "gain"], \.capitalGain),
    (["Business", "property"], \.businessProperty.gain), (["Tax", "withheld"], \.withheld),
  ]
  let told = columns.filter { column in
    rows.contains { column.amount($0.event.effect) != .zero }
  }
  let used = told.isEmpty ? Array(columns.prefix(1)) : told
  let hasYears = scenario.years.count > 1
  var table = TextTable(
    (hasYears ? [.left("Year")] : []) + [.left("Event")]
      + used.map { .init(heading: $0.heading, alignment: .right) })
  for row in rows {
    let values = used.map { $0.amount(row.event.effect) }
    var amounts = values.map { $0 == .zero ? "" : $0.separated }
    // An event that adds nothing says so.
    if values.allSatisfy({ $0 == .zero }) { amounts[0] = Money.zero.separated }
    table.add((hasYears ? [String(row.year)] : []) + [row.event.shortTitle] + amounts)
  }
  page.addHeading("Events")
  page.add(table)
}

extension YearEvent {
  /// Whether there is anything to tell of the event in the year.
  var isTold: Bool { !effect.lines.isEmpty }

  /// The title, shortened to the width of a column.
  fileprivate var shortTitle: String {
    let most = 56
    return title.count > most ? title.prefix(most - 1) + "…" : title
  }
}

extension EventEffect {
  /// What is added to income apart from capital gain; a loss is negative.
  var income: Money {
    [
      amounts.wages, amounts.spouseWages, amounts.taxableInterest, amounts.ordinaryDividends,
      amounts.pensions, amounts.passiveIncome, amounts.businessIncome, amounts.otherGains,
    ].total()
  }

  /// Capital gain or loss of both terms, before any other of the year.
  var capitalGain: Money { amounts.shortTermGain + amounts.longTermGain }
}
