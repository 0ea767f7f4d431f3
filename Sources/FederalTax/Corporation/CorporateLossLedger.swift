public import Quantities

/// The capital losses of a corporation by the years they arose in, and the gains they may still be
/// carried back to.
///
/// A year's net loss goes back to the three years before, earliest first, as far as each has net
/// gain left, and what remains forward for five years. A year's net gain takes the oldest loss
/// first. Years are fiscal years; see ``FiscalYear``. A short year counts as one.
///
/// Source: 26 U.S.C. §1212(a)(1).
public struct CorporateLossLedger: Sendable, Hashable {
  /// An amount of a fiscal year.
  public struct YearAmount: Sendable, Hashable {
    /// The fiscal year.
    public let year: Int
    /// The amount, positive.
    public let amount: Money

    /// An amount of a year.
    public init(year: Int, amount: Money) {
      self.year = year
      self.amount = amount
    }
  }

  /// What a closed year did.
  public struct Closing: Sendable, Hashable {
    /// The fiscal year.
    public let year: Int
    /// Its net gain after losses carried in; taxed at the rate of corporations.
    public let taxedGain: Money
    /// The losses carried in that its gain took, by the years they arose in, oldest first.
    public let used: [YearAmount]
    /// The parts of its loss that earlier years took, by those years, earliest first.
    public let carriedBack: [YearAmount]
    /// The losses that no later year can use, by the years they arose in.
    public let expired: [YearAmount]
  }

  /// Losses not yet used, oldest first; amounts are positive.
  public private(set) var losses: [YearAmount]
  /// Net gains to which a loss may still be carried back, earliest first.
  public private(set) var gains: [YearAmount]
  /// The last year closed; `nil` before the first.
  public private(set) var lastYear: Int?

  /// How many years before it a loss goes back to.
  public static let yearsBack = 3
  /// How many years after it a loss goes forward to.
  public static let yearsForward = 5

  /// A ledger of the years before the first one closed.
  ///
  /// - Parameters:
  ///   - losses: unused losses of earlier years, positive, each year once.
  ///   - gains: taxed net gains of earlier years, as far as a loss carried back would not make a
  ///     net operating loss of that year or enlarge one, IRC §1212(a)(1)(A)(ii).
  public init(losses: [YearAmount] = [], gains: [YearAmount] = []) {
    self.losses = losses.filter { $0.amount > .zero }.sorted { $0.year < $1.year }
    self.gains = gains.filter { $0.amount > .zero }.sorted { $0.year < $1.year }
  }

  /// All losses that a year can use.
  ///
  /// - Parameter year: the fiscal year.
  /// - Returns: their sum, positive.
  public func carriedIn(to year: Int) -> Money {
    losses.filter { year - $0.year <= Self.yearsForward }.map(\.amount).total()
  }

  /// The most of the losses carried into a year that later years can still use.
  public func unexpired(after year: Int) -> Money { carriedIn(to: year + 1) }

  /// The gains that a loss of a year may be carried back to, earliest first.
  public func earlierGains(of year: Int) -> [Money] {
    (year - Self.yearsBack..<year).map { earlier in
      gains.filter { $0.year == earlier }.map(\.amount).total()
    }
  }

  /// Closes a year.
  ///
  /// - Parameters:
  ///   - year: the fiscal year, after the last one closed.
  ///   - net: short-term and long-term gains less losses of the year itself.
  /// - Returns: what is taxed, used, carried back and expired.
  public mutating func close(year: Int, net: Money) -> Closing {
    precondition(lastYear.map { year > $0 } ?? true, "years are closed in order")
    lastYear = year
    // Years left out of the books, and losses that ended before this one.
    let tooOld = losses.filter { year - $0.year > Self.yearsForward }
    losses.removeAll { year - $0.year > Self.yearsForward }
    gains.removeAll { year - $0.year > Self.yearsBack }

    let used = Self.take(max(net, .zero), from: &losses)
    let taxed = max(net, .zero) - used.map(\.amount).total()
    let carriedBack = Self.take(max(-net, .zero), from: &gains)
    let left = max(-net, .zero) - carriedBack.map(\.amount).total()
    if taxed > .zero { gains.append(YearAmount(year: year, amount: taxed)) }
    if left > .zero { losses.append(YearAmount(year: year, amount: left)) }

    let expired = losses.filter { year - $0.year == Self.yearsForward }
    losses.removeAll { year - $0.year == Self.yearsForward }
    return Closing(
      year: year, taxedGain: taxed, used: used, carriedBack: carriedBack,
      expired: tooOld + expired)
  }

  /// Takes an amount from the first entries on.
  private static func take(_ amount: Money, from entries: inout [YearAmount]) -> [YearAmount] {
    var rest = amount
    var taken: [YearAmount] = []
    while rest > .zero, let first = entries.first {
      let part = min(rest, first.amount)
      taken.append(YearAmount(year: first.year, amount: part))
      rest -= part
      entries.removeFirst()
      if part < first.amount {
        entries.insert(YearAmount(year: first.year, amount: first.amount - part), at: 0)
      }
    }
    return taken
  }
}
