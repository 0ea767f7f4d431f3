import FederalTax
import InputFiles
import Quantities

/// Reads `state_tax`: the schedule of a state in the household's own words.
struct StateTaxReader {
  private let section: Section<StateTaxKey>
  private let place: Field?

  /// Looks at the section.
  init(_ top: Section<ScenarioKey>) {
    place = top[.stateTax]
    section = Section(place, keys: StateTaxKey.self, into: top.diagnostics)
  }

  /// The state's tax; `nil` where there is none, or where something is wrong, which is reported.
  func stateTax() -> StateTax? {
    guard let place, place.isMapping else { return nil }
    let name = section.diagnostics.collect(
      try section.required(.name, "the state, for reports")?.text())
    let deduction = section.read(.deduction, Field.nonNegativeMoney) ?? .zero
    let gains = section.read(.gains, Field.stateGains) ?? .taxed
    guard let schedule = schedule(place), let name else { return nil }
    return StateTax(
      name: name, schedule: schedule, deduction: deduction, taxesGains: gains == .taxed)
  }

  private func schedule(_ place: Field) -> RateSchedule? {
    let rate = section.read(.rate, Field.fraction)
    let brackets = section[.brackets].map(brackets)
    switch (section[.rate] != nil, brackets) {
    case (true, nil): return rate.flatMap { RateSchedule(starts: [.zero], rates: [$0]) }
    case (false, .some(let schedule)): return schedule
    case (true, .some):
      section.refuse(.brackets, "a rate is stated already", hint: "leave out one or the other")
    case (false, nil):
      section.diagnostics.report(
        place.error(
          "a state's tax needs a rate or brackets", code: .missingKey,
          expected: "rate: 5%, or brackets: [{from: 0, rate: 2%}, {from: 20_000, rate: 5%}]"))
    }
    return nil
  }

  private func brackets(_ list: Field) -> RateSchedule? {
    guard let elements = section.diagnostics.collect(try list.sequence()) else { return nil }
    var starts: [Money] = []
    var rates: [Rate] = []
    for element in elements {
      let bracket = Section(element, keys: BracketKey.self, into: section.diagnostics)
      guard
        let from = section.diagnostics.collect(
          try bracket.required(.from, "where the bracket begins")?.nonNegativeMoney()),
        let rate = section.diagnostics.collect(
          try bracket.required(.rate, "the rate within it")?.fraction())
      else { return nil }
      starts.append(from)
      rates.append(rate)
    }
    if let schedule = RateSchedule(starts: starts, rates: rates) { return schedule }
    section.diagnostics.report(
      list.error("the brackets do not ascend from zero", expected: "from: 0 first"))
    return nil
  }
}

extension Field {
  fileprivate func stateGains() throws(InputError) -> StateGains { try oneOf(StateGains.self) }
}
