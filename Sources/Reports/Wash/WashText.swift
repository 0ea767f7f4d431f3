import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// The most lines of one kind that the text shows.
  static var mostWashLines: Int { 12 }

  /// Adds what the plan means for wash sales: a few lines where no purchase is near.
  func addWashSales(to page: inout Page) {
    let hasNews = !wash.blackouts.isEmpty || !wash.safeDays.allSatisfy(\.remaining.isEmpty)
    guard hasNews || !toldRebuys.isEmpty else { return }
    page.addHeading("Wash sales")
    page.addParagraph(disallowedSentence, indent: 2)
    addDoNotBuy(to: &page)
    addStops(to: &page)
    addMatches(to: &page)
    addStanding(to: &page)
    addSafeDays(to: &page)
    addRebuys(to: &page)
    addAssumptions(to: &page)
    guard hasNews else { return }
    if !isWashQuiet || !toldRebuys.isEmpty || !wash.assumptions.isEmpty { page.addGap() }
    page.addParagraph(wash.coverage.sentence, indent: 2)
  }

  /// Whether no purchase is near the plan, so that a few lines say all.
  var isWashQuiet: Bool {
    wash.stops.isEmpty && wash.standing.isEmpty && priced.wash.matches.isEmpty
      && wash.safeDays.allSatisfy(\.remaining.isEmpty)
  }

  private var disallowedSentence: String {
    if wash.blackouts.isEmpty {
      return wash.rebuys.isEmpty
        ? "The plan sells nothing at a loss."
        : "What the plan sells at a loss is outside IRC 1091: no loss is disallowed."
    }
    let matches = priced.wash.matches
    guard !matches.isEmpty else {
      let condition = wash.stops.isEmpty ? "" : " once the purchases below are stopped"
      return "No loss is disallowed\(condition), as far as purchases are known."
    }
    let permanent = priced.wash.permanent
    let deferred = matches.map { $0.isPermanent ? .zero : $0.loss }.total()
    let total = (deferred + permanent).separated
    return deferred > .zero && permanent > .zero
      ? "Disallowed (IRC 1091): \(total), of which \(fate(deferred: deferred, permanent: permanent))."
      : "Disallowed (IRC 1091): \(total), all of it \(deferred > .zero ? "deferred" : "lost for good")."
  }

  private func addStops(to page: inout Page) {
    guard !wash.stops.isEmpty else { return }
    page.addGap()
    page.addParagraph("Stop before selling:", indent: 2)
    page.add(purchaseTable(wash.stops, last: "If not stopped") { $0.effect.words })
  }

  /// Adds the purchases in a window that change nothing under the plan: a reader who sees one coming
  /// should know.
  private func addStanding(to page: inout Page) {
    let idle = wash.standing.filter { $0.matchedShares == .zero }
    guard !idle.isEmpty else { return }
    page.addGap()
    page.addParagraph("In the window of a loss, replacing nothing under the plan:", indent: 2)
    page.add(purchaseTable(idle, last: "What it could do") { $0.effect.words })
  }

  private func purchaseTable(
    _ purchases: [WashOutlook.PurchaseNearLoss], last: String,
    cell: (WashOutlook.PurchaseNearLoss) -> String
  ) -> TextTable {
    var table = TextTable([
      .left("Date"), .left("Account"), .left("Symbol"), .right("Shares"), .left("What"),
      .left(last),
    ])
    for near in purchases.prefix(Self.mostWashLines) {
      let purchase = words.facts.purchases[near.purchase]
      table.add([
        purchase.date.description, purchase.account, purchase.symbol, purchase.sharesInWords,
        purchase.kind.noun, cell(near),
      ])
    }
    if purchases.count > Self.mostWashLines {
      table.add(["\(purchases.count - Self.mostWashLines) more: --format json"])
    }
    return table
  }

  private func addMatches(to page: inout Page) {
    let matches = priced.wash.matches
    guard !matches.isEmpty else { return }
    page.addGap()
    page.addParagraph("Losses disallowed:", indent: 2)
    var table = TextTable([
      .left("Sale"), .left("Replaced by"), .right("Shares"), .right("Loss"), .left(),
    ])
    for match in matches.prefix(Self.mostWashLines) {
      table.add([
        words.sale(match.sale), words.source(match.source), match.shares.grouped,
        match.loss.separated, match.fate,
      ])
    }
    if matches.count > Self.mostWashLines {
      table.add(["\(matches.count - Self.mostWashLines) more: --format json"])
    }
    guard table.width > Page.tableWidth else { return page.add(table) }
    for match in matches.prefix(Self.mostWashLines) {
      page.addParagraph(
        "\(words.sale(match.sale)): \(match.shares.grouped) shares replaced by"
          + " \(words.source(match.source)), \(match.loss.separated) \(match.fate)",
        indent: 2, hanging: 2)
    }
    if matches.count > Self.mostWashLines {
      page.add("  \(matches.count - Self.mostWashLines) more: --format json")
    }
  }
}

extension PlanWash.Match {
  /// What becomes of the loss.
  var fate: String { isPermanent ? "lost for good" : "deferred" }
}

extension WashOutlook.Effect {
  /// What becomes of the loss.
  var words: String {
    switch self {
    case .deferred: "loss deferred"
    case .permanent: "loss lost for good"
    case .notCounted: "not counted"
    }
  }
}

extension WashOutlook.Coverage {
  /// Which purchases are known, in one or more sentences.
  var sentence: String {
    var parts: [String] = []
    let (supplied, none) = (accounts(.supplied), accounts(.none))
    if !supplied.isEmpty { parts.append("Purchases made in \(list(supplied)) are known.") }
    if !none.isEmpty {
      parts.append(
        "No purchase was made in \(list(none)) near the planning dates beyond those that the scenario"
          + " lists, as it states.")
    }
    if let missing { parts.append("\(missing).") }
    if accountsNotSupplied?.isEmpty == true {
      parts.append("The household has no other accounts, as the scenario states.")
    }
    return parts.joined(separator: " ")
  }

  /// What was not supplied, as a sentence without its stop; `nil` when nothing is missing.
  var missing: String? {
    var parts: [String] = []
    let unknown = accounts(.notSupplied) + (accountsNotSupplied ?? [])
    if !unknown.isEmpty { parts.append("purchases in \(list(unknown)) were not supplied") }
    if accountsNotSupplied == nil {
      parts.append("the scenario does not say whether the household has other accounts")
    }
    guard let first = parts.first else { return nil }
    return first.prefix(1).uppercased() + parts.joined(separator: ", and ").dropFirst()
  }
}
