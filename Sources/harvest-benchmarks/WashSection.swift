import GLPKSolver
import HarvestCommand
import Planning
import Portfolio
import Quantities
import Reports
import TestSupport

/// Ledgers as `harvest wash` reads and writes them.
func washLedgers() throws -> Table {
  var table = Table(
    "Wash-sale ledgers, lines of JSON", ["transactions", "all", "of which matching", "output"])
  for count in [1_000, 10_000, 100_000] {
    let line = ledgerLine(transactions: count)
    var matching: [Duration] = []
    var bytes = 0
    let runs = try (0..<5).map { _ in
      try ContinuousClock().measure {
        let records = try readWashLine(line).get().records
        let start = ContinuousClock.now
        let ledger = try WashLedger(records)
        matching.append(start.duration(to: .now))
        bytes = washLedgerLine(ledger, id: "l").utf8.count
      }
    }
    table.add([
      "\(count)", median(runs)?.milliseconds ?? "", median(matching)?.milliseconds ?? "",
      "\((bytes + 50_000) / 100_000 * 100_000 / 1_000) kB",
    ])
  }
  return table
}

/// Purchases and sales of 200 securities over a year, a third of them sales of what was bought first.
private func ledgerLine(transactions: Int) -> [UInt8] {
  var random = SplitMix64(seed: 7)
  var held = Array(repeating: 0, count: 200)
  var text = #"{"id":"l","accounts":[{"id":"T","type":"taxable","owner":"self"},"#
  text += #"{"id":"R","type":"roth","owner":"self"}],"transactions":["#
  let start = CivilDate(dayNumber: 20_089)
  for index in 0..<transactions {
    let day = start.adding(days: index * 365 / transactions)
    let symbol = Int.random(in: held.indices, using: &random)
    let price = Int.random(in: 8_000...12_000, using: &random)
    let isSale = held[symbol] >= 10 && Int.random(in: 0..<3, using: &random) == 0
    if isSale { held[symbol] -= 10 } else { held[symbol] += 10 }
    if index > 0 { text += "," }
    text += #"{"id":"t\#(index)","type":"\#(isSale ? "sell" : "buy")","date":"\#(day)","#
    text +=
      #""account":"T","symbol":"S\#(symbol)","qty":"10","price":"\#(Money(cents: Int64(price)))"}"#
  }
  return Array((text + "]}").utf8)
}

/// Proofs of one year with purchases in the windows of its planning date.
func washPlans() throws -> Table {
  var table = Table(
    "Plans with purchases near, one year, files read included",
    ["lots, purchases", "median", "slowest", "gap, median", "gap, largest", "disallowed, median"])
  for (lots, purchases) in [(20, 4), (200, 40), (2_000, 40)] {
    var times: [Duration] = []
    var gaps: [Money] = []
    var disallowed: [Money] = []
    for (index, client) in Client.allCases.enumerated() {
      var generator = ClientGenerator(seed: UInt64(index + 1))
      let scheduled = scheduledPurchases(purchases, securities: max(2, lots / 10), seed: index)
      let household = try Household(
        generator.files(for: client, lots: lots, years: 1, extra: scheduled))
      let start = ContinuousClock.now
      let planner = Planner(try household.problem(), solver: GLPKSolver())
      let answer = try planner.optimal(PlannerOptions(timeLimit: 60))
      times.append(start.duration(to: .now))
      guard case .plan(let outcome) = answer, let proof = outcome.proof else { continue }
      gaps.append(proof.gap)
      disallowed.append(outcome.priced.wash.disallowed)
      if CommandLine.arguments.contains("-v") {
        print(
          "   ", client.rawValue, times.last?.milliseconds ?? "", proof.gap, outcome.effort,
          outcome.priced.sales.count, outcome.priced.wash.disallowed)
      }
    }
    table.add([
      "\(lots), \(purchases)", median(times)?.milliseconds ?? "", times.max()?.milliseconds ?? "",
      median(gaps)?.description ?? "", gaps.max()?.description ?? "",
      median(disallowed)?.description ?? "",
    ])
  }
  return table
}

/// Purchases that cannot be stopped, within 30 days of the planning date.
private func scheduledPurchases(_ count: Int, securities: Int, seed: Int) -> String {
  var random = SplitMix64(seed: UInt64(seed + 1))
  let date = CivilDate(dayNumber: 20_740)
  return (0..<count).reduce(into: "purchases:\n") { text, _ in
    let symbol = Int.random(in: 1...securities, using: &random)
    let day = date.adding(days: Int.random(in: 1...30, using: &random))
    let shares = Int.random(in: 1...20, using: &random)
    text += "  - {account: main, symbol: S\(symbol), date: \(day), shares: \(shares), "
    text += "kind: drip, can_stop: false}\n"
  }
}
