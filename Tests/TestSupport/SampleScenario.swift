public import FederalTax
public import Planning
import Portfolio
public import Quantities

/// A small scenario told in a few words: one account, one date in each year, shares of 100 dollars.
public struct SampleScenario: Sendable {
  /// A lot told by what its sale brings.
  public struct SampleLot: Sendable {
    /// The name of the lot and of its security.
    public var id: String
    /// Proceeds of the whole lot in dollars, a multiple of 100.
    public var value: Int64
    /// Gain of the whole lot in dollars; a loss is negative.
    public var gain: Int64
    /// Days held on the first planning date.
    public var daysHeld: Int

    /// A lot of shares of 100 dollars.
    public init(_ id: String, value: Int64, gain: Int64, daysHeld: Int) {
      self.id = id
      self.value = value
      self.gain = gain
      self.daysHeld = daysHeld
    }
  }

  /// The filing status.
  public var status = FilingStatus.single
  /// Wages of every year, in dollars.
  public var wages: Int64 = 100_000
  /// Short-term gains fixed before the plan, in dollars, a value for each year from the first.
  public var shortTermGains: [Int64] = []
  /// Long-term gains fixed before the plan, in dollars, a value for each year from the first.
  public var longTermGains: [Int64] = []
  /// The number of tax years from 2025 on.
  public var years = 1
  /// The lots.
  public var lots: [SampleLot]
  /// Whether the account sells whole shares only.
  public var wholeShares = false
  /// What the household wants and forbids.
  public var constraints = PlanConstraints()
  /// How later years are valued.
  public var outlook = Outlook()
  /// Unused losses of earlier years.
  public var carryover = CarryoverIn()
  /// The part of every price lost in selling.
  public var spread = Rate.zero

  /// A single person with 100,000 of wages in 2025 and these lots.
  public init(_ lots: [SampleLot]) { self.lots = lots }

  /// The whole scenario.
  ///
  /// - Throws: an error of the law's parameters.
  public func scenario() throws -> Scenario {
    let start = CivilDate(dayNumber: 20_361)  // 30 September 2025
    let planningYears = try (0..<years).map { index in
      var inputs = ReturnInputs<Money>()
      inputs.wages = Money(dollars: wages)
      if shortTermGains.indices.contains(index) {
        inputs.shortTermGain = Money(dollars: shortTermGains[index])
      }
      if longTermGains.indices.contains(index) {
        inputs.longTermGain = Money(dollars: longTermGains[index])
      }
      return PlanningYear(
        year: 2025 + index, facts: ReturnFacts(status: status), inputs: inputs,
        law: try FederalLaw.load(year: 2025 + index, status: status))
    }
    return Scenario(
      title: "sample", years: planningYears,
      dates: (0..<years).map { PlanningDate(date: start.anniversary(after: $0), yearIndex: $0) },
      accounts: [Account(id: "own", kind: .taxable, wholeShares: wholeShares)],
      securities: lots.map { lot in
        Security(
          symbol: lot.id, prices: Array(repeating: UnitPrice(dollars: 100), count: years),
          spread: spread)
      },
      lots: lots.map { lot in
        Lot(
          id: lot.id, account: "own", symbol: lot.id, acquired: start.adding(days: -lot.daysHeld),
          quantity: Shares(whole: lot.value / 100),
          adjustedBasis: Money(dollars: lot.value - lot.gain))
      }, carryover: carryover, constraints: constraints, outlook: outlook)
  }

  /// The pricer of the scenario's plans.
  ///
  /// - Throws: an error of the law's parameters.
  public func pricer() throws -> PlanPricer { PlanPricer(Problem(try scenario())) }
}
