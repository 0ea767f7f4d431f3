import InputFiles
import Planning
import Portfolio

extension HouseholdEvents {
  /// The purchases that events are, named like those that the file lists.
  ///
  /// - Parameters:
  ///   - stated: the purchases that the file lists; one that is an event too is reported.
  ///   - diagnostics: receives what is counted twice.
  ///   - names: those taken by other records.
  /// - Returns: the purchases in order of the file.
  func purchases(
    besides stated: [Purchase], diagnostics: Diagnostics, names: inout RecordNames
  ) -> [Purchase] {
    func report(_ account: String, _ symbol: String, _ purchase: Purchase, _ field: Field) {
      diagnostics.report(
        field.error(
          "the shares that come on \(purchase.date) are among the purchases too",
          code: .duplicateKey, hint: "take \(symbol) in \(account) out of purchases"))
    }
    func isSame(_ purchase: Purchase, _ other: Purchase) -> Bool {
      purchase.account == other.account && purchase.symbol == other.symbol
        && purchase.date == other.date && purchase.kind == other.kind
    }
    for event in lots {
      let lot = event.lot
      let own = Purchase(
        id: "", account: lot.account, symbol: lot.symbol, date: lot.acquired,
        shares: lot.quantity, kind: lot.acquisition)
      if stated.contains(where: { isSame($0, own) }) {
        report(lot.account, lot.symbol, own, event.field)
      }
    }
    return purchases.map { purchase, field in
      if stated.contains(where: { isSame($0, purchase) }) {
        report(purchase.account, purchase.symbol, purchase, field)
      }
      var named = purchase
      named.id = names.unused(
        "\(purchase.account) \(purchase.symbol) \(purchase.kind.rawValue) \(purchase.date)")
      return named
    }
  }

  /// The sales at a loss that events are, with names.
  func pastSales(names: inout RecordNames) -> [PastSale] {
    pastSales.map { sale in
      var named = sale
      named.id = names.unused("\(sale.account) \(sale.symbol) sale \(sale.date)")
      return named
    }
  }
}
