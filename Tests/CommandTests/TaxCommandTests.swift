import Foundation
import Testing

@Suite("harvest tax")
struct TaxCommandTests {
  private func answers(_ input: String) throws -> (status: Int32, lines: [[String: Any]]) {
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run("tax", input: input)
    #expect(run.error == "")
    return (run.status, try run.output.split(separator: "\n").map { try object(String($0)) })
  }

  /// 90,000 less the standard deduction of 16,100 in 2026 is 73,900; 10% of 12,400, 12% of the next
  /// 38,000 and 22% of the last 23,500 are 10,970 (Rev. Proc. 2025-32).
  @Test func `a line of amounts is answered by a line of the return`() throws {
    let (status, lines) = try answers(Examples.question("a"))
    #expect(status == 0)
    let answer = try #require(lines.first)
    #expect(answer["id"] as? String == "a")
    #expect(answer["taxable_income"] as? String == "73900.00")
    #expect(answer["regular_tax"] as? String == "10970.00")
    #expect(answer["total_tax"] as? String == "10970.00")
    #expect(answer["itemized"] as? Bool == false)
    #expect(answer["taxable_social_security"] as? String == "0.00")
  }

  @Test func `the members of an answer stand in the order of the contract`() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run("tax", "-", input: Examples.question("a"))
    let names = run.output.split(separator: ",").compactMap { $0.split(separator: "\"").first }
      .map(String.init).filter { $0 != "{" }
    #expect(
      names == [
        "adjusted_gross_income", "capital_gain_or_loss", "taxable_social_security", "itemized",
        "deduction", "senior_deduction", "taxable_income", "regular_tax",
        "alternative_minimum_taxable_income", "alternative_minimum_tax",
        "net_investment_income_tax", "additional_medicare_tax", "child_and_dependent_credit",
        "total_tax", "short_term_carryover_out", "long_term_carryover_out", "ira_deduction",
        "qualified_business_deduction", "foreign_tax_credit", "refundable_child_credit",
        "rule_year",
      ])
    #expect(run.output.hasPrefix(#"{"id":"a","#))
  }

  @Test func `every fault is answered in its line and the run goes on`() throws {
    let faults: [(line: String, code: String, path: String)] = [
      (Examples.question("b", #", "wage": 1"#), "unknown_key", "wage"),
      (Examples.question("b", #", "wages": 1"#), "duplicate_key", ""),
      (Examples.question("b", #", "pensions": "1.234""#), "invalid_value", "pensions"),
      (Examples.question("b", #", "pensions": 1e3"#), "invalid_value", "pensions"),
      (Examples.question("b", #", "spouse_wages": 1"#), "invalid_value", "spouse_wages"),
      (Examples.question("b", #", "taxable_interest": -1"#), "invalid_value", "taxable_interest"),
      (
        Examples.question("b", #", "qualified_dividends": 1"#), "invalid_value",
        "qualified_dividends"
      ),
      (Examples.question("b", #", "age": 131"#), "invalid_value", "age"),
      (
        Examples.question("b", #", "long_term_gain": 92000000000000000"#), "invalid_value",
        "long_term_gain"
      ),
      (
        Examples.question("b", #", "social_security_benefits": -1"#), "invalid_value",
        "social_security_benefits"
      ),
      (
        Examples.question("b", #", "distribution_deduction": 5"#), "invalid_value",
        "distribution_deduction"
      ),
      (
        #"{"id": "b", "year": 2026, "filing_status": "estate_or_trust", "mortgage_interest": 5}"#
          + "\n", "invalid_value", "mortgage_interest"
      ),
      (
        #"{"id": "b", "year": 2026, "filing_status": "estate_or_trust", "qualified_business_income": 5}"#
          + "\n", "invalid_value", "qualified_business_income"
      ),
      (
        Examples.question("b", #", "tax_computation": "cents""#), "invalid_value",
        "tax_computation"
      ),
      (
        #"{"id": "b", "year": 2026, "filing_status": "corporation"}"# + "\n", "invalid_value",
        "filing_status"
      ),
      (#"{"id": "b", "year": 1999, "filing_status": "single"}"# + "\n", "not_supported", "year"),
      (#"{"year": 2026, "filing_status": "single"}"# + "\n", "missing_key", "id"),
      (#"{"id": "b", "year": 2026}"# + "\n", "missing_key", "filing_status"),
      ("[1]\n", "invalid_value", ""), ("{\n", "invalid_syntax", ""),
      (String(repeating: "[", count: 10_000) + "\n", "invalid_syntax", ""),
      ("\u{1}\n", "invalid_text", ""),
      (String(repeating: "x", count: 2_000_000) + "\n", "invalid_text", ""),
    ]
    let input = faults.map(\.line).joined() + "\n  \n" + Examples.question("last")
    let (status, lines) = try answers(input)
    #expect(status == 65)
    #expect(lines.count == faults.count + 1)
    for (index, (fault, answer)) in zip(faults, lines).enumerated() {
      let error = answer["error"] as? [String: Any]
      #expect(error?["code"] as? String == fault.code, "line \(index + 1)")
      #expect(error?["path"] as? String == fault.path, "line \(index + 1)")
      #expect(error?["line"] as? Int == index + 1)
    }
    #expect(lines.last?["total_tax"] as? String == "10970.00")
  }

  @Test func `a last line needs no break`() throws {
    let (status, lines) = try answers(String(Examples.question("a").dropLast()))
    #expect(status == 0)
    #expect(lines.count == 1)
  }

  /// The middle of the row from 73,900 bears 10,975.50, half a dollar up.
  @Test func `the printed table is used where it is asked for`() throws {
    let (_, lines) = try answers(Examples.question("a", #", "tax_computation": "table""#))
    #expect(lines.first?["regular_tax"] as? String == "10976.00")
  }

  /// Benefits of 20,000 beside 90,000 are taxed at 85%; 30,000 of interest and 10,000 of state tax
  /// are more than 16,100.
  @Test func `the whole return is answered`() throws {
    let more =
      #", "social_security_benefits": 20000, "mortgage_interest": 30000, "state_income_tax": 10000"#
    let (status, lines) = try answers(Examples.question("a", more))
    #expect(status == 0)
    #expect(lines.first?["taxable_social_security"] as? String == "17000.00")
    #expect(lines.first?["itemized"] as? Bool == true)
    #expect(lines.first?["deduction"] as? String == "40000.00")
    #expect(lines.first?["taxable_income"] as? String == "67000.00")
  }

  @Test func `amounts that few returns have are read into their places`() throws {
    let (status, lines) = try answers(
      Examples.question("a", #", "ira_contribution": 8000, "covered_by_plan": true"#)
        + Examples.question("b", #", "business_income": 10000, "qualified_business_income": 10000"#)
        + Examples.question("c", #", "foreign_tax_paid": 9, "foreign_passive_income": 9000"#)
        + #"{"id": "d", "year": 2025, "filing_status": "estate_or_trust", "trust": "estate","#
        + #" "taxable_interest": 5000, "distribution_deduction": 4000}"#)
    #expect(status == 0)
    // 1,000 below the end of the range, 75% of them.
    #expect(lines[0]["ira_deduction"] as? String == "750.00")
    #expect(lines[1]["qualified_business_deduction"] as? String == "2000.00")
    #expect(lines[2]["foreign_tax_credit"] as? String == "9.00")
    #expect(lines[3]["taxable_income"] as? String == "400.00")
  }

  @Test func `an answer says whose year's law it is by`() throws {
    let later = #"{"id": "b", "year": 2029, "filing_status": "single", "pensions": 90000}"#
    let (_, lines) = try answers(Examples.question("a") + later)
    #expect(lines.map { $0["rule_year"] as? Int } == [2026, 2026])
    let (_, earlier) = try answers(later.replacing("2029", with: "2024"))
    #expect(earlier.map { $0["rule_year"] as? Int } == [2024])
  }

  @Test func `gain outside investment income has the name that scenarios give it`() throws {
    let gain = #", "other_gains": 300000, "gain_outside_investment_income": 300000"#
    let (status, lines) = try answers(
      Examples.question("a", gain) + Examples.question("b", #", "gain_outside_investment": 1"#))
    #expect(status == 65)
    #expect(lines[0]["net_investment_income_tax"] as? String == "0.00")
    #expect((lines[1]["error"] as? [String: Any])?["path"] as? String == "gain_outside_investment")
  }

  @Test func `a trust has its own brackets`() throws {
    let (status, lines) = try answers(
      #"{"id": "t", "year": 2025, "filing_status": "estate_or_trust", "taxable_interest": 20000}"#)
    #expect(status == 0)
    #expect(lines.first?["total_tax"] as? String == "5511.00")
  }

  @Test func `a file that is not there is bad input`() throws {
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run("tax", "nowhere.ndjson")
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.error.contains("nowhere.ndjson"))
  }

  @Test func `fifteen thousand lines are answered in their order`() throws {
    let input = (0..<15_000).map { Examples.question("\($0)", #", "pensions": \#($0)"#) }.joined()
    let (status, lines) = try answers(input)
    #expect(status == 0)
    #expect(lines.compactMap { $0["id"] as? String } == (0..<15_000).map(String.init))
  }
}
