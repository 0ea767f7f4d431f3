public import Quantities

/// Net losses of business property that later gains make up for, IRC §1231(c).
///
/// A net gain of the five years after is ordinary as far as such losses reach, the oldest first.
public struct BusinessPropertyLosses: Sendable, Hashable {
  private struct YearLoss: Hashable {
    var year: Int
    var amount: Money
  }

  /// What is left of the net loss of each year, ascending by year; positive.
  private var losses: [YearLoss] = []

  /// How many years a loss is looked back for.
  public static let yearsLookedBack = 5

  /// Nothing.
  public init() {}

  /// Adds what is left of the net loss of a year that comes after those added before.
  public mutating func add(_ amount: Money, year: Int) {
    if amount > .zero { losses.append(YearLoss(year: year, amount: amount)) }
  }

  /// What a gain of a year has to make up for.
  public func open(in year: Int) -> Money {
    losses.filter { isOpen($0.year, in: year) }.map(\.amount).total()
  }

  /// The part of a year's gain that makes up for losses, taken off them.
  mutating func recapture(_ gain: Money, in year: Int) -> Money {
    var left = gain
    for index in losses.indices where isOpen(losses[index].year, in: year) {
      let part = min(left, losses[index].amount)
      losses[index].amount -= part
      left -= part
    }
    return gain - left
  }

  private func isOpen(_ lossYear: Int, in year: Int) -> Bool {
    (year - Self.yearsLookedBack..<year).contains(lossYear)
  }
}

extension BusinessPropertyItem {
  /// Adds others of the same year.
  public static func += (left: inout Self, right: Self) {
    left.gain += right.gain
    left.unrecaptured1250 += right.unrecaptured1250
    left.outsideInvestment += right.outsideInvestment
  }

  /// What the gains and losses of business property of a year come to, IRC §1231(a) and (c).
  ///
  /// A net loss is ordinary. A net gain is ordinary as far as it makes up for losses, which takes
  /// unrecaptured section 1250 gain first (Notice 97-59), and otherwise long-term.
  ///
  /// - Parameters:
  ///   - year: the tax year, whose items these are the sum of.
  ///   - losses: what is left of the net losses of earlier years; the year's own is added.
  /// - Returns: the effect with the lines of Form 4797.
  public func netted(year: Int, losses: inout BusinessPropertyLosses) -> EventEffect {
    var effect = EventEffect(year: year)
    effect.amounts.gainOutsideInvestment = outsideInvestment
    effect.line("7", of: .form4797, "Net gain or loss of business property", gain)
    guard gain > .zero else {
      losses.add(-gain, year: year)
      effect.amounts.otherGains = gain
      effect.line("11", of: .form4797, "Net loss, which is ordinary", gain)
      return effect
    }
    let open = losses.open(in: year)
    let ordinary = losses.recapture(gain, in: year)
    effect.amounts.otherGains = ordinary
    effect.amounts.longTermGain = gain - ordinary
    effect.line("8", of: .form4797, "Net losses of the five years before, not made up for", open)
    effect.line("9", of: .form4797, "Gain that is long-term", gain - ordinary)
    effect.line("12", of: .form4797, "Gain that makes up for losses and is ordinary", ordinary)
    let limited = min(unrecaptured1250, gain)
    let unrecaptured = max(.zero, limited - open)
    effect.amounts.section1250Gain = unrecaptured
    if unrecaptured1250 > .zero {
      effect.line(
        "6", of: .unrecaptured1250Gain, "Unrecaptured section 1250 gain", unrecaptured1250)
      effect.line("7", of: .unrecaptured1250Gain, "Line 6, at most the net gain", limited)
      effect.line("9", of: .unrecaptured1250Gain, "Line 7 less losses made up for", unrecaptured)
    }
    return effect
  }
}
