import InputFiles
import Quantities

/// The last day of a taxpayer's year; tax year N is the one that begins in N, IRC §441.
struct FiscalYearEnd: Equatable {
  /// The calendar year, that of every individual here.
  static let december = FiscalYearEnd(month: 12)

  /// The month whose last day it is.
  let month: Int

  /// The tax year that a day belongs to.
  func taxYear(of day: CivilDate) -> Int {
    let (year, month, _) = day.components
    return self.month == 12 || month > self.month ? year : year - 1
  }

  /// The last day of a tax year.
  func lastDay(of taxYear: Int) -> CivilDate? {
    let year = month == 12 ? taxYear : taxYear + 1
    return CivilDate(
      year: year, month: month, day: CivilDate.days(inMonth: month, of: year))
  }
}

extension Field {
  /// The end of a fiscal year, written `06-30`.
  func fiscalYearEnd() throws(InputError) -> FiscalYearEnd {
    let expected = "the last day of a month, such as 06-30"
    if isNull { throw error("has no value", code: .missingKey, expected: expected) }
    let text = try text()
    // A leap year, so that both ends of February are days of it; either stands for its last day.
    guard let day = CivilDate("2024-\(text)") else {
      throw error("\"\(text)\" is not a day of the year", expected: expected)
    }
    let (year, month, number) = day.components
    let last = CivilDate.days(inMonth: month, of: year)
    guard number == last || (month == 2 && number == 28) else {
      throw error("a fiscal year does not end on \(text)", expected: expected)
    }
    return FiscalYearEnd(month: month)
  }
}
