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
/// changes every price alike. Prices in another currency change so in it, and are then translated at
/// the rate of each planning date. Each step is rounded half up to a millionth of a dollar.
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
    var isCollectible = false
    /// The currency of its prices, with its place; `nil` for dollars.
    var currency: (code: String, field: Field)?
  }

  private let diagnostics: Diagnostics
  private let groups: IdenticalGroups
  private let dates: [PlanningDate]
  private let firstYear: Int
  private var statements: [String: Statement] = [:]
  private var symbols: [String] = []
  private var shift = Rate.zero
  private let spread: Rate
  private let rates: ExchangeRates
  /// What each security is to the law of wash sales, where it is not stock.
  private(set) var assetClasses: [String: AssetClass] = [:]
  /// The securities on average basis, with the last day whose acquisitions are.
  private(set) var averageLastDays: [String: CivilDate?] = [:]

  /// Reads what is stated of securities.
  ///
  /// - Parameters:
  ///   - top: the scenario file.
  ///   - groups: the securities that are substantially identical.
  ///   - spread: that of securities which state none.
  ///   - dates: the planning dates.
  ///   - firstYear: the first tax year, where it is known.
  ///   - rates: what other currencies are worth.
  init(
    _ top: Section<ScenarioKey>, groups: IdenticalGroups, spread: Rate, dates: [PlanningDate],
    firstYear: Int?, rates: ExchangeRates
  ) {
    self.groups = groups
    self.rates = rates
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
    statement.isCollectible = section.read(.collectible, Field.bool) ?? false
    if let field = section[.currency], let code = diagnostics.collect(try field.currencyCode()),
      code != ExchangeRates.home
    {
      statement.currency = (code, field)
    }
    if let kind = section.read(.assetClass, Field.assetClass), kind != .stock {
      assetClasses[symbol] = kind
    }
    readBasisMethod(section, of: symbol)
    return statement
  }

  private mutating func readBasisMethod(_ section: Section<SecurityKey>, of symbol: String) {
    let method = section.read(.basisMethod, Field.basisMethod)
    let lastDay = section.read(.averageUntil, Field.date)
    guard method == .average else {
      if let field = section[.averageUntil] {
        diagnostics.report(field.error("basis_method is not average", hint: "leave it out"))
      }
      return
    }
    if assetClasses[symbol] != nil, let field = section[.basisMethod] {
      diagnostics.report(
        field.error(
          "average basis is for shares of funds and of reinvestment plans"
            + " (Treas. Reg. §1.1012-1(e)(1))", expected: "specific"))
    }
    averageLastDays[symbol] = .some(lastDay)
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
      let currency = statements[record.symbol]?.currency?.code ?? ExchangeRates.home
      if let stated = record.currency, stated != ExchangeRates.home, stated != currency {
        diagnostics.report(
          file.error(
            record, .price, "is it in \(stated), or in \(currency)?",
            expected: "currency: \(stated) under securities, or the price there"))
      }
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
        .dollars(statement?.currency, on: date.date, rates, into: diagnostics)
    }
    guard priced.count == dates.count else { return nil }
    var security = Security(
      symbol: symbol, prices: priced, spread: statement?.spread ?? spread,
      replacement: statement?.replacement)
    security.isCollectible = statement?.isCollectible ?? false
    return security
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

  /// The price in dollars at the rate of a planning date; `nil` where something is wrong, which is
  /// then collected.
  fileprivate func dollars(
    _ currency: (code: String, field: Field)?, on day: CivilDate, _ rates: ExchangeRates,
    into diagnostics: Diagnostics
  ) -> UnitPrice? {
    guard let (code, field) = currency else { return self }
    let rate = diagnostics.collect(
      try rates.rate(of: code, on: day) { field.error($0, code: .missingKey, expected: $1) })
    guard let price = rate?.dollars(of: self) else { return nil }
    if price <= .mostExpensive { return price }
    diagnostics.report(
      field.error("\(price) is too large", expected: "at most a billion dollars a share"))
    return nil
  }
}
