import FederalTax
import Quantities

/// The modelled reading of the law: amounts are affine over a region of net gains.
///
/// A question that the whole region answers alike is decided. Where it does not, the reading
/// follows its guide, or else answers yes, notes the answer, and keeps only the part of the region
/// on which the answer is right. Running the law again with the last answer turned gives the other
/// part; see ``YearCells``.
struct CellReading: TaxArithmetic {
  /// The part of the net gains in which all answers hold.
  private(set) var region: GainRegion
  /// All net gains that are asked about.
  private let domain: GainRegion
  /// The answers to questions that the region left open, in order.
  private(set) var answers: [Bool] = []
  /// By how many widths the stepped amount exceeds its start; the number of steps is the next
  /// whole number.
  private(set) var stepRatio: AffineAmount?
  /// Two cents of the stepped amount, in widths of a step.
  private(set) var stepNearness = 0.0
  /// Whether an amount jumps somewhere in the region that the reading began with.
  var hasJumps = false
  /// Whether some amount is only known from its favorable side, because it is rounded or divided
  /// and the region is too wide to follow it.
  var isRelaxed = false
  /// How closely jumps are followed.
  let jumps: JumpOptions
  private var knownSteps: Double?
  private let guide: [Bool]

  /// Amounts nearer than this, a hundredth of a cent, are one.
  static let tolerance = 1e-7

  init(region: GainRegion, guide: [Bool], jumps: JumpOptions) {
    self.jumps = jumps
    self.region = region
    domain = region
    self.guide = guide
    answers.reserveCapacity(guide.count + 16)
  }

  /// Runs a law on a region and on every part into which its questions cut it.
  ///
  /// - Parameters:
  ///   - region: the region.
  ///   - jumps: how closely jumps are followed.
  ///   - law: reads the law; it is told of one part at a time.
  /// - Returns: what the law gives for each part, yes before no.
  static func explored<Result>(
    _ region: GainRegion, jumps: JumpOptions, law: (inout CellReading) -> Result
  ) -> [Result] {
    var results: [Result] = []
    var unexplored: [[Bool]] = [[]]
    while let guide = unexplored.popLast() {
      var reading = CellReading(region: region, guide: guide, jumps: jumps)
      results.append(law(&reading))
      for depth in guide.count..<reading.answers.count {
        unexplored.append(reading.answers[..<depth] + [false])
      }
    }
    return results
  }

  mutating func larger(of first: AffineAmount, or second: AffineAmount) -> AffineAmount {
    isNotNegative(first - second) ? first : second
  }

  mutating func smaller(of first: AffineAmount, or second: AffineAmount) -> AffineAmount {
    isNotNegative(first - second) ? second : first
  }

  mutating func isAtMost(_ first: AffineAmount, _ second: AffineAmount) -> Bool {
    isNotNegative(second - first)
  }

  mutating func share(_ rate: Rate, of amount: AffineAmount) -> AffineAmount {
    Scaling.factor(rate) * amount
  }

  mutating func tax(_ schedule: RateSchedule, on amount: AffineAmount) -> AffineAmount {
    var candidates = schedule.brackets[...]
    guard let first = candidates.first, isNotNegative(amount - AffineAmount(first.from)) else {
      return AffineAmount(.zero)
    }
    while candidates.count > 1 {
      let middle = candidates.startIndex + candidates.count / 2
      candidates =
        isNotNegative(amount - AffineAmount(candidates[middle].from))
        ? candidates[middle...] : candidates[..<middle]
    }
    let bracket = candidates[candidates.startIndex]
    return AffineAmount(schedule.tax(on: bracket.from))
      + Scaling.factor(bracket.rate) * (amount - AffineAmount(bracket.from))
  }

  mutating func steps(_ schedule: StepSchedule, at amount: AffineAmount) -> AffineAmount {
    let excess = amount - AffineAmount(schedule.start - jumps.margin)
    hasJumps = true
    // Not `isNotNegative(excess)`: at the start itself there is no step yet.
    guard !isNotNegative(-excess) else { return AffineAmount(.zero) }
    precondition(stepRatio == nil, "a year has one stepped amount")
    let ratio = 1 / Scaling.units(schedule.width) * excess
    if let count = Self.onlyCount(of: ratio, over: domain) {
      return AffineAmount(constant: count * Scaling.units(schedule.step))
    }
    stepRatio = ratio
    stepNearness = 2e-5 / Scaling.units(schedule.width)
    return Scaling.units(schedule.step) * .oneStep
  }

  mutating func line(
    _ number: StaticString, of form: TaxForm, _ text: StaticString, _ amount: AffineAmount
  ) -> AffineAmount { amount }

  /// The amount with the number of steps written in where the region leaves only one.
  func resolved(_ amount: AffineAmount) -> AffineAmount {
    guard let knownSteps else { return amount }
    return amount.replacingSteps(by: AffineAmount(constant: knownSteps))
  }

  mutating func isNotNegative(_ form: AffineAmount) -> Bool {
    let form = resolved(form)
    guard form.perStep != 0, let stepRatio else { return decide(form) }
    // The number of steps lies between the ratio and the ratio plus one.
    let (few, many) = (stepRatio, stepRatio + AffineAmount(constant: 1))
    let least = form.replacingSteps(by: form.perStep > 0 ? few : many)
    let largest = form.replacingSteps(by: form.perStep > 0 ? many : few)
    if decide(least) { return true }
    if decide(-largest) { return false }
    countSteps(stepRatio)
    return decide(resolved(form))
  }

  /// The number of steps where a region holds only one; a solver's whole number is whole to a
  /// hundred-thousandth of itself, which is a cent of a step of 1,000.
  private static func onlyCount(of ratio: AffineAmount, over region: GainRegion) -> Double? {
    let (least, largest) = region.range(of: ratio)
    let passed = max(0, (least + countMargin).rounded(.down))
    let reached = (largest - countMargin).rounded(.up)
    return reached > passed + 1 ? nil : max(0, reached)
  }

  /// Ratios this near a whole number are that number.
  private static let countMargin = 1e-6

  /// Cuts the region until it holds one number of steps.
  private mutating func countSteps(_ ratio: AffineAmount) {
    while true {
      if let count = Self.onlyCount(of: ratio, over: region) {
        knownSteps = count
        return
      }
      let (least, largest) = region.range(of: ratio)
      let passed = max(0, (least + Self.countMargin).rounded(.down))
      let reached = (largest - Self.countMargin).rounded(.up)
      _ = decide(ratio - AffineAmount(constant: ((passed + reached) / 2).rounded(.down)))
    }
  }

  /// Whether a form without steps is not negative, on all that is left of the region afterwards.
  mutating func decide(_ form: AffineAmount) -> Bool {
    let (least, largest) = region.range(of: form)
    if least >= -Self.tolerance { return true }
    if largest <= Self.tolerance { return false }
    let answer = answers.count < guide.count ? guide[answers.count] : true
    answers.append(answer)
    region = region.clipped(to: answer ? form : -form)
    return answer
  }
}
