import InputFiles
import Planning
import Portfolio
import Quantities

/// Finds what a sale in a taxable account brought, and the basis and acquisition of its shares.
///
/// A record that states `cost_basis`, and the day of the acquisition by `acquired` or by the name
/// of a lot, is taken at its word. Otherwise basis and day are those of the purchases in the record
/// from which the shares come; a sale of several purchases is several past sales.
struct SaleReader {
  let sale: ActivityEntry
  /// The shares sold by their purchases in the record.
  let pieces: [AcquisitionBook.Piece]
  let book: AcquisitionBook
  let lots: [Lot]

  /// The sale, or its parts, in order of acquisition.
  func sales(names: inout RecordNames) throws(InputError) -> [PastSale] {
    let record = sale.record
    guard let proceeds = record.amount else {
      throw sale.error(
        .amount, "is empty", code: .missingKey,
        expected: "what the sale brought net of fees, or price and fee")
    }
    let named = book.lot(named: record.lotID, in: sale.holding)
    if let named, let acquired = record.acquired, lots[named].acquired != acquired {
      throw sale.error(
        .acquired, "lot \(lots[named].id) was acquired on \(lots[named].acquired)")
    }
    let sales: [PastSale]
    if let basis = record.basis, let acquired = record.acquired ?? named.map({ lots[$0].acquired })
    {
      sales = [
        PastSale(
          id: "", account: sale.account, symbol: record.symbol, date: record.date,
          shares: record.shares, proceeds: proceeds, basis: basis, acquired: acquired,
          holdingStart: record.holdingStart ?? named.map { lots[$0].holdingStart },
          lot: named ?? (record.lotID == nil ? book.onlyLot(of: sale.holding, on: acquired) : nil))
      ]
    } else if sale.file.lacksRecords {
      // The purchase may be the record that could not be read, which is reported already.
      return []
    } else {
      try checkPieces()
      sales = try parts(proceeds)
    }
    return try withDisallowedLoss(sales).map { sale in
      var sale = sale
      sale.id = name(&names, isFirst: sale.id.isEmpty)
      return sale
    }
  }

  /// Throws unless the record tells which purchases were sold.
  private func checkPieces() throws(InputError) {
    let record = sale.record
    let known = pieces.reduce(Shares.zero) { $0 + $1.shares }
    if known < record.shares {
      throw sale.error(
        .costBasis, "the record has the purchase of \(known) of \(record.shares) shares sold",
        code: .missingKey, expected: "cost_basis and acquired, or the purchase")
    }
    let days = pieces.map { book.acquisitions[$0.acquisition].entry.record.date }
    if record.lotID == nil, record.acquired == nil, let last = days.last,
      let older = book.lots(of: sale.holding, before: last).first
    {
      throw sale.error(
        .lotID, "first in first out would take lot \(lots[older].id), which is still held",
        code: .missingKey, expected: "lot_id, or cost_basis and acquired")
    }
    if days.count > 1, let column = stated.first {
      let list = days.map(\.description).joined(separator: ", ")
      throw sale.error(
        column, "belongs to shares acquired on \(list)",
        expected: "a record for each with its acquired and cost_basis")
    }
  }

  /// The columns of the record that are about one lot only.
  private var stated: [ActivityColumn] {
    [
      sale.record.basis.map { _ in .costBasis }, sale.record.disallowed.map { _ in .disallowed },
      sale.record.holdingStart.map { _ in .holdingStart },
    ].compactMap(\.self)
  }

  /// The sale by the purchases that its shares come from.
  private func parts(_ proceeds: Money) throws(InputError) -> [PastSale] {
    let record = sale.record
    var parts: [PastSale] = []
    var before = Shares.zero
    for piece in pieces {
      let acquisition = book.acquisitions[piece.acquisition]
      let bought = acquisition.entry.record
      guard
        let basis = record.basis
          ?? acquisition.cost(of: piece.shares, after: piece.soldBefore)
      else {
        throw sale.error(
          .costBasis, "the purchase on \(bought.date) states no cost", code: .missingKey,
          expected: "cost_basis, or amount or price of the purchase")
      }
      let through = before + piece.shares
      parts.append(
        PastSale(
          id: parts.isEmpty ? "" : "part", account: sale.account, symbol: record.symbol,
          date: record.date, shares: piece.shares,
          proceeds: through.portion(of: proceeds, outOf: record.shares)
            - before.portion(of: proceeds, outOf: record.shares),
          basis: basis, acquired: bought.date,
          holdingStart: record.holdingStart ?? bought.holdingStart, lot: acquisition.lots.first))
      before = through
    }
    return parts
  }

  private func withDisallowedLoss(_ sales: [PastSale]) throws(InputError) -> [PastSale] {
    guard let disallowed = sale.record.disallowed, var only = sales.first else { return sales }
    let loss = max(.zero, only.basis - only.proceeds)
    if disallowed > loss {
      throw sale.error(.disallowed, "\(disallowed) is more than the loss, \(loss)")
    }
    only.disallowed = disallowed
    return [only]
  }

  private func name(_ names: inout RecordNames, isFirst: Bool) -> String {
    if isFirst, let id = sale.record.id { return id }
    return names.unused(
      sale.record.id ?? "\(sale.account) \(sale.record.symbol) sale \(sale.record.date)")
  }
}
