/// How many cells the law of a problem's years has: what a benchmark asks.
package enum CellCount {
  /// The cells of all years over all that the lots can reach.
  package static func of(_ problem: Problem) -> Int {
    Formulation.cells(of: problem, over: NetGainRanges(of: problem)).map(\.cells.count)
      .reduce(0, +)
  }
}
