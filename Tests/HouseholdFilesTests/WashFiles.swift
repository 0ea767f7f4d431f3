import Foundation
import HouseholdFiles
import Planning
import Portfolio

extension MemoryFiles {
  /// The template whose remarks on purchases and wash sales are made lines.
  static var templateWithWashSales: String {
    let parts = ScenarioTemplate.scenario.components(separatedBy: "# purchases:")
    let rest = parts[1].replacingOccurrences(of: "\n#   ", with: "\n  ")
      .replacingOccurrences(of: "# wash_sales:", with: "wash_sales:")
    return parts[0] + "purchases:" + rest
  }

  /// A taxable account with lots and activity, and a Roth account with activity only.
  static func washSales(
    lots: String = "", activity: String = "", roth: String = "", lines: String = ""
  ) -> MemoryFiles {
    MemoryFiles(
      scenario: """
        schema: harvest.scenario/1
        title: Wash sales
        year: 2026
        taxpayer: {filing_status: single}
        planning_dates: [2026-12-15]
        accounts:
          - {id: a, kind: taxable, lots: lots.csv, transactions: a.csv}
          - {id: r, kind: roth_ira, transactions: r.csv}

        """ + lines,
      lots: "account,symbol,acquired,quantity,cost_basis,price,lot_id,kind\n" + lots,
      others: [
        "a.csv":
          "date,action,symbol,quantity,price,fee,amount,cost_basis,acquired,lot_id,kind,disallowed,id\n"
          + activity,
        "r.csv": "date,action,symbol,quantity\n" + roth,
      ])
  }

  /// The past sales: name, shares, proceeds, basis, acquisition date and lot.
  func pastSales() throws -> [String] {
    try scenario().wash.pastSales.map { sale in
      "\(sale.id): \(sale.shares) at \(sale.proceeds), \(sale.basis) of \(sale.acquired)"
        + (sale.lot.map { ", lot \($0)" } ?? "")
    }
  }

  /// The purchases: name, shares and kind.
  func purchases() throws -> [String] {
    try scenario().wash.purchases.map { "\($0.id): \($0.shares) \($0.kind.rawValue)" }
  }
}
