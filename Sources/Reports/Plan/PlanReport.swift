import FederalTax
public import Planning
import Quantities

/// A plan with everything that its reader is told: what the text and the JSON both say.
public struct PlanReport: Sendable {
  /// What might be sold.
  public let problem: Problem
  /// The plan and how it was found.
  public let outcome: PlanOutcome
  /// Selling nothing, for comparison.
  public let hold: PricedPlan
  /// What the plan is worth once the tax it puts off is paid.
  public let lasting: LastingBenefit
  /// The plan's sales as the broker is told them, in the plan's order.
  public let orders: [PricedOrder]
  /// Why each of the orders is made.
  public let reasons: [SaleExplanation]
  /// What the plan means for wash sales.
  public let wash: WashOutlook
  /// What the reader must know.
  public let notices: [Notice]

  /// A report on a plan.
  ///
  /// - Parameters:
  ///   - outcome: the plan.
  ///   - problem: what might be sold.
  ///   - hold: selling nothing.
  public init(_ outcome: PlanOutcome, of problem: Problem, hold: PricedPlan) {
    let pricer = PlanPricer(problem)
    self.problem = problem
    self.outcome = outcome
    self.hold = hold
    lasting = pricer.lastingBenefit(of: outcome.priced, over: hold)
    orders = outcome.priced.orders
    reasons = PlanExplainer(pricer, priced: outcome.priced).explanationsOfSales()
    wash = WashOutlook(problem, outcome.priced)
    notices = standingNotices(problem, outcome.priced, after: outcome.notices)
  }

  var priced: PricedPlan { outcome.priced }
  var scenario: Scenario { problem.scenario }

  /// By how much the first year's tax falls.
  var savedThisYear: Money {
    guard let without = hold.years.first, let with = priced.years.first else { return .zero }
    return without.result.fullCost - with.result.fullCost
  }
}

extension PlanOutcome {
  /// Whether the search was stopped before it ended by itself.
  public var stoppedAtLimit: Bool {
    // A solver that ends by itself always leaves a proof.
    proof.map { !$0.isFinal } ?? (maker == .optimal)
      || notices.contains { $0.code == "stopped_at_limit" }
  }

  /// What is known of the plan, as a stable name.
  ///
  /// A search can end by itself with a gap: whole shares, or a cost for each of many sales, leave
  /// one. Within a dollar the plan counts as optimal.
  var termination: String {
    guard let proof, proof.isFinal else { return "feasible" }
    return proof.gap <= Money(dollars: 1) || isBelowMinimumBenefit ? "optimal" : "feasible"
  }

  /// Whether nothing is sold because the best plan saves too little.
  var isBelowMinimumBenefit: Bool { notices.contains { $0.code == "below_minimum_benefit" } }
}

extension Proof {
  /// Whether nothing is left to search: the search ended by itself, or the bound was reached.
  var isFinal: Bool { isComplete || gap == .zero }
}

extension PlanMaker {
  /// The plan's name in headings and sentences.
  public var title: String {
    switch self {
    case .optimal: "Optimal"
    case .greedy: "Greedy"
    case .hold: "Hold"
    case .harvestAll: "Harvest everything"
    case .firstInFirstOut: "First in, first out"
    case .highestCost: "Highest cost first"
    case .brokerOrder: "Broker order"
    case .given: "Given plan"
    }
  }
}

extension Scenario {
  /// The first tax year.
  var firstYear: Int { years[0].year }
  /// The last tax year.
  var lastYear: Int { years[years.count - 1].year }
  /// The years in words, such as `2026` or `2026 to 2028`.
  var yearsInWords: String {
    firstYear == lastYear ? "\(firstYear)" : "\(firstYear) to \(lastYear)"
  }
  /// The year whose published law serves for the first tax year.
  var ruleYear: Int { years[0].law.publishedYear }
}
