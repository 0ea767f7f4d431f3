public import Quantities

/// Whether a gain or loss is short-term or long-term.
public enum Term: String, Sendable, Hashable, CaseIterable {
  /// Held one year or less: IRC §1222(1) and (2).
  case short
  /// Held more than one year: IRC §1222(3) and (4).
  case long
}

/// The rules that decide the term of a disposal.
public enum HoldingPeriod {
  /// The first day on which a sale is long-term.
  ///
  /// The period begins on the day after the acquisition and includes the day of the sale; it is
  /// more than one year from that first day's anniversary on. A first day of 29 February has its
  /// anniversary on 1 March.
  ///
  /// - Parameter start: the acquisition date, or the earlier date from which a period is tacked.
  /// - Returns: a day one year and one day after `start`.
  ///
  /// Source: IRC §1222, §1223; Rev. Rul. 66-7; Rev. Rul. 66-97.
  public static func firstLongTermDay(from start: CivilDate) -> CivilDate {
    start.firstDay(afterYears: 1)
  }

  /// The term of a lot that is sold on a day.
  ///
  /// - Parameters:
  ///   - start: the acquisition date, or the earlier date from which a period is tacked.
  ///   - sold: the trade date of the sale.
  /// - Returns: long-term from ``firstLongTermDay(from:)`` on.
  public static func term(from start: CivilDate, sold: CivilDate) -> Term {
    sold >= firstLongTermDay(from: start) ? .long : .short
  }

  /// The latest day from which a holding period may count for a sale on a day to be long-term.
  ///
  /// - Parameter day: the day of the sale.
  /// - Returns: the last day whose ``firstLongTermDay(from:)`` is not after `day`.
  public static func latestStart(longTermOn day: CivilDate) -> CivilDate {
    // A year and a day, by one more where the year has a 29 February.
    let shortest = day.adding(days: -366)
    return firstLongTermDay(from: shortest) <= day ? shortest : day.adding(days: -367)
  }
}
