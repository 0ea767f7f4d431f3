import Foundation
import HarvestCommand
import Portfolio
import Reports
import Testing

@Suite("Ledgers with answers of an independent program")
struct FrozenLedgerTests {
  @Test func `harvest wash gives every amount, date and match of every kept ledger`() throws {
    let ledgers = try FrozenLedger.load()
    #expect(ledgers.count == 426)
    #expect(Set(ledgers.map(\.id)).count == ledgers.count)
    for frozen in ledgers {
      let line = washLedgerLine(try WashLedger(frozen.records), id: frozen.id)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["id"] as? String == frozen.id)
      let result = try #require(object["result"] as? [String: Any])
      let found = try FrozenLedger.Answer(result)
      #expect(found.sales == frozen.expected.sales, "\(frozen.id)")
      #expect(found.held == frozen.expected.held, "\(frozen.id)")
      #expect(found.years == frozen.expected.years, "\(frozen.id)")
    }
  }

  @Test func `the kept ledgers reach every part of the rule`() throws {
    let ledgers = try FrozenLedger.load()
    let answers = ledgers.map(\.expected)
    let sales = answers.flatMap(\.sales)
    #expect(sales.count { !$0.matches.isEmpty } > 500)
    #expect(sales.count { $0.matches.count > 1 } > 50)
    #expect(sales.contains { $0.matches.contains(where: \.isPermanent) })
    #expect(sales.contains { $0.dates[3] == "LT" && !$0.matches.isEmpty })
    let actions = ledgers.flatMap(\.records.transactions).map(\.action)
    #expect(actions.contains { if case .cover = $0 { true } else { false } })
    #expect(actions.contains { if case .split = $0 { true } else { false } })
    #expect(ledgers.contains { $0.records.securities.contains { $0.acquires != nil } })
    #expect(answers.contains { Set($0.sales.map { $0.names[3] }).count > 1 })
  }
}
