import Foundation
import HarvestCommand
import Portfolio
import Quantities
import Testing

/// Ledgers with answers that an independent program computed, read as `harvest wash` reads them.
///
/// A line of the file is a line of input with one more member, `expected`. Its rows are arrays, in
/// the order of the properties of ``Sale``, ``Held`` and ``Year``.
struct FrozenLedger: Sendable {
  /// A run of equal shares that is sold, with columns (d), (e) and (g) of Form 8949.
  struct Sale: Sendable, Equatable {
    var names: [String]
    var amounts: [Fraction]
    var dates: [String]
    var columns: [Fraction?]
    var matches: [Match]
  }

  struct Match: Sendable, Equatable {
    var replacement: String
    var quantity: Fraction
    var loss: Fraction
    var isPermanent: Bool
  }

  struct Held: Sendable, Equatable {
    var names: [String]
    var amounts: [Fraction?]
    var dates: [String]
    var isReplacement: Bool
  }

  struct Year: Sendable, Equatable {
    var year: String
    var amounts: [Fraction]
  }

  /// All that is compared of an answer.
  struct Answer: Sendable, Equatable {
    var sales: [Sale]
    var held: [Held]
    var years: [Year]
  }

  let id: String
  let records: LedgerRecords
  let expected: Answer

  /// The line of the file.
  let line: String

  /// Every ledger of the file.
  ///
  /// - Throws: where a line is not of the form.
  static func load() throws -> [FrozenLedger] { try loaded.get() }

  private static let loaded: Result<[FrozenLedger], any Error> = Result {
    let url = try #require(
      Bundle.module.url(
        forResource: "ledgers", withExtension: "ndjson", subdirectory: "Ledgers"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try FrozenLedger(line: String($0))
    }
  }

  private init(line: String) throws {
    self.line = line
    let question = try readWashLine(Array(line.utf8)).get()
    id = question.id
    records = question.records
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let answer = try #require(object?["expected"] as? [String: Any])
    func rows(_ key: String) throws -> [[Any]] { try #require(answer[key] as? [[Any]]) }
    expected = Answer(
      sales: try rows("sales").map { row in
        let matches = try #require(row[16] as? [[Any]])
        return Sale(
          names: try texts(row[0...3]), amounts: try amounts(row[5...9]),
          dates: try texts([row[4], row[10], row[11], row[12]]),
          columns: try optionalAmounts(row[13...15]),
          matches: try matches.map { match in
            Match(
              replacement: try texts(match[0...0])[0], quantity: try amounts(match[1...1])[0],
              loss: try amounts(match[2...2])[0],
              isPermanent: try #require(match[3] as? Int) == 1)
          })
      },
      held: try rows("lots").map { row in
        Held(
          names: try texts(row[0...3]), amounts: try optionalAmounts(row[4...6]),
          dates: try texts(row[7...8]), isReplacement: try #require(row[9] as? Int) == 1)
      },
      years: try rows("years").map { row in
        Year(year: try texts(row[0...0])[0], amounts: try amounts(row[1...4]))
      })
  }
}

private func texts(_ values: some Sequence<Any>) throws -> [String] {
  try values.map { try #require($0 as? String) }
}

private func amounts(_ values: some Sequence<Any>) throws -> [Fraction] {
  try texts(values).map { try #require(Fraction($0)) }
}

private func optionalAmounts(_ values: some Sequence<Any>) throws -> [Fraction?] {
  try texts(values).map { text in
    if text.isEmpty { return nil }
    let amount: Fraction = try #require(Fraction(text))
    return amount
  }
}

extension FrozenLedger.Answer {
  /// What an object of `harvest wash` says.
  ///
  /// - Throws: where a member is missing, or one that follows from others does not.
  init(_ result: [String: Any]) throws {
    func rows(_ key: String) throws -> [[String: Any]] {
      try #require(result[key] as? [[String: Any]])
    }
    func values(_ row: [String: Any], _ keys: String...) throws -> [Any] {
      try keys.map { try #require(row[$0], "\($0) is missing") }
    }
    let form = try rows("form8949")
    let lines = try rows("sales")
    try #require(form.count == lines.count)
    sales = try zip(lines, form).map { row, columns in
      try Self.checkWhatFollows(row, columns)
      let matches = try #require(row["matches"] as? [[String: Any]])
      return FrozenLedger.Sale(
        names: try texts(values(row, "sale", "lot", "account", "symbol")),
        amounts: try amounts(values(row, "qty", "proceeds", "basis", "disallowed", "permanent")),
        dates: try texts(values(row, "date", "acquired", "adj_acquired", "term")),
        columns: try optionalAmounts(values(columns, "d", "e", "g").map { "\($0)" }),
        matches: try matches.map { match in
          FrozenLedger.Match(
            replacement: try texts(values(match, "replacement"))[0],
            quantity: try amounts(values(match, "qty"))[0],
            loss: try amounts(values(match, "loss"))[0],
            isPermanent: try #require(match["permanent"] as? Bool))
        })
    }
    held = try rows("lots").map { row in
      FrozenLedger.Held(
        names: try texts(values(row, "lot", "side", "account", "symbol")),
        amounts: try optionalAmounts(values(row, "qty", "basis") + [row["deferred"] ?? ""]),
        dates: try texts(values(row, "acquired", "adj_acquired")),
        isReplacement: try #require(row["replacement"] as? Bool))
    }
    let totals = try #require(result["years"] as? [String: [String: Any]])
    years = try totals.sorted { $0.key < $1.key }.map { year, row in
      FrozenLedger.Year(
        year: year, amounts: try amounts(values(row, "ST", "LT", "disallowed", "permanent")))
    }
  }

  /// Gain, recognized gain and the other columns follow from what the file keeps.
  private static func checkWhatFollows(_ row: [String: Any], _ form: [String: Any]) throws {
    func amount(_ row: [String: Any], _ key: String) throws -> Fraction {
      let text = "\(try #require(row[key], "\(key) is missing"))"
      return text.isEmpty ? .zero : try #require(Fraction(text))
    }
    try #expect(
      amount(row, "gain") == amount(row, "proceeds") - amount(row, "basis"))
    try #expect(amount(row, "recognized") == amount(row, "gain") + amount(row, "disallowed"))
    try #expect(amount(form, "h") == amount(form, "d") - amount(form, "e") + amount(form, "g"))
    let date = try #require(row["date"] as? String)
    #expect(form["b"] as? String == row["adj_acquired"] as? String)
    #expect(form["c"] as? String == date)
    #expect(form["part"] as? String == (row["term"] as? String == "ST" ? "I" : "II"))
    #expect(form["year"] as? Int == Int(date.prefix(4)))
    try #expect((form["f"] as? String == "W") == amount(row, "disallowed").isPositive)
    let (quantity, symbol) = (row["qty"] as? String ?? "", row["symbol"] as? String ?? "")
    #expect(form["a"] as? String == "\(quantity) sh \(symbol)")
  }
}
