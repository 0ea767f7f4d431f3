import Quantities
import TestSupport

/// A kind of household that planners meet.
enum Client: String, CaseIterable {
  /// A single wage earner in the 22% bracket with a few thousand of gains.
  case wageEarner = "wage earner"
  /// A couple below the top of the 0% band.
  case retiree
  /// A couple whose shares vest: wages in the 32% and 35% brackets, gains taken early in the year.
  case tech = "RSU year"
  /// Two children, income around the phaseout of their credit.
  case family
  /// A 300,000 long-term gain from a sale in April.
  case seller = "property sale"
  /// Millions of gains, where the investment-income tax and the alternative minimum tax matter.
  case executive
  /// Losses of earlier years to be used up.
  case carrier = "carryforward"
}

/// Invents households: the same for the same seed.
struct ClientGenerator {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A scenario and its lots, as the files a household would write.
  ///
  /// - Parameters:
  ///   - client: the kind of household; lots scale with its wealth.
  ///   - lots: how many lots.
  ///   - years: how many tax years from 2026, with one planning date each.
  ///   - extra: further lines of the scenario, such as constraints.
  /// - Returns: the texts of `scenario.yaml` and `lots.csv`.
  mutating func files(
    for client: Client, lots: Int, years: Int, extra: String = ""
  ) -> (scenario: String, lots: String) {
    files(
      title: client.rawValue, wealth: wealth(of: client), lots: lots, years: years, extra: extra
    ) { $0.situation(of: client, years: years) }
  }

  /// A scenario and its lots for a situation.
  ///
  /// - Parameters:
  ///   - title: the kind of household.
  ///   - wealth: what the lots are worth together, in dollars.
  ///   - lots: how many lots.
  ///   - years: how many tax years from 2026, with one planning date each.
  ///   - extra: further lines of the scenario, such as constraints.
  ///   - hasCollectibles: whether every fifth security is a collectible.
  ///   - situation: the taxpayer, income and gains, drawn after the lots.
  /// - Returns: the texts of `scenario.yaml` and `lots.csv`.
  mutating func files(
    title: String, wealth: Double, lots: Int, years: Int = 1, extra: String = "",
    hasCollectibles: Bool = false, situation: (inout ClientGenerator) -> String
  ) -> (scenario: String, lots: String) {
    let securities = (0..<min(max(30, lots / 8), 500)).map { security($0) }
    var csv = "account,symbol,acquired,quantity,cost_basis,lot_id\n"
    for number in 1...lots {
      let security = securities[number % securities.count]
      csv += lot(number, of: security, typicalValue: max(400, wealth / Double(lots)))
    }
    var yaml = """
      schema: harvest.scenario/1
      title: \(title), \(lots) lots
      year: 2026
      \(situation(&self))
      planning_dates: [\((0..<years).map { "\(2026 + $0)-10-15" }.joined(separator: ", "))]
      accounts:
        - {id: main, kind: taxable, owner: self, lots: lots.csv}

      """
    if years > 1 { yaml += "outlook: {discount_rate: 3%}\n" }
    yaml += extra + "securities:\n"
    for (index, security) in securities.enumerated() {
      let growth = years > 1 ? ", growth: \(security.growth)%" : ""
      let kind = hasCollectibles && index % 5 == 0 ? ", collectible: true" : ""
      let price = UnitPrice(millionths: security.price * 10_000)
      yaml += "  \(security.symbol): {price: \(price)\(growth)\(kind)}\n"
    }
    return (yaml, csv)
  }

  private struct Listed {
    var symbol: String
    /// The price today in cents.
    var price: Int64
    /// Yearly drift of the price in percent, over the last ten years.
    var drift: Double
    /// Yearly growth to come in percent: of one of a few asset classes.
    var growth: Int
  }

  private mutating func security(_ index: Int) -> Listed {
    Listed(
      symbol: "S\(index + 1)", price: Int64(number(800...40_000)),
      drift: Double(number(-12...22)), growth: [0, 2, 4, 6, 7][index % 5])
  }

