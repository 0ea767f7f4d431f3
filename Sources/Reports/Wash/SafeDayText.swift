import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// Adds from which day each position can be sold at a loss that has purchases in the way.
  func addSafeDays(to page: inout Page) {
    let blocked = wash.safeDays.filter { !$0.remaining.isEmpty }
    guard !blocked.isEmpty else { return }
    page.addGap()
    page.addParagraph(
      "First days without a purchase in the way, as far as purchases are known:", indent: 2)
    for day in blocked.prefix(Self.mostWashLines) {
      let lot = scenario.lots[problem.positions[day.position].lot]
      page.addParagraph(
        "\(lot.id) (\(lot.symbol) in \(lot.account)): \(day.sentence(words))", indent: 2, hanging: 2
      )
    }
    if blocked.count > Self.mostWashLines {
      page.add("  and \(count(blocked.count - Self.mostWashLines, "further lot")): --format json")
    }
  }
}

extension WashOutlook.SafeDay {
  /// When the position can be sold at a loss, what stands in the way, and the other ways out.
  func sentence(_ words: WashWords) -> String {
    let day = words.scenario.dates[date].date
    let named = 3
    var purchases = remaining.prefix(named).map(words.obstacle)
    if remaining.count > named { purchases.append("\(remaining.count - named) more") }
    var ways = ["from \(freeFrom.withWeekend) on, \(list(purchases)) being in the way"]
    if isFreeWhenSoldTogether {
      ways.append(
        "on \(day) if \(remaining.count == 1 ? "these" : "all these") shares are sold too")
    }
    if replacedShares > .zero {
      ways.append(
        "all on \(day) with \(replacedShares.grouped) shares replaced:"
          + " \(fate(deferred: deferred, permanent: permanent))")
    }
    return ways.joined(separator: "; or ") + "."
  }
}

extension WashOutlook.SafeDay {
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
    "\(obstacle.shares.grouped) shares (\(source(obstacle.source)))"
  }
}
