public import Quantities

/// A time of day to the second, by the clock of the market.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// Seconds since midnight, 0 to 86,399.
  public let seconds: Int

  /// Reads `15:30:00`.
  ///
  /// - Returns: `nil` when the text has another form or names no time.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":") else {
      return nil
    }
    var parts: [Int] = []
    for start in [0, 3, 6] {
      let digits = bytes[start..<start + 2].map { Int($0) - Int(UInt8(ascii: "0")) }
      guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
      parts.append(digits[0] * 10 + digits[1])
    }
    guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
    seconds = parts[0] * 3_600 + parts[1] * 60 + parts[2]
  }

  /// Orders times of one day.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.seconds < right.seconds
  }
}

/// A place in the order of a ledger: a trade date, and within it purchases without a time, then
/// records in order of their times, then sales without a time.
///
/// Purchases come first where times are unknown, because only shares that are held can be sold.
public struct LedgerMoment: Sendable, Hashable, Comparable {
  /// The trade date.
  public let date: CivilDate
  /// The place within the day.
  private let place: Int

  private static let afterPurchases = 1
  private static let firstTime = 2
  private static let last = 86_402

  private init(date: CivilDate, place: Int) {
    self.date = date
    self.place = place
  }

  /// When something is acquired, or a short position opened.
  public static func acquisition(_ date: CivilDate, _ time: TimeOfDay? = nil) -> LedgerMoment {
    LedgerMoment(date: date, place: time.map { firstTime + $0.seconds } ?? 0)
  }

  /// When something is disposed of, or a short position closed.
  public static func disposition(_ date: CivilDate, _ time: TimeOfDay? = nil) -> LedgerMoment {
    LedgerMoment(date: date, place: time.map { firstTime + $0.seconds } ?? last)
  }

  /// When shares move to another account of their owner.
  public static func transfer(_ date: CivilDate) -> LedgerMoment {
    LedgerMoment(date: date, place: afterPurchases)
  }

  /// The end of a day.
  public static func end(of date: CivilDate) -> LedgerMoment {
    LedgerMoment(date: date, place: last)
  }

  /// Whether this is a disposition whose time is not known.
  public var isUntimedDisposition: Bool { place == Self.last }

  /// Orders moments by time.
  public static func < (left: LedgerMoment, right: LedgerMoment) -> Bool {
    left.date == right.date ? left.place < right.place : left.date < right.date
  }
}