  /// What the lots of a client are worth together, in dollars.
  private func wealth(of client: Client) -> Double {
    switch client {
    case .wageEarner: 250_000
    case .retiree: 900_000
    case .tech: 2_000_000
    case .family: 700_000
    case .seller: 1_500_000
    case .executive: 20_000_000
    case .carrier: 1_200_000
    }
  }

  private mutating func lot(
    _ index: Int, of security: Listed, typicalValue: Double
  ) -> String {
    let days = number(5...3_000)
    let value = typicalValue * Double(number(100...1_900)) / 1_000
    // Thousandths of a share, as reinvested dividends leave them.
    let shares = Shares(
      millionths: max(1, Int64(value * 100_000 / Double(security.price))) * 1_000)
    let cost = Double(security.price) * Double(shares.millionths) / 1_000_000
    // The price at purchase: today's, less the drift since, and a quarter either way.
    let drift = 1 + security.drift / 100 * Double(days) / 365
    let noise = Double(number(750...1_250)) / 1_000
    let basis = Int64(cost * noise / max(0.3, drift))
    let acquired = CivilDate(dayNumber: 20_740 - days)
    return "main,\(security.symbol),\(acquired),\(shares),\(Money(cents: basis)),L\(index)\n"
  }

  /// Taxpayer, income and gains: of several years no two are alike.
  private mutating func situation(of client: Client, years: Int) -> String {
    func taxpayer(_ status: String, _ more: String = "") -> String {
      "taxpayer: {filing_status: \(status)\(more)}"
    }
    switch client {
    case .wageEarner:
      return taxpayer("single") + "\n"
        + income("wages", 70_000...105_000, interest: 900, dividends: 2_500, years)
        + capital(0...4_000, 0...6_000, years)
    case .retiree:
      return taxpayer("married_joint") + "\n"
        + income("pensions", 30_000...70_000, interest: 9_000, dividends: 14_000, years)
        + capital(0...0, 0...0, years)
    case .tech:
      return taxpayer("married_joint", ", children_under_17: 1") + "\n"
        + income("wages", 420_000...620_000, interest: 3_000, dividends: 9_000, years)
        + capital(10_000...60_000, 0...90_000, years)
    case .family:
      return taxpayer("married_joint", ", children_under_17: 2") + "\n"
        + income("wages", 330_000...410_000, interest: 2_000, dividends: 6_000, years)
        + capital(0...20_000, 0...60_000, years)
    case .seller:
      return taxpayer("married_joint") + "\n"
        + income("wages", 150_000...260_000, interest: 4_000, dividends: 12_000, years)
        + capital(0...10_000, 0...40_000, years, first: 300_000)
    case .executive:
      return taxpayer("married_joint") + "\n"
        + income("wages", 900_000...2_000_000, interest: 60_000, dividends: 240_000, years)
        + capital(0...500_000, 500_000...4_000_000, years)
    case .carrier:
      return taxpayer("single") + "\n"
        + income("wages", 60_000...180_000, interest: 2_000, dividends: 8_000, years)
        + capital(
          0...5_000, 0...30_000, years,
          more: ", short_term_carryover: \(number(0...30_000)), "
            + "long_term_carryover: \(number(10_000...90_000))")
    }
  }

  private mutating func income(
    _ kind: String, _ range: ClosedRange<Int>, interest: Int, dividends: Int, _ years: Int
  ) -> String {
    "income: {\(kind): \(yearly(range, years)), taxable_interest: \(interest), "
      + "ordinary_dividends: \(dividends), qualified_dividends: \(dividends * 4 / 5)}\n"
  }

  private mutating func capital(
    _ short: ClosedRange<Int>, _ long: ClosedRange<Int>, _ years: Int, first: Int? = nil,
    more: String = ""
  ) -> String {
    "capital: {realized_short_term: \(yearly(short, years)), "
      + "realized_long_term: \(yearly(long, years, first: first))\(more)}"
  }

  /// An amount for each year.
  private mutating func yearly(_ range: ClosedRange<Int>, _ years: Int, first: Int? = nil) -> String
  {
    let amounts = (0..<years).map { year in
      "\(2026 + year): \(year == 0 ? first ?? number(range) : number(range))"
    }
    return "{\(amounts.joined(separator: ", "))}"
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
}
