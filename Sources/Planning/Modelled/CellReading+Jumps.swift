import FederalTax
import Quantities

/// What the law rounds, divides, or lets jump.
///
/// A region that holds few jumps is cut at each. A wide one is cut only near the points of focus;
/// elsewhere the amount is taken from its favorable side, so that the tax is one that no plan there
/// can be below, and the reading is marked as relaxed. The planner then adds its plan to the focus
/// and asks again.
extension CellReading {
  /// Around a point of focus this many jumps to either side are followed.
  private static let jumpsAroundFocus = 2
  /// An amount that is divided is followed to this, four cents.
  private static let quotientTolerance = 4e-5
  /// Where it is not followed, it is known to this, twenty dollars.
  private static let relaxedTolerance = 2e-2

  mutating func cliffs(_ schedule: CliffSchedule, at amount: AffineAmount) -> AffineAmount {
    hasJumps = true
    let margin = schedule.isFavorable ? jumps.margin : .zero - jumps.margin
    for cliff in schedule.cliffs.reversed() {
      let last = cliff.firstAmount - Money(cents: 1)
      // At the edge itself the cliff is not yet passed.
      if !isNotNegative(AffineAmount(last + margin) - amount) {
        return AffineAmount(cliff.total)
      }
    }
    return AffineAmount(.zero)
  }

  mutating func roundedUp(
    _ rate: Rate, of amount: AffineAmount, toMultipleOf unit: Money
  ) -> AffineAmount {
    hasJumps = true
    let amount = share(rate, of: amount)
    if isNotNegative(-amount) { return AffineAmount(.zero) }
    let width = Scaling.units(unit)
    let ratio = 1 / width * (resolved(amount) - AffineAmount(jumps.margin))
    // Above a whole number of units the next one counts, so cuts at whole numbers part the units.
    guard let whole = wholePart(of: ratio, cutAt: { _ in true }) else {
      isRelaxed = true
      return amount + AffineAmount(unit)
    }
    return AffineAmount(constant: width * (whole + 1))
  }

  mutating func contribution(
    _ schedule: ContributionSchedule, at income: AffineAmount
  ) -> AffineAmount {
    hasJumps = true
    if isNotNegative(-income) { return AffineAmount(.zero) }
    let line = Scaling.units(schedule.povertyLine)
    let percents = 100 / line * (resolved(income) + AffineAmount(jumps.margin))
    func part(_ percent: Double) -> Double { Scaling.factor(schedule.part(at: Int64(percent))) }
    func changes(_ percent: Double) -> Bool { part(percent) != part(percent - 1) }
    if let whole = wholePart(of: percents, cutAt: changes) { return part(whole) * income }
    // Between two knots the part rises in a straight line, so the contribution is convex but for its
    // jumps, and its tangent less a jump is below it.
    for knot in schedule.knots.dropFirst().reversed()
    where decide(percents - AffineAmount(constant: Double(knot.percent))) { break }
    if let whole = wholePart(of: percents, cutAt: changes) { return part(whole) * income }
    isRelaxed = true
    let (least, largest) = region.range(of: percents)
    let rise = (part(largest) - part(least)) / max(1, largest.rounded(.down) - least.rounded(.down))
    // A part of income is printed to four decimals.
    let slope = rise * 100 / line
    let base = part(least) - slope * least.rounded(.down) * line / 100 - rise - 1e-4
    let middle = (least + largest) / 2 * line / 100
    return (base + 2 * slope * middle) * income
      - AffineAmount(constant: slope * middle * middle)
  }

  mutating func portion(
    _ part: AffineAmount, of whole: AffineAmount, times amount: AffineAmount
  ) -> AffineAmount {
    let part = resolved(part)
    precondition(
      part == AffineAmount(constant: part.constant), "a part is the same for every plan")
    let (amount, whole) = (resolved(amount), resolved(whole))
    if part.constant <= 0 || isNotNegative(-amount) { return AffineAmount(.zero) }
    if isNotNegative(part - whole) { return amount }
    var quotient = Quotient(part: part.constant, whole: whole, amount: amount)
    while true {
      quotient.measure(region.corners)
      let cuts = quotient.error / Self.quotientTolerance
      if quotient.error <= Self.quotientTolerance { return quotient.approximation }
      if cuts <= Double(jumps.mostJumps) || quotient.error > Self.relaxedTolerance {
        _ = decide(quotient.middle)
        continue
      }
      let near = jumps.focus.lazy.flatMap {
        quotient.cuts(around: $0, within: Self.quotientTolerance)
      }
      guard let cut = near.first(where: isOpen) else {
        isRelaxed = true
        return quotient.approximation + AffineAmount(constant: quotient.error)
      }
      _ = decide(cut)
    }
  }

