import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// The sales of which the text says what to buy instead or back.
  ///
  /// Securities without a replacement follow from the do-not-buy list and are left out.
  var toldRebuys: [WashOutlook.Rebuy] {
    wash.rebuys.filter { $0.replacement != nil || !$0.isSubject }
  }

  /// Adds what may be bought instead, as the scenario says, and when to buy back.
  func addRebuys(to page: inout Page) {
    let told = toldRebuys
    guard !told.isEmpty else { return }
    page.addGap()
    page.addParagraph("Buying instead, and back:", indent: 2)
    let inside = told.filter(\.isSubject)
    for rebuy in inside.prefix(Self.mostWashLines) {
      page.addParagraph(rebuy.sentence, indent: 2, hanging: 2)
    }
    if inside.count > Self.mostWashLines {
      page.add("  and \(count(inside.count - Self.mostWashLines, "further sale")): --format json")
    }
    for sentence in rebuysAtOnce { page.addParagraph(sentence, indent: 2, hanging: 2) }
  }

  /// For each day a sentence on what may be bought back at once.
  private var rebuysAtOnce: [String] {
    var days: [(date: CivilDate, symbols: [String])] = []
    for rebuy in toldRebuys where !rebuy.isSubject {
      if days.last?.date == rebuy.date {
        days[days.count - 1].symbols.append(rebuy.symbol)
      } else {
        days.append((rebuy.date, [rebuy.symbol]))
      }
    }
    return days.map { day in
      "\(list(day.symbols)), sold on \(day.date), may be bought back at once: the basis is then the new"
        + " price and the holding period starts again."
    }
  }
}

extension WashOutlook.Rebuy {
  /// What may be bought instead of a security inside IRC §1091, whose judgement that is, and what
  /// buying back would cost.
  fileprivate var sentence: String {
    guard let replacement else {
      return "\(symbol) may be bought back from \(buyBackFrom.withWeekend) on."
    }
    let name = replacement.symbol
    switch obstacle {
    case .identical:
      return "\(symbol): not \(name), which the scenario takes as identical;"
        + " \(symbol) itself from \(buyBackFrom.withWeekend) on."
    case .onDoNotBuyList:
      return "\(symbol): not \(name), which may not be bought either;"
        + " \(symbol) itself from \(buyBackFrom.withWeekend) on."
    case nil:
      return "\(symbol): \(name) instead, \(replacement.judgement). Back into \(symbol) from"
        + " \(buyBackFrom.withWeekend) on: a short-term gain of \(gainPerPercent.separated) for each"
        + " 1% that \(name) has risen."
    }
  }
}

extension Replacement {
  /// How alike the two are, and who decided it.
  fileprivate var judgement: String {
    let who = decidedBy.isEmpty ? "the scenario does not say by whom" : "decided by \(decidedBy)"
    switch relation {
    case .identical: return "taken as identical (\(who))"
    case .judgement: return "which no ruling says is not identical: your judgement (\(who))"
    case .notIdentical: return "taken as not identical (\(who))"
    }
  }
}
