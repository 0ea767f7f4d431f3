import FederalTax
import InputFiles
import Portfolio
import Quantities

extension LotFile.Record {
  /// The lot with its amounts in dollars; what they were is noted.
  ///
  /// A basis is translated at the rate of the day of purchase. That of a gift is the donor's, whose
  /// day is the start of the holding period; its value is that of the day it was given. Where the
  /// currency has made that value the greater of the two, the donor's basis is the only one.
  ///
  /// - Parameters:
  ///   - rates: those that the scenario states.
  ///   - file: the file of the record.
  /// - Returns: the same lot where its amounts are in dollars already.
  /// - Throws: an error at the currency of the lot where a rate is missing.
  func translated(
    by rates: ExchangeRates, of file: LotFile
  ) throws(InputError) -> LotFile.Record {
    guard let currency, currency != ExchangeRates.home else { return self }
    func rate(on day: CivilDate) throws(InputError) -> ExchangeRate {
      try rates.rate(of: currency, on: day) {
        file.error(self, .currency, $0, code: .missingKey, expected: $1)
      }
    }
    let bought = try rate(on: kind == .gift ? holdingStart ?? acquired : acquired)
    var record = self
    record.basis = bought.dollars(of: basis)
    guard record.basis <= largestReturnAmount else {
      throw file.error(
        self, .costBasis, "\(record.basis) is too large", expected: "at most a trillion dollars")
    }
    if let giftValue {
      let value = try rate(on: acquired).dollars(of: giftValue)
      record.giftValue = value < record.basis ? value : nil
    }
    let own = "basis \(basis.separated) \(currency) at \(bought)"
    record.note = note.isEmpty ? own : "\(note); \(own)"
    return record
  }
}
