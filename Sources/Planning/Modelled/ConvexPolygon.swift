/// A closed convex set of points of the plane of net short-term and net long-term gain, given by its
/// corners counterclockwise.
///
/// A household without lots of one term moves along a line, one without lots not at all: segments
/// (two corners) and points (one) are polygons like any other.
struct ConvexPolygon: Equatable, Sendable {
  private(set) var corners: [GainPoint]

  /// Nearer than this to the line between its neighbours, a corner is none.
  private static let flatness = 1e-10

  /// All points with both gains between bounds.
  init(short: ClosedRange<Double>, long: ClosedRange<Double>) {
    corners = []
    append(GainPoint(short: short.lowerBound, long: long.lowerBound))
    append(GainPoint(short: short.upperBound, long: long.lowerBound))
    append(GainPoint(short: short.upperBound, long: long.upperBound))
    append(GainPoint(short: short.lowerBound, long: long.upperBound))
    closeRing()
  }

  /// The least convex set that contains points.
  ///
  /// Source: A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions",
  /// Information Processing Letters 9 (1979), doi:10.1016/0020-0190(79)90072-3.
  init(around points: [GainPoint]) {
    let sorted = points.sorted { ($0.short, $0.long) < ($1.short, $1.long) }
    func chain(_ points: some Sequence<GainPoint>) -> [GainPoint] {
      var chain: [GainPoint] = []
      for point in points {
        while chain.count >= 2,
          Self.cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0
        {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain
    }
    corners = chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
    if corners.isEmpty, let only = sorted.first { corners = [only] }
    dropFlatCorners()
  }

  /// The least and the largest value of a form without steps.
  @inline(__always)
  func range(of form: AffineAmount) -> (least: Double, largest: Double) {
    var least = Double.infinity
    var largest = -Double.infinity
    for corner in corners {
      let value = form.value(at: corner)
      least = min(least, value)
      largest = max(largest, value)
    }
    return (least, largest)
  }

  /// The part on which a form without steps is not negative.
  func clipped(to form: AffineAmount) -> ConvexPolygon {
    var result = self
    result.corners.removeAll(keepingCapacity: true)
    for index in corners.indices {
      let start = corners[index]
      let end = corners[index + 1 == corners.count ? 0 : index + 1]
      let (atStart, atEnd) = (form.value(at: start), form.value(at: end))
      if atStart >= 0 { result.append(start) }
      if (atStart > 0 && atEnd < 0) || (atStart < 0 && atEnd > 0) {
        // From the positive end, so that both parts of a cut share the very same corner.
        let (inside, outside) = atStart > 0 ? (start, end) : (end, start)
        let part = max(atStart, atEnd) / abs(atStart - atEnd)
        result.append(inside.moved(toward: outside, by: part))
      }
    }
    result.closeRing()
    return result
  }

  /// Whether a point lies inside, or outside by no more than `tolerance`.
  func contains(_ point: GainPoint, tolerance: Double) -> Bool {
    guard let first = corners.first else { return false }
    if corners.count == 1 { return Self.distance(first, point) <= tolerance }
    if corners.count == 2 {
      return Self.distance(from: point, toSegment: corners[0], corners[1]) <= tolerance
    }
    return corners.indices.allSatisfy { index in
      let start = corners[index]
      let end = corners[index + 1 == corners.count ? 0 : index + 1]
      return Self.cross(start, end, point) >= -tolerance * Self.distance(start, end)
    }
  }

  /// The area, and for segments the length.
  var measure: (area: Double, length: Double) {
    guard let first = corners.first else { return (0, 0) }
    var area = 0.0
    var length = 0.0
    for index in corners.indices {
      let next = corners[index + 1 == corners.count ? 0 : index + 1]
      area += Self.cross(first, corners[index], next) / 2
      length += Self.distance(corners[index], next) / 2
    }
    return (area, length)
  }

  /// The union with a polygon without common inner points, when it is convex.
  func union(with other: ConvexPolygon) -> ConvexPolygon? {
    let hull = ConvexPolygon(around: corners + other.corners)
    let (whole, first, second) = (hull.measure, measure, other.measure)
    if hull.corners.count < 3 {
      return whole.length <= (first.length + second.length) * (1 + 1e-12) ? hull : nil
    }
    return whole.area <= (first.area + second.area) * (1 + 1e-12) ? hull : nil
  }

  private mutating func append(_ point: GainPoint) {
    if let last = corners.last, last.isOne(with: point) { return }
    corners.append(point)
  }

  private mutating func closeRing() {
    while corners.count > 1, corners[0].isOne(with: corners[corners.count - 1]) {
      corners.removeLast()
    }
  }

  /// Leaves out corners on, or a hair off, the line between their neighbours.
  ///
  /// Not part of the hull's own turns: of points on one vertical line, which rounding puts in any
  /// order, a tolerance there could drop the outermost.
  private mutating func dropFlatCorners() {
    var index = 0
    while index < corners.count, corners.count > 1 {
      let before = corners[(index + corners.count - 1) % corners.count]
      let after = corners[(index + 1) % corners.count]
      if Self.distance(from: corners[index], toSegment: before, after) <= Self.flatness {
        corners.remove(at: index)
        index = max(0, index - 1)
      } else {
        index += 1
      }
    }
  }

  private static func distance(
    from point: GainPoint, toSegment start: GainPoint, _ end: GainPoint
  ) -> Double {
    let along = (short: end.short - start.short, long: end.long - start.long)
    let length = along.short * along.short + along.long * along.long
    guard length > 0 else { return distance(point, start) }
    let part =
      ((point.short - start.short) * along.short + (point.long - start.long) * along.long) / length
    let bounded = min(max(part, 0), 1)
    return distance(
      point,
      GainPoint(
        short: start.short + bounded * along.short, long: start.long + bounded * along.long))
  }

  private static func distance(_ left: GainPoint, _ right: GainPoint) -> Double {
    let (short, long) = (left.short - right.short, left.long - right.long)
    return (short * short + long * long).squareRoot()
  }

  private static func cross(_ origin: GainPoint, _ first: GainPoint, _ second: GainPoint)
    -> Double
  {
    (first.short - origin.short) * (second.long - origin.long)
      - (first.long - origin.long) * (second.short - origin.short)
  }
}
