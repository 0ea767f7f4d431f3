import FederalTax
import Foundation
import Quantities
import Testing

/// Rows of a file of returns that other calculators computed.
struct GoldenFile {
  /// One row: the values by the names of the header.
  struct Row {
    let values: [String: String]

    var name: String { values["case"] ?? "" }

    func text(_ column: String) throws -> String {
      try #require(values[column], "\(name) has no \(column)")
    }

    func int(_ column: String) throws -> Int { try #require(Int(text(column))) }

    func money(_ column: String) throws -> Money { try #require(Money(text(column))) }

    /// An amount that the file may leave blank where the calculators themselves disagree.
    func blankableMoney(_ column: String) throws -> Money? {
      try text(column).isEmpty ? nil : money(column)
    }

    func law() throws -> FederalLaw {
      try FederalLaw.load(
        year: int("year"), status: #require(FilingStatus(rawValue: text("status"))))
    }
  }

  let rows: [Row]

  init(_ name: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Golden"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Row(values: Dictionary(uniqueKeysWithValues: zip(header, cells)))
    }
  }
}

/// The expected and found amounts of one field that differ by more than two cents, or by more than
/// what a less exact calculator can give.
struct Difference: CustomStringConvertible {
  let row: String
  let field: String
  let expected: Money
  let found: Money

  init?(
    _ row: GoldenFile.Row, _ field: String, _ found: Money, tolerance: Money = Money(cents: 2)
  ) throws {
    guard let expected = try row.blankableMoney(field),
      (expected - found).magnitude > tolerance
    else { return nil }
    self.row = row.name
    self.field = field
    self.expected = expected
    self.found = found
  }

  var description: String { "\(row) \(field): expected \(expected), found \(found)" }
}

extension FederalReturn<Money> {
  /// The lines that every file of returns has, by the names of its columns.
  var goldenFields: [(String, Money)] {
    [
      ("senior_deduction", seniorDeduction),
      ("adjusted_gross_income", adjustedGrossIncome),
      ("capital_gain_or_loss", capitalGainOrLoss),
      ("taxable_income", taxableIncome),
      ("regular_tax", regularTax),
      ("amti", alternativeMinimumTaxableIncome),
      ("amt", alternativeMinimumTax),
      ("niit", netInvestmentIncomeTax),
      ("additional_medicare", additionalMedicareTax),
      ("credit", childAndDependentCredit),
      ("total_tax", totalTax),
    ]
  }
}
