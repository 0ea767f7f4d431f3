import FederalTax
public import Planning
import Portfolio
import Quantities

/// Random households and lots, decided by a seed alone.
///
/// The households stand near the places where the tax bends: the ends of the 0% and 15% bands, the
/// threshold of the net investment income tax, the steps of the child credit, the alternative
/// minimum tax.
public struct ScenarioGenerator: Sendable {
  /// A kind of household.
  public enum Client: String, Sendable, CaseIterable {
    /// A single person in the middle brackets with some gains this year.
    case wageEarner
    /// A retired couple near the end of the 0% band.
    case retiree
    /// A couple with shares that vest and large short-term gains.
    case vestingYear
    /// A household in the top bracket, with preferences for the alternative minimum tax.
    case executive
    /// A couple whose child credit is being reduced step by step.
    case family
  }

  /// The kind of household; by default the seed decides.
  public var client: Client?
  /// The number of lots.
  public var lots: Int
  /// The number of tax years.
  public var years: Int
  /// The number of planning dates in each year.
  public var datesPerYear: Int
  /// Whether constraints are drawn.
  public var constrained: Bool
  /// Whether accounts sell whole shares only; by default the seed decides.
  public var wholeShares: Bool?
  /// Whether spread and trade costs are drawn.
  public var costs: Bool

  /// A generator of small, unconstrained, one-year scenarios unless told otherwise.
  public init(
    client: Client? = nil, lots: Int = 12, years: Int = 1, datesPerYear: Int = 1,
    constrained: Bool = false, wholeShares: Bool? = nil, costs: Bool = false
  ) {
    self.client = client
    self.lots = lots
    self.years = years
    self.datesPerYear = datesPerYear
    self.constrained = constrained
    self.wholeShares = wholeShares
    self.costs = costs
  }

  /// The scenario of a seed.
  ///
  /// - Parameter seed: any number.
  /// - Returns: a valid scenario that starts in 2026.
  /// - Throws: an error of the law's parameters.
  public func scenario(seed: UInt64) throws -> Scenario {
    var random = Draw(seed: seed)
    let client = client ?? random.one(of: Client.allCases)
    let status = random.status(of: client)
    let planningYears = try (0..<years).map { index in
      PlanningYear(
        year: 2026 + index, facts: random.facts(of: client, status),
        inputs: random.inputs(of: client, year: index),
        law: try FederalLaw.load(year: 2026 + index, status: status))
    }
    let dates = (0..<years).flatMap { year in
      (1...datesPerYear).map { part in
        PlanningDate(
          date: CivilDate(year: 2026 + year, month: 12 * part / datesPerYear, day: 15)
            ?? CivilDate(dayNumber: 0), yearIndex: year)
      }
    }
    let securities = random.securities(max(2, lots / 4), dates: dates.count, costs: costs)
    let whole = wholeShares ?? random.chance(50)
    let accounts = [
      Account(id: "joint", kind: .joint, wholeShares: whole),
      Account(id: "own", kind: .taxable, wholeShares: whole),
    ]
    let lots = random.lots(lots, of: securities, whole: whole, before: dates[0].date)
    var scenario = Scenario(
      title: "\(client.rawValue) \(seed)", years: planningYears, dates: dates, accounts: accounts,
      securities: securities, lots: lots, carryover: random.carryover(),
      outlook: random.outlook(years: years))
    if costs { scenario.constraints.tradeCost = random.chance(50) ? random.money(0...20) : .zero }
    if constrained { random.constrain(&scenario) }
    return scenario
  }
}

