import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// Adds from which day positions can be sold at a loss that have purchases in the way, those with
  /// the same purchases in the way together.
  func addSafeDays(to page: inout Page) {
    let groups = BlockedLots.groups(of: wash.safeDays, words)
    guard !groups.isEmpty else { return }
    page.addGap()
    page.addParagraph(
      "First days without a purchase in the way, as far as purchases are known:", indent: 2)
    for group in groups.prefix(Self.mostWashLines) {
      page.addParagraph(group.line(words), indent: 2, hanging: 2)
    }
    let rest = groups.dropFirst(Self.mostWashLines).map(\.days.count).reduce(0, +)
    if rest > 0 { page.add("  and \(count(rest, "further lot")): --format json") }
  }
}

/// Lots of one security in one account that the same purchases keep from being sold at a loss.
private struct BlockedLots {
  var days: [WashOutlook.SafeDay]
  var lots: [Lot]

  private struct Key: Hashable {
    var account: String
    var symbol: String
    var date: Int
    var freeFrom: CivilDate
    var isFreeWhenSoldTogether: Bool
    var sources: [PlanWash.Source]
  }

  static func groups(of days: [WashOutlook.SafeDay], _ words: WashWords) -> [BlockedLots] {
    var groups: [BlockedLots] = []
    var places: [Key: Int] = [:]
    for day in days where !day.remaining.isEmpty {
      let lot = words.scenario.lots[words.problem.positions[day.position].lot]
      let key = Key(
        account: lot.account, symbol: lot.symbol, date: day.date, freeFrom: day.freeFrom,
        isFreeWhenSoldTogether: day.isFreeWhenSoldTogether,
        sources: day.remaining.map(\.source))
      if let index = places[key] {
        groups[index].days.append(day)
        groups[index].lots.append(lot)
      } else {
        places[key] = groups.count
        groups.append(BlockedLots(days: [day], lots: [lot]))
      }
    }
    // What the plan sells comes first.
    let sold = Set(words.plan.plan.sales.map(\.position))
    func isSold(_ group: BlockedLots) -> Bool { group.days.contains { sold.contains($0.position) } }
    return groups.filter(isSold) + groups.filter { !isSold($0) }
  }

  func line(_ words: WashWords) -> String {
    let place = "\(lots[0].symbol) in \(lots[0].account)"
    if lots.count == 1 { return "\(lots[0].id) (\(place)): \(days[0].sentence(words))" }
    let names =
      lots.count > 4 ? "\(lots[0].id) … \(lots[lots.count - 1].id)" : list(lots.map(\.id))
    return "\(count(lots.count, "lot")) of \(place) (\(names)):"
      + " \(days[0].ways(words).joined(separator: "; or "))."
  }
}

extension WashOutlook.SafeDay {
  /// When the position can be sold at a loss, what stands in the way, and the other ways out.
  func sentence(_ words: WashWords) -> String {
    var ways = ways(words)
    if replacedShares > .zero {
      ways.append(
        "all on \(words.scenario.dates[date].date) with \(replacedShares.grouped) shares replaced:"
          + " \(fate(deferred: deferred, permanent: permanent))")
    }
    return ways.joined(separator: "; or ") + "."
  }

  /// The day from which nothing stands in the way, and the day itself where more is sold.
  fileprivate func ways(_ words: WashWords) -> [String] {
    let most = 3
    var purchases = remaining.prefix(most).map(words.obstacle)
    if remaining.count > most { purchases.append("\(remaining.count - most) more") }
    let wait = "from \(freeFrom.withWeekend) on, \(list(purchases)) being in the way"
    guard isFreeWhenSoldTogether else { return [wait] }
    let these = remaining.count == 1 ? "these" : "all these"
    return [wait, "on \(words.scenario.dates[date].date) if \(these) shares are sold too"]
  }

  /// What takes the purchases near the date out of the way: stops, and sales of the plan.
  func outOfTheWay(_ words: WashWords) -> String {
    list(
      obstacles.prefix(3).map { obstacle in
        let what = words.obstacle(obstacle)
        return obstacle.remedy == .stop ? "\(what) can be stopped" : "\(what) are sold by then too"
      })
  }
}

extension WashWords {
  /// Shares in the way, such as `50 shares (V-2, VTI bought in joint on 2026-09-12)`.
  fileprivate func obstacle(_ obstacle: WashOutlook.SafeDay.Obstacle) -> String {
    "\(obstacle.shares.grouped) \(obstacle.shares == Shares(whole: 1) ? "share" : "shares")"
      + " (\(source(obstacle.source)))"
  }
}