  /// Whether the region answers a question in both ways.
  private func isOpen(_ form: AffineAmount) -> Bool {
    let (least, largest) = region.range(of: form)
    return least < -Self.tolerance && largest > Self.tolerance
  }

  /// The whole part of a ratio after the region is cut at whole numbers.
  ///
  /// - Parameters:
  ///   - ratio: the ratio; not negative.
  ///   - isCut: whether what depends on the whole part changes at a whole number.
  /// - Returns: a whole number such that nothing changes between it and the ratio; `nil` where the
  ///   region still holds several and is too wide to follow them.
  private mutating func wholePart(
    of ratio: AffineAmount, cutAt isCut: (Double) -> Bool
  ) -> Double? {
    // Ratios this near a whole number are that number.
    let margin = 1e-6
    while true {
      let (least, largest) = region.range(of: ratio)
      let (first, last) = ((least + margin).rounded(.down) + 1, (largest - margin).rounded(.down))
      var cuts: [Double] = []
      if last >= first {
        let ends = last - first > 4_000 ? [] : Array(stride(from: first, through: last, by: 1))
        cuts = ends.filter(isCut)
        if ends.isEmpty { cuts = jumpsNearFocus(ratio, first...last).filter(isCut) }
      }
      let isCounted = last - first <= 4_000
      if cuts.isEmpty { return isCounted ? (least + margin).rounded(.down) : nil }
      if cuts.count > jumps.mostJumps || !isCounted {
        cuts = jumpsNearFocus(ratio, first...last).filter(isCut)
        if cuts.isEmpty { return nil }
      }
      _ = decide(ratio - AffineAmount(constant: cuts[cuts.count / 2]))
    }
  }

  /// The whole numbers next to the ratio at the points of focus, ascending.
  private func jumpsNearFocus(
    _ ratio: AffineAmount, _ range: ClosedRange<Double>
  ) -> [Double] {
    let around = Double(Self.jumpsAroundFocus)
    let near = jumps.focus.flatMap { point in
      let center = ratio.value(at: point).rounded()
      return stride(from: center - around, through: center + around, by: 1)
    }
    return Set(near.filter(range.contains)).sorted()
  }
}

/// A constant part of a quotient of two affine amounts, and how well an affine amount stands for it.
///
/// The quotient r = amount / whole is constant on lines, so that cutting at amount = m · whole parts
/// it, and r = m + (amount - m · whole) / whole differs from what a fixed whole makes of it by no
/// more than the product of the two spreads.
private struct Quotient {
  let part: Double
  let whole: AffineAmount
  let amount: AffineAmount
  private var ratios = 0.0...0.0
  private var wholes = 0.0...0.0

  init(part: Double, whole: AffineAmount, amount: AffineAmount) {
    self.part = part
    self.whole = whole
    self.amount = amount
  }

  private var ratio: Double { (ratios.lowerBound + ratios.upperBound) / 2 }
  private var center: Double { (wholes.lowerBound + wholes.upperBound) / 2 }

  /// Looks at the corners of a region, on which the whole is positive.
  mutating func measure(_ corners: [GainPoint]) {
    let values = corners.map { (amount.value(at: $0), max(whole.value(at: $0), 1e-9)) }
    let quotients = values.map { $0.0 / $0.1 }
    ratios = (quotients.min() ?? 0)...(quotients.max() ?? 0)
    let wholes = values.map(\.1)
    self.wholes = (wholes.min() ?? 0)...(wholes.max() ?? 0)
  }

  /// The most by which the approximation is off.
  var error: Double {
    let spread = (ratios.upperBound - ratios.lowerBound) / 2
    return part * spread * (wholes.upperBound - wholes.lowerBound) / 2 / wholes.lowerBound
  }

  /// The amount that stands for the quotient.
  var approximation: AffineAmount {
    AffineAmount(constant: part * ratio) + part / center * (amount - ratio * whole)
  }

  /// Where to cut the wider of the two spreads in half.
  var middle: AffineAmount {
    let relative = (ratios.upperBound - ratios.lowerBound) / max(ratio, 1e-9)
    return relative > (wholes.upperBound - wholes.lowerBound) / center
      ? amount - ratio * whole : whole - AffineAmount(constant: center)
  }

  /// The cuts around a point within which an affine amount stands for the quotient.
  func cuts(around point: GainPoint, within tolerance: Double) -> [AffineAmount] {
    let whole = max(whole.value(at: point), 1e-9)
    let ratio = amount.value(at: point) / whole
    // A hundredth of the whole to either side, and as much of the ratio as that allows.
    let reach = 0.01
    let spread = tolerance / (part * reach)
    return [
      self.whole - AffineAmount(constant: (1 - reach) * whole),
      self.whole - AffineAmount(constant: (1 + reach) * whole),
      amount - (ratio - spread) * self.whole, amount - (ratio + spread) * self.whole,
    ]
  }
}
