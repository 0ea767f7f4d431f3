public import Quantities

/// What a planner answers.
public enum PlanAnswer: Sendable {
  /// A plan was found.
  case plan(PlanOutcome)
  /// No plan satisfies the constraints, or none was found that does.
  case contradiction(Contradiction)
}

/// A plan and how it was found.
public struct PlanOutcome: Sendable {
  /// The plan at its exact price.
  public var priced: PricedPlan
  /// Who made the plan.
  public var maker: PlanMaker
  /// The proof, when a bound is known.
  public var proof: Proof?
  /// The greedy plan that the search began with; `nil` when this is the greedy plan itself, or
  /// where greedy found none that the constraints allow.
  public var greedy: PricedPlan?
  /// What the reader must know, in order of weight.
  public var notices: [Notice]
  /// What the solver did.
  public var effort: Effort

  /// An outcome with all its properties.
  public init(
    priced: PricedPlan, maker: PlanMaker, proof: Proof? = nil, greedy: PricedPlan? = nil,
    notices: [Notice] = [],
    effort: Effort = Effort()
  ) {
    self.priced = priced
    self.maker = maker
    self.proof = proof
    self.greedy = greedy
    self.notices = notices
    self.effort = effort
  }
}

/// Who made a plan.
public enum PlanMaker: String, Sendable, Hashable, CaseIterable {
  /// The integer model, solved to a bound.
  case optimal
  /// The hand-written planner.
  case greedy
  /// Sells nothing.
  case hold
  /// Sells every lot that stands at a loss.
  case harvestAll = "harvest_all"
  /// The same orders, oldest lots first.
  case firstInFirstOut = "fifo"
  /// The same orders, highest basis first.
  case highestCost = "highest_cost"
  /// The same orders, in the order of brokers' tax-lot optimizers.
  case brokerOrder = "broker_order"
  /// The household's own plan, read from a file.
  case given
}

/// What is proven of a plan.
public struct Proof: Sendable, Hashable {
  /// No plan has a lower objective than this; rounded down to cents.
  public var bound: Money
  /// How far the plan's objective lies above the bound; not negative.
  public var gap: Money
  /// Whether the search ended by itself rather than at a limit.
  public var isComplete: Bool

  /// A proof of a plan with a bound.
  public init(bound: Money, gap: Money, isComplete: Bool) {
    self.bound = bound
    self.gap = gap
    self.isComplete = isComplete
  }
}

/// Something the reader of a plan must know.
public struct Notice: Sendable, Hashable {
  /// A stable name, such as `wash_sales_not_examined`.
  public var code: String
  /// One sentence.
  public var message: String
  /// The place in the scenario it is about, or empty.
  public var path: String

  /// A notice with all its properties.
  public init(code: String, message: String, path: String = "") {
    self.code = code
    self.message = message
    self.path = path
  }
}

/// Constraints that no plan satisfies together, or that none was found to satisfy.
public struct Contradiction: Sendable, Hashable {
  /// The constraints in the scenario's own words; of a proven contradiction each is needed.
  public var constraints: [String]
  /// What is missing and by how much, without a closing stop.
  public var message: String
  /// Whether it is proven that there is no plan; otherwise a search has merely found none.
  public var isProven: Bool

  /// A contradiction with all its properties.
  public init(constraints: [String], message: String, isProven: Bool = true) {
    self.constraints = constraints
    self.message = message
    self.isProven = isProven
  }
}
