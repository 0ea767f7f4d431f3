import FederalTax
import Planning
import Quantities

/// Says where a plan ends so close below a jump of what the income costs that a forgotten dividend
/// would pass it.
func nearCliff(_ scenario: Scenario, _ plan: PricedPlan) -> Notice? {
  // What is near, the least that is worth a word, and the room that is advised.
  let (near, least, advised) = (
    Money(dollars: 100), Money(dollars: 500), Money(dollars: 500)
  )
  var sentences: [String] = []
  var ceilings: [String] = []
  for (planning, year) in zip(scenario.years, plan.years) {
    let charges = YearCharges(planning, year)
    var cliffs: [(room: Money, cost: Money, words: String)] = []
    if let standing = charges.medicare, let room = standing.room {
      cliffs.append(
        (
          room, standing.nextAdds,
          "tier \(standing.tier + 1) of the Medicare premiums of \(standing.premiumYear)"
        ))
    }
    if let standing = charges.premiumCredit {
      cliffs.append(
        (
          standing.room + Money(cents: 1), standing.atStake,
          "the end of the premium tax credit"
        ))
    }
    for cliff in cliffs where cliff.room > .zero && cliff.room <= near && cliff.cost >= least {
      sentences.append(
        "The income of \(planning.year) ends \(cliff.room.separated) before \(cliff.words), which"
          + " costs \(cliff.cost.separated).")
      let ceiling = year.result.adjustedGrossIncome + cliff.room - advised
      ceilings.append("\(planning.year): \(ceiling.rounded(.down, to: .dollars).plain)")
    }
  }
  guard !sentences.isEmpty else { return nil }
  return Notice(
    code: "near_a_cliff",
    message: sentences.joined(separator: " ")
      + " Leave room for income not yet known, such as agi_at_most:"
      + " {\(ceilings.joined(separator: ", "))}.",
    path: "constraints.agi_at_most")
}

extension Money {
  /// Whole dollars as a scenario writes them.
  fileprivate var plain: String { String(cents / 100) }
}
