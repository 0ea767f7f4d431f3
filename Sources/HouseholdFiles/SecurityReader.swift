import FederalTax
import InputFiles
import Planning
import Portfolio
import Quantities

/// What a scenario says of securities, and from it their prices on the planning dates.
///
/// A `price` holds for the first tax year. One of several dated `prices` holds from its day until
/// the next one; the first holds before its day too. From the year of its price on, a security
/// grows by `growth` for each tax year; within a year prices do not move. The `shift` of the market
/// changes every price alike. Each step is rounded half up to a millionth of a dollar.
struct SecurityReader {
  private struct Statement {
    /// Whether a price is stated, even one that cannot be read.
    var statesPrice = false
    /// Prices with the day from which they hold; `nil` for the first tax year.
    var prices: [(day: CivilDate?, price: UnitPrice)] = []
    var growth = Rate.zero
    var growthField: Field?
    var spread: Rate?
    var replacement: Replacement?
  }

  private let diagnostics: Diagnostics
  private let groups: IdenticalGroups
  private let dates: [PlanningDate]
  private let firstYear: Int
  private var statements: [String: Statement] = [:]
  private var symbols: [String] = []
  private var shift = Rate.zero
  private let spread: Rate
  /// What each security is to the law of wash sales, where it is not stock.
  private(set) var assetClasses: [String: AssetClass] = [:]

  /// Reads what is stated of securities.
  ///
  /// - Parameters:
  ///   - top: the scenario file.
  ///   - groups: the securities that are substantially identical.
  ///   - spread: that of securities which state none.
  ///   - dates: the planning dates.
  ///   - firstYear: the first tax year, where it is known.
  init(
    _ top: Section<ScenarioKey>, groups: IdenticalGroups, spread: Rate, dates: [PlanningDate],
    firstYear: Int?
  ) {
    self.groups = groups
    self.spread = spread
    diagnostics = top.diagnostics
    self.dates = dates
    self.firstYear = firstYear ?? dates.first?.date.year ?? 0
    let market = Section(top[.market], keys: MarketKey.self, into: diagnostics)
    shift = market.read(.shift, Field.change) ?? .zero
    for (key, value) in diagnostics.collect(try top[.securities]?.mapping())?.pairs ?? [] {
      guard let symbol = diagnostics.collect(try key.text()) else { continue }
      symbols.append(symbol)
      statements[symbol] = statement(value, of: symbol)
    }
  }

  private mutating func statement(_ field: Field, of symbol: String) -> Statement {
    let section = Section(field, keys: SecurityKey.self, into: diagnostics)
    var statement = Statement()
    statement.statesPrice = section[.price] != nil || section[.prices] != nil
    if let price = section.read(.price, Field.nonNegativePrice) {
      statement.prices = [(nil, price)]
    }
    if let prices = section[.prices] {
      if section[.price] != nil {
        diagnostics.report(prices.error("both price and prices are stated", hint: "keep one"))
      }
      statement.prices = datedPrices(prices)
    }
    statement.growth = section.read(.growth, Field.change) ?? .zero
    statement.growthField = section[.growth]
    statement.spread = section.read(.spread, Field.fraction)
    statement.replacement = section[.replacement].flatMap {
      ReplacementReader(symbol: symbol, groups: groups, diagnostics: diagnostics).replacement($0)
    }
    _ = section.read(.basisMethod, Field.basisMethod)
    if let kind = section.read(.assetClass, Field.assetClass), kind != .stock {
      assetClasses[symbol] = kind
    }
    return statement
  }

  private func datedPrices(_ field: Field) -> [(day: CivilDate?, price: UnitPrice)] {
    let pairs = diagnostics.collect(try field.mapping())?.pairs ?? []
    var prices: [(day: CivilDate, price: UnitPrice)] = []
    for (key, value) in pairs {
      guard let day = diagnostics.collect(try key.date()),
        let price = diagnostics.collect(try value.nonNegativePrice())
      else { continue }
      prices.append((day, price))
    }
    return prices.sorted { $0.day < $1.day }.map { ($0.day, $0.price) }
  }

