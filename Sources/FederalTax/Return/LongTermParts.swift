import Quantities

/// Parts of income that are taxed at long-term rates, beside what a rate schedule taxes.
public struct LongTermParts<Amount: TaxAmount>: Sendable {
  /// What is taxed at 15%.
  public let middle: Amount
  /// What is taxed at 20%.
  public let top: Amount
  /// What is taxed at 25%; `nil` where there can be none.
  public var unrecaptured1250: Amount?
  /// What is taxed at 28%; `nil` where there can be none.
  public var collectibles: Amount?

  /// Parts at 15% and 20%, and where there can be, at 25% and 28%.
  public init(
    middle: Amount, top: Amount, unrecaptured1250: Amount? = nil, collectibles: Amount? = nil
  ) {
    self.middle = middle
    self.top = top
    self.unrecaptured1250 = unrecaptured1250
    self.collectibles = collectibles
  }
}

extension LongTermParts<Money> {
  /// The tax on the parts in millionths of a cent, which nothing has rounded.
  func millionths(at rates: LongTermRates) -> Int128 {
    Self.product(middle, rates.middleRate) + Self.product(top, rates.topRate)
      + Self.product(unrecaptured1250, rates.unrecaptured1250Rate)
      + Self.product(collectibles, rates.collectiblesRate)
  }

  private static func product(_ amount: Money?, _ rate: Rate) -> Int128 {
    guard let amount else { return 0 }
    return Int128(amount.cents) * Int128(rate.millionths)
  }
}
