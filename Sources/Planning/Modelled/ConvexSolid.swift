/// A closed convex set of points of three gains, given by its half-spaces and its corners.
///
/// The double description method: a cut keeps the corners on its side and adds one on every edge
/// that it crosses. Two corners share an edge when no third one lies on every half-space's border on
/// which both lie.
///
/// Source: T. S. Motzkin, H. Raiffa, G. L. Thompson and R. M. Thrall, "The double description method",
/// Contributions to the Theory of Games II (1953).
struct ConvexSolid: Equatable, Sendable {
  /// The forms that are not negative in the set, in the order of the cuts.
  private(set) var halfSpaces: [AffineAmount]
  /// The corners, and of gathered sets perhaps points between them.
  private(set) var corners: [GainPoint]
  /// For each corner, the half-spaces on whose border it lies.
  private var borders: [Set<Int>]

  /// Nearer than this to the border of a half-space, a corner lies on it.
  private static let thickness = 1e-9

  /// All points with the three gains between bounds.
  init(
    short: ClosedRange<Double>, long: ClosedRange<Double>, collectibles: ClosedRange<Double>
  ) {
    let axes: [(AffineAmount, ClosedRange<Double>)] = [
      (.netShortTerm, short), (.netLongTerm, long), (.netCollectibles, collectibles),
    ]
    halfSpaces = axes.flatMap { form, range in
      [
        form - AffineAmount(constant: range.lowerBound),
        AffineAmount(constant: range.upperBound) - form,
      ]
    }
    corners = []
    borders = []
    for short in [short.lowerBound, short.upperBound] {
      for long in [long.lowerBound, long.upperBound] {
        for collectibles in [collectibles.lowerBound, collectibles.upperBound] {
          add(GainPoint(short: short, long: long, collectibles: collectibles))
        }
      }
    }
  }

  /// One point.
  init(_ point: GainPoint) {
    self.init(
      short: point.short...point.short, long: point.long...point.long,
      collectibles: point.collectibles...point.collectibles)
  }

  /// The part on which a form without steps is not negative.
  func clipped(to form: AffineAmount) -> ConvexSolid {
    var result = self
    result.halfSpaces.append(form)
    result.corners = []
    result.borders = []
    let values = corners.map { form.value(at: $0) }
    for (corner, value) in zip(corners, values) where value >= -Self.thickness {
      result.add(corner)
    }
    for inside in corners.indices where values[inside] > Self.thickness {
      for outside in corners.indices where values[outside] < -Self.thickness {
        guard areNeighbours(inside, outside) else { continue }
        let part = values[inside] / (values[inside] - values[outside])
        result.add(
          corners[inside].moved(toward: corners[outside], by: part),
          onBordersOf: borders[inside].intersection(borders[outside]))
      }
    }
    return result
  }

  /// Whether a point lies inside, or outside by no more than `tolerance`.
  func contains(_ point: GainPoint, tolerance: Double) -> Bool {
    halfSpaces.allSatisfy { form in
      let length =
        (form.perShort * form.perShort + form.perLong * form.perLong
        + form.perCollectibles * form.perCollectibles).squareRoot()
      return form.value(at: point) >= -tolerance * max(length, 1e-12)
    }
  }

  /// The union with a set on the other side of a cut, when it is convex.
  ///
  /// It is convex just when each set satisfies all half-spaces of the other but the cut; what is left
  /// without the cut is then no more than the two.
  func union(with other: ConvexSolid) -> ConvexSolid? {
    for (place, cut) in halfSpaces.enumerated().reversed() {
      guard let opposite = other.halfSpaces.lastIndex(where: { ($0 + cut).isClose(to: .none) })
      else { continue }
      var mine = halfSpaces
      mine.remove(at: place)
      var theirs = other.halfSpaces
      theirs.remove(at: opposite)
      guard Self.holds(theirs, at: corners), Self.holds(mine, at: other.corners) else { continue }
      var result = self
      result.halfSpaces = mine + theirs.filter { form in !mine.contains { $0.isClose(to: form) } }
      result.corners = []
      result.borders = []
      for corner in corners + other.corners { result.add(corner) }
      return result
    }
    return nil
  }

  /// How many independent borders and seams a corner lies on, up to three.
  ///
  /// - Parameters:
  ///   - corner: the corner.
  ///   - seams: forms that are zero where pieces of a function meet, of which it lies on each.
  /// - Returns: three for a corner of the function's graph over the set.
  func rank(of corner: GainPoint, with seams: [AffineAmount]) -> Int {
    let borders = halfSpaces.filter { abs($0.value(at: corner)) <= CellReading.tolerance }
    return GainPoint.rank(
      of: (borders + seams).map {
        GainPoint(short: $0.perShort, long: $0.perLong, collectibles: $0.perCollectibles)
      })
  }

  private static func holds(_ forms: [AffineAmount], at points: [GainPoint]) -> Bool {
    forms.allSatisfy { form in points.allSatisfy { form.value(at: $0) >= -CellReading.tolerance } }
  }

  private func areNeighbours(_ first: Int, _ second: Int) -> Bool {
    let shared = borders[first].intersection(borders[second])
    return corners.indices.allSatisfy { other in
      other == first || other == second || !shared.isSubset(of: borders[other])
    }
  }

  private mutating func add(_ corner: GainPoint, onBordersOf known: Set<Int> = []) {
    let near = halfSpaces.indices.filter {
      abs(halfSpaces[$0].value(at: corner)) <= Self.thickness
    }
    let found = known.union(near)
    if let same = corners.firstIndex(where: { $0.isOne(with: corner) }) {
      borders[same].formUnion(found)
    } else {
      corners.append(corner)
      borders.append(found)
    }
  }
}

extension AffineAmount {
  /// The amount that is always zero.
  static let none = AffineAmount(constant: 0)
}

extension GainPoint {
  /// How many of some directions are independent.
  static func rank(of directions: [GainPoint]) -> Int {
    var basis: [[Double]] = []
    for direction in directions {
      var rest = [direction.short, direction.long, direction.collectibles]
      for vector in basis {
        let product = zip(rest, vector).map(*).reduce(0, +)
        for index in rest.indices { rest[index] -= product * vector[index] }
      }
      let length = rest.map { $0 * $0 }.reduce(0, +).squareRoot()
      guard length > 1e-9 else { continue }
      basis.append(rest.map { $0 / length })
    }
    return basis.count
  }
}