/// Draws of one scenario.
private struct Draw {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &generator)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// An amount of dollars and cents.
  mutating func money(_ dollars: ClosedRange<Int64>) -> Money {
    Money(
      cents: Int64.random(
        in: dollars.lowerBound * 100...dollars.upperBound * 100, using: &generator))
  }

  mutating func status(of client: ScenarioGenerator.Client) -> FilingStatus {
    switch client {
    case .wageEarner: chance(80) ? .single : .headOfHousehold
    case .retiree, .family: .marriedJoint
    case .vestingYear, .executive:
      chance(70) ? .marriedJoint : one(of: [.single, .marriedSeparate])
    }
  }

  mutating func facts(of client: ScenarioGenerator.Client, _ status: FilingStatus) -> ReturnFacts {
    var facts = ReturnFacts(status: status)
    switch client {
    case .retiree:
      facts.age = 68
      facts.spouseAge = 66
    case .family: facts.childrenUnder17 = number(1...4)
    case .executive where chance(30):
      facts.deduction = .given(money(30_000...80_000), taxes: money(5_000...10_000))
    default: break
    }
    return facts
  }

  mutating func inputs(of client: ScenarioGenerator.Client, year: Int) -> ReturnInputs<Money> {
    var inputs = ReturnInputs<Money>()
    inputs.taxableInterest = money(0...6_000)
    inputs.qualifiedDividends = money(0...8_000)
    inputs.ordinaryDividends = inputs.qualifiedDividends + money(0...2_000)
    switch client {
    case .wageEarner: inputs.wages = money(40_000...210_000)
    case .retiree: inputs.pensions = money(30_000...120_000)
    case .vestingYear:
      inputs.wages = money(200_000...700_000)
      inputs.shortTermGain = money(0...150_000)
    case .executive:
      inputs.wages = money(400_000...2_000_000)
      if chance(60) { inputs.amtPreferences = money(0...900_000) }
    case .family: inputs.wages = money(350_000...480_000)
    }
    if chance(50) { inputs.shortTermGain += money(-5_000...20_000) }
    if chance(60) { inputs.longTermGain += money(-10_000...60_000) }
    return inputs
  }

  mutating func carryover() -> CarryoverIn {
    guard chance(30) else { return CarryoverIn() }
    return CarryoverIn(
      shortTerm: chance(50) ? money(0...20_000) : .zero,
      longTerm: chance(50) ? money(0...40_000) : .zero)
  }

  mutating func outlook(years: Int) -> Outlook {
    var outlook = Outlook()
    if years > 1 { outlook.discountRate = Rate(percent: Int64(number(0...5))) }
    if chance(40) { outlook.laterTaxRate = Rate(percent: Int64(number(0...20))) }
    if chance(40) {
      outlook.shortTermCarryoverValue = Rate(percent: Int64(number(0...25)))
      outlook.longTermCarryoverValue = Rate(percent: Int64(number(0...15)))
    }
    return outlook
  }

  mutating func securities(_ count: Int, dates: Int, costs: Bool) -> [Security] {
    (0..<count).map { index in
      var price = UnitPrice(millionths: Int64(number(5_000...600_000)) * 1_000)
      var prices: [UnitPrice] = []
      for _ in 0..<dates {
        prices.append(price)
        price = price.grown(by: Rate(percent: Int64(number(-5...8))))
      }
      return Security(
        symbol: "S\(1_000 + index)", prices: prices,
        spread: costs && chance(50) ? Rate(millionths: Int64(number(0...2_000))) : .zero)
    }
  }

  mutating func lots(
    _ count: Int, of securities: [Security], whole: Bool, before date: CivilDate
  ) -> [Lot] {
    (0..<count).map { index in
      let security = one(of: securities)
      let price = security.prices[0]
      var quantity = Shares(whole: Int64(number(1...400)))
      if !whole { quantity += Shares(millionths: Int64(number(0...999)) * 1_000) }
      // Basis from two fifths to one and a half times the value.
      let basis = Rate(millionths: Int64(number(400_000...1_500_000)))
        .of(price.times(quantity), rounded: .halfUp)
      return Lot(
        id: "L\(index + 1)", account: chance(70) ? "joint" : "own", symbol: security.symbol,
        acquired: date.adding(days: -number(20...(chance(40) ? 360 : 2_500))), quantity: quantity,
        adjustedBasis: basis)
    }
  }

  mutating func constrain(_ scenario: inout Scenario) {
    let value = scenario.lots.map { lot in
      scenario.securities.first { $0.symbol == lot.symbol }?.prices[0].times(lot.quantity) ?? .zero
    }.total()
    func part(_ percent: Int) -> Money { Rate(percent: Int64(percent)).of(value, rounded: .down) }
    if chance(25) {
      let lot = number(0...scenario.lots.count - 1)
      scenario.constraints.neverSell = [LotRule(lot: lot, words: "never_sell: L\(lot + 1)")]
    } else if chance(30) {
      let lot = number(0...scenario.lots.count - 1)
      scenario.constraints.mustSell = [
        RequiredSale(
          lot: lot, shares: Shares(whole: 1 + scenario.lots[lot].quantity.millionths / 2_000_000),
          words: "must_sell: L\(lot + 1)")
      ]
    }
    if chance(20) { scenario.constraints.minimumTrade = money(100...3_000) }
    if chance(20) { scenario.constraints.minimumBenefit = money(10...500) }
    if chance(30) { scenario.constraints.raiseCash = part(number(5...40)) }
    if chance(30) { scenario.constraints.maximumProceeds = part(number(42...80)) }
    if chance(20) {
      let year = scenario.years[0]
      let income = exactReturn(year.inputs, facts: year.facts, law: year.law).adjustedGrossIncome
      scenario.constraints.adjustedGrossIncomeAtMost = [
        IncomeCeiling(yearIndex: 0, amount: income + money(0...20_000))
      ]
    }
  }
}
