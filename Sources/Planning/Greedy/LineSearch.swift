import Quantities

/// Finds the best point along a walk, the merit being piecewise linear with kinks and small steps.
///
/// The merit is probed on a grid, half of it geometric and half even, and refined by bisection
/// around the best probe until the two neighbours are one cent away. A kink narrower than the grid
/// can be missed; nothing else is.
enum LineSearch {
  /// A probed point.
  struct Probe {
    var measure: Int64
    var merit: Money
    var sales: Int

    /// Whether this probe is better: less merit, then fewer sales, then nearer to the start.
    func beats(_ other: Probe) -> Bool {
      if merit != other.merit { return merit < other.merit }
      if sales != other.sales { return sales < other.sales }
      return measure < other.measure
    }
  }

  /// The best point of `0...length`.
  ///
  /// - Parameters:
  ///   - length: the measure of the whole walk.
  ///   - grid: the number of even steps of the first probes.
  ///   - probe: prices one point.
  /// - Returns: the best point that was probed.
  static func best(
    length: Int64, grid: Int, _ probe: (Int64) -> Probe
  ) -> Probe {
    let nodes = nodes(length: length, grid: grid).map(probe)
    var index = 0
    for other in nodes.indices where nodes[other].beats(nodes[index]) { index = other }
    var left = nodes[max(0, index - 1)].measure
    var right = nodes[min(nodes.count - 1, index + 1)].measure
    var best = nodes[index]
    while right - left > 2 || best.measure - left > 1 || right - best.measure > 1 {
      let goesLeft = best.measure - left >= right - best.measure
      let middle = goesLeft ? (left + best.measure) / 2 : (best.measure + right + 1) / 2
      let found = probe(middle)
      if found.beats(best) {
        if goesLeft { right = best.measure } else { left = best.measure }
        best = found
      } else if goesLeft {
        left = middle
      } else {
        right = middle
      }
    }
    return best
  }

  private static func nodes(length: Int64, grid: Int) -> [Int64] {
    var nodes: [Int64] = [0, length]
    for step in 1..<Int64(grid) {
      nodes.append(Int64(Int128(length) * Int128(step) / Int128(grid)))
    }
    var part = length / Int64(grid) / 2
    while part > 0 {
      nodes.append(part)
      part /= 2
    }
    nodes.sort()
    return nodes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
