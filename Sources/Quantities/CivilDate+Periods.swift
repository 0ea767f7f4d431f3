extension CivilDate {
  /// The first day on which something held from this day was held for more than `years`.
  ///
  /// The period begins on the day after and includes the last day; it is longer than the years from
  /// that first day's anniversary on. A first day of 29 February has its anniversary on 1 March
  /// where the year has none.
  ///
  /// Source: Rev. Rul. 66-7; Rev. Rul. 66-97.
  public func firstDay(afterYears years: Int) -> CivilDate {
    let first = adding(days: 1)
    let anniversary = first.anniversary(after: years)
    return first.components.day == anniversary.components.day
      ? anniversary : anniversary.adding(days: 1)
  }
}
