public import FederalTax
public import Portfolio
public import Quantities

/// A household, its years, and what may be done: everything a plan depends on.
///
/// The value is independent of any file format and is assumed to be validated: every lot names an
/// account and a security of the scenario, and every planning date lies in one of its years.
public struct Scenario: Sendable {
  /// The headline of every report.
  public var title: String
  /// The tax years in order, without a gap; at least one.
  public var years: [PlanningYear]
  /// The days on which lots may be sold, in order; at least one.
  public var dates: [PlanningDate]
  /// The accounts in the order of the file.
  public var accounts: [Account]
  /// The securities, ordered by symbol.
  public var securities: [Security]
  /// The lots in the order of the files.
  public var lots: [Lot]
  /// Unused losses of earlier years.
  public var carryover: CarryoverIn
  /// What the household wants and forbids.
  public var constraints: PlanConstraints
  /// How what lies beyond the scenario's years is valued.
  public var outlook: Outlook
  /// Purchases and sales that can make a loss of the plan nondeductible.
  public var wash: WashFacts
  /// The SHA-256 of every input file in order, in hexadecimal.
  public var inputFingerprint: String

  /// A scenario with all its properties.
  public init(
    title: String, years: [PlanningYear], dates: [PlanningDate], accounts: [Account],
    securities: [Security], lots: [Lot], carryover: CarryoverIn = CarryoverIn(),
    constraints: PlanConstraints = PlanConstraints(), outlook: Outlook = Outlook(),
    wash: WashFacts = WashFacts(), inputFingerprint: String = ""
  ) {
    self.title = title
    self.years = years
    self.dates = dates
    self.accounts = accounts
    self.securities = securities
    self.lots = lots
    self.carryover = carryover
    self.constraints = constraints
    self.outlook = outlook
    self.wash = wash
    self.inputFingerprint = inputFingerprint
  }
}

/// One tax year of a scenario: what is known before any plan.
public struct PlanningYear: Sendable {
  /// The calendar year.
  public var year: Int
  /// Filing status, ages and dependents.
  public var facts: ReturnFacts
  /// Income, and the gains already fixed without the plan; carryovers are zero here.
  public var inputs: ReturnInputs<Money>
  /// The law of the year.
  public var law: FederalLaw
  /// The events that have a part in ``inputs``, each with what it brings to this year.
  public var events: [YearEvent] = []
  /// What is paid toward the year's tax, for the estimate of what is still due; `nil` where the
  /// household does not say.
  public var payments: TaxPayments?

  /// A year with all its properties.
  public init(year: Int, facts: ReturnFacts, inputs: ReturnInputs<Money>, law: FederalLaw) {
    self.year = year
    self.facts = facts
    self.inputs = inputs
    self.law = law
  }
}

/// An event and what it brings to one year.
public struct YearEvent: Sendable, Hashable {
  /// What happened, in a few words that begin a sentence.
  public var title: String
  /// What it brings to the year.
  public var effect: EventEffect

  /// An event of a year.
  public init(title: String, effect: EventEffect) {
    self.title = title
    self.effect = effect
  }
}

/// What is paid toward a year's tax, and what last year's return says of how much has to be.
///
/// Source: IRC §6654(d); Form 2210 Part I.
public struct TaxPayments: Sendable, Hashable {
  /// Federal income tax withheld in the year, that of events included.
  public var withheld: Money
  /// Estimated tax paid for the first three quarters.
  public var estimatedPaid: Money
  /// Total tax of the year before.
  public var lastYearTax: Money?
  /// Adjusted gross income of the year before.
  public var lastYearIncome: Money?

  /// Payments of a year; amounts are not negative.
  public init(
    withheld: Money = .zero, estimatedPaid: Money = .zero, lastYearTax: Money? = nil,
    lastYearIncome: Money? = nil
  ) {
    self.withheld = withheld
    self.estimatedPaid = estimatedPaid
    self.lastYearTax = lastYearTax
    self.lastYearIncome = lastYearIncome
  }
}

/// A day on which lots may be sold.
public struct PlanningDate: Sendable, Hashable {
  /// The trade date.
  public var date: CivilDate
  /// The index of its tax year in the scenario.
  public var yearIndex: Int

  /// A date in a year.
  public init(date: CivilDate, yearIndex: Int) {
    self.date = date
    self.yearIndex = yearIndex
  }
}

/// A security and what a share of it brings on each planning date.
public struct Security: Sendable, Hashable {
  /// The symbol, unique in the scenario.
  public var symbol: String
  /// The price on each planning date, before the spread.
  public var prices: [UnitPrice]
  /// The part of the price lost in selling.
  public var spread: Rate
  /// What the household would buy instead, if it said so.
  public var replacement: Replacement?
  /// Whether gain on it held long is taxed at the rate of collectibles, IRC §408(m).
  public var isCollectible = false

  /// A security with all its properties.
  public init(
    symbol: String, prices: [UnitPrice], spread: Rate = .zero, replacement: Replacement? = nil
  ) {
    self.symbol = symbol
    self.prices = prices
    self.spread = spread
    self.replacement = replacement
  }
}

/// Unused capital losses of earlier years, by character.
///
/// Source: IRC §1212(b); Schedule D lines 6 and 14.
public struct CarryoverIn: Sendable, Hashable {
  /// Short-term loss carried in, as a positive amount.
  public var shortTerm: Money
  /// Long-term loss carried in, as a positive amount.
  public var longTerm: Money

  /// Carryovers by character.
  public init(shortTerm: Money = .zero, longTerm: Money = .zero) {
    self.shortTerm = shortTerm
    self.longTerm = longTerm
  }
}
