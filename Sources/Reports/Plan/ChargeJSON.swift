import FederalTax
import Planning
import Quantities

/// A year of the document `harvest.plan/1`: its return, the events behind it, and what follows from
/// its income; what does not concern the household has no member.
///
/// - Parameters:
///   - year: the year under the plan.
///   - planning: the year before any plan.
/// - Returns: an object.
func planYearJSON(_ year: PricedYear, _ planning: PlanningYear) -> JSON {
  let charges = YearCharges(planning, year)
  let events = planning.events.filter(\.isTold)
  let further: [(String, JSON?)] = [
    ("events", events.isEmpty ? nil : .array(events.map(\.json))),
    ("medicare_tier", charges.medicare?.json), ("premium_credit", charges.premiumCredit?.json),
    ("payment", charges.payment?.json), ("withholding", charges.withholding?.json),
  ]
  return .object(
    year.members(of: planning.facts)
      + further.compactMap { name, value in value.map { (name, $0) } })
}

extension YearEvent {
  /// What the event brings to the year, in total and line by line.
  fileprivate var json: JSON {
    [
      "title": .string(title),
      "income": .money(effect.income),
      "capital_gain": .money(effect.capitalGain),
      "business_property": .money(effect.businessProperty.gain),
      "withheld": .money(effect.withheld),
      "lines": .array(
        effect.lines.map { line in
          [
            "form": .string(line.form.rawValue), "line": .string(line.number),
            "text": .string(line.text), "amount": .money(line.amount),
          ]
        }),
    ]
  }
}

extension MedicareStanding {
  fileprivate var json: JSON {
    [
      "premium_year": .integer(premiumYear),
      "projected_from": projectedFrom.map(JSON.integer) ?? nil,
      "enrollees": .integer(people),
      "tier": .integer(tier),
      "tiers": .integer(tiers),
      "premiums_added": .money(surcharge),
      "room_to_next_tier": .money(room),
    ]
  }
}

extension PremiumCreditStanding {
  fileprivate var json: JSON {
    [
      "household_size": .integer(people),
      "percent_of_poverty_line": .integer(Int(percent)),
      "last_percent": .integer(Int(lastPercent)),
      "income_limit": .money(limit),
      "room": .money(room),
    ]
  }
}

extension RequiredPayment {
  fileprivate var json: JSON {
    [
      "fourth_quarter": .money(fourthPayment),
      "balance_in_april": .money(balanceDue),
    ]
  }
}

extension WithholdingShortfall {
  fileprivate var json: JSON {
    [
      "supplemental_wages": .money(wages),
      "withheld": .money(withheld),
      "tax": .money(tax),
      "shortfall": .money(shortfall),
    ]
  }
}
