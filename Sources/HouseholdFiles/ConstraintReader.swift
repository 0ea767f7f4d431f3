import InputFiles
import Planning
import Portfolio
import Quantities

/// Reads what the household wants of a plan and forbids.
///
/// Rules about lots name a lot, or a security or account whose lots are all meant.
struct ConstraintReader {
  private let section: Section<ConstraintKey>
  private let diagnostics: Diagnostics
  private let holdings: Holdings
  private let years: [Int]
  private let lotsByName: [String: [Int]]

  init(section: Section<ConstraintKey>, holdings: Holdings, years: [Int]) {
    self.section = section
    diagnostics = section.diagnostics
    self.holdings = holdings
    self.years = years
    lotsByName = Self.lots(named: Self.mentioned(in: section), in: holdings.lots)
  }

  /// The names in rules about lots.
  private static func mentioned(in section: Section<ConstraintKey>) -> Set<String> {
    let fields = [ConstraintKey.neverSell, .mustSell, .holdUntil].compactMap { section[$0] }
    return Set(
      fields.flatMap { field in
        ((try? field.sequence()) ?? []).compactMap { try? $0.text() }
          + ((try? field.mapping())?.keys ?? [])
      })
  }

  /// The lots that each name means: a lot comes before a security, and that before an account.
  private static func lots(named names: Set<String>, in lots: [Lot]) -> [String: [Int]] {
    if names.isEmpty { return [:] }
    var groups = [[String: [Int]]](repeating: [:], count: 3)
    for (index, lot) in lots.enumerated() {
      for (group, name) in [lot.id, lot.symbol, lot.account].enumerated()
      where names.contains(name) {
        groups[group][name, default: []].append(index)
      }
    }
    return groups.reduce(into: [:]) { all, group in all.merge(group) { first, _ in first } }
  }

  /// The constraints.
  func constraints() -> PlanConstraints {
    PlanConstraints(
      neverSell: neverSell(), mustSell: mustSell(), holdUntil: holdUntil(),
      minimumTrade: section.read(.minimumTrade, Field.nonNegativeMoney) ?? .zero,
      minimumBenefit: section.read(.minimumBenefit, Field.nonNegativeMoney) ?? .zero,
      tradeCost: section.read(.tradeCost, Field.nonNegativeMoney) ?? .zero,
      raiseCash: section.read(.raiseCash, Field.nonNegativeMoney) ?? .zero,
      maximumProceeds: section.read(.maximumProceeds, Field.nonNegativeMoney),
      adjustedGrossIncomeAtMost: incomeCeilings())
  }

  private func neverSell() -> [LotRule] {
    elements(.neverSell).map(named).flatMap { name, lots in
      lots.map { LotRule(lot: $0, words: "never_sell: \(name)") }
    }
  }

  /// Reads a list of names, whose lots go whole, or a mapping of names to shares or `all`.
  private func mustSell() -> [RequiredSale] {
    guard let field = section[.mustSell] else { return [] }
    guard field.isMapping else {
      return elements(.mustSell).flatMap { field in
        wholeLots(field, words: "must_sell: \(named(field).name)")
      }
    }
    return pairs(.mustSell).flatMap { requiredSales($0, $1) }
  }

  private func requiredSales(_ key: Field, _ value: Field) -> [RequiredSale] {
    let (name, lots) = named(key)
    if let text = try? value.text(), text == "all" {
      return wholeLots(key, words: "must_sell: {\(name): all}")
    }
    guard let shares = diagnostics.collect(try value.heldShares()) else { return [] }
    guard lots.count == 1, let lot = lots.first else {
      if lots.count > 1 {
        diagnostics.report(
          key.error(
            "\"\(name)\" has \(lots.count) lots", expected: "one lot for a number of shares",
            hint: "name the lot, or write all"))
      }
      return []
    }
    let held = holdings.lots[lot].quantity
    if shares > held {
      diagnostics.report(
        value.error("\(shares) is more than the lot has", expected: "at most \(held)"))
    }
    return sellable(lots, key).map {
      RequiredSale(lot: $0, shares: shares, words: "must_sell: {\(name): \(shares)}")
    }
  }

  private func wholeLots(_ field: Field, words: String) -> [RequiredSale] {
    sellable(named(field).lots, field).map {
      RequiredSale(lot: $0, shares: holdings.lots[$0].quantity, words: words)
    }
  }

  /// The lots whose account can be harvested; it is an error when there is none.
  private func sellable(_ lots: [Int], _ field: Field) -> [Int] {
    func reason(_ lot: Int) -> String? {
      holdings.kind(ofAccount: holdings.lots[lot].account)?.reasonNotHarvestable
    }
    let sellable = lots.filter { reason($0) == nil }
    if sellable.isEmpty, let first = lots.first, let reason = reason(first) {
      diagnostics.report(field.error("\"\(named(field).name)\" is not harvestable: \(reason)"))
    }
    return sellable
  }

  private func holdUntil() -> [HoldRule] {
    var rules: [HoldRule] = []
    for (key, value) in pairs(.holdUntil) {
      let (name, lots) = named(key)
      guard let day = diagnostics.collect(try value.date()) else { continue }
      rules += lots.map { HoldRule(lot: $0, until: day, words: "hold_until: {\(name): \(day)}") }
    }
    return rules
  }

  private func incomeCeilings() -> [IncomeCeiling] {
    guard let ceilings = section.yearly(.agiAtMost, Field.signedMoney) else { return [] }
    for (year, field) in ceilings.years where !years.isEmpty && !years.contains(year) {
      diagnostics.report(field.error("\(year) is not a year of the scenario"))
    }
    return years.indices.compactMap { index in
      ceilings[years[index]].map { IncomeCeiling(yearIndex: index, amount: $0) }
    }
  }

  private func elements(_ key: ConstraintKey) -> [Field] {
    diagnostics.collect(try section[key]?.sequence()) ?? []
  }

  private func pairs(_ key: ConstraintKey) -> [(key: Field, value: Field)] {
    diagnostics.collect(try section[key]?.mapping())?.pairs ?? []
  }

  /// The lots that a field names; a name that nothing has is reported.
  private func named(_ field: Field) -> (name: String, lots: [Int]) {
    guard let name = diagnostics.collect(try field.text()) else { return ("", []) }
    if holdings.averagedNames.contains(name) {
      diagnostics.report(
        field.error(
          "lot \"\(name)\" is on average basis: its shares cannot be picked"
            + " (Treas. Reg. §1.1012-1(e)(7))", hint: "name the security or the account"))
      return (name, [])
    }
    if let lots = lotsByName[name] { return (name, lots) }
    // Securities and accounts without lots are known too, and so are lots that cannot be read.
    let names =
      holdings.securities.map(\.symbol) + holdings.accounts.map(\.id) + holdings.lots.map(\.id)
    if !names.contains(name), !holdings.mayHave(name) {
      diagnostics.report(
        field.error(
          "no lot, security or account is named \"\(name)\"", code: .unknownName,
          hint: suggestion(for: name, among: names)))
    }
    return (name, [])
  }
}
