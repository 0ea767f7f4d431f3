import FederalTax
import InputFiles
import Quantities

/// One line that `harvest tax` reads: a household and its year.
struct TaxQuestion {
  let facts: ReturnFacts
  let inputs: ReturnInputs<Money>
  let year: Int

  /// Reads a line.
  ///
  /// - Parameter line: the keys and their values.
  /// - Throws: the first thing that is wrong with it.
  init(_ line: TaxLine) throws(InputError) {
    try line.refuseUnknownKeys()
    year = try line.required(.year).int(in: 1900...2200)
    let status = try line.required(.filingStatus).oneOf(FilingStatus.self)
    facts = try Self.facts(line, status: status)
    inputs = try Self.inputs(line)
    try Self.refuseForeign(line, to: status)
    if inputs.qualifiedDividends > inputs.ordinaryDividends,
      let field = line[.qualifiedDividends]
    {
      throw field.error(
        "the qualified dividends exceed the ordinary ones",
        expected: "ordinary_dividends includes qualified_dividends")
    }
  }

  /// Refuses amounts that a return of the status has no place for.
  private static func refuseForeign(
    _ line: TaxLine, to status: FilingStatus
  ) throws(InputError) {
    func refuse(_ keys: [TaxKey], _ reason: String) throws(InputError) {
      for key in keys where try line.amount(key) != .zero {
        guard let field = line[key] else { continue }
        throw field.error(reason, expected: "zero")
      }
    }
    if status == .estateOrTrust {
      try refuse(
        [
          .wages, .spouseWages, .socialSecurityBenefits, .iraContribution, .spouseIraContribution,
          .foreignEarnedIncomeExclusion, .stateIncomeTax, .realEstateTax, .mortgageInterest,
          .charityCash, .medicalExpenses, .otherItemized,
        ], "an estate or trust has no such amount; its deductions are given_deduction")
      try refuse(
        [.qualifiedBusinessIncome, .qualifiedBusinessLimit],
        "the deduction of an estate or trust for it is not modelled: 26 U.S.C. §199A")
      return
    }
    try refuse(
      [.distributionDeduction, .distributedInvestmentIncome], "only an estate or trust has it")
    if status != .marriedJoint {
      try refuse(
        [.spouseWages, .spouseIraContribution], "a spouse's amounts stand on a joint return")
    }
  }

  private static func facts(
    _ line: TaxLine, status: FilingStatus
  ) throws(InputError) -> ReturnFacts {
    var facts = ReturnFacts(
      status: status, age: try line.count(.age, most: 130),
      spouseAge: try line.count(.spouseAge, most: 130),
      blind: try line[.blind]?.bool() ?? false,
      childrenUnder17: try line.count(.childrenUnder17, most: 100),
      otherDependents: try line.count(.otherDependents, most: 100),
      deduction: line[.givenDeduction] == nil
        ? .elected : .given(try line.positive(.givenDeduction), taxes: .zero))
    facts.isCoveredByPlan = try line[.coveredByPlan]?.bool() ?? false
    facts.isSpouseCoveredByPlan = try line[.spouseCoveredByPlan]?.bool() ?? false
    facts.livedApart = try line[.livedApart]?.bool() ?? false
    facts.trust = try line[.trust]?.oneOf(TrustKind.self) ?? .complexTrust
    facts.computation = try line[.taxComputation]?.oneOf(TaxComputation.self) ?? .schedule
    return facts
  }

