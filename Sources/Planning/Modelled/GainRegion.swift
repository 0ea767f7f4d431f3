/// A closed convex set of what a plan can move in a year.
enum GainRegion: Equatable, Sendable {
  /// Two gains: collectibles do not count, or are known.
  case flat(ConvexPolygon)
  /// Three gains.
  case solid(ConvexSolid)

  /// All points with gains between bounds.
  ///
  /// - Parameters:
  ///   - short: net short-term gain.
  ///   - long: net long-term gain.
  ///   - collectibles: `nil` in years in which they do not count, or are known.
  init(
    short: ClosedRange<Double>, long: ClosedRange<Double>, collectibles: ClosedRange<Double>?
  ) {
    if let collectibles {
      self = .solid(ConvexSolid(short: short, long: long, collectibles: collectibles))
    } else {
      self = .flat(ConvexPolygon(short: short, long: long))
    }
  }

  /// A single point.
  init(_ point: GainPoint, isSolid: Bool) {
    self = isSolid ? .solid(ConvexSolid(point)) : .flat(ConvexPolygon(around: [point]))
  }

  /// Whether collectibles are one of the gains.
  var isSolid: Bool {
    switch self {
    case .flat: false
    case .solid: true
    }
  }

  /// Points whose convex combinations are the set.
  var corners: [GainPoint] {
    switch self {
    case .flat(let polygon): polygon.corners
    case .solid(let solid): solid.corners
    }
  }

  /// The least and the largest value of a form without steps.
  @inline(__always)
  func range(of form: AffineAmount) -> (least: Double, largest: Double) {
    switch self {
    case .flat(let polygon): polygon.range(of: form)
    case .solid(let solid):
      solid.corners.reduce((Double.infinity, -Double.infinity)) { range, corner in
        let value = form.value(at: corner)
        return (min(range.0, value), max(range.1, value))
      }
    }
  }

  /// The part on which a form without steps is not negative.
  func clipped(to form: AffineAmount) -> GainRegion {
    switch self {
    case .flat(let polygon): .flat(polygon.clipped(to: form))
    case .solid(let solid): .solid(solid.clipped(to: form))
    }
  }

  /// Whether a point lies inside, or outside by no more than `tolerance`.
  func contains(_ point: GainPoint, tolerance: Double) -> Bool {
    switch self {
    case .flat(let polygon): polygon.contains(point, tolerance: tolerance)
    case .solid(let solid): solid.contains(point, tolerance: tolerance)
    }
  }

  /// The union with a set without common inner points, when it is convex.
  func union(with other: GainRegion) -> GainRegion? {
    switch (self, other) {
    case (.flat(let left), .flat(let right)): left.union(with: right).map(GainRegion.flat)
    case (.solid(let left), .solid(let right)): left.union(with: right).map(GainRegion.solid)
    default: preconditionFailure("the regions of a year have the same gains")
    }
  }

  /// The union with the other part of a cut, which is convex.
  func rejoined(with other: GainRegion) -> GainRegion? {
    switch (self, other) {
    case (.flat(let left), .flat(let right)):
      .flat(ConvexPolygon(around: left.corners + right.corners))
    default: union(with: other)
    }
  }

  /// Of points of the set with their taxes, those that suffice for the graph of the largest of
  /// some affine pieces: its corners.
  func essential(_ samples: [Cell.Sample], of pieces: [AffineAmount]) -> [Cell.Sample] {
    switch self {
    case .flat: polygonSamples(samples, pieces)
    case .solid(let solid):
      samples.reduce(into: []) { kept, sample in
        guard !kept.contains(where: { $0.point.isOne(with: sample.point) }) else { return }
        // A corner of the graph lies on as many borders and seams as there are gains.
        let attained = pieces.filter {
          $0.value(at: sample.point) >= sample.tax - CellReading.tolerance
        }
        let seams = attained.dropFirst().map { $0 - attained[0] }
        let rank = solid.rank(of: sample.point, with: seams)
        if rank == 3 { kept.append(sample) }
      }
    }
  }

  private func polygonSamples(
    _ samples: [Cell.Sample], _ pieces: [AffineAmount]
  ) -> [Cell.Sample] {
    guard pieces.count > 1 else {
      return corners.map { Cell.Sample(point: $0, tax: pieces[0].value(at: $0)) }
    }
    var corners: [GainPoint] = []
    for piece in pieces {
      let attained = samples.filter { piece.value(at: $0.point) >= $0.tax - CellReading.tolerance }
      for corner in ConvexPolygon(around: attained.map(\.point)).corners
      where !corners.contains(where: { $0.isOne(with: corner) }) {
        corners.append(corner)
      }
    }
    return corners.map { point in
      Cell.Sample(point: point, tax: pieces.lazy.map { $0.value(at: point) }.max() ?? 0)
    }
  }
}
