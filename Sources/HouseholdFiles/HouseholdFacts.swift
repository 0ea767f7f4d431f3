import FederalTax
import InputFiles
import Planning
import Quantities

/// What a scenario says of the people and of each year's amounts, before the years are known.
struct HouseholdFacts {
  private var status: FilingStatus?
  private var birthYear: Int?
  private var spouseBirthYear: Int?
  private var isBlind = false
  private var children: Yearly<Int>?
  private var otherDependents: Yearly<Int>?
  private var deductionKind = DeductionKind.standard
  private var deductionTotal: Yearly<Money>?
  private var deductedTaxes: Yearly<Money>?
  private var amounts: [(place: WritableKeyPath<ReturnInputs<Money>, Money>, value: Yearly<Money>)]
  /// Unused losses of earlier years.
  private(set) var carryover = CarryoverIn()

  /// Every year that some value names, with the place.
  private(set) var years: [(year: Int, field: Field)] = []

  /// The status, where it could be read.
  var filingStatus: FilingStatus? { status }

  init(_ top: Section<ScenarioKey>, firstYear: Int?) {
    amounts = []
    readTaxpayer(top, firstYear: firstYear)
    readIncome(top)
    readDeductions(top)
    readCapital(top, firstYear: firstYear)
    years += [children, otherDependents].flatMap { $0?.years ?? [] }
    years += [deductionTotal, deductedTaxes].flatMap { $0?.years ?? [] }
    years += amounts.flatMap(\.value.years)
  }

  /// The facts of a year; amounts of years that are not stated are zero.
  func facts(_ year: Int, status: FilingStatus) -> ReturnFacts {
    ReturnFacts(
      status: status, age: birthYear.map { year - $0 } ?? 0,
      spouseAge: spouseBirthYear.map { year - $0 } ?? 0, blind: isBlind,
      childrenUnder17: children?[year] ?? 0, otherDependents: otherDependents?[year] ?? 0,
      deduction: deductionKind == .standard
        ? .standard
        : .given(deductionTotal?[year] ?? .zero, taxes: deductedTaxes?[year] ?? .zero))
  }

  /// The amounts of a year that are known before any plan.
  func inputs(_ year: Int) -> ReturnInputs<Money> {
    var inputs = ReturnInputs<Money>()
    for (place, value) in amounts { inputs[keyPath: place] = value[year] ?? .zero }
    return inputs
  }

  /// Reports amounts that are larger than what they are a part of.
  func checkParts(_ years: [Int], into diagnostics: Diagnostics) {
    func check(_ part: Yearly<Money>?, _ whole: Yearly<Money>?, named name: String, _ year: Int) {
      let most = whole?[year] ?? .zero
      guard let part, let amount = part[year], amount > most, let field = part.field(year) else {
        return
      }
      diagnostics.report(
        field.error("\(amount) is more than \(name), \(most)", expected: "a part of it"))
    }
    for year in years {
      check(
        amounts.first { $0.place == \.qualifiedDividends }?.value,
        amounts.first { $0.place == \.ordinaryDividends }?.value, named: "ordinary_dividends", year)
      check(deductedTaxes, deductionTotal, named: "total", year)
    }
  }

  private mutating func readTaxpayer(_ top: Section<ScenarioKey>, firstYear: Int?) {
    let taxpayer = Section(
      top.required(.taxpayer, "a mapping with filing_status"), keys: TaxpayerKey.self,
      into: top.diagnostics)
    let statusField = taxpayer.required(
      .filingStatus, "one of \(FilingStatus.allCases.map(\.rawValue).joined(separator: ", "))")
    status = top.diagnostics.collect(try statusField?.filingStatus())
    birthYear = taxpayer.read(.birthYear, Field.year)
    spouseBirthYear = taxpayer.read(.spouseBirthYear, Field.year)
    isBlind = taxpayer.read(.blind, Field.bool) ?? false
    children = taxpayer.yearly(.childrenUnder17, Field.headCount)
    otherDependents = taxpayer.yearly(.otherDependents, Field.headCount)
    for key in [TaxpayerKey.birthYear, .spouseBirthYear] {
      guard let field = taxpayer[key], let year = try? field.year(), let firstYear else { continue }
      if !(firstYear - 130...firstYear).contains(year) {
        top.diagnostics.report(
          field.error("nobody born in \(year) files a return for \(firstYear)"))
      }
    }
    if let field = taxpayer[.spouseBirthYear], let status,
      ![.marriedJoint, .marriedSeparate].contains(status)
    {
      top.diagnostics.report(
        field.error("there is no spouse where filing_status is \(status.rawValue)"))
    }
  }

