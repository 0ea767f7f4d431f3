import Planning
import Quantities

extension PlanReport {
  /// Adds what not to buy, until when and where: in a line for each span of days where no purchase is
  /// near, otherwise in a table.
  func addDoNotBuy(to page: inout Page) {
    guard !wash.doNotBuy.isEmpty else { return }
    if isWashQuiet {
      for line in doNotBuyLines(wash.doNotBuy, firstDate: scenario.dates[0].date) {
        page.addParagraph(line, indent: 2, hanging: 2)
      }
    } else {
      page.addGap()
      page.add(doNotBuyTable)
    }
    page.addParagraph(accountSentence, indent: 2)
  }

  private var doNotBuyTable: TextTable {
    let most = 20
    var table = TextTable([
      .left("Do not buy"), .left("From"), .left("Through"), .right("Exposed shares"),
      .right("Loss at stake"),
    ])
    for span in wash.doNotBuy.prefix(most) {
      table.add([
        span.names, span.from.description, span.through.description, span.shares.grouped,
        span.loss.separated,
      ])
    }
    if wash.doNotBuy.count > most {
      table.add(["\(wash.doNotBuy.count - most) more: --format json"])
    }
    return table
  }

  /// Which accounts are meant, and what a purchase in each would do.
  private var accountSentence: String {
    func accounts(_ effect: WashOutlook.Effect) -> String? {
      let names = wash.accounts.filter { $0.effect == effect }.map(\.account)
      return names.isEmpty ? nil : list(names)
    }
    var sentence =
      "In every account of the household, the spouse's and IRAs included, and by reinvestment too."
    let effects = [
      accounts(.deferred).map { "in \($0) it would defer the loss" },
      accounts(.permanent).map { "in \($0) it would destroy the loss for good" },
      accounts(.notCounted).map { "in \($0) it is taken not to count" },
    ].compactMap(\.self)
    // Where there are only taxable accounts the first sentence says all.
    if wash.accounts.contains(where: { $0.effect != .deferred }) {
      sentence += " A purchase: \(effects.joined(separator: "; "))."
    }
    return sentence
  }
}

/// A line for each span of days on which some securities may not be bought.
///
/// - Parameters:
///   - spans: in order of their last days.
///   - firstDate: the first planning date; the first day of a span is told where it comes later.
/// - Returns: sentences, in order of the last days.
func doNotBuyLines(_ spans: [WashOutlook.DoNotBuy], firstDate: CivilDate) -> [String] {
  let mostNames = 20
  var days: [(from: CivilDate?, through: CivilDate, names: [String])] = []
  for span in spans {
    let from = span.from > firstDate ? span.from : nil
    if let index = days.firstIndex(where: { $0.through == span.through && $0.from == from }) {
      days[index].names.append(span.names)
    } else {
      days.append((from, span.through, [span.names]))
    }
  }
  return days.map { day in
    let rest = day.names.count - mostNames
    let more = rest > 0 ? " and \(rest) more (--format json)" : ""
    let start = day.from.map { "from \($0) " } ?? ""
    return "No purchase \(start)through \(day.through) of: "
      + day.names.prefix(mostNames).joined(separator: ", ") + more + "."
  }
}

extension WashOutlook.DoNotBuy {
  /// The identical securities, such as `GOOG/GOOGL`.
  fileprivate var names: String { symbols.joined(separator: "/") }
}
