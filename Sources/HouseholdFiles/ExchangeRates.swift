import InputFiles
import Portfolio
import Quantities

/// The exchange rates that a scenario states: dollars for a unit of a currency, by day.
///
/// A rate holds on its day only. No other day stands for one that is missing: which rate a household
/// uses for a day is its own choice, and it has to be the same for all.
struct ExchangeRates {
  private var rates: [String: [CivilDate: ExchangeRate]] = [:]

  /// The currency of the return.
  static let home = "USD"

  /// Reads `exchange_rates`.
  init(_ top: Section<ScenarioKey>) {
    let diagnostics = top.diagnostics
    for (key, value) in diagnostics.collect(try top[.exchangeRates]?.mapping())?.pairs ?? [] {
      guard let currency = diagnostics.collect(try key.currencyCode()) else { continue }
      if currency == Self.home {
        diagnostics.report(key.error("a dollar is worth a dollar", hint: "leave it out"))
      }
      for (day, rate) in diagnostics.collect(try value.mapping())?.pairs ?? [] {
        guard let day = diagnostics.collect(try day.date()),
          let rate = diagnostics.collect(try rate.exchangeRate())
        else { continue }
        rates[currency, default: [:]][day] = rate
      }
    }
  }

  /// The rate of a currency on a day.
  ///
  /// - Parameters:
  ///   - currency: a code of three letters.
  ///   - day: of the purchase or the sale.
  ///   - error: makes an error at the place that asks for the rate, of what was found and what
  ///     should have been there.
  /// - Returns: one for dollars.
  /// - Throws: that error where no rate is stated.
  func rate(
    of currency: String, on day: CivilDate, error: (String, String) -> InputError
  ) throws(InputError) -> ExchangeRate {
    if currency == Self.home { return .one }
    guard let rate = rates[currency]?[day] else {
      throw error(
        "no exchange rate of \(currency) on \(day)",
        "exchange_rates: {\(currency): {\(day): dollars}}")
    }
    return rate
  }
}

extension Field {
  /// A currency by its code of three capital letters, ISO 4217.
  func currencyCode() throws(InputError) -> String {
    let code = try text()
    guard code.utf8.count == 3,
      code.utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
    else { throw error("\"\(code)\" is not a currency", expected: "three letters, such as EUR") }
    return code
  }

  fileprivate func exchangeRate() throws(InputError) -> ExchangeRate {
    let text = try text()
    guard let rate = ExchangeRate(text) else {
      throw error(
        "\"\(text)\" is not an exchange rate",
        expected: "dollars for a unit, above zero, at most nine decimals, such as 1.1342")
    }
    return rate
  }
}