  /// The securities that have a price, ordered by symbol.
  ///
  /// - Parameter heldLots: the lots, whose price serves where the scenario states none; a lot
  ///   without either is reported.
  /// - Returns: those of the file and those of the lots.
  func securities(
    heldLots: [(file: LotFile, record: LotFile.Record)]
  ) -> [Security] {
    let lotPrices = pricesInLots(heldLots)
    var securities: [String: Security] = [:]
    for symbol in Set(symbols).union(lotPrices.keys) {
      securities[symbol] = security(symbol, lotPrice: lotPrices[symbol])
    }
    let dearest = securities.compactMapValues { $0.prices.max() }
    checkTotals(heldLots, prices: dearest)
    var priced = Set(symbols.filter { statements[$0]?.statesPrice ?? false })
    priced.formUnion(lotPrices.keys)
    for (file, record) in heldLots where priced.insert(record.symbol).inserted {
      diagnostics.report(
        file.error(
          record, .symbol, "no price for \"\(record.symbol)\"", code: .unknownName,
          expected: "a price under securities or in the price column",
          hint: suggestion(for: record.symbol, among: symbols)))
    }
    return securities.values.sorted { $0.symbol < $1.symbol }
  }

  /// The price that the lots of each security state; lots that contradict each other are reported.
  private func pricesInLots(
    _ lots: [(file: LotFile, record: LotFile.Record)]
  ) -> [String: UnitPrice] {
    var prices: [String: UnitPrice] = [:]
    for (file, record) in lots {
      guard let price = record.price else { continue }
      guard let other = prices[record.symbol] else {
        prices[record.symbol] = price
        continue
      }
      if other != price, statements[record.symbol]?.prices.isEmpty ?? true {
        diagnostics.report(
          file.error(
            record, .price, "\(price) differs from \(other) in an earlier lot of \(record.symbol)",
            expected: "one price of a security"))
      }
    }
    return prices
  }

  private func security(_ symbol: String, lotPrice: UnitPrice?) -> Security? {
    let statement = statements[symbol]
    var prices = statement?.prices ?? []
    if prices.isEmpty, let lotPrice { prices = [(nil, lotPrice)] }
    guard let earliest = prices.first else { return nil }
    let priced = dates.compactMap { date -> UnitPrice? in
      let stated = prices.last { $0.day.map { $0 <= date.date } ?? true } ?? earliest
      let years = date.date.year - (stated.day?.year ?? firstYear)
      return grown(stated.price, statement, years: years)?.grown(by: shift)
    }
    guard priced.count == dates.count else { return nil }
    return Security(
      symbol: symbol, prices: priced, spread: statement?.spread ?? spread,
      replacement: statement?.replacement)
  }

  private func grown(
    _ price: UnitPrice, _ statement: Statement?, years: Int
  ) -> UnitPrice? {
    var price = price
    for _ in 0..<max(0, years) {
      price = price.grown(by: statement?.growth ?? .zero)
      if price > .mostExpensive {
        if let field = statement?.growthField {
          diagnostics.report(
            field.error("the price grows too large", expected: "at most a billion dollars a share"))
        }
        return nil
      }
    }
    return price
  }

  /// Keeps sums of proceeds and of basis far from overflow.
  private func checkTotals(
    _ lots: [(file: LotFile, record: LotFile.Record)], prices: [String: UnitPrice]
  ) {
    let most = Int128(largestReturnAmount.cents)
    var (value, basis) = (Int128(0), Int128(0))
    for (file, record) in lots {
      let price = prices[record.symbol]?.millionths ?? 0
      value += Int128(price) * Int128(record.quantity.millionths) / 10_000_000_000
      basis += Int128(record.basis.cents)
      guard value > most || basis > most else { continue }
      diagnostics.report(
        file.error(
          record, value > most ? .quantity : .costBasis,
          "the lots up to here are worth more than \(largestReturnAmount)",
          expected: "shares and dollars"))
      return
    }
  }
}

extension UnitPrice {
  /// Dearer shares are taken for mistakes.
  static let mostExpensive = UnitPrice(dollars: 1_000_000_000)
}
