public import Quantities

/// The twelve months for which a corporation files, IRC §441(e).
public struct FiscalYear: Sendable, Hashable {
  /// The month with whose last day the year ends, 1 to 12.
  public let endMonth: Int

  /// Years that end with a month, 1 to 12.
  public init(endMonth: Int) {
    precondition((1...12).contains(endMonth), "a month is 1 to 12")
    self.endMonth = endMonth
  }

  /// The fiscal year that holds a day, named like its form by the calendar year in which it begins.
  public func year(of date: CivilDate) -> Int {
    let (year, month, _) = date.components
    return endMonth < 12 && month <= endMonth ? year - 1 : year
  }

  /// The first day of a fiscal year; `nil` where the calendar has none.
  public func firstDay(of year: Int) -> CivilDate? { lastDay(of: year - 1)?.adding(days: 1) }

  /// The last day of a fiscal year; `nil` where the calendar has none.
  public func lastDay(of year: Int) -> CivilDate? {
    let calendarYear = endMonth < 12 ? year + 1 : year
    return CivilDate(
      year: calendarYear, month: endMonth,
      day: CivilDate.days(inMonth: endMonth, of: calendarYear))
  }
}
