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
    let securities = (0..<min(max(30, lots / 8), 500)).map { security($0) }
    var csv = "account,symbol,acquired,quantity,cost_basis,lot_id\n"
    for number in 1...lots {
      let security = securities[number % securities.count]
      csv += lot(number, of: security, typicalValue: max(400, wealth(of: client) / Double(lots)))
    }
    var yaml = """
      schema: harvest.scenario/1
      title: \(client.rawValue), \(lots) lots
      year: 2026
      \(situation(of: client))
      planning_dates: [\((0..<years).map { "\(2026 + $0)-10-15" }.joined(separator: ", "))]
      accounts:
        - {id: main, kind: taxable, owner: self, lots: lots.csv}

      """
    if years > 1 { yaml += "outlook: {discount_rate: 3%}\n" }
    yaml += extra + "securities:\n"
    for security in securities {
      let growth = years > 1 ? ", growth: \(security.growth)%" : ""
      yaml +=
        "  \(security.symbol): {price: \(UnitPrice(millionths: security.price * 10_000))\(growth)}\n"
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

  private mutating func situation(of client: Client) -> String {
    func taxpayer(_ status: String, _ more: String = "") -> String {
      "taxpayer: {filing_status: \(status)\(more)}"
    }
    func income(_ wages: Int, _ interest: Int, _ dividends: Int, _ more: String = "") -> String {
      "income: {wages: \(wages), taxable_interest: \(interest), ordinary_dividends: \(dividends), "
        + "qualified_dividends: \(dividends * 4 / 5)\(more)}"
    }
    func capital(_ short: Int, _ long: Int, _ more: String = "") -> String {
      "capital: {realized_short_term: \(short), realized_long_term: \(long)\(more)}"
    }
    return switch client {
    case .wageEarner:
      taxpayer("single") + "\n" + income(number(70_000...105_000), 900, 2_500) + "\n"
        + capital(number(0...4_000), number(0...6_000))
    case .retiree:
      taxpayer("married_joint") + "\n"
        + income(0, 9_000, 14_000, ", pensions: \(number(30_000...70_000))") + "\n" + capital(0, 0)
    case .tech:
      taxpayer("married_joint", ", children_under_17: 1") + "\n"
        + income(number(420_000...620_000), 3_000, 9_000) + "\n"
        + capital(number(10_000...60_000), number(0...90_000))
    case .family:
      taxpayer("married_joint", ", children_under_17: 2") + "\n"
        + income(number(330_000...410_000), 2_000, 6_000) + "\n"
        + capital(number(0...20_000), number(0...60_000))
    case .seller:
      taxpayer("married_joint") + "\n" + income(number(150_000...260_000), 4_000, 12_000) + "\n"
        + capital(0, 300_000)
    case .executive:
      taxpayer("married_joint") + "\n"
        + income(number(900_000...2_000_000), 60_000, 240_000, "") + "\n"
        + capital(number(0...500_000), number(500_000...4_000_000))
    case .carrier:
      taxpayer("single") + "\n" + income(number(60_000...180_000), 2_000, 8_000) + "\n"
        + capital(
          0, number(0...30_000),
          ", short_term_carryover: \(number(0...30_000)), long_term_carryover: \(number(10_000...90_000))"
        )
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
}
