import HarvestCommand
import Portfolio
import Reports
import Testing

@Suite("harvest wash on kept ledgers")
struct WashLedgersTests {
  @Test func `the program answers the lines of a file in order, as the ledger itself does`() throws
  {
    let file = "Tests/PortfolioTests/WashSales/Ledgers/ledgers.ndjson"
    let lines = try Repository.read(file).split(separator: "\n")
    let binary = try Binary()
    defer { binary.remove() }
    let run = try binary.run("wash", Repository.path(file))
    #expect(run.status == 0, "\(run.error)")
    let answers = run.output.split(separator: "\n")
    try #require(answers.count == lines.count)
    for (line, answer) in zip(lines, answers) {
      let question = try readWashLine(Array(line.utf8)).get()
      #expect(
        String(answer) == washLedgerLine(try WashLedger(question.records), id: question.id))
    }
  }
}
