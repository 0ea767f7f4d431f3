import FederalTax
import InputFiles
import Quantities

/// Which deduction is taken, as `deductions` says.
struct DeductionFacts {
  private var kind = DeductionKind.standard
  private var total: Yearly<Money>?
  private var taxes: Yearly<Money>?

  /// The pieces of itemized deductions with their places in the return.
  private static var pieces: [(key: DeductionKey, place: YearlyAmounts.Place)] {
    [
      (.stateIncomeTax, \.stateIncomeTax), (.realEstateTax, \.realEstateTax),
      (.mortgageInterest, \.mortgageInterest), (.charityCash, \.charityCash),
      (.medicalExpenses, \.medicalExpenses), (.otherItemized, \.otherItemized),
    ]
  }

  /// Reads `deductions`; the pieces are added to the amounts of the return.
  init(
    _ top: Section<ScenarioKey>, taxpayer: TaxpayerFacts, amounts: inout YearlyAmounts
  ) {
    let section = Section(top[.deductions], keys: DeductionKey.self, into: top.diagnostics)
    if taxpayer.isCorporation {
      top.refuse(.deductions, "a corporation's income is stated after its deductions")
    }
    let stated = section.read(.kind, Field.deductionKind)
    total = section.yearly(.total, Field.nonNegativeMoney)
    taxes = section.yearly(.stateAndLocalTaxes, Field.nonNegativeMoney)
    for (key, place) in Self.pieces {
      amounts.add(section.yearly(key, Field.nonNegativeMoney), at: place)
    }
    let given = Self.pieces.map(\.key).filter { section[$0].map { !$0.isNull } ?? false }
    kind = stated ?? (given.isEmpty ? (total == nil ? .standard : .itemized) : .elected)
    // The pieces are what the law's own election looks at, however they are called.
    if kind == .itemized, total == nil, !given.isEmpty { kind = .elected }
    check(section, pieces: given, taxpayer: taxpayer)
  }

  /// Every year that some value names, with the place.
  var years: [(year: Int, field: Field)] { [total, taxes].flatMap { $0?.years ?? [] } }

  /// The deduction of a year; a total that is not stated is zero.
  func choice(_ year: Int) -> DeductionChoice {
    switch kind {
    case .standard: .standard
    case .elected: .elected
    case .itemized: .given(total?[year] ?? .zero, taxes: taxes?[year] ?? .zero)
    }
  }

  /// Reports taxes that are larger than the total they are a part of.
  func checkParts(_ year: Int, into diagnostics: Diagnostics) {
    checkPart(taxes, of: total, named: DeductionKey.total.rawValue, year, into: diagnostics)
  }

  private func check(
    _ section: Section<DeductionKey>, pieces: [DeductionKey], taxpayer: TaxpayerFacts
  ) {
    if taxpayer.isTrust {
      for key in pieces {
        section.refuse(
          key, "the deductions of an estate or trust are stated in total", hint: "write total")
      }
      return
    }
    switch kind {
    case .standard:
      for key: DeductionKey in [.total, .stateAndLocalTaxes] {
        section.refuse(
          key, "the standard deduction has no \(key.rawValue)", hint: "write kind: itemized")
      }
      for key in pieces {
        section.refuse(
          key, "the standard deduction has no \(key.rawValue)", hint: "write kind: elected")
      }
    case .elected:
      for key: DeductionKey in [.total, .stateAndLocalTaxes] {
        section.refuse(
          key, "the total follows from the deductions one by one", hint: "leave it out")
      }
    case .itemized:
      if section[.total] == nil, let field = section[.kind] {
        section.diagnostics.report(
          field.error(
            "itemized deductions need a total", code: .missingKey,
            expected: "total: 31_000, and in it state_and_local_taxes; or the deductions one by one"
          ))
      }
      for key in pieces {
        section.refuse(key, "a total is stated already", hint: "leave out one or the other")
      }
    }
  }
}

/// Reports an amount of a year that is larger than what it is a part of.
func checkPart(
  _ part: Yearly<Money>?, of whole: Yearly<Money>?, named name: String, _ year: Int,
  into diagnostics: Diagnostics
) {
  let most = whole?[year] ?? .zero
  guard let amount = part?[year], amount > most, let field = part?.field(year) else { return }
  diagnostics.report(
    field.error("\(amount) is more than \(name), \(most)", expected: "a part of it"))
}

extension Field {
  fileprivate func deductionKind() throws(InputError) -> DeductionKind {
    try oneOf(DeductionKind.self)
  }
}
