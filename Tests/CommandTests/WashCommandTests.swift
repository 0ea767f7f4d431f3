import Foundation
import Testing

@Suite struct WashCommandTests {
  private func run(_ input: String) throws -> (status: Int32, lines: [[String: Any]]) {
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run("wash", "-", input: input)
    return (run.status, try run.output.split(separator: "\n").map { try object(String($0)) })
  }

  private func line(_ transactions: String, _ rest: String = "") -> String {
    #"{"id":"a","accounts":[{"id":"T","type":"taxable","basis":1}],"transactions":["#
      + transactions + "]\(rest)}\n"
  }

  private let bought =
    #"{"id":"b1","type":"buy","date":"2024-01-10","account":"T","symbol":"X","qty":"3","price":"10","fee":"1","settle":"2024-01-12"},"#
  private let sold =
    #"{"id":"s1","type":"sell","date":"2024-06-03","account":"T","symbol":"X","qty":2,"price":7.5}"#

  @Test func `amounts are exact, and unknown keys are left alone`() throws {
    let (status, lines) = try run(line(bought + sold))
    #expect(status == 0)
    let result = try #require(lines.first?["result"] as? [String: Any])
    let sale = try #require((result["sales"] as? [[String: Any]])?.first)
    #expect(sale["basis"] as? String == "62/3")
    #expect(sale["recognized"] as? String == "-17/3")
    let form = try #require((result["form8949"] as? [[String: Any]])?.first)
    #expect(form["e"] as? String == "20.67")
    #expect(form["h"] as? String == "-5.67")
    let provisional = try #require(result["provisional"] as? [[String: Any]])
    #expect(provisional.first?["provisional_until"] as? String == "2024-07-03")
    let policy = try #require(result["policy"] as? [String: Any])
    #expect(policy["retirement_counts"] as? [String] == ["ira", "roth", "sep", "simple"])
    #expect(policy["crypto_subject_from"] is NSNull)
    #expect((result["policy_effects"] as? [Any])?.isEmpty == true)
  }

  @Test func `all that is wrong with a line is answered, and the run goes on`() throws {
    let faulty =
      #"{"id":"b1","type":"buy","date":"2024-13-10","account":"T","symbol":"X","qty":"x","price":"10"},"#
      + #"{"id":"s1","type":"sold","date":"2024-01-10"}"#
    let (status, lines) = try run(line(faulty) + line(bought + sold))
    #expect(status == 65)
    #expect(lines.count == 2)
    let errors = try #require(lines[0]["errors"] as? [[String: Any]])
    #expect(
      errors.map { $0["path"] as? String }
        == ["transactions[0].date", "transactions[0].qty", "transactions[1].type"])
    #expect(errors.map { $0["transaction"] as? String } == ["b1", "b1", "s1"])
    #expect((lines[0]["error"] as? [String: Any])?["line"] as? Int == 1)
    #expect(lines[1]["result"] != nil)
  }

  @Test(arguments: [
    (#", "counterparty": "sister""#, "IRC 267"), (#", "lots": [{"lot":"b9","qty":"2"}]"#, "b9"),
  ])
  func `what the ledger lacks is refused by name`(key: String, word: String) throws {
    let (status, lines) = try run(line(bought + sold.dropLast() + key + "}"))
    #expect(status == 65)
    let error = try #require(lines[0]["error"] as? [String: Any])
    #expect((error["message"] as? String)?.contains(word) == true)
  }

  @Test func `average basis is refused by name`() throws {
    let (status, lines) = try run(
      line(bought + sold, #", "securities": {"X": {"basis_method": "average"}}"#))
    #expect(status == 65)
    let error = try #require(lines[0]["error"] as? [String: Any])
    #expect(error["code"] as? String == "not_supported")
    #expect(error["path"] as? String == "securities.X.basis_method")
  }
}
