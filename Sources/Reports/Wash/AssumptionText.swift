import Planning
import Portfolio
import Quantities

extension PlanReport {
  /// Adds the readings of the law that the plan rests on, and what other readings would change.
  func addAssumptions(to page: inout Page) {
    guard !wash.assumptions.isEmpty else { return }
    page.addGap()
    page.addParagraph("Where the law is open, this plan takes it that", indent: 2)
    for assumption in wash.assumptions {
      page.addParagraph("- \(sentence(assumption))", indent: 2, hanging: 2)
    }
  }

  private func sentence(_ assumption: WashOutlook.Assumption) -> String {
    let changes = assumption.others.filter(\.changesAnything).map {
      change($0, of: assumption.point)
    }
    return changes.isEmpty
      ? "\(assumption.words); no other reading changes \(scenario.firstYear)."
      : "\(assumption.words). \(changes.joined(separator: " "))"
  }

  private func change(
    _ other: WashOutlook.Assumption.OtherReading, of point: WashOutlook.Assumption.Switch
  ) -> String {
    var parts: [String] = []
    if other.recognizedChange != .zero {
      parts.append("recognized gain of \(scenario.firstYear) \(other.recognizedChange.change)")
    }
    if other.taxChange != .zero { parts.append("its tax \(other.taxChange.change)") }
    if !other.furtherStops.isEmpty {
      parts.append("\(count(other.furtherStops.count, "further purchase")) to stop")
    }
    return "\(other.condition(point)): \(parts.joined(separator: ", "))."
  }
}

extension WashOutlook.Assumption {
  /// The reading that the plan is made with, as the end of a sentence.
  var words: String {
    let isDefault = reading == point.reading(of: WashPolicy())
    switch point {
    case .sameLot:
      return isDefault
        ? "the unsold rest of a purchase does not replace its other shares (Rev. Rul. 56-602)"
        : "the unsold rest of a purchase replaces its other shares"
    case .sameDaySales:
      return isDefault
        ? "what is sold on one day does not replace what else is sold that day"
        : "sales of one day follow each other in order of acquisition (Reg. 1.1091-1(b))"
    case .olderLots:
      return isDefault
        ? "shares bought before those sold can replace them"
        : "shares bought before those sold cannot replace them"
    case .tacking: return tackingWords
    case .spouse: return spouseWords
    case .retirementCounts:
      return isDefault
        ? "purchases in an IRA count, and those in a 401(k), 403(b), HSA or pension plan do not"
        : "of accounts that are not taxed, purchases count in: \(reading)"
    case .vest:
      return isDefault
        ? "shares that vest are a purchase (Rev. Rul. 73-329)"
        : "shares that vest are not a purchase"
    }
  }

  private var tackingWords: String {
    switch WashPolicy.Tacking(rawValue: reading) {
    case .noOverlap:
      "the replacement's holding period includes that of the shares sold, days held twice once"
    case .inheritDate: "the replacement takes over the acquisition date of the shares sold"
    default: "the days for which the shares sold were held are added to the replacement's"
    }
  }

  private var spouseWords: String {
    switch WashPolicy.Spouse(rawValue: reading) {
    case .permanent: "a loss that the spouse's purchase disallows is lost for good"
    case .ignore: "purchases by the spouse do not count"
    default:
      "a loss that the spouse's purchase disallows moves into the basis of their shares (Pub. 550)"
    }
  }
}

extension WashOutlook.Assumption.OtherReading {
  /// The reading as the beginning of a sentence.
  fileprivate func condition(_ point: WashOutlook.Assumption.Switch) -> String {
    switch point {
    case .sameLot:
      reading == WashPolicy.SameLot.include.rawValue ? "If it did" : "If it did not"
    case .sameDaySales:
      reading == WashPolicy.SameDaySales.regulationOrder.rawValue
        ? "If sales of one day followed each other in order of acquisition"
        : "If sales of one day were simultaneous"
    case .olderLots:
      reading == WashPolicy.OlderLots.exclude.rawValue ? "If they could not" : "If they could"
    case .tacking: "If read as \(reading.spaced)"
    case .spouse: spouseCondition
    case .retirementCounts:
      reading.contains(AccountKind.plan401k.rawValue)
        ? "If those in every such account counted" : "If those in IRAs alone counted"
    case .vest: reading == WashPolicy.Vest.ignore.rawValue ? "If they were not" : "If they were"
    }
  }

  private var spouseCondition: String {
    switch WashPolicy.Spouse(rawValue: reading) {
    case .permanent: "If it were lost for good"
    case .ignore: "If purchases by the spouse did not count"
    default: "If it moved into the basis of their shares"
    }
  }
}

extension String {
  /// A stable name as words.
  fileprivate var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
