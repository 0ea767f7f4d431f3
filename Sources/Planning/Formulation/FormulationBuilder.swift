import FederalTax
import LinearModel
import Portfolio
import Quantities

/// Writes the variables and constraints of a formulation.
struct FormulationBuilder {
  var result: FormulatedModel
  let formulation: Formulation
  let problem: Problem
  let discount: [Double]
  /// What a dollar of gain changes in the objective besides the years' taxes.
  let laterTaxPerGain: Double
  var plannedShort: [LinearExpression]
  var plannedLong: [LinearExpression]
  /// The part of ``plannedLong`` that is of collectibles.
  var plannedCollectibles: [LinearExpression]

  init(_ formulation: Formulation) {
    self.formulation = formulation
    problem = formulation.problem
    let outlook = problem.scenario.outlook
    let count = problem.scenario.years.count
    discount = (0..<count).map { Scaling.factor(outlook.discountFactor(after: $0)) }
    laterTaxPerGain =
      -Scaling.factor(outlook.laterTaxRate ?? .zero)
      * Scaling.factor(outlook.discountFactor(after: outlook.laterTaxYears))
    plannedShort = Array(repeating: LinearExpression(), count: count)
    plannedLong = plannedShort
    plannedCollectibles = plannedShort
    result = FormulatedModel(model: Model(name: formulation.isNamed ? "harvest" : ""))
  }

  /// Sales: one variable for each breakpoint and offer, no more of all offers than there is.
  mutating func addLots() {
    for group in formulation.lots.groups {
      var variables: [[Variable]] = []
      for index in group.breakpoints.indices {
        variables.append(addLot(index, of: group))
      }
      result.sales.append(variables)
    }
  }

  private mutating func addLot(_ index: Int, of group: LotAggregation.Group) -> [Variable] {
    let (size, share) = (group.sizes[index], group.breakpoints[index])
    let shares = wholeShares(of: group)
    let lotName = formulation.isNamed ? name(of: group, index) : ""
    var sold = LinearExpression()
    let variables = group.profile.offers.map { offer in
      let variable = result.model.addVariable(
        name("sell[\(lotName), \(problem.scenario.dates[offer.date].date)]"), upper: size)
      if let shares { count(variable, size: size, shares: shares, lotName: lotName) }
      sold.add(1, variable)
      addSale(variable, of: offer, size: size, share: share, lotName: lotName, group.isSingle)
      return variable
    }
    let required = group.isSingle ? requiredFraction(of: group.lots[0].position) * size : 0
    if variables.count > 1 || required > 0 {
      result.model.addConstraint(
        name(required > 0 ? "must sell \(lotName)" : "lot \(lotName) is not oversold"), sold,
        lower: required > 0 ? required : -.infinity, upper: size)
    }
    return variables
  }

  /// What selling one dollar of size on a date adds to gains, proceeds and costs.
  private mutating func addSale(
    _ variable: Variable, of offer: SaleProfile.Offer, size: Double, share: Double,
    lotName: String, _ isSingle: Bool
  ) {
    let value = 1 - share
    let tradeCost = Scaling.units(problem.scenario.constraints.tradeCost)
    var (charged, chargePerUnit) = (variable, 0.0)
    switch formulation.sales {
    case .free: break
    case .proportional: chargePerUnit = size > 0 ? tradeCost / size : 0
    case .binary where isSingle:
      let label = "\(lotName), \(problem.scenario.dates[offer.date].date)"
      charged = result.model.addVariable(name("trade[\(label)]"), upper: 1, kind: .integer)
      chargePerUnit = tradeCost
      result.model.addConstraint(
        name("no sale without a trade[\(label)]"),
        LinearExpression([
          Term(variable: variable, coefficient: 1), Term(variable: charged, coefficient: -size),
        ]), upper: 0)
      let least = Scaling.units(problem.scenario.constraints.minimumTrade)
      if least > 0 {
        // Net proceeds, as the constraint is judged: the trade cost is part of the threshold.
        result.model.addConstraint(
          name("minimum trade[\(label)]"),
          LinearExpression([
            Term(variable: variable, coefficient: value * offer.yield),
            Term(variable: charged, coefficient: -(least + tradeCost)),
          ]), lower: 0)
      }
    case .binary: break
    }
    func add(_ gain: Double, _ proceeds: Double, _ cost: Double, _ variable: Variable) {
      switch offer.term {
      case .short: plannedShort[offer.year].add(gain, variable)
      case .long:
        plannedLong[offer.year].add(gain, variable)
        if offer.isCollectible { plannedCollectibles[offer.year].add(gain, variable) }
      }
      result.proceeds.add(proceeds, variable)
      let objective = discount[offer.year] * cost + laterTaxPerGain * gain
      if objective != 0 { result.model.objective.add(objective, variable) }
    }
    let proceeds = value * offer.yield
    // A lot without gain has none: what arithmetic leaves of it would ruin the solver's scaling.
    let gain = abs(proceeds - share) > 1e-12 ? proceeds - share : 0
    add(gain, proceeds, value * offer.growth * offer.spread, variable)
    if chargePerUnit != 0 { add(-chargePerUnit, -chargePerUnit, chargePerUnit, charged) }
  }

