import FederalTax
import InputFiles
import Quantities

extension Field {
  /// The end of a fiscal year, written `06-30`.
  func fiscalYearEnd() throws(InputError) -> FiscalYear {
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
    return FiscalYear(endMonth: month)
  }
}
