import Portfolio
import Quantities

/// A change of one year's totals.
struct YearShift {
  var shortTerm = Money.zero
  var longTerm = Money.zero
  /// The part of ``longTerm`` that is of collectibles.
  var collectibles = Money.zero
  var costs = Money.zero

  mutating func add(_ effect: SaleEffect, of candidate: SaleCandidate) {
    switch candidate.term {
    case .short: shortTerm += effect.gain
    case .long:
      longTerm += effect.gain
      if candidate.isCollectible { collectibles += effect.gain }
    }
    costs += effect.costs
  }

  static func + (left: YearShift, right: YearShift) -> YearShift {
    YearShift(
      shortTerm: left.shortTerm + right.shortTerm, longTerm: left.longTerm + right.longTerm,
      collectibles: left.collectibles + right.collectibles, costs: left.costs + right.costs)
  }
}

/// A change of a draft's totals in at most two years: all that its merit depends on.
struct DraftShift {
  /// The earlier year changed.
  var year: Int
  /// The later year changed; the same as `year` where there is one, and `second` is then nothing.
  var laterYear: Int
  var first = YearShift()
  var second = YearShift()
  var proceeds = Money.zero
  var sales = 0

  init(year: Int, laterYear: Int) {
    self.year = year
    self.laterYear = laterYear
  }

  /// Adds an effect to `year` or `laterYear`.
  mutating func add(_ effect: SaleEffect, of candidate: SaleCandidate) {
    if candidate.year == year {
      first.add(effect, of: candidate)
    } else {
      second.add(effect, of: candidate)
    }
    proceeds += effect.proceeds
    sales += effect.sales
  }

  /// Gains less losses, of both terms and years.
  var gain: Money { first.shortTerm + first.longTerm + second.shortTerm + second.longTerm }

  /// The change of one year.
  func change(of index: Int) -> YearShift? {
    if index == year { return first }
    return index == laterYear ? second : nil
  }

  /// Both changes together; `nil` when they touch more than two years.
  func joined(with other: DraftShift) -> DraftShift? {
    let earlier = min(year, other.year)
    let later = max(laterYear, other.laterYear)
    var joint = DraftShift(year: earlier, laterYear: later)
    joint.proceeds = proceeds + other.proceeds
    joint.sales = sales + other.sales
    for shift in [self, other] {
      guard joint.include(shift.first, of: shift.year),
        shift.laterYear == shift.year || joint.include(shift.second, of: shift.laterYear)
      else { return nil }
    }
    return joint
  }

  private mutating func include(_ change: YearShift, of index: Int) -> Bool {
    if index == year {
      first = first + change
    } else if index == laterYear {
      second = second + change
    } else {
      return false
    }
    return true
  }
}
