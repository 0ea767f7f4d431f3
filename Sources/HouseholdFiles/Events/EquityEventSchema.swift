extension EventSchema {
  /// The members of a JSON object, one a line as in the rest of the schema.
  private static func members(_ members: [String]) -> String {
    members.joined(separator: ",\n            ")
  }

  /// A key whose value is of a definition of the schema.
  private static func key(_ name: String, _ definition: String, _ description: String) -> String {
    "\"\(name)\": {\"$ref\": \"#/definitions/\(definition)\", \"description\": \"\(description)\"}"
  }

  private static func text(_ name: String, _ description: String) -> String {
    "\"\(name)\": {\"type\": \"string\", \"minLength\": 1, \"description\": \"\(description)\"}"
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ choices: [Choice], _ description: String
  ) -> String {
    let values = choices.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    return "\"\(name)\": {\"enum\": [\(values)], \"description\": \"\(description)\"}"
  }

  private static func truth(_ name: String, _ description: String) -> String {
    "\"\(name)\": {\"type\": \"boolean\", \"description\": \"\(description)\"}"
  }

  private static var title: String {
    text("title", "What reports call it; by default what it is and its day.")
  }

  /// Shares that vest.
  static var vest: Definition {
    Definition(
      description:
        "Shares that vest: wages of their value, and a lot or a purchase to come of those delivered.",
      required: ["date", "account", "symbol", "shares", "price"],
      properties: members([
        title, key("date", "date", "The day of the vest."),
        text("account", "The account that receives the shares."), text("symbol", "What vests."),
        key("shares", "shares", "All that vest, those withheld included."),
        key("price", "price", "The value of a share on the day."),
        key(
          "shares_withheld", "shares",
          "Those that the employer keeps; by default none, and the tax is taken from pay."),
        key(
          "withholding_rate", "rate",
          "The rate of withholding, at least 22%. By default 22% and 37% beyond a million a year."),
        key(
          "withheld", "money",
          "Federal income tax withheld; by default the value of shares_withheld, or by the rate."),
        truth("spouse", "Whether they are wages of the spouse on a joint return."),
        text("lot_id", "The name of the lot."),
        key("broker_basis", "money", "The basis that the broker reports, where it is wrong."),
      ]))
  }

  private static let planKeys = [
    key("grant_date", "date", "The day of the grant; Form 3922 box 1."),
    key("grant_value", "price", "The value of a share on it; box 3."),
    key("purchase_value", "price", "The value of a share at the purchase; box 4."),
    key("price_paid", "price", "What was paid for a share; box 5."),
    key(
      "grant_price", "price",
      "The price as if exercised on the day of the grant; box 8. By default price_paid."),
  ]

  /// Shares bought under a plan.
  static var stockPlanPurchase: Definition {
    Definition(
      description: "A purchase under an employee stock purchase plan, IRC 423.",
      required: [
        "date", "account", "symbol", "shares", "grant_date", "grant_value", "purchase_value",
        "price_paid",
      ],
      properties: members(
        [
          title, key("date", "date", "The day of the purchase."),
          text("account", "The account that receives the shares."),
          text("symbol", "What is bought."), key("shares", "shares", "How many are bought."),
          text("lot_id", "The name of the lot."),
        ] + planKeys))
  }

  /// Shares of a plan that are sold.
  static var stockPlanSale: Definition {
    Definition(
      description:
        "A sale of shares of an employee stock purchase plan: ordinary income and a gain or loss.",
      required: [
        "date", "account", "symbol", "shares", "price", "purchase_date", "grant_date",
        "grant_value", "purchase_value", "price_paid",
      ],
      properties: members(
        [
          title, key("date", "date", "The day of the sale."),
          text("account", "The account of the shares; they are no lot of its file."),
          text("symbol", "What is sold."), key("shares", "shares", "How many are sold."),
          key("price", "price", "What a share brings."),
          key("costs", "money", "Costs of the sale."),
          key("purchase_date", "date", "The day of the purchase; Form 3922 box 2."),
          key(
            "broker_basis", "money", "The basis that the broker reports; by default what was paid."),
        ] + planKeys))
  }

  /// A share in what an entity earns.
  static var partnerShare: Definition {
    let amounts: [(PartnerShareKey, String)] = [
      (.ordinaryBusiness, "Ordinary business income, or loss."),
      (.rental, "Net rental income, or loss."), (.royalties, "Royalties."),
      (.interest, "Taxable interest."), (.taxExemptInterest, "Tax-exempt interest."),
      (.ordinaryDividends, "All dividends."), (.qualifiedDividends, "A part of the dividends."),
      (.shortTermGain, "Short-term gain, or loss."),
      (.longTermGain, "Long-term gain, or loss, that of collectibles included."),
      (.collectiblesGain, "The part of the long-term gain or loss that is of collectibles."),
      (.section1231, "Net gain or loss of business property."),
      (.unrecaptured1250, "Unrecaptured section 1250 gain, a part of the gains."),
      (.section179, "Property expensed, at most active business income."),
      (.otherDeductions, "Other deductions of the trade."),
      (.charityCash, "Gifts to charity in cash."),
      (.foreignTax, "Foreign tax on passive income."),
      (.foreignPassiveIncome, "Foreign passive income, a part of the income."),
      (.qualifiedBusinessIncome, "Qualified business income, IRC 199A."),
      (.qualifiedBusinessLimit, "Its limit by wages and property."),
      (
        .selfEmploymentEarnings,
        "Box 14; refused unless zero, and needed of an active partner with business income."
      ),
      (.guaranteedPayments, "Refused unless zero: they are self-employment earnings."),
    ]
    return Definition(
      description: "A Schedule K-1, box by box.", required: ["year", "entity"],
      properties: members(
        [
          title, key("year", "year", "The tax year of the return that it enters."),
          choice("entity", EntityKind.allCases, "What it is a share of."),
          choice(
            "activity", ActivityKind.allCases,
            "Whether the owner takes a material part in the trade; by default passive."),
          truth(
            "passive_loss_allowed", "That passive losses stated here are those Form 8582 allows."),
        ] + amounts.map { key($0.0.rawValue, "money", $0.1) }))
  }

  /// The sale of an interest.
  static var interestSale: Definition {
    Definition(
      description: "The sale of an interest in a partnership or of S corporation stock.",
      required: ["date", "acquired", "price", "basis", "activity"],
      properties: members([
        title, key("date", "date", "The day of the sale."),
        choice(
          "entity", [EntityKind.partnership, .corporation],
          "What it is an interest in; by default a partnership."),
        choice(
          "activity", ActivityKind.allCases,
          "Whether the owner takes a material part: such gain is no net investment income."),
        key("acquired", "date", "The day from which the interest was held."),
        key("price", "money", "What the buyer pays."),
        key("costs", "money", "Costs of the sale."),
        key("liabilities", "money", "The share of liabilities that the buyer takes over."),
        key("basis", "money", "The adjusted basis, the share of liabilities included."),
        key("hot_assets", "money", "Gain or loss of receivables and inventory: ordinary."),
        key("unrecaptured_1250_gain", "money", "The share of unrecaptured section 1250 gain."),
        key("collectibles_gain", "money", "The share of the gain in collectibles."),
        key(
          "investment_gain", "money", "Of an active owner: the gain in the entity's investments."),
        key("suspended_losses", "money", "Passive losses that the sale sets free."),
      ]))
  }

  /// Stock that its corporation buys back.
  static var redemption: Definition {
    Definition(
      description: "Stock that its corporation buys back, IRC 302.",
      required: ["date", "acquired", "price", "basis", "treatment"],
      properties: members([
        title, key("date", "date", "The day of the redemption."),
        key("acquired", "date", "The day on which the stock was acquired."),
        key("price", "money", "What the corporation pays."),
        key("basis", "money", "The basis of the stock redeemed."),
        choice("treatment", RedemptionTreatment.allCases, "The test that is met, or dividend."),
        key("votes_before", "rate", "The part of the votes before; for the test by percentages."),
        key("votes_after", "rate", "The part of the votes after."),
        key("earnings_and_profits", "money", "Of a dividend: what the payment can come from."),
        truth("qualified", "Of a dividend: whether it is qualified; by default it is."),
      ]))
  }

  /// A distribution of a fund.
  static var fundDistribution: Definition {
    let value = "in all, or of one share where shares are stated"
    return Definition(
      description:
        "Dividends and capital gain that a fund distributes. The amounts are taken as stated: shares "
        + "that the plan sells before the date still count.",
      required: ["date", "symbol"],
      properties: members([
        title, key("date", "date", "The day on which it is paid."), text("symbol", "The fund."),
        key("shares", "shares", "The shares held; amounts are then those of one share."),
        key("ordinary_dividends", "price", "All dividends, \(value)."),
        key("qualified_dividends", "price", "A part of the dividends."),
        key("capital_gain", "price", "Long-term capital gain; box 2a."),
        key("unrecaptured_1250_gain", "price", "A part of the capital gain; box 2b."),
        key("collectibles_gain", "price", "A part of the capital gain; box 2d."),
        key("foreign_tax_paid", "price", "Foreign tax; box 7."),
      ]))
  }

  /// Something that has become worthless.
  static var worthless: Definition {
    Definition(
      description: "A security that has become worthless, IRC 165(g), or a token given up.",
      required: ["year", "symbol", "acquired", "basis"],
      properties: members([
        title, key("year", "year", "The year; the loss is of its last day."),
        choice("asset", WorthlessAssetKind.allCases, "By default a security."),
        text("symbol", "What became worthless; it is no lot any more."),
        key("acquired", "date", "The day on which it was acquired."),
        key("basis", "money", "Its adjusted basis."),
        truth(
          "abandoned", "Of a token only: that it was given up for good, which is no deduction."),
      ]))
  }
}
