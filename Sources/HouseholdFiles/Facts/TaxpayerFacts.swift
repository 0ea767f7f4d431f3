import FederalTax
import InputFiles
import Quantities

/// Who files the return, as `taxpayer` says.
struct TaxpayerFacts {
  /// The filing status, where it could be read; a corporation has that of its law's parameters.
  private(set) var status: FilingStatus?
  /// Whether the return is that of a C corporation.
  private(set) var isCorporation = false
  /// When each tax year ends.
  private(set) var fiscalYear = Self.calendarYear
  private var birthYear: Int?
  private var spouseBirthYear: Int?
  private var isBlind = false
  private var children: Yearly<Int>?
  private var otherDependents: Yearly<Int>?
  private var livedApart = false
  private var isCoveredByPlan = false
  private var isSpouseCoveredByPlan = false
  private var trustKind = TrustKind.complexTrust

  private static let calendarYear = FiscalYear(endMonth: 12)

  /// Reads `taxpayer`.
  init(_ top: Section<ScenarioKey>, firstYear: Int?) {
    let section = Section(
      top.required(.taxpayer, "a mapping with filing_status"), keys: TaxpayerKey.self,
      into: top.diagnostics)
    fiscalYear = section.read(.fiscalYearEnd, Field.fiscalYearEnd) ?? Self.calendarYear
    isCorporation = section.read(.kind, Field.taxpayerKind) == .corporation
    if isCorporation {
      readCorporation(section)
    } else {
      readHousehold(section, firstYear: firstYear)
    }
  }

  /// Whether the return is that of an estate or trust.
  var isTrust: Bool { status == .estateOrTrust }

  /// Every year that some value names, with the place.
  var years: [(year: Int, field: Field)] {
    [children, otherDependents].flatMap { $0?.years ?? [] }
  }

  /// The facts of a year that follow from who files; the deduction is standard.
  func facts(_ year: Int, status: FilingStatus) -> ReturnFacts {
    var facts = ReturnFacts(
      status: status, age: birthYear.map { year - $0 } ?? 0,
      spouseAge: spouseBirthYear.map { year - $0 } ?? 0, blind: isBlind,
      childrenUnder17: children?[year] ?? 0, otherDependents: otherDependents?[year] ?? 0)
    facts.livedApart = livedApart
    facts.isCoveredByPlan = isCoveredByPlan
    facts.isSpouseCoveredByPlan = isSpouseCoveredByPlan
    facts.trust = trustKind
    return facts
  }

  /// How many people of the return are at least `age` at the end of a year.
  func people(aged age: Int, in year: Int) -> Int {
    // Each spouse's own income sets the premiums where the returns are two.
    let born = [birthYear, status == .marriedJoint ? spouseBirthYear : nil]
    return born.count { $0.map { year - $0 >= age } ?? false }
  }

  /// The people of the return in a year: the taxpayer, the spouse on a joint one, and dependents.
  func householdSize(_ year: Int) -> Int {
    1 + (status == .marriedJoint ? 1 : 0) + (children?[year] ?? 0) + (otherDependents?[year] ?? 0)
  }

  private mutating func readCorporation(_ section: Section<TaxpayerKey>) {
    // A corporation's tax has no status; the law is loaded with one all the same.
    status = .single
    for key in TaxpayerKey.allCases where ![.kind, .fiscalYearEnd].contains(key) {
      section.refuse(key, "a corporation has no \(key.rawValue)")
    }
  }

  private mutating func readHousehold(_ section: Section<TaxpayerKey>, firstYear: Int?) {
    let statuses = FilingStatus.allCases.map(\.rawValue).joined(separator: ", ")
    status = section.diagnostics.collect(
      try section.required(.filingStatus, "one of \(statuses)")?.oneOf(FilingStatus.self))
    birthYear = section.read(.birthYear, Field.year)
    spouseBirthYear = section.read(.spouseBirthYear, Field.year)
    isBlind = section.read(.blind, Field.bool) ?? false
    children = section.yearly(.childrenUnder17, Field.headCount)
    otherDependents = section.yearly(.otherDependents, Field.headCount)
    livedApart = section.read(.livedApart, Field.bool) ?? false
    isCoveredByPlan = section.read(.coveredByPlan, Field.bool) ?? false
    isSpouseCoveredByPlan = section.read(.spouseCoveredByPlan, Field.bool) ?? false
    trustKind = section.read(.trustKind, Field.trustKind) ?? .complexTrust
    section.refuse(.fiscalYearEnd, "only a corporation has a fiscal year of its own")
    checkBirths(section, firstYear: firstYear)
    checkStatus(section)
  }

  private func checkBirths(_ section: Section<TaxpayerKey>, firstYear: Int?) {
    for key in [TaxpayerKey.birthYear, .spouseBirthYear] {
      guard let field = section[key], let year = try? field.year(), let firstYear,
        !(firstYear - 130...firstYear).contains(year)
      else { continue }
      section.diagnostics.report(
        field.error("nobody born in \(year) files a return for \(firstYear)"))
    }
  }

  /// Reports what a filing status does not have.
  private func checkStatus(_ section: Section<TaxpayerKey>) {
    guard let status else { return }
    if isTrust {
      for key: TaxpayerKey in [
        .birthYear, .spouseBirthYear, .blind, .childrenUnder17, .otherDependents, .livedApart,
        .coveredByPlan, .spouseCoveredByPlan,
      ] {
        section.refuse(key, "an estate or trust has no \(key.rawValue)")
      }
      return
    }
    section.refuse(.trustKind, "there is no trust where filing_status is \(status.rawValue)")
    if ![.marriedJoint, .marriedSeparate].contains(status) {
      for key: TaxpayerKey in [.spouseBirthYear, .spouseCoveredByPlan] {
        section.refuse(key, "there is no spouse where filing_status is \(status.rawValue)")
      }
    }
    if status != .marriedSeparate {
      section.refuse(
        .livedApart, "it counts only for married_separate; filing_status is \(status.rawValue)")
    }
  }
}

extension Section {
  /// Reports a key that has no meaning here.
  func refuse(_ key: Key, _ reason: String, hint: String? = nil) {
    // A key without a value is an error of its own, once.
    if let field = self[key], !field.isNull {
      diagnostics.report(field.error(reason, hint: hint))
    }
  }
}

extension Field {
  fileprivate func taxpayerKind() throws(InputError) -> TaxpayerKind {
    try oneOf(TaxpayerKind.self)
  }

  fileprivate func trustKind() throws(InputError) -> TrustKind { try oneOf(TrustKind.self) }
}
