import InputFiles
import Planning
import Quantities

/// Reads `payments`: what is paid toward the tax, and what last year's return says.
struct PaymentReader {
  private let withheld: Yearly<Money>?
  private let estimated: Yearly<Money>?
  private let lastYearTax: Money?
  private let lastYearIncome: Money?
  private let firstYear: Int?

  /// Reads the section; `nil` where there is none.
  init?(_ top: Section<ScenarioKey>, firstYear: Int?) {
    guard let place = top[.payments] else { return nil }
    let section = Section(place, keys: PaymentKey.self, into: top.diagnostics)
    withheld = section.yearly(.withheld, Field.nonNegativeMoney)
    estimated = section.yearly(.estimated, Field.nonNegativeMoney)
    lastYearTax = section.read(.lastYearTax, Field.nonNegativeMoney)
    lastYearIncome = section.read(.lastYearAGI, Field.signedMoney)
    self.firstYear = firstYear
  }

  /// Every year that some value names, with the place.
  var years: [(year: Int, field: Field)] {
    [withheld, estimated].flatMap { $0?.years ?? [] }
  }

  /// The payments of a year: single amounts are those of the first, like last year's return.
  func payments(_ year: Int) -> TaxPayments? {
    func amount(_ stated: Yearly<Money>?) -> Money? {
      if case .same = stated, year != firstYear { return nil }
      return stated?[year]
    }
    guard year == firstYear || amount(withheld) != nil || amount(estimated) != nil else {
      return nil
    }
    return TaxPayments(
      withheld: amount(withheld) ?? .zero, estimatedPaid: amount(estimated) ?? .zero,
      lastYearTax: year == firstYear ? lastYearTax : nil,
      lastYearIncome: year == firstYear ? lastYearIncome : nil)
  }
}
