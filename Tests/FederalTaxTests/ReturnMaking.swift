import FederalTax
import Quantities
import Testing

/// A return of a household with a few amounts, by the published law.
func computed(
  _ year: Int, _ status: FilingStatus, age: Int = 0, spouseAge: Int = 0, blind: Bool = false,
  children: Int = 0, otherDependents: Int = 0, deduction: DeductionChoice = .standard,
  overlay: LawOverlay? = nil, _ fill: (inout ReturnInputs<Money>) -> Void
) throws -> FederalReturn<Money> {
  var inputs = ReturnInputs<Money>()
  fill(&inputs)
  let facts = ReturnFacts(
    status: status, age: age, spouseAge: spouseAge, blind: blind, childrenUnder17: children,
    otherDependents: otherDependents, deduction: deduction)
  return exactReturn(
    inputs, facts: facts,
    law: try FederalLaw.load(year: year, status: status, overlay: overlay))
}

extension DeductionChoice {
  /// No deduction at all, so that taxable income is income.
  static let none = DeductionChoice.given(.zero, taxes: .zero)
}

/// Whole dollars.
func dollars(_ amount: Int64) -> Money { Money(dollars: amount) }

/// An amount in decimal text.
func amount(_ text: String) throws -> Money { try #require(Money(text)) }

/// A year and a filing status of the published law.
struct YearAndStatus: CustomTestStringConvertible, Sendable {
  let year: Int
  let status: FilingStatus

  static let all = FederalLaw.publishedYears.flatMap { year in
    FilingStatus.individuals.map { YearAndStatus(year: year, status: $0) }
  }

  var testDescription: String { "\(year) \(status.rawValue)" }

  func law() throws -> FederalLaw { try FederalLaw.load(year: year, status: status) }
}
