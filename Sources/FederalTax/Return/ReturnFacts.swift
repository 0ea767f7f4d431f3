public import Quantities

/// What is known of a household apart from its amounts.
public struct ReturnFacts: Sendable, Hashable {
  /// Filing status.
  public var status: FilingStatus
  /// Age at the end of the year; zero when not stated.
  public var age: Int
  /// The spouse's age at the end of the year; zero for none.
  public var spouseAge: Int
  /// Whether the taxpayer is blind.
  public var blind: Bool
  /// Qualifying children under 17, IRC §24(c).
  public var childrenUnder17: Int
  /// Dependents with the credit for other dependents, IRC §24(h)(4).
  public var otherDependents: Int
  /// Standard, given or elected deduction.
  public var deduction: DeductionChoice
  /// Married filing separately: whether the spouses lived apart all year, IRC §§86(c)(1)(C), 219(g)(4).
  public var livedApart = false
  /// Whether a plan at work covers the taxpayer, IRC §219(g)(5).
  public var isCoveredByPlan = false
  /// Whether a plan at work covers the spouse.
  public var isSpouseCoveredByPlan = false
  /// How many people will pay Medicare premiums two years later; zero leaves the tiers out.
  public var medicareEnrollees = 0
  /// Insurance bought through a marketplace; `nil` for none.
  public var marketplace: MarketplaceCoverage?
  /// The income tax of a state; `nil` leaves it out.
  public var stateTax: StateTax?
  /// What an estate or trust is; only for that status.
  public var trust = TrustKind.complexTrust
  /// A corporation's own facts, whose return then replaces that of an individual.
  public var corporation: CorporationFacts?
  /// Whether the tax is read from the printed table, as on a filed return.
  public var computation = TaxComputation.schedule

  /// Facts of a household; by default there are no dependents and the deduction is standard.
  public init(
    status: FilingStatus, age: Int = 0, spouseAge: Int = 0, blind: Bool = false,
    childrenUnder17: Int = 0, otherDependents: Int = 0, deduction: DeductionChoice = .standard
  ) {
    self.status = status
    self.age = age
    self.spouseAge = spouseAge
    self.blind = blind
    self.childrenUnder17 = childrenUnder17
    self.otherDependents = otherDependents
    self.deduction = deduction
  }
}

extension ReturnFacts {
  /// How the tax is found: estates, trusts and corporations have no printed table.
  var tableComputation: TaxComputation {
    status == .estateOrTrust || corporation != nil ? .schedule : computation
  }
}

/// The deduction of Form 1040 line 12.
public enum DeductionChoice: Sendable, Hashable {
  /// The standard deduction of the status, IRC §63(c).
  case standard
  /// A given total of itemized deductions; `taxes` is the part of it that the alternative minimum
  /// tax adds back (Form 6251 line 2a), not negative.
  case given(Money, taxes: Money)
  /// The standard deduction or the itemized ones of the inputs: whichever makes regular and
  /// alternative minimum tax together less, IRC §63(e).
  case elected
}

/// How the tax on ordinary income is found.
public enum TaxComputation: String, Sendable, Hashable, CaseIterable {
  /// By the rate schedules: what plans are made with.
  case schedule
  /// By the printed Tax Table below 100,000, IRC §3: what a filed return shows.
  case table
}

/// What an estate or trust is: it decides the exemption, IRC §642(b).
public enum TrustKind: String, Sendable, Hashable, CaseIterable {
  /// An estate.
  case estate
  /// A trust that must distribute its income.
  case simpleTrust = "simple_trust"
  /// Any other trust.
  case complexTrust = "complex_trust"
}

/// A household's insurance through a marketplace, IRC §36B.
public struct MarketplaceCoverage: Sendable, Hashable {
  /// The year's premium of the second lowest cost silver plan; Form 1095-A column B.
  public var benchmarkPremium: Money
  /// The year's premium of the plan bought; column A.
  public var premium: Money
  /// The year's advance payments of the credit; column C.
  public var advanceCredit: Money
  /// The people of the household, IRC §36B(d)(1).
  public var householdSize: Int

  /// Coverage of a year; the amounts are not negative.
  public init(
    benchmarkPremium: Money, premium: Money, advanceCredit: Money, householdSize: Int
  ) {
    self.benchmarkPremium = benchmarkPremium
    self.premium = premium
    self.advanceCredit = advanceCredit
    self.householdSize = householdSize
  }
}

/// A state's income tax as the household states it.
public struct StateTax: Sendable, Hashable {
  /// The name that reports give it.
  public var name: String
  /// The rates on what is taxed.
  public var schedule: RateSchedule
  /// What is taken from federal adjusted gross income first; not negative.
  public var deduction: Money
  /// Whether capital gain is taxed as other income; otherwise neither gain nor loss counts.
  public var taxesGains: Bool

  /// A state's tax.
  public init(name: String, schedule: RateSchedule, deduction: Money, taxesGains: Bool) {
    self.name = name
    self.schedule = schedule
    self.deduction = deduction
    self.taxesGains = taxesGains
  }
}

/// What a C corporation's return needs besides its amounts, IRC §§11, 1211(a), 1212(a).
public struct CorporationFacts: Sendable, Hashable {
  /// Net capital gain of the three years before, oldest first, against which a loss of the first
  /// year is carried back; not negative.
  public var earlierGains: [Money]
  /// The most of the losses carried in that the year leaves usable later: those not yet expired.
  public var unexpiredCarryover: Money
  /// When the tax year ends; it decides no amount.
  public var fiscalYear = FiscalYear(endMonth: 12)

  /// Facts of a year.
  public init(earlierGains: [Money] = [], unexpiredCarryover: Money = .zero) {
    self.earlierGains = earlierGains
    self.unexpiredCarryover = unexpiredCarryover
  }
}
