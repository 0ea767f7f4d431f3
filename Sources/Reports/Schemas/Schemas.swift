import Planning
import Portfolio

private typealias Part = SchemaParts

/// The JSON Schemas (draft-07) of what the program writes and of what `harvest tax` reads.
public enum OutputSchema {
  /// The document of `harvest plan`.
  public static let plan = Part.document(
    "harvest.plan/1",
    Part.object(
      [
        ("schema", Part.name("harvest.plan/1")),
        ("title", Part.string("of the scenario")),
        ("year", Part.integer("the first tax year")),
        ("solver", Part.choice(["optimal", "greedy"], "who made the plan")),
        (
          "termination",
          Part.choice(["optimal", "feasible", "infeasible"], "what is known of the plan")
        ),
        ("rule_year", Part.integer("the year whose published law serves for the first year")),
        ("input_sha256", Part.string("of every input file in order")),
        ("contradiction", Part.contradiction),
        ("tax", planTax),
        ("years", Part.planYears),
        (
          "sales",
          Part.list(
            of: sale,
            "what to sell, by lot and date; shares with another basis or term by themselves"
          )
        ),
        ("wash_sales", Part.washSales),
        ("not_harvestable", Part.list(of: withheld, "lots that cannot be sold")),
        ("comparison", planComparison),
        ("warnings", Part.warnings),
        ("effort", Part.effort),
        ("entities", Part.list(of: entity, "of the household, each planned by itself")),
      ],
      optional: [
        "entities",
        "contradiction", "tax", "years", "sales", "wash_sales", "not_harvestable", "comparison",
        "warnings",
        "effort",
      ], "A plan; contradiction stands in place of what follows it when termination is infeasible.")
  )

  /// The document of `harvest compare`.
  public static let comparison = Part.document(
    "harvest.comparison/1",
    Part.object([
      ("schema", Part.name("harvest.comparison/1")),
      ("scenarios", Part.list(of: comparedScenario, "files and their variants in order")),
      (
        "best",
        Part.list(
          of: Part.object([
            ("title", Part.string("of the scenario")),
            ("plan", Part.nullable(Part.string("the best that breaks no constraint"))),
            ("total", Part.nullable(Part.money("its tax of all years"))),
            ("saved", Part.nullable(Part.money("the tax of holding less its own"))),
          ]), "the best plan of each scenario")
      ),
    ]))

  private static let planTax = Part.object([
    ("total", Part.money("the terms of all years, not discounted")),
    ("bound", Part.nullable(Part.money("no plan has a lower objective"))),
    ("gap", Part.nullable(Part.money("the objective less the bound"))),
    ("without_plan", Part.money("the same when nothing is sold")),
    ("saved_this_year", Part.money("by how much the first year's part of it falls")),
    ("lasting_benefit", Part.money("what is left of it once the tax put off is paid")),
    ("by_term", Part.terms),
    ("objective", Part.objective),
  ])

  private static let sale = Part.object([
    ("date", Part.date("trade date")),
    ("account", Part.string("the account's name")),
    ("symbol", Part.string("the security")),
    ("lot_id", Part.string("the lot")),
    ("acquired", Part.date("trade date of the acquisition")),
    ("quantity", Part.decimal("shares sold")),
    ("price", Part.decimal("dollars a share, before the spread")),
    ("proceeds", Part.money("net of spread and trade cost")),
    ("cost_basis", Part.money("adjusted basis of the shares sold")),
    ("gain", Part.money("proceeds less basis; a loss is negative")),
    ("term", Part.choice(Term.allCases.map(\.rawValue), "of the gain or loss")),
    ("disallowed", Part.money("part of the loss that a wash sale disallows")),
    ("permanent", Part.money("part of it that is lost for good")),
    ("reason", Part.string("why the lot is sold on the date")),
    (
      "reason_code", Part.choice(LotReason.allCases.map(\.rawValue), "stable name of the reason")
    ),
    ("worth", Part.money("by how much the objective rises if the lot is not sold on the date")),
  ])

  private static let entity = Part.object([
    ("name", Part.string("in the household's file")),
    ("kind", Part.choice(["c_corporation", "estate_or_trust"], "what it is")),
    ("plan", ["type": "object", "description": "a document harvest.plan/1 of its own"]),
  ])

  private static let withheld = Part.object([
    ("account", Part.string("the account's name")),
    ("symbol", Part.string("the security")),
    ("lot_id", Part.string("the lot")),
    ("code", Part.string("stable name of the reason")),
    ("reason", Part.string("in words")),
  ])

  private static let planComparison: JSON = {
    let entry = Part.object([
      ("total", Part.money("federal tax of all years")),
      ("left_on_the_table", Part.money("its objective less that of the plan")),
    ])
    return Part.object(
      [("hold", entry), ("greedy", entry)], optional: ["greedy"], "other plans beside this one")
  }()

  private static let comparedScenario = Part.object([
    ("title", Part.string("of the scenario")),
    ("year", Part.integer("the first tax year")),
    (
      "solver", Part.nullable(Part.choice(["optimal", "greedy"], "who made the answer"))
    ),
    ("termination", Part.choice(["optimal", "feasible", "infeasible"], "what is known of it")),
    ("rule_year", Part.integer("the year whose published law serves for the first year")),
    ("input_sha256", Part.string("of every input file in order")),
    (
      "proof",
      Part.nullable(
        Part.object([
          ("bound", Part.money("no plan has a lower objective")),
          ("gap", Part.money("the answer's objective less the bound")),
          ("greedy_leaves", Part.nullable(Part.money("greedy's objective less the answer's"))),
        ]))
    ),
    ("contradiction", Part.nullable(Part.contradiction)),
    ("plans", Part.list(of: comparedPlan, "in the order asked for")),
    ("wash_sales", Part.nullable(Part.washSales)),
    ("warnings", Part.warnings),
    ("effort", Part.nullable(Part.effort)),
  ])

  private static let comparedPlan = Part.object([
    ("plan", Part.string("the maker's name, or the file of a given plan")),
    (
      "broken_constraints",
      Part.list(of: Part.string("in the scenario's words"), "constraints that the plan breaks")
    ),
    ("total", Part.money("the terms of all years, not discounted")),
    ("by_term", Part.terms),
    ("difference_from_hold", Part.money("total less that of selling nothing")),
    (
      "difference_from_answer", Part.nullable(Part.money("total less that of the planner's answer"))
    ),
    ("lasting_benefit", Part.money("what is left once the tax put off is paid")),
    ("objective", Part.objective),
    ("short_term_carryover_out", Part.money("short-term loss left after the last year")),
    ("long_term_carryover_out", Part.money("long-term loss left after the last year")),
    ("sales", Part.integer("number of sales")),
    ("disallowed", Part.money("part of its losses that wash sales disallow")),
    ("permanent", Part.money("part of it that is lost for good")),
    ("proceeds", Part.money("of all sales, net of costs")),
    ("years", Part.years),
  ])
}