  /// Years: the cells, and the net gains that choose a point in them.
  mutating func addYears() {
    var carriedShort = LinearExpression(Scaling.units(problem.scenario.carryover.shortTerm))
    var carriedLong = LinearExpression(Scaling.units(problem.scenario.carryover.longTerm))
    for index in formulation.years.indices {
      let year = addCells(of: index)
      let inputs = problem.scenario.years[index].inputs
      balance(
        "short-term net of \(problem.scenario.years[index].year)", year.short,
        plannedShort[index], Scaling.units(inputs.shortTermGain), carriedShort)
      balance(
        "long-term net of \(problem.scenario.years[index].year)", year.long, plannedLong[index],
        Scaling.units(inputs.longTermGain), carriedLong)
      if formulation.years[index].hasCollectibles {
        balance(
          "collectibles net of \(problem.scenario.years[index].year)", year.collectibles,
          plannedCollectibles[index], Scaling.units(inputs.collectiblesGain), carriedLong)
      }
      result.netShort.append(year.short)
      result.netLong.append(year.long)
      result.netCollectibles.append(
        formulation.years[index].hasCollectibles ? year.collectibles : nil)
      (carriedShort, carriedLong) = (year.carriedShort, year.carriedLong)
    }
    let outlook = problem.scenario.outlook
    let final = Scaling.factor(outlook.discountFactor(after: formulation.years.count))
    result.model.objective -=
      final * Scaling.factor(outlook.shortTermCarryoverValue) * carriedShort
    result.model.objective -= final * Scaling.factor(outlook.longTermCarryoverValue) * carriedLong
  }

  private mutating func balance(
    _ label: String, _ net: LinearExpression, _ planned: LinearExpression, _ fixed: Double,
    _ carried: LinearExpression
  ) {
    result.model.addConstraint(name(label), net - planned + carried, lower: fixed, upper: fixed)
  }

  private struct YearExpressions {
    var short = LinearExpression()
    var long = LinearExpression()
    var collectibles = LinearExpression()
    var carriedShort = LinearExpression()
    var carriedLong = LinearExpression()
  }

