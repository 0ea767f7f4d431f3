import Planning
import Portfolio

extension SchemaParts {
  /// The member `wash_sales` of a plan and of a compared scenario.
  static let washSales = object(
    [
      ("disallowed", money("part of the plan's losses that wash sales disallow")),
      ("permanent", money("part of it that is lost for good")),
      ("matches", list(of: match, "what replaces what, past sales included")),
      ("do_not_buy", list(of: span, "what may not be bought, in any account, and until when")),
      (
        "accounts",
        list(
          of: object([("account", string("the account's name")), ("effect", effect)]),
          "what a purchase in each account would do")
      ),
      ("blackouts", list(of: blackout, "the windows of sales at a loss")),
      ("stops", list(of: purchase, "purchases that must be stopped so that the plan holds")),
      ("purchases_in_window", list(of: purchase, "other purchases that count")),
      ("safe_dates", list(of: safeDate, "lots at a loss with purchases near")),
      ("replacements", list(of: replacement, "what to buy instead, and when to buy back")),
      ("assumptions", list(of: assumption, "readings of the law that the plan touches")),
      ("policy", policy),
      ("coverage", coverage),
      (
        "provisional",
        list(
          of: object([
            ("sale", sale), ("last_day", date("last day on which a purchase counts")),
            ("final_on", date("day on which the year is final")),
          ]), "sales whose window reaches into the next year")
      ),
    ], "wash sales, IRC 1091")

  private static let shares = decimal("shares")
  private static let symbols = list(
    of: string("symbol"), "the security and those identical to it")
  private static let effect = choice(
    WashOutlook.Effect.allCases.map(\.rawValue), "what a purchase does to the loss")

  private static func flag(_ description: String) -> JSON {
    ["type": "boolean", "description": .string(description)]
  }

  private static let sale = object(
    [
      ("kind", choice(["planned", "past"], "whether the plan makes it")),
      ("id", string("the lot sold, or the record of the past sale")),
      ("date", date("trade date")),
    ], "a sale at a loss")

  private static let source: [(String, JSON)] = [
    ("source", choice(["lot", "purchase"], "what it is")),
    ("id", string("its name")), ("account", string("the account's name")),
    ("symbol", string("the security")), ("date", date("trade date")),
  ]

  private static let match = object([
    ("sale", sale), ("replaced_by", object(source)), ("shares", shares),
    ("loss", money("disallowed")), ("permanent", flag("whether it is lost for good")),
  ])

  private static let span = object([
    ("symbols", symbols), ("from", date("first day")), ("through", date("last day")),
    ("exposed_shares", shares), ("loss_at_stake", money("of the exposed shares")),
    ("sales", list(of: sale)),
  ])

  private static let blackout = object([
    ("sale", sale), ("symbols", symbols), ("account", string("of the sale")),
    ("symbol", string("sold")), ("first", date("first day")), ("last", date("last day")),
    ("shares", shares), ("loss", money("of the sale, positive")), ("exposed_shares", shares),
    ("exposed_loss", money("of the shares that nothing replaces")),
  ])

  private static let purchase = object([
    ("id", string("its name")), ("date", date("trade date")),
    ("account", string("the account's name")), ("symbol", string("the security")),
    ("shares", shares), ("estimated", flag("whether the number of shares is an estimate")),
    ("scheduled", flag("whether it is yet to come")),
    ("kind", choice(AcquisitionKind.allCases.map(\.rawValue), "how the shares are acquired")),
    ("effect", effect), ("matched_shares", decimal("shares sold that it replaces")),
    ("deferred", money("loss that moves into its basis")),
    ("permanent", money("loss that it destroys")),
  ])

  private static let safeDate = object([
    ("lot_id", string("the lot")), ("account", string("the account's name")),
    ("symbol", string("the security")), ("date", date("planning date looked at")),
    ("free_from", date("first day without a purchase in the way, as far as they are known")),
    (
      "free_when_sold_together",
      flag("whether the date is free once the shares in the way are sold too")
    ),
    (
      "obstacles",
      list(
        of: object(
          source + [
            ("shares", shares),
            (
              "remedy",
              choice(WashOutlook.SafeDay.Remedy.allCases.map(\.rawValue), "what can be done")
            ), ("effect", effect),
          ]))
    ),
    ("replaced_shares", decimal("shares replaced if all is sold on the date all the same")),
    ("deferred", money("their loss that moves into a basis")),
    ("permanent", money("their loss that is lost for good")),
  ])

  private static let replacement = object([
    ("symbol", string("the security sold")), ("date", date("trade date")), ("shares", shares),
    ("proceeds", money("of the shares, net of costs")),
    ("inside_1091", flag("whether wash sales concern the security")),
    ("replacement", nullable(string("what the scenario says to buy instead"))),
    (
      "relation",
      nullable(
        choice(Replacement.Relation.allCases.map(\.rawValue), "how alike the scenario takes them"))
    ),
    ("decided_by", nullable(string("who decided it; may be empty"))),
    (
      "obstacle",
      nullable(
        choice(
          WashOutlook.Rebuy.Obstacle.allCases.map(\.rawValue), "why the replacement is not offered")
      )
    ),
    ("buy_back_from", date("first day on which buying back costs no loss")),
    ("gain_per_percent", money("short-term gain of swapping back, for each 1% of rise")),
  ])

  private static let assumption = object([
    (
      "policy",
      choice(WashOutlook.Assumption.Switch.allCases.map(\.rawValue), "the switch of the policy")
    ),
    ("reading", string("that the plan is made with")),
    (
      "other_readings",
      list(
        of: object([
          ("reading", string("name of the other reading")),
          ("recognized_change", money("change of the gain recognized in the first year")),
          ("tax_change", money("change of the first year's tax")),
          ("further_stops", list(of: string("a purchase to stop as well"))),
        ]))
    ),
  ])

  private static let policy = object(
    [
      (
        "same_lot", choice(WashPolicy.SameLot.allCases.map(\.rawValue), "rest of the same purchase")
      ),
      (
        "same_day_sales",
        choice(WashPolicy.SameDaySales.allCases.map(\.rawValue), "sales of one day")
      ),
      (
        "older_lots",
        choice(WashPolicy.OlderLots.allCases.map(\.rawValue), "shares bought before those sold")
      ),
      ("tacking", choice(WashPolicy.Tacking.allCases.map(\.rawValue), "holding period")),
      ("spouse", choice(WashPolicy.Spouse.allCases.map(\.rawValue), "the spouse's purchases")),
      (
        "retirement_counts",
        list(
          of: choice(AccountKind.allCases.map(\.rawValue), "kind of account"),
          "accounts not taxed whose purchases count")
      ),
      ("vest", choice(WashPolicy.Vest.allCases.map(\.rawValue), "shares that vest")),
      ("crypto_subject_from", nullable(date("first day on which crypto assets are inside"))),
    ], "the readings of the law")

  private static let coverage = object(
    [
      ("complete", flag("whether every purchase near the plan is known")),
      (
        "accounts",
        list(
          of: object([
            ("account", string("the account's name")),
            (
              "activity",
              choice(ActivityCoverage.allCases.map(\.rawValue), "what is known of its purchases")
            ),
          ]))
      ),
      (
        "accounts_not_supplied",
        nullable(
          list(
            of: string("in the household's words"), "accounts outside; null when it does not say"))
      ),
    ], "which purchases are known")
}
