import Quantities
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  /// Day numbers of `date -u -d DAY +%s` of GNU coreutils, divided by 86,400.
  private static let knownDays: [(String, Int)] = [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("1900-02-28", -25_509), ("1900-03-01", -25_508), ("2026-09-30", 20_726),
    ("2024-02-29", 19_782), ("2100-03-01", 47_541), ("1600-01-01", -135_140),
    ("9999-12-31", 2_932_896), ("0001-01-01", -719_162),
  ]

  @Test(arguments: knownDays)
  func `knows the day numbers of known days`(text: String, number: Int) {
    #expect(CivilDate(text)?.dayNumber == number)
    #expect(CivilDate(dayNumber: number).description == text)
  }

  @Test func `four hundred years of days go to components and back`() {
    var previous = CivilDate(dayNumber: -141_429).components
    for number in -141_428...(-141_428 + 146_097 + 400) {
      let date = CivilDate(dayNumber: number)
      let (year, month, day) = date.components
      #expect(CivilDate(year: year, month: month, day: day) == date)
      let continues =
        (year, month, day) == (previous.year, previous.month, previous.day + 1)
        || (year, month, day) == (previous.year, previous.month + 1, 1)
        || (year, month, day) == (previous.year + 1, 1, 1) && previous.month == 12
      #expect(continues, "\(date)")
      previous = (year, month, day)
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "1900-02-29", "2026-1-01",
    "26-01-01", "2026/01/01", "2026-01-01 ", "", "2026-01-0a", "-026-01-01",
  ])
  func `refuses what is no day`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
    ("2025-01-31", 1, "2026-01-31"),
    ("2026-03-01", -1, "2025-03-01"), ("2023-02-28", 1, "2024-02-28"),
  ])
  func `an anniversary keeps month and day where the year has them`(
    text: String, years: Int, expected: String
  ) {
    #expect(CivilDate(text)?.anniversary(after: years).description == expected)
  }

  @Test func `counts days across a leap day`() throws {
    let start = try #require(CivilDate("2024-02-28"))
    let end = try #require(CivilDate("2024-03-01"))
    #expect(end.days(since: start) == 2)
    #expect(start.days(since: end) == -2)
    #expect(start.adding(days: 2) == end)
    #expect(start < end)
    #expect(end.year == 2024)
  }

  @Test(arguments: zip(1...12, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]))
  func `months of a leap year have their days`(month: Int, days: Int) {
    #expect(CivilDate.days(inMonth: month, of: 2024) == days)
  }
}