  private static func inputs(_ line: TaxLine) throws(InputError) -> ReturnInputs<Money> {
    var inputs = ReturnInputs<Money>()
    inputs.wages = try line.positive(.wages)
    inputs.spouseWages = try line.positive(.spouseWages)
    inputs.taxableInterest = try line.positive(.taxableInterest)
    inputs.ordinaryDividends = try line.positive(.ordinaryDividends)
    inputs.qualifiedDividends = try line.positive(.qualifiedDividends)
    inputs.pensions = try line.amount(.pensions)
    inputs.shortTermGain = try line.amount(.shortTermGain)
    inputs.longTermGain = try line.amount(.longTermGain)
    inputs.shortTermCarryover = try line.positive(.shortTermCarryover)
    inputs.longTermCarryover = try line.positive(.longTermCarryover)
    inputs.collectiblesGain = try line.amount(.collectiblesGain)
    inputs.section1250Gain = try line.positive(.section1250Gain)
    inputs.rate28Gain = try line.positive(.rate28Gain)
    inputs.unrecaptured1250Gain = try line.positive(.unrecaptured1250Gain)
    inputs.socialSecurityBenefits = try line.positive(.socialSecurityBenefits)
    inputs.stateIncomeTax = try line.positive(.stateIncomeTax)
    inputs.realEstateTax = try line.positive(.realEstateTax)
    inputs.mortgageInterest = try line.positive(.mortgageInterest)
    inputs.charityCash = try line.positive(.charityCash)
    inputs.foreignEarnedIncomeExclusion = try line.positive(.foreignEarnedIncomeExclusion)
    inputs.amtPreferences = try line.amount(.amtPreferences)
    for (key, place) in furtherAmounts { inputs[keyPath: place] = try line.positive(key) }
    for (key, place) in furtherGains { inputs[keyPath: place] = try line.amount(key) }
    return inputs
  }

  private typealias Place = any WritableKeyPath<ReturnInputs<Money>, Money> & Sendable

  /// Amounts that few returns have, which are not negative.
  private static let furtherAmounts: [(TaxKey, Place)] = [
    (.taxExemptInterest, \.taxExemptInterest), (.iraContribution, \.iraContribution),
    (.spouseIraContribution, \.spouseIraContribution), (.medicalExpenses, \.medicalExpenses),
    (.otherItemized, \.otherItemized), (.qualifiedBusinessIncome, \.qualifiedBusinessIncome),
    (.qualifiedBusinessLimit, \.qualifiedBusinessLimit), (.foreignTaxPaid, \.foreignTaxPaid),
    (.foreignPassiveIncome, \.foreignPassiveIncome),
    (.distributionDeduction, \.distributionDeduction),
    (.distributedInvestmentIncome, \.distributedInvestmentIncome),
  ]

  /// Gains and losses that few returns have.
  private static let furtherGains: [(TaxKey, Place)] = [
    (.passiveIncome, \.passiveIncome), (.businessIncome, \.businessIncome),
    (.otherGains, \.otherGains), (.gainOutsideInvestment, \.gainOutsideInvestment),
  ]
}

/// The keys and values of a line.
struct TaxLine {
  private let mapping: Mapping
  private var fields: [TaxKey: Field] = [:]

  init(_ field: Field) throws(InputError) {
    mapping = try field.mapping()
    for (key, value) in mapping.pairs {
      guard let key = TaxKey(rawValue: try key.text()), !value.isNull else { continue }
      fields[key] = value
    }
  }

  subscript(key: TaxKey) -> Field? { fields[key] }

  func required(_ key: TaxKey) throws(InputError) -> Field {
    if let field = fields[key] { return field }
    var error = mapping.field.error(
      "required key \"\(key.rawValue)\" is missing", code: .missingKey)
    error.path = key.rawValue
    throw error
  }

  func refuseUnknownKeys() throws(InputError) {
    guard mapping.keys.count > fields.count else { return }
    guard var error = mapping.unknownKeys(besides: TaxKey.allCases.map(\.rawValue)).first else {
      return
    }
    error.path = mapping.keys.first { TaxKey(rawValue: $0) == nil } ?? ""
    throw error
  }

  func count(_ key: TaxKey, most: Int) throws(InputError) -> Int {
    try fields[key]?.int(in: 0...most) ?? 0
  }

  func amount(_ key: TaxKey) throws(InputError) -> Money {
    guard let field = fields[key] else { return .zero }
    let amount = try field.money()
    guard amount.magnitude <= largestReturnAmount else {
      throw field.error("the amount is too large", expected: "at most a trillion dollars")
    }
    return amount
  }

  func positive(_ key: TaxKey) throws(InputError) -> Money {
    let amount = try amount(key)
    if amount < .zero, let field = fields[key] {
      throw field.error("the amount is negative", expected: "zero or more")
    }
    return amount
  }
}
