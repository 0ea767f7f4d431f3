import Portfolio

/// What a record of activity says that happened.
enum ActivityAction: Equatable {
  /// Shares came into the account; `nil` where the word only says that they were bought.
  case acquisition(AcquisitionKind?)
  /// Shares were sold.
  case sale
  /// Nothing that could make a loss nondeductible.
  case ignored
  /// Something whose rule is not modelled, with its name and what to do instead.
  case notModelled(rule: String, remedy: String)

  /// Understands the words of households and brokers; neither case nor `_` and `-` matter.
  ///
  /// Every kind of acquisition is also an action. Words that brokers use for shares and for cash
  /// mean cash where the record names no security. There is no action for a word that is not known.
  ///
  /// - Parameters:
  ///   - word: the word of the record.
  ///   - hasSymbol: whether the record names a security.
  init?(_ word: String, hasSymbol: Bool) {
    let words = word.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }
    let name = words.joined(separator: " ")
    if !hasSymbol, Self.cashWords.contains(name) {
      self = .ignored
    } else if let kind = AcquisitionKind(rawValue: words.joined(separator: "_")) {
      self = .acquisition(kind == .purchase ? nil : kind)
    } else if let action = Self.actions[name] {
      self = action
    } else {
      return nil
    }
  }

  /// What the messages offer.
  static let expected = "buy, sell, reinvest, vest, espp, exercise, gift, inherit, dividend"

  /// Words for suggestions, in order.
  static let words = (actions.keys + AcquisitionKind.allCases.map(\.rawValue)).sorted()

  private static let cashWords: Set<String> = ["contribution", "transfer", "journal"]

  private static let actions: [String: ActivityAction] = {
    var actions: [String: ActivityAction] = [:]
    for (kind, words) in acquisitionWords {
      for word in words { actions[word] = .acquisition(kind) }
    }
    for word in saleWords { actions[word] = .sale }
    for word in ignoredWords { actions[word] = .ignored }
    for (rule, remedy, words) in unmodelled {
      for word in words { actions[word] = .notModelled(rule: rule, remedy: remedy) }
    }
    return actions
  }()

  private static let acquisitionWords: [(AcquisitionKind?, [String])] = [
    (nil, ["buy", "bought", "buy to open", "you bought"]),
    (.drip, ["reinvest", "reinvest shares", "reinvestment", "dividend reinvestment"]),
    (.automatic, ["auto invest", "automatic investment", "recurring buy"]),
    (.vest, ["release", "rsu vest", "vesting"]),
    (.espp, ["espp purchase"]),
    (.exercise, ["option exercise"]),
    (.gift, ["gift received"]),
    (.inherit, ["inheritance", "inherited"]),
    // An exchange between funds is a sale of one and a purchase of the other, IRC §1001(c).
    (.taxableExchange, ["exchange in", "exchange buy", "exchange to"]),
  ]

  private static let saleWords = [
    "sell", "sold", "sale", "sell to close", "sell to cover", "you sold", "redemption",
    "exchange out", "exchange sell", "exchange from",
  ]

  private static let ignoredWords = [
    "dividend", "cash dividend", "qualified dividend", "interest", "capital gain distribution",
    "fee", "deposit", "withdrawal", "tax", "tax withheld", "cash",
  ]

  private static let unmodelled: [(rule: String, remedy: String, words: [String])] = [
    (
      "short sales, 26 U.S.C. §§1091(e), 1233", "leave the symbol's losses out of the plan",
      [
        "short", "sell short", "short sale", "sell to open", "cover", "buy to cover",
        "buy to close",
      ]
    ),
    (
      "options assigned or expired, 26 U.S.C. §1234",
      "state shares that an assignment bought as a buy",
      ["assign", "assigned", "assignment", "option assignment", "expire", "expired", "expiration"]
    ),
    (
      "splits, 26 U.S.C. §307", "state every quantity as after the split and leave the record out",
      ["split", "stock split", "forward split", "reverse split"]
    ),
    (
      "mergers and reorganizations, 26 U.S.C. §§354, 358",
      "state every symbol and quantity as after it and leave the record out",
      ["merger", "reorganization", "tender", "name change", "symbol change"]
    ),
    (
      "exchanges that do not say which side they are, 26 U.S.C. §§1001, 354",
      "write exchange_out for the fund given up and exchange_in for the one received, which is a"
        + " sale and a purchase; of a tax-free exchange leave the record out",
      ["exchange"]
    ),
    (
      "distributions that reduce basis, 26 U.S.C. §301(c)(2)",
      "state cost_basis of later sales and leave the record out",
      ["return of capital", "nondividend distribution"]
    ),
    (
      "worthless securities, 26 U.S.C. §165(g)", "leave the record out and check its year by hand",
      ["worthless", "write off"]
    ),
    (
      "transfers of shares between accounts",
      "state the purchase in the account that holds the shares, and leave the record out",
      ["transfer", "transfer in", "transfer out", "journal"]
    ),
    (
      "shares given away, 26 U.S.C. §§170, 1015",
      "reduce the quantity of the buy and leave the record out",
      ["donate", "donation", "gift given"]
    ),
  ]
}
