private typealias Part = SchemaParts

extension SchemaParts {
  /// The years of a comparison.
  static let years = Part.list(
    of: Part.object(yearMembers, optional: corporateMembers), "the tax years in order")

  /// The years of a plan, with events and what follows from the income.
  static let planYears = Part.list(
    of: Part.object(
      yearMembers + planYearMembers,
      optional: corporateMembers + planYearMembers.map(\.0)), "the tax years in order")

  private static let corporateMembers = ["losses_carried_in", "losses_expired"]

  private static let yearMembers: [(String, JSON)] = [
    ("year", Part.integer("the tax year, the one in which a fiscal year begins")),
    ("short_term_net", Part.money("Schedule D line 7; of a corporation without losses carried in")),
    ("long_term_net", Part.money("Schedule D line 15; of a corporation without losses carried in")),
    ("capital_gain_or_loss", Part.money("Form 1040 line 7, 1041 line 4, 1120 line 8")),
    ("loss_deducted", Part.money("net capital loss that lowers other income")),
    (
      "short_term_carryover_out",
      Part.money("short-term loss carried to the next year; of a corporation the newer losses")
    ),
    (
      "long_term_carryover_out",
      Part.money("long-term loss carried to the next year; of a corporation the older losses")
    ),
    (
      "adjusted_gross_income",
      Part.money("Form 1040 line 11; of a trust as IRC 67(e) says; Form 1120 line 28")
    ),
    ("taxable_income", Part.money("Form 1040 line 15, 1041 line 23, 1120 line 30")),
    ("total_tax", Part.money("Form 1040 line 24, 1041 line 24, 1120 line 31")),
    ("foreign_tax_carryover_out", Part.money("foreign tax left for other years, positive")),
    ("refundable_credits", Part.money("Form 1040 line 28")),
    ("premium_tax_credit", Part.money("still due; negative where advance credit is paid back")),
    ("state_tax", Part.money("the income tax of the state")),
    ("medicare_premiums", Part.money("what the income adds to premiums two years later")),
    ("cost", Part.money("total tax less refundable credits, with state tax and premiums")),
    ("losses_carried_in", Part.money("of a corporation, positive")),
    ("losses_expired", Part.money("losses of a corporation that no later year can use, positive")),
  ]

  private static let planYearMembers: [(String, JSON)] = [
    ("events", Part.list(of: event, "what happens in the year, in the scenario's order")),
    ("medicare_tier", medicareTier), ("premium_credit", premiumCredit), ("payment", payment),
    ("withholding", withholding),
  ]

  private static let event = Part.object([
    ("title", Part.string("what happens")),
    ("income", Part.money("added to income apart from capital gain")),
    ("capital_gain", Part.money("of both terms")),
    ("business_property", Part.money("gain or loss that joins the netting of IRC 1231")),
    ("withheld", Part.money("federal income tax withheld")),
    (
      "lines",
      Part.list(
        of: Part.object([
          ("form", Part.string("the form or worksheet")),
          ("line", Part.string("its number on it")), ("text", Part.string("what it says")),
          ("amount", Part.money("of the line")),
        ]), "how the amounts come about")
    ),
  ])

  private static let medicareTier = Part.object(
    [
      ("premium_year", Part.integer("when the premiums are paid")),
      (
        "projected_from",
        Part.nullable(Part.integer("the last published premium year, where it is an earlier one"))
      ),
      ("enrollees", Part.integer("the people insured")),
      ("tier", Part.integer("0 where nothing is added")),
      ("tiers", Part.integer("how many there are")),
      ("premiums_added", Part.money("to the premiums of all of them, in the year")),
      (
        "room_to_next_tier", Part.nullable(Part.money("how much more income begins the next tier"))
      ),
    ], "what the income adds to Medicare premiums")

  private static let premiumCredit = Part.object(
    [
      ("household_size", Part.integer("the people of the household")),
      ("percent_of_poverty_line", Part.integer("whole percents that household income is of it")),
      ("last_percent", Part.integer("the last one with a credit")),
      ("income_limit", Part.money("the most household income with a credit")),
      ("room", Part.money("how much more income keeps it; negative where it is lost")),
    ], "how far the end of the premium tax credit is")

  private static let payment = Part.object(
    [
      ("fourth_quarter", Part.money("due on 15 January so that nothing is added to the tax")),
      ("balance_in_april", Part.money("due after that; negative where it is refunded")),
    ], "what is still to be paid of the federal tax")

  private static let withholding = Part.object(
    [
      ("supplemental_wages", Part.money("of the year's events")),
      ("withheld", Part.money("from them")),
      ("tax", Part.money("that they add")),
      ("shortfall", Part.money("tax less what is withheld; negative where that is more")),
    ], "what the tax withheld from supplemental wages leaves to pay")
}