  private mutating func readIncome(_ top: Section<ScenarioKey>) {
    let income = Section(top[.income], keys: IncomeKey.self, into: top.diagnostics)
    for key in IncomeKey.allCases {
      guard let place = key.place else {
        refuse(income, key)
        continue
      }
      let reader = key == .amtPreferences ? Field.signedMoney : Field.nonNegativeMoney
      if let value = income.yearly(key, reader) { amounts.append((place, value)) }
    }
    if let status, status != .marriedJoint, let field = income[.spouseWages] {
      income.diagnostics.report(
        field.error("there are no spouse's wages where filing_status is \(status.rawValue)"))
    }
  }

  private mutating func readDeductions(_ top: Section<ScenarioKey>) {
    let deductions = Section(top[.deductions], keys: DeductionKey.self, into: top.diagnostics)
    for key: DeductionKey in [.stateIncomeTax, .realEstateTax, .mortgageInterest, .charityCash] {
      refuse(deductions, key)
    }
    deductionKind = deductions.read(.kind, Field.deductionKind) ?? .standard
    deductionTotal = deductions.yearly(.total, Field.nonNegativeMoney)
    deductedTaxes = deductions.yearly(.stateAndLocalTaxes, Field.nonNegativeMoney)
    switch deductionKind {
    case .standard:
      for key: DeductionKey in [.total, .stateAndLocalTaxes] {
        guard let field = deductions[key] else { continue }
        top.diagnostics.report(
          field.error(
            "the standard deduction has no \(key.rawValue)", hint: "write kind: itemized"))
      }
    case .itemized:
      if deductions[.total] == nil, let field = deductions[.kind] {
        top.diagnostics.report(
          field.error(
            "itemized deductions need a total", code: .missingKey,
            expected: "total: 31_000, and in it state_and_local_taxes"))
      }
    }
  }

  private mutating func readCapital(_ top: Section<ScenarioKey>, firstYear: Int?) {
    let capital = Section(top[.capital], keys: CapitalKey.self, into: top.diagnostics)
    for key: CapitalKey in [
      .collectiblesGain, .section1250Gain, .rate28Gain, .unrecaptured1250Gain,
    ] {
      refuse(capital, key)
    }
    carryover = CarryoverIn(
      shortTerm: capital.read(.shortTermCarryover, Field.nonNegativeMoney) ?? .zero,
      longTerm: capital.read(.longTermCarryover, Field.nonNegativeMoney) ?? .zero)
    for (key, place) in [
      (CapitalKey.realizedShortTerm, \ReturnInputs<Money>.shortTermGain),
      (.realizedLongTerm, \.longTermGain),
    ] {
      guard let value = capital.yearly(key, Field.signedMoney) else { continue }
      // A single amount is what was realized before the plan, so it belongs to the first year.
      if case .same(let amount, let field) = value, let firstYear {
        amounts.append((place, .each([(firstYear, amount, field)])))
      } else {
        amounts.append((place, value))
      }
    }
  }

  /// Refuses an amount that needs a rule the return lacks, unless it is zero.
  private func refuse<Key>(_ section: Section<Key>, _ key: Key) {
    let rule = UnmodelledRule.needed(by: key.rawValue)?.rule ?? "a rule for \(key.rawValue)"
    for (amount, field) in section.yearly(key, Field.signedMoney)?.all ?? []
    where amount != .zero {
      section.diagnostics.report(
        field.error(
          "\(amount) needs a rule that is not modelled yet: \(rule)", code: .notSupported))
    }
  }
}

extension IncomeKey {
  /// Where the return has the amount; `nil` where its rule is not modelled.
  fileprivate var place: WritableKeyPath<ReturnInputs<Money>, Money>? {
    switch self {
    case .wages: \.wages
    case .spouseWages: \.spouseWages
    case .taxableInterest: \.taxableInterest
    case .ordinaryDividends: \.ordinaryDividends
    case .qualifiedDividends: \.qualifiedDividends
    case .pensions: \.pensions
    case .amtPreferences: \.amtPreferences
    case .socialSecurityBenefits, .foreignEarnedIncomeExclusion: nil
    }
  }
}

extension Field {
  /// A filing status; that of estates and trusts is refused by name.
  fileprivate func filingStatus() throws(InputError) -> FilingStatus {
    if let name = try? text(), name == UnmodelledRule.estateOrTrust.input {
      throw error(
        "\(name) needs a rule that is not modelled yet: \(UnmodelledRule.estateOrTrust.rule)",
        code: .notSupported)
    }
    return try oneOf(FilingStatus.self)
  }

  fileprivate func deductionKind() throws(InputError) -> DeductionKind {
    try oneOf(DeductionKind.self)
  }
}
