public import Planning
import Quantities

/// Plans of one scenario in columns.
public struct ComparisonReport: Sendable {
  /// A plan as a column.
  public struct Column: Sendable {
    /// The stable name: that of its maker, or a file.
    public let name: String
    /// The plan and how it was found.
    public let outcome: PlanOutcome
    /// The constraints that the plan breaks, in the scenario's words; each once.
    public internal(set) var broken: [String] = []

    /// A plan as a column, named by its maker unless another name is given.
    public init(_ outcome: PlanOutcome, name: String? = nil) {
      self.name = name ?? outcome.maker.rawValue
      self.outcome = outcome
    }

    var priced: PricedPlan { outcome.priced }
  }

  /// What might be sold.
  public let problem: Problem
  /// Selling nothing, from which every plan is measured.
  public let hold: PricedPlan
  /// The planner's answer, from which the others are measured: the optimal plan or, where no solver
  /// answers, the greedy one; `nil` when no plan satisfies the constraints.
  public let answer: PlanOutcome?
  /// The constraints that no plan satisfies together.
  public let contradiction: Contradiction?
  /// The plans in the order asked for.
  public let columns: [Column]
  /// What each plan is worth in the end, in the order of the columns.
  public let lasting: [LastingBenefit]
  /// What the answer means for wash sales; `nil` when there is none.
  public let wash: WashOutlook?
  /// What the reader must know.
  public let notices: [Notice]

  /// A comparison of plans of one problem.
  ///
  /// - Parameters:
  ///   - problem: what might be sold.
  ///   - hold: selling nothing.
  ///   - answer: what the planner says.
  ///   - columns: the plans in the order asked for.
  ///   - notices: what the reader must know of the input.
  public init(
    of problem: Problem, hold: PricedPlan, answer: PlanAnswer,
    columns: [Column], notices: [Notice] = []
  ) {
    let pricer = PlanPricer(problem)
    self.problem = problem
    self.hold = hold
    let judge = PlanFeasibility(problem)
    self.columns = columns.map { column in
      var judged = column
      for violation in judge.violations(of: column.priced)
      where !judged.broken.contains(violation.constraint) {
        judged.broken.append(violation.constraint)
      }
      return judged
    }
    lasting = columns.map { pricer.lastingBenefit(of: $0.priced, over: hold) }
    switch answer {
    case .plan(let outcome):
      self.answer = outcome
      contradiction = nil
    case .contradiction(let found):
      self.answer = nil
      contradiction = found
    }
    wash = self.answer.map { WashOutlook(problem, $0.priced) }
    self.notices =
      Self.notices(problem, answer: self.answer, columns: columns) + notices
  }

  private static func notices(
    _ problem: Problem, answer: PlanOutcome?, columns: [Column]
  ) -> [Notice] {
    var all: [Notice] = []
    if let answer { all = standingNotices(problem, answer.priced, after: answer.notices) }
    for outcome in columns.map(\.outcome) {
      // What wash sales cost each plan stands in its column.
      for notice in standingNotices(problem, outcome.priced, after: outcome.notices)
      where !noticesOfPlans.contains(notice.code) && !all.contains(notice) {
        all.append(notice)
      }
    }
    return all
  }

  var scenario: Scenario { problem.scenario }

  /// The best plan of the columns that breaks no constraint; of equals the planner's answer, then the
  /// first.
  var best: Column? {
    let allowed = columns.filter(\.broken.isEmpty)
    let least = allowed.map(\.priced.objective.value).min()
    let equals = allowed.filter { $0.priced.objective.value == least }
    return equals.first { $0.name == answer?.maker.rawValue } ?? equals.first
  }
}

/// The codes of the notices whose numbers are those of one plan, which are told of the answer alone.
private let noticesOfPlans =
  washNoticesOfPlans + [
    "earned_income_credit_lost", "earned_income_credit_at_stake", "near_a_cliff",
  ]
