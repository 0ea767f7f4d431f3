import Planning
import Portfolio
import Quantities

/// The sales and purchases of a plan's wash sales in words.
struct WashWords {
  let problem: Problem
  let plan: PricedPlan

  var scenario: Scenario { problem.scenario }
  var facts: WashFacts { problem.scenario.wash }

  /// The lot that a sale of the plan sells.
  func lot(ofOrder order: Int) -> Lot {
    scenario.lots[problem.positions[plan.plan.sales[order].position].lot]
  }

  /// A sale at a loss, such as `V-1 on 2026-09-30`.
  func sale(_ sale: PlanWash.LossSale) -> String {
    switch sale {
    case .planned(let order):
      let date = scenario.dates[plan.plan.sales[order].date].date
      return "\(lot(ofOrder: order).id) on \(date)"
    case .past(let index):
      let past = facts.pastSales[index]
      return "\(past.symbol) on \(past.date) (past)"
    }
  }

  /// Shares that replace others, such as `V-2, VTI bought in joint on 2026-09-12`.
  func source(_ source: PlanWash.Source) -> String {
    switch source {
    case .lot(let index):
      let lot = scenario.lots[index]
      return "\(lot.id), \(lot.symbol) \(lot.acquisition.verb) in \(lot.account) on \(lot.acquired)"
    case .purchase(let index):
      let purchase = facts.purchases[index]
      return "\(purchase.symbol) \(purchase.kind.verb) in \(purchase.account) on \(purchase.date)"
    }
  }
}

extension PlanReport {
  var words: WashWords { WashWords(problem: problem, plan: priced) }
}

extension AcquisitionKind {
  /// The way of acquiring as a participle.
  fileprivate var verb: String {
    switch self {
    case .purchase, .taxableExchange: "bought"
    case .drip: "reinvested"
    case .automatic: "bought automatically"
    case .contribution: "bought by a contribution"
    case .vest: "vesting"
    case .espp: "bought under the ESPP"
    case .exercise: "bought by exercise"
    case .contract: "contracted for"
    case .gift, .inherit, .stockDividend, .spinoff, .conversion: "received"
    }
  }

  /// The way of acquiring as a noun, for a column of a table.
  var noun: String {
    switch self {
    case .purchase: "purchase"
    case .drip: "reinvested dividend"
    case .automatic: "automatic investment"
    case .contribution: "contribution"
    case .vest: "vest"
    case .espp: "ESPP purchase"
    case .exercise: "exercise of an option"
    case .taxableExchange: "taxable exchange"
    case .contract: "contract or option"
    case .gift: "gift"
    case .inherit: "bequest"
    case .stockDividend: "stock dividend"
    case .spinoff: "spin-off"
    case .conversion: "conversion"
    }
  }
}

extension Purchase {
  /// The shares, `about` some number where that is an estimate.
  var sharesInWords: String { (isEstimated ? "about " : "") + shares.grouped }
}

extension CivilDate {
  /// The day, with its name where no exchange trades: `2026-10-31 (Saturday)`.
  var withWeekend: String {
    // Day 0, 1 January 1970, was a Thursday; the remainder is not negative.
    switch ((dayNumber + 4) % 7 + 7) % 7 {
    case 0: "\(self) (Sunday)"
    case 6: "\(self) (Saturday)"
    default: description
    }
  }
}

/// A loss that is disallowed, by what becomes of it: `1,000.00 deferred and 20.00 lost for good`.
func fate(deferred: Money, permanent: Money) -> String {
  list(
    [
      deferred > .zero ? "\(deferred.separated) deferred" : nil,
      permanent > .zero ? "\(permanent.separated) lost for good" : nil,
    ].compactMap(\.self))
}
