import FederalTax
public import Planning
import Portfolio
import Quantities

/// Why one lot is sold or kept, and what would change that.
///
/// - Parameters:
///   - lot: the index of the lot in the scenario.
///   - problem: what might be sold.
///   - plan: the plan.
/// - Returns: the reason, what else could be done with the lot and what that would cost, and the
///   prices and the day at which the decision changes.
public func lotExplanationText(lot: Int, of problem: Problem, plan: PricedPlan) -> String {
  let explanation = PlanExplainer(PlanPricer(problem), priced: plan).explanation(ofLot: lot)
  let scenario = problem.scenario
  var page = Page()
  page.add(scenario.lots[lot].headline)
  if !scenario.lots[lot].note.isEmpty { page.addParagraph("Note: \(scenario.lots[lot].note)") }
  page.addGap()
  page.addParagraph(explanation.sentence)
  addWash(explanation.wash, WashWords(problem: problem, plan: plan), to: &page)
  addAlternatives(explanation, scenario, to: &page)
  if let gift = explanation.gift { addGift(gift, scenario, to: &page) }
  let changes = turningPoints(explanation, scenario)
  if !changes.isEmpty {
    page.addHeading("What would change it")
    for change in changes { page.addParagraph("- \(change)", indent: 2, hanging: 2) }
  }
  return page.text
}

/// Adds what purchases near the lot do to its losses.
private func addWash(_ wash: LotWash?, _ words: WashWords, to page: inout Page) {
  guard let wash else { return }
  page.addHeading("Wash sales")
  func add(_ line: String) { page.addParagraph("- \(line)", indent: 2, hanging: 2) }
  for match in wash.disallowed {
    add(
      "\(match.shares.grouped) shares sold are replaced by \(words.source(match.source)):"
        + " \(match.loss.separated) \(match.fate).")
  }
  for match in wash.replaces {
    add(
      "Its shares replace \(match.shares.grouped) shares of the sale of \(words.sale(match.sale)):"
        + " \(match.loss.separated) of loss \(match.isPermanent ? "is lost" : "moves into its basis")."
    )
  }
  if let day = wash.safeDay {
    add(
      day.remaining.isEmpty
        ? "It can be sold at a loss on \(words.scenario.dates[day.date].date) because \(day.outOfTheWay(words))."
        : "At a loss it is free \(day.sentence(words))")
  }
}

private func addAlternatives(
  _ explanation: LotExplanation, _ scenario: Scenario, to page: inout Page
) {
  guard !explanation.alternatives.isEmpty else { return }
  let isAllowed = explanation.alternatives.allSatisfy(\.violations.isEmpty)
  page.addHeading("Instead, all other sales staying as they are")
  var table = TextTable([
    .left(), .right("Tax \(scenario.firstYear)"), .right("Tax, all years"),
    .right("Taxes and costs"), .left(isAllowed ? "" : "Breaks"),
  ])
  for alternative in explanation.alternatives {
    let date = alternative.date.map { " on \(scenario.dates[$0].date)" } ?? ""
    table.add([
      alternative.kind.words + date, alternative.taxThisYear.change, alternative.tax.change,
      alternative.objective.change, list(alternative.violations.map(\.constraint)),
    ])
  }
  page.add(table)
}

/// Adds what giving the lot away saves beside selling it and giving cash.
private func addGift(_ gift: CharitableGift, _ scenario: Scenario, to page: inout Page) {
  page.addHeading("Given to charity instead")
  let day = scenario.dates[gift.date].date
  let compared =
    switch gift.saved {
    case .zero: "taxes and costs would be the same"
    case let saved where saved > .zero: "taxes and costs would be \(saved.separated) less"
    case let saved: "taxes and costs would be \((-saved).separated) more"
    }
  page.addParagraph(
    "Shares worth \(gift.value.separated), given on \(day) rather than sold and their value given"
      + " in cash: \(compared). Their gain of \(gift.gain.separated) is then never taxed (IRC"
      + " 170(e)(1)(A)).", indent: 2)
  page.addParagraph(
    gift.deductionWords(of: scenario.filer), indent: 2)
}

extension CharitableGift {
  /// What becomes of the deduction.
  fileprivate func deductionWords(of filer: Filer) -> String {
    switch filer {
    case .person: personalWords
    case .fiduciary:
      "An estate or trust has no standard deduction, and deducts only what its instrument gives from"
        + " its income (IRC 642(c)): neither gift is deducted here."
    case .corporation:
      "A corporation deducts gifts within limits of its taxable income (IRC 170(b)(2)), which is not"
        + " priced here: neither gift is deducted."
    }
  }

  private var personalWords: String {
    switch choice {
    case .standard:
      let cash =
        cashWithoutItemizing > .zero
        ? ", while cash deducts up to \(cashWithoutItemizing.separated) without itemizing (IRC"
          + " 170(p)), which is counted" : ""
      return "The scenario takes the standard deduction: the gift of shares itself saves"
        + " nothing\(cash)."
    case .given(_, _):
      return "The scenario states the total of its deductions: the gift itself changes nothing."
    case .elected:
      guard counted > .zero else {
        return
          "Nothing of it counts among itemized gifts of the year: the gift itself saves nothing."
      }
      let rest =
        carriedForward > .zero
        ? "; \(carriedForward.separated) may be deducted in the five years after it, which is not"
          + " counted here" : ""
      return "\(counted.separated) counts among the year's gifts, at most 30% of adjusted gross"
        + " income (IRC 170(b)(1)(C))\(rest)."
    }
  }
}

private func turningPoints(_ explanation: LotExplanation, _ scenario: Scenario) -> [String] {
  var changes = [explanation.decisionBelow, explanation.decisionAbove].compactMap { point in
    point.map { point in
      "At a price of \(point.price.grouped) on \(scenario.dates[point.date].date) it would be"
        + " \(point.sells ? "sold" : "kept")."
    }
  }
  if let day = explanation.turnsLongTerm {
    let worth = explanation.worthOfLongTerm ?? .zero
    changes.append(
      "From \(day) on a sale is long-term."
        + (worth == .zero ? "" : " That alone would change taxes and costs by \(worth.change)."))
  }
  return changes
}

extension Lot {
  /// The lot in one line.
  fileprivate var headline: String {
    "Lot \(id): \(quantity.grouped) shares of \(symbol) in \(account), acquired \(acquired),"
      + " basis \(adjustedBasis.separated)"
  }
}

extension LotAlternative.Kind {
  /// The alternative in words, for a row of a table.
  fileprivate var words: String {
    switch self {
    case .keepAll: "Keep all"
    case .sellAll: "Sell all"
    case .oneShareMore: "Sell one share more"
    case .oneShareLess: "Sell one share less"
    }
  }
}
