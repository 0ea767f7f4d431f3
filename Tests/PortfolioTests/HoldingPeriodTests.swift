import Portfolio
import Quantities
import Testing

@Suite("Holding period, IRC §1222")
struct HoldingPeriodTests {
  /// Acquisition, last short-term day, first long-term day.
  ///
  /// Month ends follow Rev. Rul. 66-7: an asset acquired on the last day of a month has been held
  /// for more than a year on the first day of the thirteenth month, whatever the months' lengths.
  private static let cases: [(String, String, String)] = [
    ("2025-09-30", "2026-09-30", "2026-10-01"),
    ("2025-01-15", "2026-01-15", "2026-01-16"),
    ("2025-12-31", "2026-12-31", "2027-01-01"),
    ("2025-01-31", "2026-01-31", "2026-02-01"),
    ("2024-02-28", "2025-02-28", "2025-03-01"),
    ("2024-02-29", "2025-02-28", "2025-03-01"),
    ("2023-02-28", "2024-02-29", "2024-03-01"),
    ("2027-02-28", "2028-02-29", "2028-03-01"),
    ("2023-02-27", "2024-02-27", "2024-02-28"),
    ("2024-03-01", "2025-03-01", "2025-03-02"),
  ]

  @Test(arguments: cases)
  func `becomes long on the day after the year is complete`(
    acquired: String, lastShort: String, firstLong: String
  ) throws {
    let start = try #require(CivilDate(acquired))
    let short = try #require(CivilDate(lastShort))
    let long = try #require(CivilDate(firstLong))
    #expect(HoldingPeriod.firstLongTermDay(from: start) == long)
    #expect(HoldingPeriod.term(from: start, sold: short) == .short)
    #expect(HoldingPeriod.term(from: start, sold: long) == .long)
    #expect(long.days(since: short) == 1)
  }

  @Test func `a later acquisition never becomes long earlier`() throws {
    let first = try #require(CivilDate("2023-01-01"))
    for day in 0..<1_500 {
      let earlier = HoldingPeriod.firstLongTermDay(from: first.adding(days: day))
      let later = HoldingPeriod.firstLongTermDay(from: first.adding(days: day + 1))
      #expect(earlier <= later)
      #expect((366...367).contains(earlier.days(since: first.adding(days: day))))
    }
  }
}
