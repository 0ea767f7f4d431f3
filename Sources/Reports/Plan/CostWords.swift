import FederalTax
import Planning
import Quantities

/// What the sum of a plan's terms is called: tax alone, or with what is priced beside it.
struct CostWords {
  private let hasPremiums: Bool
  private let hasStateTax: Bool
  private let hasCredits: Bool

  /// Names the sum of plans that stand side by side.
  init(_ plans: [PricedPlan]) {
    func has(_ term: TaxTerm) -> Bool {
      plans.contains { plan in plan.years.contains { $0.result.amount(of: term) != .zero } }
    }
    hasPremiums = has(.medicarePremiums)
    hasStateTax = has(.stateTax)
    hasCredits = has(.refundableCredits) || has(.premiumCredit)
  }

  /// Whether the sum is line 24 of the return and nothing else.
  var isTaxAlone: Bool { !hasPremiums && !hasStateTax && !hasCredits }

  /// The sum, to begin a row.
  var name: String { noun.prefix(1).uppercased() + noun.dropFirst() }

  /// The total, to begin a row.
  var total: String { isTaxAlone ? "Total tax" : name }

  /// The sum within a sentence, of a year.
  func subject(_ year: Int) -> String {
    isTaxAlone ? "the federal tax of \(year)" : "\(noun) of \(year)"
  }

  /// A verb of the sum: `falls` or `fall`.
  func verb(_ singular: String, _ plural: String) -> String { isPlural ? plural : singular }

  /// The same sum of other years.
  func pronoun(_ years: String) -> String { "\(isPlural ? "those" : "that") of \(years)" }

  private var isPlural: Bool { hasPremiums || hasStateTax }

  /// The sum within a sentence.
  var noun: String {
    switch (hasStateTax, hasPremiums) {
    case (true, true): "taxes and premiums"
    case (true, false): "federal and state tax"
    case (false, true): "tax and premiums"
    case (false, false): hasCredits ? "tax less credits" : "tax"
    }
  }
}

extension PricedPlan {
  /// Line 24 of the returns of all years.
  var totalTax: Money { years.map(\.result.totalTax).total() }
}
