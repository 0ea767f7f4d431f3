import InputFiles
import Portfolio
import Quantities

/// The types of records, as they are written.
enum WashRecordType: String, CaseIterable {
  case buy, receive, sell, worthless, split, transfer, short, cover
}

extension WashReader {
  /// What a record says happened; `nil` when a part of it is missing or wrong.
  mutating func action(
    _ type: WashRecordType, _ mapping: Mapping
  ) -> LedgerTransaction.Action? {
    switch type {
    case .buy:
      let kind = choice(AcquisitionKind.self, mapping.optional("kind")) ?? .purchase
      return trade(mapping).map { .buy($0, kind) }
    case .receive: return receipt(mapping)
    case .sell:
      refuseCounterparty(mapping)
      let lots = identified(mapping)
      return trade(mapping).map { .sell($0, lots) }
    case .worthless:
      let account = text(required(mapping, "account"))
      let symbol = text(required(mapping, "symbol"))
      let quantity = number(mapping.optional("qty"))
      guard let account, let symbol else { return nil }
      return .worthless(account: account, symbol: symbol, quantity: quantity)
    case .split:
      let symbol = text(required(mapping, "symbol"))
      let ratio = number(required(mapping, "ratio"))
      guard let symbol, let ratio else { return nil }
      return .split(symbol: symbol, ratio: ratio)
    case .transfer:
      refuseCounterparty(mapping)
      let lot = text(required(mapping, "lot"))
      let from = text(mapping.optional("from") ?? mapping.optional("account"))
      let destination = text(required(mapping, "to"))
      guard let lot, let destination else { return nil }
      return .transfer(lot: lot, from: from, to: destination)
    case .short: return trade(mapping).map { .short($0) }
    case .cover:
      let lots = identified(mapping)
      return trade(mapping).map { .cover($0, lots) }
    }
  }

  private mutating func trade(_ mapping: Mapping) -> LedgerTransaction.Trade? {
    let account = text(required(mapping, "account"))
    let symbol = text(required(mapping, "symbol"))
    let quantity = number(required(mapping, "qty"))
    let price = number(required(mapping, "price"))
    let fee = number(mapping.optional("fee")) ?? .zero
    guard let account, let symbol, let quantity, let price else { return nil }
    return LedgerTransaction.Trade(
      account: account, symbol: symbol, quantity: quantity, price: price, fee: fee)
  }

  private mutating func receipt(_ mapping: Mapping) -> LedgerTransaction.Action? {
    let account = text(required(mapping, "account"))
    let symbol = text(required(mapping, "symbol"))
    let quantity = number(required(mapping, "qty"))
    let basis = number(required(mapping, "basis"))
    let acquired = date(mapping.optional("acquired"))
    // Words for what is no purchase are many, and all mean the same here.
    if let field = mapping.optional("kind"), let word = text(field),
      AcquisitionKind(rawValue: word)?.isPurchase == true
    {
      report(field.error("\"\(word)\" is a purchase", expected: "a record of the type buy"))
    }
    guard let account, let symbol, let quantity, let basis else { return nil }
    return .receive(
      account: account, symbol: symbol, quantity: quantity, basis: basis, acquired: acquired)
  }

  private mutating func identified(_ mapping: Mapping) -> [LedgerTransaction.Identified] {
    let fields = collect(try mapping.optional("lots")?.sequence()) ?? []
    return fields.compactMap { identified($0) }
  }

  private mutating func identified(_ field: Field) -> LedgerTransaction.Identified? {
    guard let entry = collect(try field.mapping()) else { return nil }
    let lot = text(required(entry, "lot"))
    let quantity = number(required(entry, "qty"))
    guard let lot, let quantity else { return nil }
    return LedgerTransaction.Identified(lot: lot, quantity: quantity)
  }

  private mutating func refuseCounterparty(_ mapping: Mapping) {
    guard let field = mapping.optional("counterparty") else { return }
    report(
      field.error(
        "needs a rule that is not modelled: losses between related parties, IRC 267",
        code: .notSupported))
  }
}