  private mutating func addCells(of index: Int) -> YearExpressions {
    let year = problem.scenario.years[index].year
    let cells = formulation.years[index].cells
    var expressions = YearExpressions()
    var income = LinearExpression()
    var ratio = LinearExpression()
    var inOneCell = LinearExpression()
    var choices: [Variable] = []
    for (number, cell) in cells.enumerated() {
      var inCell = LinearExpression()
      for (corner, sample) in cell.samples.enumerated() {
        let weight = result.model.addVariable(name("weight[\(year), \(number + 1), \(corner + 1)]"))
        /// What the sample has of an amount; of less than a tenth of a cent the solver makes false
        /// bounds.
        func add(_ amount: Double, to expression: inout LinearExpression) {
          if amount.magnitude > 1e-6 { expression.add(amount, weight) }
        }
        inCell.add(1, weight)
        add(sample.point.short, to: &expressions.short)
        add(sample.point.long, to: &expressions.long)
        add(sample.point.collectibles, to: &expressions.collectibles)
        add(discount[index] * sample.tax, to: &result.model.objective)
        if let out = cell.carryoverOut {
          add(out.short.value(at: sample.point), to: &expressions.carriedShort)
          add(out.long.value(at: sample.point), to: &expressions.carriedLong)
        }
        if let amount = cell.adjustedGrossIncome {
          add(amount.value(at: sample.point), to: &income)
        }
        if let steps = cell.stepRatio { add(steps.value(at: sample.point), to: &ratio) }
      }
      guard cells.count > 1 else {
        inOneCell = inCell
        break
      }
      let choice = result.model.addVariable(
        name("cell[\(year), \(number + 1)]"), upper: 1, kind: .integer)
      inCell.add(-1, choice)
      result.model.addConstraint(
        name("weights of cell \(number + 1) of \(year)"), inCell, lower: 0, upper: 0)
      inOneCell.add(1, choice)
      choices.append(choice)
    }
    result.model.addConstraint(name("\(year) is in one cell"), inOneCell, lower: 1, upper: 1)
    result.cellChoices.append(choices)
    addSteps(ratio, of: cells, year: index)
    addIncomeCeiling(income, year: index)
    return expressions
  }

  private mutating func addSteps(_ ratio: LinearExpression, of cells: [Cell], year index: Int) {
    guard let perStep = cells.lazy.filter({ $0.stepRatio != nil }).map(\.taxPerStep).first else {
      return
    }
    let year = problem.scenario.years[index].year
    let count = result.model.addVariable(name("credit steps[\(year)]"), kind: .integer)
    result.model.objective.add(discount[index] * perStep, count)
    var excess = ratio
    excess.add(-1, count)
    result.model.addConstraint(name("credit steps of \(year)"), excess, upper: 0)
  }

  private mutating func addIncomeCeiling(_ income: LinearExpression, year index: Int) {
    for ceiling in problem.scenario.constraints.adjustedGrossIncomeAtMost
    where ceiling.yearIndex == index {
      result.model.addConstraint(
        name("agi_at_most of \(problem.scenario.years[index].year)"), income,
        upper: Scaling.units(ceiling.amount))
    }
  }

  /// Limits on the proceeds of the whole plan.
  mutating func addConstraints() {
    let constraints = problem.scenario.constraints
    if constraints.raiseCash > .zero {
      result.model.addConstraint(
        name("raise_cash"), result.proceeds, lower: Scaling.units(constraints.raiseCash))
    }
    if let most = constraints.maximumProceeds {
      result.model.addConstraint(
        name("maximum_proceeds"), result.proceeds, upper: Scaling.units(most))
    }
  }

  /// The shares of a single lot that are sold in whole numbers.
  private func wholeShares(of group: LotAggregation.Group) -> Int64? {
    guard formulation.sharesAreWhole, group.isSingle else { return nil }
    let position = problem.positions[group.lots[0].position]
    return position.wholeShares ? position.shares.millionths / 1_000_000 : nil
  }

  /// Ties a sale to a whole number of shares.
  private mutating func count(
    _ variable: Variable, size: Double, shares: Int64, lotName: String
  ) {
    let count = result.model.addVariable(
      name("shares[\(lotName)]"), upper: Double(shares), kind: .integer)
    result.model.addConstraint(
      name("whole shares[\(lotName)]"),
      LinearExpression([
        Term(variable: variable, coefficient: 1),
        Term(variable: count, coefficient: -size / Double(shares)),
      ]), lower: 0, upper: 0)
  }

  private func requiredFraction(of index: Int) -> Double {
    let position = problem.positions[index]
    return Scaling.fraction(position.required, of: position.shares)
  }

  private func name(of group: LotAggregation.Group, _ index: Int) -> String {
    group.lots.count == 1
      ? problem.scenario.lots[problem.positions[group.lots[0].position].lot].id : "\(index + 1)"
  }

  func name(_ text: @autoclosure () -> String) -> String {
    formulation.isNamed ? text() : ""
  }
}
