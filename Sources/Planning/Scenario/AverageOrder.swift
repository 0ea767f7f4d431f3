import Portfolio
import Quantities

/// Which shares on average basis a plan may sell, Treas. Reg. §1.1012-1(e)(7).
///
/// All shares of a pool, those of one security in one account, have one basis a share, but those
/// acquired first leave first, and with them their holding period. Long-term shares are always
/// older than short-term ones. So, of the shares that are long-term on a date, any may stand for
/// any other: they bring the same gain of the same term, and a plan that sells some of them sells,
/// as the law counts, the oldest. Short-term shares could follow only once no long-term one is
/// left, which is no matter of amounts but of an order that the model does not have: they are not
/// offered where any lot of their pool is long-term on some planning date. Where none ever is, all
/// are short-term on every date, and again any stands for any other, unless one was acquired so
/// near to a planning date that it makes a difference whether it is sold or is left to replace.
struct AverageOrder {
  /// Why shares are not offered while they are short-term.
  static let reason =
    "shares on average basis leave first in first out (Treas. Reg. 1.1012-1(e)(7)): newer ones"
    + " only after every older one, an order that plans do not have"

  private struct Pool: Hashable {
    var account: String
    var symbol: String
  }

  /// The pools in which it matters which short-term share is sold.
  private var mixed: Set<Pool> = []

  init(_ scenario: Scenario) {
    guard let last = scenario.dates.last?.date else { return }
    for lot in scenario.lots where lot.isAveraged {
      let isNear = scenario.dates.contains {
        abs($0.date.days(since: lot.acquired)) <= WashRules.law.windowDays
      }
      if isNear || HoldingPeriod.term(from: lot.holdingStart, sold: last) == .long {
        mixed.insert(Pool(account: lot.account, symbol: lot.symbol))
      }
    }
  }

  /// Whether the lot may be sold only while it is long-term.
  func keepsLongTermFirst(_ lot: Lot) -> Bool {
    lot.isAveraged && mixed.contains(Pool(account: lot.account, symbol: lot.symbol))
  }
}
