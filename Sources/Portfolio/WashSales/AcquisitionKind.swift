/// How shares came into an account: by a purchase that can replace shares sold at a loss, or not.
public enum AcquisitionKind: String, Sendable, Hashable, CaseIterable {
  /// An order to buy.
  case purchase
  /// A reinvested dividend.
  case drip
  /// An automatic investment, such as a monthly plan or a robo-adviser's rebalancing.
  case automatic
  /// A contribution that is invested on arrival.
  case contribution
  /// Shares that vest: Rev. Rul. 73-329 takes stock for services as a purchase.
  case vest
  /// A purchase under an employee stock purchase plan, IRC §423.
  case espp
  /// Shares bought by exercising an option.
  case exercise
  /// An exchange on which all gain and loss is recognized, IRC §1091(a).
  case taxableExchange = "taxable_exchange"
  /// Entering a contract or option to acquire, Treas. Reg. §1.1091-1(f).
  case contract
  /// A gift, IRC §1015.
  case gift
  /// A bequest, IRC §1014.
  case inherit
  /// A dividend paid in shares, IRC §305(a).
  case stockDividend = "stock_dividend"
  /// Shares of a corporation set free, IRC §355.
  case spinoff
  /// An exchange or conversion on which no gain or loss is recognized.
  case conversion

  /// Whether shares so acquired can make a loss nondeductible: a purchase or a wholly taxable
  /// exchange, Treas. Reg. §1.1091-1(f).
  public var isPurchase: Bool {
    switch self {
    case .purchase, .drip, .automatic, .contribution, .vest, .espp, .exercise, .taxableExchange,
      .contract:
      true
    case .gift, .inherit, .stockDividend, .spinoff, .conversion: false
    }
  }
}
