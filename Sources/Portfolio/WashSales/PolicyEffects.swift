public import Quantities

/// What another reading of the law would change in a year.
public struct PolicyEffect: Sendable, Hashable {
  /// The switch, as it is written.
  public var policy: String
  /// The other reading, as it is written.
  public var reading: String
  /// The year.
  public var year: Int
  /// Dollars by which the short-term gain recognized would be more.
  public var shortTermChange: Fraction
  /// Dollars by which the long-term gain recognized would be more.
  public var longTermChange: Fraction
  /// Dollars by which the loss that is not deductible would be more.
  public var disallowedChange: Fraction
}

extension WashLedger {
  /// The most records for which other readings are computed.
  public static let mostTransactionsForEffects = 5_000

  /// What every other reading of a switch, each turned alone, would change.
  ///
  /// - Returns: the changes in the order of the switches, of their readings, and of the years; `nil`
  ///   when there are too many records to compute them all again.
  public var policyEffects: [PolicyEffect]? {
    guard records.transactions.count <= Self.mostTransactionsForEffects else { return nil }
    return alternatives().flatMap { alternative in
      let matcher = WashMatcher(
        accounts: book.accounts, securities: book.securities, policy: alternative.policy,
        rules: matcher.rules)
      let other = ledgerYears(
        matcher.settle(
          lots: book.lots(under: alternative.policy), disposals: book.disposals), book.disposals)
      return zip(years, other).compactMap { standing, changed in
        let effect = PolicyEffect(
          policy: alternative.name, reading: alternative.reading, year: standing.year,
          shortTermChange: changed.shortTerm - standing.shortTerm,
          longTermChange: changed.longTerm - standing.longTerm,
          disallowedChange: changed.disallowed - standing.disallowed)
        let isSame =
          effect.shortTermChange.isZero && effect.longTermChange.isZero
          && effect.disallowedChange.isZero
        return isSame ? nil : effect
      }
    }
  }

  private struct Alternative {
    var name: String
    var reading: String
    var policy: WashPolicy
  }

  /// The policies that differ in one switch and can matter to these records.
  private func alternatives() -> [Alternative] {
    let losses = settlement.rows.filter { row in
      row.gain.isNegative
        && matcher.isSubject(
          book.lots[row.lot], soldOn: book.disposals[row.disposal].moment.date)
    }
    var all = cryptoAlternatives()
    guard !losses.isEmpty else { return all }
    var readings: [Alternative] = []
    add(WashPolicy.SameLot.allCases, "same_lot", \.sameLot, to: &readings)
    if hasUntimedDayOfSales {
      add(WashPolicy.SameDaySales.allCases, "same_day_sales", \.sameDaySales, to: &readings)
    }
    add(WashPolicy.OlderLots.allCases, "older_lots", \.olderLots, to: &readings)
    if losses.contains(where: { $0.disallowed.isPositive }) {
      add(WashPolicy.Tacking.allCases, "tacking", \.tacking, to: &readings)
    }
    if Set(book.accounts.map(\.owner)).count > 1 {
      add(WashPolicy.Spouse.allCases, "spouse", \.spouse, to: &readings)
    }
    readings += retirementAlternatives()
    if !book.vestedLots.isEmpty { add(WashPolicy.Vest.allCases, "vest", \.vest, to: &readings) }
    all = readings + all
    return all
  }

  private func add<Reading: RawRepresentable<String> & Hashable>(
    _ readings: [Reading], _ name: String, _ key: WritableKeyPath<WashPolicy, Reading>,
    to alternatives: inout [Alternative]
  ) {
    for reading in readings where reading != records.policy[keyPath: key] {
      var policy = records.policy
      policy[keyPath: key] = reading
      alternatives.append(Alternative(name: name, reading: reading.rawValue, policy: policy))
    }
  }

  /// Whether sales of two lots share a moment whose order is not known.
  private var hasUntimedDayOfSales: Bool {
    var seen: Set<LedgerMoment> = []
    return book.disposals.contains {
      $0.moment.isUntimedDisposition && !seen.insert($0.moment).inserted
    }
  }

  /// No authority reaches these accounts, and the reasoning of Rev. Rul. 2008-5 could.
  private func retirementAlternatives() -> [Alternative] {
    let kinds: [AccountKind] = [.plan401k, .plan403b, .healthSavings, .tuition529]
    return kinds.compactMap { kind in
      guard book.accounts.contains(where: { $0.kind == kind }),
        !records.policy.retirementCounts.contains(kind)
      else { return nil }
      var policy = records.policy
      policy.retirementCounts.insert(kind)
      return Alternative(
        name: "retirement_counts", reading: "adding \(kind.rawValue)", policy: policy)
    }
  }

  /// What it would be if crypto assets had always been inside the rule.
  private func cryptoAlternatives() -> [Alternative] {
    let disposed = book.disposals.filter {
      book.securities[book.lots[$0.lot].security].assetClass == .crypto
    }
    guard records.policy.cryptoSubjectFrom == nil,
      let first = disposed.map(\.moment.date).min()
    else { return [] }
    var policy = records.policy
    policy.cryptoSubjectFrom = first
    return [Alternative(name: "crypto_subject_from", reading: first.description, policy: policy)]
  }
}
