import FederalTax
import InputFiles
import Planning
import Quantities

/// What is priced beside the income tax, and what is paid toward it: `medicare`, `marketplace`,
/// `state_tax` and `payments`.
struct ChargeFacts {
  private let taxpayer: TaxpayerFacts
  private var enrollees: Yearly<Int>?
  private var pricesPremiums = true
  private var coverage: MarketplaceReader?
  private var stateTax: StateTax?
  private var payments: PaymentReader?

  /// Medicare begins in the month in which a person becomes 65, 42 U.S.C. §426.
  private static let medicareAge = 65

  /// Reads the sections.
  init(_ top: Section<ScenarioKey>, taxpayer: TaxpayerFacts, firstYear: Int?) {
    self.taxpayer = taxpayer
    let medicare = Section(top[.medicare], keys: MedicareKey.self, into: top.diagnostics)
    enrollees = medicare.yearly(.enrollees, Field.enrolleeCount)
    pricesPremiums = medicare.read(.premiums, Field.bool) ?? true
    coverage = MarketplaceReader(top)
    stateTax = StateTaxReader(top).stateTax()
    payments = PaymentReader(top, firstYear: firstYear)
    if taxpayer.isCorporation || taxpayer.isTrust {
      for key: ScenarioKey in [.medicare, .marketplace] {
        top.refuse(key, "only people are insured")
      }
    }
    guard taxpayer.isCorporation else { return }
    for key: ScenarioKey in [.stateTax, .payments] {
      top.refuse(key, "\(key.rawValue) of a corporation is not modelled")
    }
  }

  /// Every year that some value names, with the place.
  var years: [(year: Int, field: Field)] {
    (enrollees?.years ?? []) + (coverage?.years ?? []) + (payments?.years ?? [])
  }

  /// Adds to the facts of a year what is priced beside its income tax.
  func add(to facts: inout ReturnFacts, _ year: Int) {
    guard !taxpayer.isCorporation else { return }
    facts.stateTax = stateTax
    guard !taxpayer.isTrust else { return }
    facts.medicareEnrollees =
      pricesPremiums
      ? enrollees?[year]
        ?? taxpayer.people(aged: Self.medicareAge, in: year + MedicarePremiums.delay) : 0
    facts.marketplace = coverage?.coverage(year, householdSize: taxpayer.householdSize(year))
  }

  /// What is paid toward the tax of a year; `nil` where nothing is said.
  func payments(_ year: Int) -> TaxPayments? { payments?.payments(year) }

  /// Reports coverage of years whose credit is not modelled.
  func checkCoverage(_ years: [Int], into diagnostics: Diagnostics) {
    coverage?.check(years, into: diagnostics)
  }
}

extension Field {
  /// The people of a return who are insured.
  fileprivate func enrolleeCount() throws(InputError) -> Int { try int(in: 0...2) }
}
