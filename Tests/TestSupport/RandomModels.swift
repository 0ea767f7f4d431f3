public import LinearModel

/// Models made by chance, each decided by its seed.
public enum RandomModels {
  /// A model that ``EnumeratingSolver`` can solve: one to four variables, some of them
  /// whole, and up to four rows of small whole coefficients, so that ties and contradictions are common.
  public static func small(seed: UInt64) -> Model {
    var random = SplitMix64(seed: seed)
    var model = Model(name: "small \(seed)")
    let count = Int.random(in: 1...4, using: &random)
    for index in 0..<count {
      let kind: VariableKind = Int.random(in: 0..<5, using: &random) < 2 ? .integer : .continuous
      let bounds = bounds(finite: kind == .integer, &random)
      model.addVariable("x\(index)", lower: bounds.lower, upper: bounds.upper, kind: kind)
    }
    for row in 0..<Int.random(in: 0...4, using: &random) {
      let bounds = bounds(finite: false, &random)
      model.addConstraint(
        "row \(row)", expression(count, &random), lower: bounds.lower, upper: bounds.upper)
    }
    model.objective = expression(count, &random)
    return model
  }

  /// A model of the shape of a planned year: lots in cells, one cell chosen a group.
  ///
  /// - Parameters:
  ///   - seed: decides the numbers.
  ///   - lots: continuous variables between zero and one.
  ///   - groups: choices to be made, each of one cell.
  ///   - cells: cells to choose from; each is a binary and a copy of two sums.
  /// - Returns: a feasible model with a finite optimum.
  public static func cells(seed: UInt64, lots: Int, groups: Int, cells: Int) -> Model {
    var random = SplitMix64(seed: seed)
    var model = Model(name: "cells \(seed)")
    for group in 0..<groups {
      var sum = LinearExpression()
      for lot in 0..<lots {
        let sold = model.addVariable("sell[lot \(lot), \(group)]", upper: 1)
        sum.add(Double.random(in: -40...40, using: &random), sold)
      }
      var chosen = LinearExpression()
      let size = 40 * Double(lots)
      for cell in 0..<cells {
        let binary = model.addVariable("cell[\(group), \(cell)]", upper: 1, kind: .integer)
        let copy = model.addVariable("gain[\(group), \(cell)]", lower: -.infinity)
        let low = -size + 2 * size * Double(cell) / Double(cells)
        let high = low + 2 * size / Double(cells)
        var floor = LinearExpression(copy)
        floor.add(-low, binary)
        var ceiling = LinearExpression(copy)
        ceiling.add(-high, binary)
        model.addConstraint("cell \(cell) from below", floor, lower: 0)
        model.addConstraint("cell \(cell) from above", ceiling, upper: 0)
        chosen.add(1, binary)
        sum.add(-1, copy)
        model.objective.add(Double.random(in: -1...1, using: &random), copy)
        model.objective.add(Double.random(in: 0...size / 4, using: &random), binary)
      }
      model.addConstraint("one cell of group \(group)", chosen, lower: 1, upper: 1)
      model.addConstraint("gains of group \(group)", sum, lower: 0, upper: 0)
    }
    for lot in 0..<lots {
      var total = LinearExpression()
      for group in 0..<groups { total.add(1, Variable(index: group * (lots + 2 * cells) + lot)) }
      model.addConstraint("lot \(lot) is not oversold", total, upper: 1)
    }
    return model
  }

  /// Equations over binaries, with slacks to be made least: easily written, and hard to search.
  ///
  /// Source: Cornuéjols and Dawande, "A class of hard small 0-1 programs", 1998.
  public static func marketSplit(seed: UInt64, rows: Int, columns: Int) -> Model {
    var random = SplitMix64(seed: seed)
    var model = Model(name: "market split \(seed)")
    let retailers = (0..<columns).map {
      model.addVariable("retailer \($0)", upper: 1, kind: .integer)
    }
    for row in 0..<rows {
      let demands = retailers.map { ($0, Double(Int.random(in: 0..<100, using: &random))) }
      var sum = LinearExpression(demands.map { Term(variable: $0.0, coefficient: $0.1) })
      let half = (demands.reduce(0) { $0 + $1.1 } / 2).rounded(.down)
      let over = model.addVariable("over \(row)")
      let under = model.addVariable("under \(row)")
      sum.add(1, under)
      sum.add(-1, over)
      model.addConstraint("half of product \(row)", sum, lower: half, upper: half)
      model.objective.add(1, over)
      model.objective.add(1, under)
    }
    return model
  }

  private static func bounds(finite: Bool, _ random: inout SplitMix64)
    -> (lower: Double, upper: Double)
  {
    let lower = Double(Int.random(in: -4...3, using: &random))
    let upper = lower + Double(Int.random(in: 0...5, using: &random))
    switch finite ? 0 : Int.random(in: 0..<5, using: &random) {
    case 1: return (lower, .infinity)
    case 2: return (-.infinity, upper)
    case 3: return (lower, lower)
    default: return (lower, upper)
    }
  }

  private static func expression(_ count: Int, _ random: inout SplitMix64) -> LinearExpression {
    var expression = LinearExpression(Double(Int.random(in: -2...2, using: &random)))
    for index in 0..<count {
      expression.add(Double(Int.random(in: -3...3, using: &random)), Variable(index: index))
    }
    return expression
  }
}
